// Entering a counterpart in passing: who they are like comes first, so that nobody is entered twice.
import { useMemo, useState, type KeyboardEvent } from "react";
import type { Counterpart } from "#core/model/counterpart.ts";
import type { Level } from "#core/model/enums.ts";
import type { Organization } from "#core/model/organization.ts";
import type { Post } from "#core/model/post.ts";
import { personMatches } from "#core/rules/duplicates.ts";
import { addCounterpart } from "#data/counterparts.ts";
import { newId } from "#data/ids.ts";
import { Button } from "#ui/controls/button.tsx";
import { TagList } from "#ui/controls/tag-list.tsx";
import { TextField } from "#ui/controls/text-field.tsx";
import { Keys } from "#ui/display/kbd.tsx";
import { useText } from "#ui/text/use-text.ts";
import css from "./new-person.module.css";
import { blankOffice, OfficeFields, officeOfDraft } from "./office-fields.tsx";
import { PersonMatches } from "./person-matches.tsx";
import { useCommand } from "./use-command.ts";

/** Somebody just entered, as far as a form that named them needs to know. */
export interface EnteredPerson {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly level: Level | null;
}

export interface NewPersonProps {
  readonly post: Post;
  readonly name: string;
  readonly counterparts: readonly Counterpart[];
  readonly organizations: ReadonlyMap<string, Organization>;
  /** What is done with somebody already known: "Open", "Use this person". */
  readonly matchLabel: string;
  readonly onMatch: (counterpart: Counterpart) => void;
  readonly onEntered: (person: EnteredPerson) => void;
  readonly onCancel: () => void;
}

export function NewPerson(props: NewPersonProps) {
  const { post, counterparts, organizations, matchLabel, onMatch, onEntered, onCancel } = props;
  const { t } = useText();
  const run = useCommand();
  const [name, setName] = useState(props.name);
  const [nativeName, setNativeName] = useState("");
  const [office, setOffice] = useState(blankOffice);
  const [languages, setLanguages] = useState<readonly string[]>([]);
  const [isNameMissing, setNameMissing] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const matches = useMemo(
    () => personMatches({ name, nativeName, country: post.country, title: office.title }, counterparts),
    [name, nativeName, post.country, office.title, counterparts],
  );

  const save = async () => {
    setNameMissing(name.trim() === "");
    if (name.trim() === "" || isSaving) return;
    setSaving(true);
    const ids = { counterpart: newId(), office: newId() };
    const held = officeOfDraft(office);
    const person = {
      name: name.trim(),
      nativeName: nativeName.trim(),
      office: held,
      body: office.body,
      languages,
    };
    const isSaved = await run(
      addCounterpart(ids, post, person),
      t("person.added", { name: name.trim(), post: post.name }),
    );
    setSaving(false);
    if (!isSaved) return;
    onEntered({
      id: ids.counterpart,
      name: name.trim(),
      title: held?.title ?? "",
      level: held?.level ?? null,
    });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    const isSave = event.key === "Enter" && (event.ctrlKey || event.metaKey);
    if (!isSave && event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    if (isSave) void save();
    else onCancel();
  };

  return (
    // Hears its keys wherever the focus is inside; nothing here is pressed by pointer.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="group"
      data-own-keys
      aria-label={t("person.new")}
      className={css["person"]}
      onKeyDown={onKeyDown}
    >
      <div className={css["fields"]}>
        <TextField
          label={t("person.name")}
          value={name}
          onChange={setName}
          maxLength={200}
          takesFocus={props.name === ""}
          error={isNameMissing ? t("person.name.missing") : undefined}
          isForeign
        />
        <TextField
          label={t("person.nativeName")}
          isOptional
          value={nativeName}
          onChange={setNativeName}
          maxLength={200}
          isForeign
        />
      </div>
      <PersonMatches
        matches={matches}
        organizations={organizations}
        actionLabel={matchLabel}
        onAction={onMatch}
      />
      <div className={css["fields"]}>
        <OfficeFields
          value={office}
          onChange={setOffice}
          organizations={organizations}
          country={post.country}
          hasDates={false}
          takesFocus={props.name !== ""}
        />
        <TagList label={t("person.languages")} isOptional value={languages} onChange={setLanguages} />
      </div>
      <div className={css["foot"]}>
        <Button tone="primary" size="small" isPending={isSaving} onPress={() => void save()}>
          {t(matches.length === 0 ? "person.save" : "person.saveAnyway")}
        </Button>
        <Button tone="quiet" size="small" onPress={onCancel}>
          {t("person.cancel")}
        </Button>
        <Keys keys="Mod+Enter" />
        <span className={css["seen"]}>{t("person.seenBy", { post: post.name })}</span>
      </div>
    </div>
  );
}

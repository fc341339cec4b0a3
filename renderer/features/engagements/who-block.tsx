// Block two of the log form: who of ours spoke, with the rank of that day, to whom, and at what level.
import { memo, useMemo } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { levels } from "#core/model/enums.ts";
import type { Engagement } from "#core/model/engagement.ts";
import type { Post } from "#core/model/post.ts";
import { sameMeetings } from "#core/rules/duplicates.ts";
import { instantAt, zoneFrom } from "#core/rules/calendar.ts";
import type { EngagementLog } from "#core/rules/engagement-log.ts";
import { newId } from "#data/ids.ts";
import { ComboBox } from "#ui/controls/combo-box.tsx";
import { TextField } from "#ui/controls/text-field.tsx";
import { useText } from "#ui/text/use-text.ts";
import { CounterpartPicker } from "../parts/counterpart-picker.tsx";
import { useWorkspace } from "../parts/workspace.tsx";
import { LineRow, RowList } from "./line-row.tsx";
import type { LogCase } from "./log-case.ts";
import { LogMaybe, useLogField } from "./log-fields.tsx";
import css from "./log-form.module.css";

interface BlockProps {
  readonly known: LogCase;
}

export const WhoBlock = memo(function WhoBlock({ known }: BlockProps) {
  const { t } = useText();
  const { control } = useFormContext<EngagementLog>();
  const state = useWatch({ control, name: "state" });
  return (
    <>
      <OursField known={known} />
      <TheirsField known={known} />
      {state === "held" && (
        <div className={css["half"]}>
          <LogMaybe
            name="levelReached"
            label={t("engagement.levelReached")}
            hint={t("engagement.levelReached.hint")}
            list="level"
            options={levels.filter((level) => level !== "appropriate")}
            isOptional
          />
        </div>
      )}
    </>
  );
});

function OursField({ known }: BlockProps) {
  const { t } = useText();
  const { value, onChange, error, name } = useLogField("ours");
  const people = useMemo(() => colleagues(known.post, known.atPost), [known.post, known.atPost]);
  const named = new Set(value.map((row) => row.name));
  const add = (person: string) => {
    const rank = people.get(person) ?? "";
    onChange([...value, { id: newId(), name: person, rank }]);
  };
  const change = (id: string, rank: string) =>
    onChange(value.map((row) => (row.id === id ? { ...row, rank } : row)));
  return (
    <div className={css["people"]}>
      <ComboBox
        name={name}
        error={error}
        label={t("engagement.ours")}
        hint={t("engagement.ours.hint")}
        options={[...people]
          .filter(([person]) => !named.has(person))
          .map(([person, rank]) => ({ id: person, label: person, ...(rank === "" ? {} : { detail: rank }) }))}
        value={null}
        onChange={(person) => person !== null && add(person)}
        onCreate={add}
      />
      <RowList label={t("engagement.ours")}>
        {value.map((row) => (
          <LineRow
            key={row.id}
            name={row.name}
            onRemove={() => onChange(value.filter(({ id }) => id !== row.id))}
          >
            <TextField
              label={t("engagement.rankOf", { name: row.name })}
              hideLabel
              placeholder={t("engagement.rank")}
              value={row.rank}
              onChange={(rank) => change(row.id, rank)}
              maxLength={200}
              isForeign
            />
          </LineRow>
        ))}
      </RowList>
    </div>
  );
}

/** Name -> rank: the post's staff, and those of ours who went to its meetings, with their latest rank. */
function colleagues(post: Post | undefined, atPost: readonly Engagement[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { ours } of atPost) {
    for (const { name, rank } of Object.values(ours)) if (!found.has(name)) found.set(name, rank);
  }
  for (const { name, role } of Object.values(post?.staff ?? {})) if (!found.has(name)) found.set(name, role);
  return new Map([...found].toSorted(([a], [b]) => a.localeCompare(b)));
}

function TheirsField({ known }: BlockProps) {
  const { t } = useText();
  const { today } = useWorkspace();
  const { value, onChange, error, name } = useLogField("theirs");
  const level = useLogField("levelReached");
  const { control } = useFormContext<EngagementLog>();
  const [on, state] = useWatch({ control, name: ["on", "state"] });
  const leftOut = useMemo(() => new Set(value.map(({ id }) => id)), [value]);
  if (known.post === undefined) return <p className={css["muted"]}>{t("engagement.theirs.noPost")}</p>;
  return (
    <div className={css["people"]}>
      <CounterpartPicker
        name={name}
        error={error}
        label={t("engagement.theirs")}
        hint={t("engagement.theirs.hint", { post: known.post.name })}
        post={known.post}
        counterparts={known.counterparts}
        organizations={known.organizations}
        day={on || today}
        leftOut={leftOut}
        onPick={(person) => {
          onChange([...value, { id: person.id, name: person.name, title: person.title }]);
          if (level.value === null && person.level !== null && state === "held") level.onChange(person.level);
        }}
      />
      <RowList label={t("engagement.theirs")}>
        {value.map((row) => (
          <LineRow
            key={row.id}
            name={row.name}
            onRemove={() => onChange(value.filter(({ id }) => id !== row.id))}
          >
            <TextField
              label={t("engagement.titleOf", { name: row.name })}
              hideLabel
              placeholder={t("engagement.title")}
              value={row.title}
              onChange={(title) =>
                onChange(value.map((other) => (other.id === row.id ? { ...other, title } : other)))
              }
              maxLength={300}
              isForeign
            />
          </LineRow>
        ))}
      </RowList>
    </div>
  );
}

/** Engagements of the same day, directive and person that are logged already. */
export function useSameMeetings(known: LogCase, ownId: string): readonly Engagement[] {
  const { settings } = useWorkspace();
  const { control } = useFormContext<EngagementLog>();
  const [on, time, directiveId, theirs] = useWatch({
    control,
    name: ["on", "time", "directiveId", "theirs"],
  });
  const timeZone = zoneFrom(known.post?.timeZone ?? "", settings.capitalTimeZone);
  return useMemo(() => {
    const candidate = {
      id: ownId,
      // The guard asks for the day; an hour not given yet does not hide a meeting of that day.
      at: instantAt(on, time || "12:00", timeZone),
      timeZone,
      postId: known.post?.id ?? null,
      directiveId,
      theirs: Object.fromEntries(theirs.map(({ id, ...row }) => [id, row])),
    };
    return sameMeetings(candidate, known.atPost, timeZone);
  }, [known, ownId, on, time, timeZone, directiveId, theirs]);
}

// Who a counterpart is: names, offices over time, languages, how to deal with them.
import { Pencil } from "lucide-react";
import { type ReactNode, useState } from "react";
import { officesOf } from "#core/rules/offices.ts";
import { changeCounterpart, retagCounterpart } from "#data/counterparts.ts";
import type { PersonFile } from "#data/people.ts";
import { Button } from "#ui/controls/button.tsx";
import { IconButton } from "#ui/controls/icon-button.tsx";
import { TagList } from "#ui/controls/tag-list.tsx";
import { TextArea } from "#ui/controls/text-area.tsx";
import { TextField } from "#ui/controls/text-field.tsx";
import { useText } from "#ui/text/use-text.ts";
import { EditableField } from "../parts/editable-field.tsx";
import { useEnumText } from "../parts/enum-text.ts";
import { officeText } from "../parts/office-text.ts";
import { useCommand } from "../parts/use-command.ts";
import { useWorkspace } from "../parts/workspace.tsx";
import css from "./counterpart-screen.module.css";
import { OfficeDialog } from "./office-dialog.tsx";

export function Identity({ file }: { readonly file: PersonFile }): ReactNode {
  const { t, formatList } = useText();
  const run = useCommand();
  const [open, setOpen] = useState<string | null>(null);
  const { counterpart } = file;
  const tags: readonly string[] = Object.keys(counterpart.tags);
  const line = (field: "name" | "nativeName", label: string) => (
    <EditableField
      id={field}
      label={label}
      value={counterpart[field]}
      open={open}
      onOpenChange={setOpen}
      renderEditor={(value, change) => (
        <TextField label={label} value={value} onChange={change} maxLength={200} takesFocus isForeign />
      )}
      onSave={(value) => run(changeCounterpart(counterpart, { [field]: value.trim() }))}
    >
      {counterpart[field] && <bdi>{counterpart[field]}</bdi>}
    </EditableField>
  );
  const several = (field: "languages" | "phones" | "emails", label: string) => (
    <EditableField
      id={field}
      label={label}
      value={counterpart[field]}
      open={open}
      onOpenChange={setOpen}
      renderEditor={(value, change) => <TagList label={label} value={value} onChange={change} />}
      onSave={(value) => run(changeCounterpart(counterpart, { [field]: value }))}
    >
      {counterpart[field].length > 0 && <bdi>{formatList(counterpart[field])}</bdi>}
    </EditableField>
  );
  return (
    <div className={css["panel"]}>
      <Offices file={file} />
      <div>
        {line("name", t("person.name"))}
        {line("nativeName", t("person.nativeName"))}
        {several("languages", t("person.languages"))}
        {several("phones", t("person.phones"))}
        {several("emails", t("person.emails"))}
        <EditableField
          id="tags"
          label={t("counterpart.tags")}
          value={tags}
          open={open}
          onOpenChange={setOpen}
          renderEditor={(value, change) => (
            <TagList label={t("counterpart.tags")} value={value} onChange={change} />
          )}
          onSave={(next) => run(retagCounterpart(counterpart, next))}
        >
          {formatList(tags)}
        </EditableField>
        <EditableField
          id="protocol"
          label={t("person.protocol")}
          value={counterpart.protocolNote}
          open={open}
          onOpenChange={setOpen}
          renderEditor={(value, change) => (
            <TextArea label={t("person.protocol")} value={value} onChange={change} />
          )}
          onSave={(protocolNote) =>
            run(changeCounterpart(counterpart, { protocolNote: protocolNote.trim() }))
          }
        >
          {counterpart.protocolNote && <span dir="auto">{counterpart.protocolNote}</span>}
        </EditableField>
      </div>
    </div>
  );
}

function Offices({ file }: { readonly file: PersonFile }): ReactNode {
  const { t, formatDay } = useText();
  const enumText = useEnumText();
  const [edited, setEdited] = useState<{ readonly id: string; readonly endsOn: string | null } | null>(null);
  const { today } = useWorkspace();
  const { counterpart, organizations, post } = file;
  const offices = officesOf(counterpart);
  return (
    <section aria-label={t("counterpart.offices")}>
      <h2>{t("counterpart.offices")}</h2>
      {offices.length === 0 && <p className={css["muted"]}>{t("counterpart.offices.none")}</p>}
      <ul>
        {offices.map((office) => (
          <li key={office.id} className={css["office"]}>
            <div>
              <bdi className={css["officeTitle"]}>{officeText(office, organizations)}</bdi>
              <p className={css["muted"]}>
                {[
                  office.level === null ? "" : enumText("level", office.level),
                  t("counterpart.held", {
                    from: office.fromOn === null ? t("counterpart.unknown") : formatDay(office.fromOn),
                    to: office.toOn === null ? t("counterpart.now") : formatDay(office.toOn),
                  }),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
            </div>
            {post && (
              <span className={css["officeTools"]}>
                {office.toOn === null && (
                  <Button
                    tone="quiet"
                    size="small"
                    onPress={() => setEdited({ id: office.id, endsOn: today })}
                  >
                    {t("counterpart.office.end")}
                  </Button>
                )}
                <IconButton
                  size="small"
                  label={t("counterpart.office.edit", { title: office.title })}
                  icon={<Pencil aria-hidden />}
                  onPress={() => setEdited({ id: office.id, endsOn: null })}
                />
              </span>
            )}
          </li>
        ))}
      </ul>
      {post && (
        <Button tone="quiet" size="small" onPress={() => setEdited({ id: "new", endsOn: null })}>
          {t("counterpart.office.add")}
        </Button>
      )}
      {post && edited !== null && (
        <OfficeDialog
          file={file}
          post={post}
          officeId={edited.id}
          endsOn={edited.endsOn}
          onClose={() => setEdited(null)}
        />
      )}
    </section>
  );
}

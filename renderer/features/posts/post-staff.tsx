// Who works at a post and when they rotate: read as a list, changed line by line.
import { Plus, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { newId } from "#data/ids.ts";
import { Button } from "#ui/controls/button.tsx";
import { DateField } from "#ui/controls/date-field.tsx";
import { IconButton } from "#ui/controls/icon-button.tsx";
import { TextField } from "#ui/controls/text-field.tsx";
import { useText } from "#ui/text/use-text.ts";
import css from "./post-screen.module.css";
import type { Staff } from "./staff-changes.ts";

export function StaffList({ staff }: { readonly staff: Staff }): ReactNode {
  const { t, formatDay } = useText();
  return (
    <ul className={css["staff"]}>
      {Object.entries(staff).map(([key, { name, role, rotatesOn }]) => (
        <li key={key}>
          <bdi>{name}</bdi>
          <span className={css["muted"]}>
            {role !== "" && <bdi>{role}</bdi>}
            {rotatesOn !== null && ` · ${t("post.staff.rotates", { day: formatDay(rotatesOn) })}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

export interface StaffEditorProps {
  readonly staff: Staff;
  readonly onChange: (staff: Staff) => void;
}

export function StaffEditor({ staff, onChange }: StaffEditorProps): ReactNode {
  const { t } = useText();
  const set = (key: string, person: Staff[string]) => onChange({ ...staff, [key]: person });
  const remove = (key: string) =>
    onChange(Object.fromEntries(Object.entries(staff).filter(([other]) => other !== key)));
  return (
    <div className={css["staffEditor"]}>
      {Object.entries(staff).map(([key, person]) => (
        <fieldset key={key} className={css["person"]}>
          <div className={css["personHead"]}>
            <TextField
              label={t("post.staff.name")}
              value={person.name}
              onChange={(name) => set(key, { ...person, name })}
              isForeign
            />
            <IconButton
              label={t("post.staff.remove", { name: person.name })}
              icon={<Trash2 aria-hidden />}
              onPress={() => remove(key)}
            />
          </div>
          <TextField
            label={t("post.staff.role")}
            isOptional
            value={person.role}
            onChange={(role) => set(key, { ...person, role })}
          />
          <DateField
            label={t("post.staff.rotatesOn")}
            isOptional
            value={person.rotatesOn}
            onChange={(rotatesOn) => set(key, { ...person, rotatesOn })}
          />
        </fieldset>
      ))}
      <Button
        size="small"
        icon={<Plus aria-hidden />}
        onPress={() => set(newId(), { name: "", role: "", rotatesOn: null })}
      >
        {t("post.staff.add")}
      </Button>
    </div>
  );
}

// The fields of an office: title, body (a known one, or the name of a new one), level, from and to.
import { useMemo } from "react";
import type { Office } from "#core/model/counterpart.ts";
import { levels, type Level } from "#core/model/enums.ts";
import type { Organization } from "#core/model/organization.ts";
import { bodyChain } from "#core/rules/offices.ts";
import type { OfficeBody } from "#data/counterparts.ts";
import { newId } from "#data/ids.ts";
import { ComboBox } from "#ui/controls/combo-box.tsx";
import { DateField } from "#ui/controls/date-field.tsx";
import { Select } from "#ui/controls/select.tsx";
import { TextField } from "#ui/controls/text-field.tsx";
import { useText } from "#ui/text/use-text.ts";
import { useEnumText } from "./enum-text.ts";
import css from "./stack.module.css";

export interface OfficeDraft {
  readonly title: string;
  readonly body: OfficeBody;
  readonly level: Level | null;
  readonly fromOn: string | null;
  readonly toOn: string | null;
}

export const blankOffice: OfficeDraft = { title: "", body: null, level: null, fromOn: null, toOn: null };

export function officeDraftOf(office: Office): OfficeDraft {
  const { title, organizationId, level, fromOn, toOn } = office;
  return { title, body: organizationId === null ? null : { id: organizationId }, level, fromOn, toOn };
}

/** The office as it is kept, beside its body; null where nothing is said of it. */
export function officeOfDraft(draft: OfficeDraft): Omit<Office, "organizationId"> | null {
  const title = draft.title.trim();
  if (title === "" && draft.body === null) return null;
  return { title, level: draft.level, fromOn: draft.fromOn, toOn: draft.toOn };
}

const noLevel = "none";

export interface OfficeFieldsProps {
  readonly value: OfficeDraft;
  readonly onChange: (value: OfficeDraft) => void;
  readonly organizations: ReadonlyMap<string, Organization>;
  /** Bodies of this country come first. */
  readonly country: string;
  /** Without dates where somebody is entered in passing. */
  readonly hasDates: boolean;
  readonly takesFocus?: boolean | undefined;
}

export function OfficeFields(props: OfficeFieldsProps) {
  const { value, onChange, organizations, country, hasDates, takesFocus } = props;
  const { t } = useText();
  const enumText = useEnumText();
  const bodies = useMemo(() => bodyOptions(organizations, country), [organizations, country]);
  const { body } = value;
  const added = body !== null && "newId" in body ? [{ id: body.newId, label: body.name }] : [];
  return (
    <>
      <TextField
        label={t("office.title")}
        value={value.title}
        onChange={(title) => onChange({ ...value, title })}
        maxLength={300}
        takesFocus={takesFocus}
        isForeign
      />
      <ComboBox
        label={t("office.body")}
        hint={t("office.body.hint")}
        isOptional
        options={[...added, ...bodies]}
        value={body === null ? null : "id" in body ? body.id : body.newId}
        onChange={(id) => onChange({ ...value, body: id === null ? null : { id } })}
        onCreate={(name) => onChange({ ...value, body: { newId: newId(), name } })}
      />
      <Select
        label={t("office.level")}
        isOptional
        options={[
          { id: noLevel, label: t("office.level.none") },
          ...levels
            .filter((level) => level !== "appropriate")
            .map((level) => ({ id: level as string, label: enumText("level", level) })),
        ]}
        value={value.level ?? noLevel}
        onChange={(id) => onChange({ ...value, level: levels.find((level) => level === id) ?? null })}
      />
      {hasDates && (
        <div className={css["row"]}>
          <DateField
            label={t("office.from")}
            isOptional
            value={value.fromOn}
            onChange={(fromOn) => onChange({ ...value, fromOn })}
          />
          <DateField
            label={t("office.to")}
            hint={t("office.to.hint")}
            isOptional
            value={value.toOn}
            onChange={(toOn) => onChange({ ...value, toOn })}
          />
        </div>
      )}
    </>
  );
}

/** "Technology and Analysis Directorate", with what it belongs to beneath. Companies hold no public office. */
function bodyOptions(organizations: ReadonlyMap<string, Organization>, country: string) {
  const all = [...new Set(organizations.values())].filter((body) => !body.deleted && body.kind !== "company");
  const own = all.filter((body) => body.country === country);
  const others = all.filter((body) => body.country !== country);
  return [...own, ...others].map((body) => {
    const above = bodyChain(body.id, organizations)
      .slice(1)
      .map(({ name }) => name);
    const detail = [...above, ...(body.country === country ? [] : [body.country])].filter(Boolean).join(", ");
    return { id: body.id, label: body.name, ...(detail === "" ? {} : { detail }) };
  });
}

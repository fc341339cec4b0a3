// The fields of an office: title, body (a known one, or the name of a new one), level, from and to.
import { useCallback, useMemo } from "react";
import { useFilter } from "react-aria-components";
import type { Office } from "#core/model/counterpart.ts";
import { levels, type Level } from "#core/model/enums.ts";
import type { Organization } from "#core/model/organization.ts";
import { bodyMatches } from "#core/rules/body-matches.ts";
import { bodyChain } from "#core/rules/offices.ts";
import type { OfficeBody } from "#data/counterparts.ts";
import { newId } from "#data/ids.ts";
import { ComboBox } from "#ui/controls/combo-box.tsx";
import { DateField } from "#ui/controls/date-field.tsx";
import type { Option } from "#ui/controls/option.ts";
import { Select } from "#ui/controls/select.tsx";
import { TextField } from "#ui/controls/text-field.tsx";
import { useText } from "#ui/text/use-text.ts";
import { BodyMatches } from "./body-matches.tsx";
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
  const added = body !== null && "newId" in body ? body : null;
  const publicBodies = useMemo(() => publicOf(organizations), [organizations]);
  const narrowed = useNarrowedBodies(bodies, publicBodies, country);
  const matches = useMemo(
    () => (added === null ? [] : bodyMatches({ name: added.name, country }, publicBodies)),
    [added, country, publicBodies],
  );
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
        options={added === null ? bodies : [{ id: added.newId, label: added.name }, ...bodies]}
        value={body === null ? null : "id" in body ? body.id : body.newId}
        narrowed={narrowed}
        onChange={(id) => onChange({ ...value, body: id === null ? null : { id } })}
        onCreate={(name) => onChange({ ...value, body: { newId: newId(), name } })}
      />
      <BodyMatches
        matches={matches}
        organizations={organizations}
        onUse={(id) => onChange({ ...value, body: { id } })}
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

/** Companies hold no public office. */
function publicOf(organizations: ReadonlyMap<string, Organization>): readonly Organization[] {
  return [...new Set(organizations.values())].filter((body) => !body.deleted && body.kind !== "company");
}

/** Bodies by what is typed of them, also in another order, spelling or script, so that one is met before it is entered again. */
function useNarrowedBodies(
  options: readonly Option[],
  bodies: readonly Organization[],
  country: string,
): (typed: string) => readonly Option[] {
  const { contains } = useFilter({ sensitivity: "base" });
  return useCallback(
    (typed) => {
      const alike = bodyMatches({ name: typed, country }, bodies).map(({ body }) => body.id);
      const ranks = new Map(alike.map((id, at) => [id, at]));
      const rankOf = ({ id }: Option) => ranks.get(id) ?? alike.length;
      return options
        .filter((one) => ranks.has(one.id) || contains(`${one.label} ${one.detail ?? ""}`, typed))
        .toSorted((a, b) => rankOf(a) - rankOf(b));
    },
    [options, bodies, country, contains],
  );
}

/** "Technology and Analysis Directorate", with what it belongs to beneath; those of the country first. */
function bodyOptions(organizations: ReadonlyMap<string, Organization>, country: string): readonly Option[] {
  const all = publicOf(organizations);
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

// A field's value as a person reads it: a list's member by its word, a record by its name, a day as a day.
import { useMemo } from "react";
import type { Entity } from "#core/model/entity.ts";
import * as enums from "#core/model/enums.ts";
import { entities } from "#core/model/index.ts";
import type { Deadline } from "#core/model/directive.ts";
import type { TableName } from "#core/model/tables.ts";
import { recordKey } from "#data/touches.ts";
import { type TextTools, useText } from "#ui/text/use-text.ts";
import { useDeadlineText } from "./deadline-text.ts";
import { enumWord } from "./enum-text.ts";
import { useWorkspace } from "./workspace.tsx";

/** Where the words of a closed list stand, by the list itself. */
const listNames = new Map<readonly string[], string>([
  [enums.postTypes, "postType"],
  [enums.organizationKinds, "organizationKind"],
  [enums.taskingModes, "taskingMode"],
  [enums.directiveStatuses, "directiveStatus"],
  [enums.pointKinds, "pointKind"],
  [enums.writtenMaterials, "writtenMaterial"],
  [enums.paperFates, "paperFate"],
  [enums.levels, "level"],
  [enums.notDeliveredReasons, "notDeliveredReason"],
  [enums.exemptReasons, "exemptReason"],
  [enums.engagementTypes, "engagementType"],
  [enums.engagementStates, "engagementState"],
  [enums.reactions, "reaction"],
  [enums.askOutcomes, "askOutcome"],
  [enums.responseCategories, "responseCategory"],
  [enums.authorities, "authority"],
  [enums.stances, "stance"],
  [enums.confidences, "confidence"],
  [enums.followUpStatuses, "followUpStatus"],
  [enums.parties, "party"],
  [enums.priorities, "priority"],
  [enums.referenceKinds, "referenceKind"],
  [enums.documentKinds, "documentKind"],
  [enums.markings, "marking"],
  [enums.precedences, "precedence"],
  [enums.addressKinds, "addressKind"],
]);

/** Lists that only one field has. */
const ownLists: Readonly<Record<string, string>> = {
  "engagements.initiatedBy": "initiatedBy",
  "positions.basis": "positionBasis",
};

/** Lists of members inside of a map's values. */
const memberLists: Readonly<Record<string, string>> = {
  "objectives.kind": "objectiveKind",
  "clearances.kind": "clearanceKind",
  "points.outcome": "pointOutcome",
  "commitments.by": "party",
  "offices.level": "level",
};

type Titles = ReadonlyMap<string, string>;
type ValueWords = (table: TableName, path: string, value: unknown, titles: Titles) => string;

/** Members of a map's values that point to a record. */
const memberRefs: Readonly<Record<string, TableName>> = { "offices.organizationId": "organizations" };

/** The same while the language and the capital's zone are. */
export function useValueWords(): ValueWords {
  const text = useText();
  const { deadline } = useDeadlineText();
  const { capitalTimeZone } = useWorkspace().settings;
  return useMemo(() => valueWordsOf(text, deadline, capitalTimeZone), [text, deadline, capitalTimeZone]);
}

function valueWordsOf(
  text: TextTools,
  deadline: (deadline: Deadline | null) => string,
  capitalTimeZone: string,
): ValueWords {
  return (table, path, value, titles) => {
    const { t, formatDay, formatInstant, formatNumber, formatList } = text;
    if (path === "deleted") return t(value === true ? "decisions.deleted" : "value.notDeleted");
    if (value === null || value === "") return t("decisions.empty");
    const [name = "", key] = path.split("/");
    const entity: Entity = entities[table];
    const field = entity.fields[name];
    if (key !== undefined || field?.kind === "map") return memberWords(text, name, value, titles);
    if (typeof value === "boolean") return t(value ? "decisions.yes" : "decisions.no");
    if (typeof value === "number") return formatNumber(value);
    if (Array.isArray(value))
      return value.length === 0 ? t("decisions.empty") : formatList(value.map(String));
    if (typeof value !== "string") return deadline(value as Deadline);
    if (field?.kind === "choice") {
      const list = ownLists[`${table}.${name}`] ?? listNames.get(field.choices ?? []) ?? "";
      return enumWord(text, list, value);
    }
    if (field?.kind === "day") return formatDay(value);
    if (field?.kind === "instant") return formatInstant(value, capitalTimeZone);
    if (field?.to) return titles.get(recordKey(field.to, value)) ?? t("value.unknown");
    return value;
  };
}

function memberWords(text: TextTools, field: string, value: unknown, titles: Titles): string {
  if (typeof value !== "object" || value === null)
    return value === true ? text.t("decisions.yes") : String(value);
  const words = Object.entries(value).flatMap(([member, one]: [string, unknown]) => {
    if (typeof one !== "string" || one === "") return [];
    const list = memberLists[`${field}.${member}`];
    if (list) return [enumWord(text, list, one)];
    const to = memberRefs[`${field}.${member}`];
    if (to) return [titles.get(recordKey(to, one)) ?? text.t("value.unknown")];
    return /^\d{4}-\d{2}-\d{2}$/.test(one) ? [text.formatDay(one)] : [one];
  });
  return words.length === 0 ? text.t("decisions.empty") : words.join(" · ");
}

/** A key of a map that names a record: "1" of "post's own wording: 1". */
export function keyTitle(table: TableName, path: string, titles: Titles): string {
  const [name = "", key] = path.split("/");
  const entity: Entity = entities[table];
  const to = entity.fields[name]?.to;
  return key !== undefined && to ? (titles.get(recordKey(to, key)) ?? "") : "";
}

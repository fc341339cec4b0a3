// What happened to some records, newest first: the same list on a tab, in a drawer, for one field or for all.
import { type ReactNode, useMemo, useState } from "react";
import { type History as HistoryOf, historyOf, type HistoryLine } from "#data/history.ts";
import { recordKey, type RecordName } from "#data/touches.ts";
import { useLive, useSession } from "#data/use-live.tsx";
import { Button } from "#ui/controls/button.tsx";
import { Select } from "#ui/controls/select.tsx";
import { EmptyState } from "#ui/display/empty-state.tsx";
import { useText } from "#ui/text/use-text.ts";
import { fieldLabel } from "./field-label.ts";
import css from "./history.module.css";
import { HistoryEntry } from "./history-entry.tsx";
import { Ready } from "./ready.tsx";

/** How many writes are drawn at first, and with each press for more. */
const step = 50;
const everyField = "*";

export function History({ records }: { readonly records: readonly RecordName[] }): ReactNode {
  const session = useSession();
  const keys = records.map(({ table, id }) => recordKey(table, id)).join(" ");
  const live = useLive((view) => historyOf(session, view, records), [session, keys]);
  return (
    <Ready live={live}>
      {(history) => <HistoryList history={history} only={records.length === 1 ? records[0] : undefined} />}
    </Ready>
  );
}

function HistoryList({
  history,
  only,
}: {
  readonly history: HistoryOf;
  readonly only: RecordName | undefined;
}): ReactNode {
  const text = useText();
  const { t } = text;
  const [field, setField] = useState(everyField);
  const [shown, setShown] = useState(step);
  const fields = useMemo(() => fieldsIn(history.lines, text), [history, text]);
  const lines = useMemo(
    () => (field === everyField ? history.lines : onlyField(history.lines, field)),
    [history, field],
  );
  if (history.lines.length === 0) return <EmptyState>{t("history.none")}</EmptyState>;
  const rest = lines.length - shown;
  return (
    <div className={css["history"]}>
      {history.lines.length > 1 && (
        <div className={css["filter"]}>
          <Select
            label={t("history.field")}
            options={[{ id: everyField, label: t("history.allFields") }, ...fields]}
            value={field}
            onChange={setField}
          />
        </div>
      )}
      <ol className={css["lines"]}>
        {lines.slice(0, shown).map((line) => (
          <HistoryEntry key={line.group} line={line} titles={history.titles} only={only} />
        ))}
      </ol>
      {rest > 0 && (
        <Button onPress={() => setShown(shown + step)}>
          {t("history.older", { count: Math.min(rest, step) })}
        </Button>
      )}
    </div>
  );
}

/** Fields that were ever written, by their words: "table/field". */
function fieldsIn(lines: readonly HistoryLine[], text: Parameters<typeof fieldLabel>[0]) {
  const found = new Map<string, string>();
  for (const { records } of lines) {
    for (const { table, changes } of records) {
      for (const { path } of changes) found.set(fieldKey(table, path), fieldLabel(text, table, path));
    }
  }
  return [...found].map(([id, label]) => ({ id, label })).sort((a, b) => a.label.localeCompare(b.label));
}

function onlyField(lines: readonly HistoryLine[], field: string): readonly HistoryLine[] {
  return lines.flatMap((line) => {
    const records = line.records.flatMap((record) => {
      const changes = record.changes.filter(({ path }) => fieldKey(record.table, path) === field);
      return changes.length === 0 ? [] : [{ ...record, changes }];
    });
    return records.length === 0 ? [] : [{ ...line, records }];
  });
}

function fieldKey(table: string, path: string): string {
  return `${table}/${path.split("/")[0] ?? path}`;
}

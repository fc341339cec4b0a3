// One write in a history: when, who, where and why, then each record it changed with the values before and after.
import { type ReactNode, useState } from "react";
import type { HistoryChange, HistoryLine, RecordChange } from "#data/history.ts";
import { recordKey, type RecordName } from "#data/touches.ts";
import { useSession } from "#data/use-live.tsx";
import { Button } from "#ui/controls/button.tsx";
import { Badge } from "#ui/display/badge.tsx";
import { useText } from "#ui/text/use-text.ts";
import { BringBackDialog } from "./bring-back-dialog.tsx";
import { fieldLabel } from "./field-label.ts";
import css from "./history.module.css";
import { ValueChange } from "./value-change.tsx";
import { keyTitle } from "./value-words.ts";
import { useWorkspace } from "./workspace.tsx";

/** How many records of one write are drawn before the rest is folded away. */
const openRecords = 5;

interface HistoryEntryProps {
  readonly line: HistoryLine;
  readonly titles: ReadonlyMap<string, string>;
  /** The one record whose history it is, which need not be named again. */
  readonly only: RecordName | undefined;
}

export function HistoryEntry({ line, titles, only }: HistoryEntryProps): ReactNode {
  const { t } = useText();
  const open = line.records.slice(0, openRecords);
  const folded = line.records.slice(openRecords);
  const drawn = (records: readonly RecordChange[]) =>
    records.map((record) => (
      <RecordPart
        key={recordKey(record.table, record.id)}
        record={record}
        titles={titles}
        isNamed={record.table !== only?.table || record.id !== only.id}
      />
    ));
  return (
    <li className={css["line"]}>
      <EntryHead line={line} />
      {line.why !== null && (
        <p className={css["why"]}>
          <bdi>{t("history.why", { why: line.why })}</bdi>
        </p>
      )}
      {drawn(open)}
      {folded.length > 0 && (
        <details>
          <summary>{t("history.moreRecords", { count: folded.length })}</summary>
          {drawn(folded)}
        </details>
      )}
    </li>
  );
}

function EntryHead({ line }: { readonly line: HistoryLine }): ReactNode {
  const { t, formatInstant } = useText();
  const { settings } = useWorkspace();
  const { workspace } = useSession();
  const { at, user, deviceId, kind } = line;
  return (
    <p className={css["head"]}>
      <time dateTime={at} className={css["when"]}>
        {formatInstant(at, settings.capitalTimeZone)}
      </time>
      <bdi>{user === "" ? t("decisions.unnamed") : user}</bdi>
      <span className={css["muted"]} title={deviceId}>
        {deviceId === workspace.deviceId
          ? t("history.thisDevice")
          : t("history.device", { device: deviceId.slice(0, 8) })}
      </span>
      {kind === "undo" && <Badge isOutlined>{t("history.undo")}</Badge>}
      {kind === "import" && <Badge isOutlined>{t("history.import")}</Badge>}
    </p>
  );
}

interface RecordPartProps {
  readonly record: RecordChange;
  readonly titles: ReadonlyMap<string, string>;
  readonly isNamed: boolean;
}

function RecordPart({ record, titles, isNamed }: RecordPartProps): ReactNode {
  const { t } = useText();
  const { table, id, isNew, changes } = record;
  const trash = changes.find(({ path }) => path === "deleted");
  const rest = changes.filter(({ path }) => path !== "deleted");
  const what = isNew
    ? t("history.created")
    : trash && t(trash.after === true ? "history.trashed" : "history.restored");
  const list = (
    <ul className={css["changes"]}>
      {rest.map((change) => (
        <ChangeRow key={change.path} record={record} change={change} titles={titles} />
      ))}
    </ul>
  );
  return (
    <div className={css["record"]}>
      {(isNamed || what !== undefined) && (
        <p>
          {what !== undefined && <strong className={css["what"]}>{what}</strong>}
          {isNamed && (
            <>
              <span className={css["kind"]}>{t(`record.${table}`)}</span>{" "}
              <bdi>{titles.get(recordKey(table, id)) ?? id}</bdi>
            </>
          )}
        </p>
      )}
      {isNew && rest.length > 0 ? (
        <details>
          <summary>{t("history.fields", { count: rest.length })}</summary>
          {list}
        </details>
      ) : (
        rest.length > 0 && list
      )}
    </div>
  );
}

interface ChangeRowProps {
  readonly record: RecordChange;
  readonly change: HistoryChange;
  readonly titles: ReadonlyMap<string, string>;
}

function ChangeRow({ record, change, titles }: ChangeRowProps): ReactNode {
  const text = useText();
  const [isAsking, setAsking] = useState(false);
  const field = fieldLabel(text, record.table, change.path);
  const key = keyTitle(record.table, change.path, titles);
  return (
    <li className={css["change"]}>
      <span className={css["field"]}>
        {field}
        {key !== "" && (
          <>
            {" "}
            <bdi className={css["key"]}>{key}</bdi>
          </>
        )}
      </span>
      <ValueChange table={record.table} change={change} titles={titles} />
      {!change.isShown && (
        <Button size="small" tone="quiet" onPress={() => setAsking(true)}>
          <span aria-hidden>{text.t("history.bringBack")}</span>
          <span className={css["unsaid"]}>{text.t("history.bringBack.of", { field })}</span>
        </Button>
      )}
      {isAsking && (
        <BringBackDialog
          record={record}
          change={change}
          field={field}
          titles={titles}
          onClose={() => setAsking(false)}
        />
      )}
    </li>
  );
}

// The last step: the receipt. What was done, from which file, and what was left out and why.
import type { ReactNode } from "react";
import type { Plan } from "#core/exchange/plan.ts";
import { isStanding } from "#data/undo.ts";
import { useLive, useSession } from "#data/use-live.tsx";
import { Button } from "#ui/controls/button.tsx";
import { Callout } from "#ui/display/callout.tsx";
import { useFocusFound } from "#ui/lib/use-focus-found.ts";
import { useNavigate } from "#ui/screen.ts";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { useListPaper } from "../parts/use-list-paper.ts";
import { useKeepSaved, useSavePaper } from "../parts/use-save-paper.ts";
import { useUndo } from "../parts/use-undo.ts";
import css from "./import-screen.module.css";
import type { ImportFile } from "./import-file.ts";
import { leftOut, leftOutColumns } from "./left-out.ts";
import { usePlanText } from "./plan-text.ts";
import type { Importing } from "./use-import.ts";

/** Where the records that came in are to be seen. */
const places = {
  posts: links.posts(),
  counterparts: links.counterparts(),
  engagements: links.engagements(),
  followUps: links.followUps(),
  demarcheTasks: links.directives(),
  positions: links.counterparts(),
} as const;

const counted = ["rowsIn", "created", "updated", "unchanged", "skipped", "rejected"] as const;

export function ReceiptStep({ importing }: { readonly importing: Importing }): ReactNode {
  const { t } = useText();
  const navigate = useNavigate();
  const undo = useUndo();
  const { applied, file, target } = importing;
  const session = useSession();
  const standing = useLive(
    async (view) => applied === null || isStanding(session, view, target.table, applied.group),
    [applied, target],
  );
  const isUndone = standing.state === "ready" && !standing.value;
  const place = useFocusFound<HTMLDivElement>(isUndone);
  if (applied === null || file === null) return null;
  const { plan, group } = applied;
  return (
    <div ref={place} tabIndex={-1} className={css["step"]}>
      <Outcome plan={plan} isUndone={isUndone} onUndo={() => void undo.group(group)} />
      <Receipt plan={plan} file={file} />
      <LeftOut importing={importing} plan={plan} file={file} />
      <div className={css["ways"]}>
        <Button tone="primary" onPress={() => navigate(places[target.name])}>
          {t(`import.done.to.${target.name}`)}
        </Button>
        <Button onPress={importing.restart}>{t("import.done.another")}</Button>
      </div>
    </div>
  );
}

interface OutcomeProps {
  readonly plan: Plan;
  readonly isUndone: boolean;
  readonly onUndo: () => void;
}

function Outcome({ plan, isUndone, onUndo }: OutcomeProps): ReactNode {
  const { t } = useText();
  if (isUndone)
    return (
      <Callout tone="info" title={t("import.undone.title")} isAnnounced>
        {t("import.undone.text")}
      </Callout>
    );
  const { created, updated } = plan.counts;
  return (
    <Callout
      tone="success"
      title={t("import.done.title")}
      isAnnounced
      actions={<Button onPress={onUndo}>{t("import.done.undo")}</Button>}
    >
      {t("import.done.text", { created, updated })}
    </Callout>
  );
}

function Receipt({ plan, file }: { readonly plan: Plan; readonly file: ImportFile }): ReactNode {
  const { t, formatNumber } = useText();
  return (
    <dl className={css["receipt"]}>
      <dt>{t("import.done.file")}</dt>
      <dd>
        <bdi>{file.name}</bdi>, {t("import.done.bytes", { bytes: formatNumber(file.byteCount) })}
      </dd>
      <dt>{t("import.done.hash")}</dt>
      <dd className={css["hash"]}>{file.sha256}</dd>
      <dt>{t("import.done.planHash")}</dt>
      <dd className={css["hash"]}>{plan.hash}</dd>
      {counted.map((name) => (
        <div key={name} className={css["receiptRow"]}>
          <dt>{t(`import.did.${name}`)}</dt>
          <dd>{formatNumber(plan.counts[name])}</dd>
        </div>
      ))}
    </dl>
  );
}

const listed = 10;

function LeftOut(props: {
  readonly importing: Importing;
  readonly plan: Plan;
  readonly file: ImportFile;
}): ReactNode {
  const { t } = useText();
  const { importing, plan, file } = props;
  const session = useSession();
  const save = useSavePaper();
  const keep = useKeepSaved();
  const listPaper = useListPaper();
  const planText = usePlanText(importing.target, importing.planned?.against ?? {}, plan.made);
  const rows = leftOut(plan.rows);
  if (rows.length === 0) return null;
  const { format } = file.table;
  const saveThem = () => {
    const title = t("import.done.leftOutName", { name: file.name.replace(/\.[^.]*$/u, "") });
    if (format === "vcf" || format === "ics") {
      const lines = [...new Set(rows.map(({ line }) => line))];
      const saving = session.host.call("files.saveOnly", { handle: file.handle, name: title, lines });
      return keep(saving, format, lines.length);
    }
    const columns = leftOutColumns(file, {
      line: t("import.plan.line"),
      reason: t("import.done.reason"),
      textOf: planText.row,
    });
    return save(title, format, listPaper({ title, columns, rows }));
  };
  return (
    <section className={css["rejects"]}>
      <h2>{t("import.done.leftOut", { count: rows.length })}</h2>
      <ul className={css["rejectList"]}>
        {rows.slice(0, listed).map((row) => (
          <li key={row.at}>
            <span className={css["muted"]}>{t("import.done.atLine", { line: row.line })}</span>{" "}
            {row.title !== "" && <bdi>{row.title}: </bdi>}
            {planText.row(row)}
          </li>
        ))}
      </ul>
      {rows.length > listed && (
        <p className={css["muted"]}>{t("import.done.moreLeftOut", { count: rows.length - listed })}</p>
      )}
      <Button onPress={() => void saveThem()}>{t(`import.done.saveLeftOut.${format}`)}</Button>
    </section>
  );
}

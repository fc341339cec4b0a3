// The record itself: check its chain, take an audit of it out, see who did so before, make the view anew.
import { type ReactNode, useState } from "react";
import type { Access } from "#core/model/access.ts";
import { lastAccesses, noteAccess } from "#data/access.ts";
import { rebuildView } from "#data/session.ts";
import { useLive, useSession } from "#data/use-live.tsx";
import { write } from "#data/write.ts";
import { Button } from "#ui/controls/button.tsx";
import { Callout } from "#ui/display/callout.tsx";
import { useToast } from "#ui/overlays/toast.tsx";
import { useNavigate } from "#ui/screen.ts";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { useFailureText } from "../parts/failure-text.ts";
import { handOver } from "../parts/hand-over.ts";
import { Ready } from "../parts/ready.tsx";
import { type RecordCheck, useRecordWatch } from "../parts/record-watch.tsx";
import { useWorkspace } from "../parts/workspace.tsx";
import css from "./settings-screen.module.css";

export function RecordSection(): ReactNode {
  const { t } = useText();
  const session = useSession();
  const toast = useToast();
  const navigate = useNavigate();
  const [isPending, setPending] = useState(false);
  const rebuild = async () => {
    setPending(true);
    await rebuildView(session, () => undefined);
    setPending(false);
    toast.show({ text: t("settings.rebuilt"), tone: "success" });
  };
  return (
    <section className={css["section"]} aria-label={t("settings.record")}>
      <h2>{t("settings.record")}</h2>
      <p className={css["text"]}>{t("audit.what")}</p>
      <CheckResult />
      <AuditButtons />
      <Accesses />
      <p className={css["text"]}>{t("settings.record.text")}</p>
      <div className={css["buttons"]}>
        <Button isPending={isPending} onPress={() => void rebuild()}>
          {t("settings.rebuild")}
        </Button>
        <Button onPress={() => navigate(links.trash())}>{t("settings.trash")}</Button>
      </div>
    </section>
  );
}

function AuditButtons(): ReactNode {
  const { t } = useText();
  const { check, run } = useRecordWatch();
  const exportAudit = useExportAudit();
  const [isExporting, setExporting] = useState(false);
  const take = async () => {
    setExporting(true);
    await exportAudit();
    setExporting(false);
  };
  return (
    <div className={css["buttons"]}>
      <Button isPending={check.state === "checking"} onPress={() => void run()}>
        {t("audit.check")}
      </Button>
      <Button isPending={isExporting} onPress={() => void take()}>
        {t("audit.export")}
      </Button>
    </div>
  );
}

function useExportAudit(): () => Promise<void> {
  const { t } = useText();
  const session = useSession();
  const toast = useToast();
  const failureText = useFailureText();
  return async () => {
    const name = t("audit.fileName", { workspace: session.workspace.label });
    const answer = await session.host.call("audit.export", { name });
    if (!answer.ok) return toast.show({ text: failureText(answer), tone: "danger" });
    const { saved, entries } = answer.value;
    if (saved.kind === "cancelled") return;
    if (saved.kind === "download") handOver(saved);
    toast.show({ text: t(`save.${saved.kind}`, { name: saved.name }), tone: "success" });
    await write(session, noteAccess({ act: "exported", what: saved.name, format: "audit", rows: entries }));
  };
}

function CheckResult(): ReactNode {
  const { check } = useRecordWatch();
  return <div role="status">{check.state !== "none" && <ResultText check={check} />}</div>;
}

function ResultText({ check }: { readonly check: Exclude<RecordCheck, { state: "none" }> }): ReactNode {
  const { t, formatInstant, formatNumber } = useText();
  const failureText = useFailureText();
  const { settings } = useWorkspace();
  if (check.state === "failed") return <Callout tone="danger">{failureText(check.failure)}</Callout>;
  if (check.state === "checking") {
    const { frame, of } = check.progress ?? { frame: 0, of: 0 };
    return (
      <p className={css["text"]}>
        {t("audit.checking", { done: formatNumber(frame), all: formatNumber(of) })}
      </p>
    );
  }
  const { at, entries, bad } = check.result;
  const when = formatInstant(at, settings.capitalTimeZone);
  if (bad === null) return <Callout tone="success">{t("audit.good", { when, entries })}</Callout>;
  const { fault, file, frame, log, seq } = bad;
  return (
    <Callout tone="danger">
      {fault === "frame"
        ? t("audit.bad.frame", { when, file, frame })
        : t("audit.bad.link", { when, file, frame, log, seq, what: t(`audit.fault.${fault}`) })}
    </Callout>
  );
}

const shownAccesses = 10;

function Accesses(): ReactNode {
  const { t } = useText();
  const live = useLive(lastAccesses(shownAccesses), []);
  return (
    <Ready live={live}>
      {(accesses) =>
        accesses.length > 0 && (
          <details>
            <summary>{t("audit.accesses")}</summary>
            <ul className={css["accesses"]}>
              {accesses.map((one) => (
                <AccessLine key={one.id} access={one} />
              ))}
            </ul>
          </details>
        )
      }
    </Ready>
  );
}

function AccessLine({ access }: { readonly access: Access }): ReactNode {
  const { t, formatInstant } = useText();
  const { settings } = useWorkspace();
  const { act, what, rows, fault, createdAt, changedBy } = access;
  return (
    <li>
      <time dateTime={createdAt}>{formatInstant(createdAt, settings.capitalTimeZone)}</time>{" "}
      <bdi>{changedBy === "" ? t("decisions.unnamed") : changedBy}</bdi>{" "}
      <span className={css["text"]}>
        {t(`audit.access.${act}`, { what, rows, result: fault === "" ? "good" : "bad" })}
      </span>
    </li>
  );
}

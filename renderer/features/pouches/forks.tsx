// Logs of which two histories wait for a decision, each with the way there.
import type { ReactNode } from "react";
import { partsOfLog } from "#core/log/entry.ts";
import { forkedLogs } from "#data/pouch/settle.ts";
import { settledLogs } from "#data/pouch/ledger.ts";
import { useLive } from "#data/use-live.tsx";
import { Button } from "#ui/controls/button.tsx";
import { Callout } from "#ui/display/callout.tsx";
import { useNavigate } from "#ui/screen.ts";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import css from "./pouches-screen.module.css";

export function Forks(): ReactNode {
  const { t } = useText();
  const navigate = useNavigate();
  const scopeWords = useScopeWords();
  const live = useLive(
    async (view) => ({ forks: await forkedLogs(view), settled: await settledLogs(view) }),
    [],
  );
  if (live.state !== "ready" || live.value.forks.length === 0) return null;
  const { forks, settled } = live.value;
  return (
    <div className={css["forks"]}>
      {forks.map(({ log, office: { office } }) => {
        const key = settled.has(log) ? ("pouches.settle.again" as const) : ("pouches.settle.waits" as const);
        return (
          <Callout
            key={log}
            tone={settled.has(log) ? "warning" : "danger"}
            title={t(key, { office })}
            actions={
              <Button onPress={() => navigate(links.settleHistories(log))}>{t("pouches.settle.open")}</Button>
            }
          >
            {t(`${key}.text`, { office, scope: scopeWords(log) })}
          </Callout>
        );
      })}
    </div>
  );
}

/** Which records a log is about. */
export function useScopeWords(): (log: string) => string {
  const { t } = useText();
  return (log) => {
    const scope = partsOfLog(log)?.scope;
    return t(`pouches.settle.scope.${scope === "hq" || scope === "all" ? scope : "post"}`);
  };
}

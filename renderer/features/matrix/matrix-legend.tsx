// What the marks of the matrix mean, on one line under it.
import type { ReactNode } from "react";
import { stageStatuses } from "#core/rules/task-stages.ts";
import { EvidenceLevel } from "#ui/display/evidence-level.tsx";
import { useText } from "#ui/text/use-text.ts";
import { useEnumText } from "../parts/enum-text.ts";
import type { MatrixView } from "./matrix-search.ts";
import css from "./matrix-screen.module.css";
import { StageCell } from "./stage-cell.tsx";

const levels = [0, 1, 2, 3, 4, null] as const;
const shown = stageStatuses.filter((status) => status !== "pending");

export function MatrixLegend({ view }: { readonly view: MatrixView }): ReactNode {
  const { t } = useText();
  const enumText = useEnumText();
  return (
    <ul className={css["legend"]} aria-label={t("matrix.legend")}>
      {view === "points"
        ? levels.map((level) => {
            const words = t(`matrix.legend.${level ?? "none"}`);
            return (
              <li key={String(level)}>
                <EvidenceLevel level={level} meaning={words} /> <span aria-hidden>{words}</span>
              </li>
            );
          })
        : shown.map((status) => {
            const words = enumText("stageStatus", status);
            return (
              <li key={status}>
                <StageCell status={status} label={words} meaning={t(`matrix.legend.${status}`)} />
              </li>
            );
          })}
      {view === "stages" && (
        <li>
          <EvidenceLevel level={null} meaning={t("matrix.legend.none")} />{" "}
          <span aria-hidden>{t("matrix.legend.none")}</span>
        </li>
      )}
      <li>
        <span className={css["variant"]} aria-hidden /> {t("matrix.variant")}
      </li>
    </ul>
  );
}

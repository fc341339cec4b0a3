// One row of a plan: why it is so, what it would change field by field, and what else can become of it.
import type { ReactNode } from "react";
import type { Choice, PlanRow } from "#core/exchange/plan.ts";
import { RadioGroup } from "#ui/controls/radio-group.tsx";
import { useText } from "#ui/text/use-text.ts";
import css from "./import-screen.module.css";
import { type PlanText, wayShown } from "./plan-text.ts";

export interface PlanRowFactsProps {
  readonly row: PlanRow;
  /** The row as it was proposed. */
  readonly proposal: PlanRow;
  readonly planText: PlanText;
  readonly onChoose: (choice: Choice | "proposed") => void;
}

export function PlanRowFacts({ row, proposal, planText, onChoose }: PlanRowFactsProps): ReactNode {
  const { t } = useText();
  const way = wayShown(row);
  return (
    <>
      <h2 className={css["rowTitle"]}>
        <bdi>{row.title || t("import.plan.unnamed")}</bdi>
      </h2>
      <p className={css["muted"]}>
        {t("import.plan.rowIs", { fate: t(`import.fate.${row.fate}`), line: row.line })}
      </p>
      {row.reasons.map((reason) => (
        <p key={`${reason.code}${reason.column ?? ""}`}>{planText.reason(reason)}</p>
      ))}
      {row.fate === "unchanged" && <p>{t("import.plan.same")}</p>}
      {row.ways.length > 0 && row.fate !== "unchanged" && (
        <FateChoice row={row} proposal={proposal} onChoose={onChoose} />
      )}
      {way !== undefined && Object.keys(way.values).length > 0 && row.fate !== "skip" && (
        <table className={css["changes"]}>
          <thead>
            <tr>
              <th scope="col">{t("import.map.field")}</th>
              {way.kind === "update" && <th scope="col">{t("import.plan.before")}</th>}
              <th scope="col">{t("import.plan.after")}</th>
            </tr>
          </thead>
          <tbody>
            {Object.entries(way.values).map(([path, after]) => (
              <tr key={path}>
                <th scope="row">{planText.field(path)}</th>
                {way.kind === "update" && (
                  <td className={css["was"]}>
                    <bdi>{planText.value(path, way.before[path])}</bdi>
                  </td>
                )}
                <td>
                  <bdi>{planText.value(path, after)}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

const wayLabels = {
  create: "import.way.create",
  update: "import.way.update",
  unchanged: "import.way.update",
  later: "import.way.later",
} as const;
const skip = "skip";
const undecided = "undecided";

function FateChoice({ row, proposal, onChoose }: Omit<PlanRowFactsProps, "planText">): ReactNode {
  const { t } = useText();
  const waits = (proposal.fate === "duplicate" || proposal.fate === "conflict") && proposal.way === null;
  const options = [
    ...row.ways.map(({ kind, title }, at) => ({
      id: String(at),
      label: t(wayLabels[kind], { title }),
    })),
    { id: skip, label: t("import.way.skip") },
    ...(waits ? [{ id: undecided, label: t("import.way.undecided") }] : []),
  ];
  const value = row.way !== null ? String(row.way) : row.fate === "skip" ? skip : undecided;
  return (
    <RadioGroup
      label={t("import.plan.becomes")}
      options={options}
      value={value}
      onChange={(id) => {
        if (id === undecided) onChoose("proposed");
        else onChoose(id === skip ? { kind: "skip" } : { kind: "way", at: Number(id) });
      }}
    />
  );
}

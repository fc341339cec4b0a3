// Above the cards: which kind of field is shown, and one answer for all of a kind.
import type { ReactNode } from "react";
import { bulkWishes, wished } from "#core/rules/decisions.ts";
import { decide, type Decided, type OpenDecision } from "#data/decisions.ts";
import { useSession } from "#data/use-live.tsx";
import { MenuButton } from "#ui/controls/menu-button.tsx";
import { Select } from "#ui/controls/select.tsx";
import { type TextTools, useText } from "#ui/text/use-text.ts";
import { fieldLabel } from "../parts/field-label.ts";
import { useCommand } from "../parts/use-command.ts";
import css from "./decisions-screen.module.css";

/** Decisions of one kind are about the same field of the same table. */
export function kindKey({ table, path }: Pick<OpenDecision, "table" | "path">): string {
  return `${table}.${path.split("/")[0] ?? path}`;
}

interface ToolsProps {
  readonly decisions: readonly OpenDecision[];
  readonly kind: string;
  readonly onKind: (kind: string) => void;
}

export function DecisionTools({ decisions, kind, onKind }: ToolsProps): ReactNode {
  const text = useText();
  const { t } = text;
  const kinds = Map.groupBy(decisions, kindKey);
  const ofKind = kind === "" ? decisions : (kinds.get(kind) ?? []);
  return (
    <div className={css["tools"]}>
      <Select
        label={t("decisions.kind")}
        value={kind}
        onChange={onKind}
        options={[
          { id: "", label: t("decisions.allKinds", { count: decisions.length }) },
          ...[...kinds].map(([id, some]) => ({ id, label: kindLabel(text, some) })),
          // A kind that was just decided stays named until another is chosen.
          ...(kind === "" || kinds.has(kind) ? [] : [{ id: kind, label: t("decisions.kindDone") }]),
        ]}
      />
      {ofKind.length > 1 && <ForAll decisions={ofKind} />}
    </div>
  );
}

function kindLabel(text: TextTools, some: readonly OpenDecision[]): string {
  const [first] = some;
  if (!first) return "";
  const field = fieldLabel(text, first.table, first.path);
  return text.t("decisions.kind.count", {
    kind: text.t(`table.${first.table}`),
    field,
    count: some.length,
  });
}

type Answer = (typeof bulkWishes)[number] | "leaveDeleted" | "bringBack";
const answersToDeletion = ["leaveDeleted", "bringBack"] as const;

/** One write for all of them; those an answer does not fit keep waiting, and the word on it says how many. */
function ForAll({ decisions }: { readonly decisions: readonly OpenDecision[] }): ReactNode {
  const { t } = useText();
  const run = useCommand();
  const { workspace } = useSession();
  const decidedBy = (answer: Answer): readonly Decided[] =>
    decisions.flatMap((decision): Decided[] => {
      const isDeletion = decision.path === "deleted";
      if (answer === "leaveDeleted" || answer === "bringBack")
        return isDeletion ? [{ decision, value: answer === "leaveDeleted" }] : [];
      const meant = isDeletion ? null : wished(answer, decision.values, workspace.deviceId);
      return meant === null ? [] : [{ decision, value: meant.value }];
    });
  const answers = [...bulkWishes, ...answersToDeletion].map((answer) => ({
    answer,
    decided: decidedBy(answer),
  }));
  return (
    <MenuButton
      label={t("decisions.forAll")}
      actions={answers
        .filter(({ decided }) => decided.length > 0)
        .map(({ answer, decided }) => ({
          id: answer,
          label: t(`decisions.all.${answer}`),
          detail: t("decisions.all.count", { count: decided.length }),
        }))}
      onAction={(chosen) => {
        const decided = answers.find(({ answer }) => answer === chosen)?.decided ?? [];
        const left = decisions.length - decided.length;
        void run(decide(decided), t("decisions.settledAll", { count: decided.length, left }));
      }}
    />
  );
}

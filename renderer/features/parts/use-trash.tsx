// Moving a record to the trash: at once, or after saying who else points to it.
import { type ReactNode, useState } from "react";
import { moveToTrash, planTrash, type TrashPlan } from "#data/trash.ts";
import type { RecordName } from "#data/touches.ts";
import { useSession } from "#data/use-live.tsx";
import { Confirm } from "#ui/overlays/confirm.tsx";
import { useText } from "#ui/text/use-text.ts";
import { useCommand } from "./use-command.ts";

interface Trash {
  readonly move: (record: RecordName, name: string) => Promise<void>;
  /** The question, to be drawn where the hook is used. */
  readonly question: ReactNode;
}

interface Asked {
  readonly record: RecordName;
  readonly name: string;
  readonly plan: TrashPlan;
}

/** `onMoved` is called once it is in the trash. */
export function useTrash(onMoved?: () => void): Trash {
  const { t, formatList } = useText();
  const { view } = useSession();
  const run = useCommand();
  const [asked, setAsked] = useState<Asked | null>(null);
  const take = async ({ record, name, plan }: Asked) => {
    setAsked(null);
    const kind = t(`record.${record.table}`);
    if (await run(moveToTrash(plan.goes), t("trash.moved", { kind, name }))) onMoved?.();
  };
  return {
    move: async (record, name) => {
      const plan = await planTrash(view, record);
      const next = { record, name, plan };
      if (plan.pointers.length > 0 || plan.goes.length > 1) setAsked(next);
      else await take(next);
    },
    question: asked !== null && (
      <Confirm
        isOpen
        title={t("trash.ask.title", { kind: t(`record.${asked.record.table}`) })}
        confirmLabel={t("trash.move")}
        onConfirm={() => void take(asked)}
        onClose={() => setAsked(null)}
      >
        <p>
          <bdi>{asked.name}</bdi>
        </p>
        {asked.plan.goes.length > 1 && <p>{t("trash.ask.along", { count: asked.plan.goes.length - 1 })}</p>}
        {asked.plan.pointers.length > 0 && (
          <p>
            {t("trash.ask.pointers", {
              what: formatList(
                asked.plan.pointers.map(({ table, count }) =>
                  t("trash.ask.pointer", { kind: t(`table.${table}`), count }),
                ),
              ),
            })}
          </p>
        )}
      </Confirm>
    ),
  };
}

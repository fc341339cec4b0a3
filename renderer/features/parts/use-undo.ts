// Undo and redo with a word on what came of it, its opposite, and the way to the record.
import { titlesOf } from "#data/record-titles.ts";
import { recordKey } from "#data/touches.ts";
import { type PutBack, undoGroup, undoLast, type Undone } from "#data/undo.ts";
import { useSession } from "#data/use-live.tsx";
import type { View } from "#data/view/view.ts";
import type { Failure, Result } from "#core/lib/result.ts";
import type { Session } from "#data/session.ts";
import { type Toasts, useToast } from "#ui/overlays/toast.tsx";
import { useNavigate } from "#ui/screen.ts";
import { type TextTools, useText } from "#ui/text/use-text.ts";
import { useFailureText } from "./failure-text.ts";
import { fieldLabel } from "./field-label.ts";
import { recordLink } from "./record-link.ts";

type Way = "undo" | "redo";

export interface UndoTools {
  /** The last change of this device, or the last that was undone. */
  readonly last: (way: Way) => Promise<void>;
  /** One change, by the group its write was given. */
  readonly group: (group: string) => Promise<void>;
}

interface Place {
  readonly session: Session;
  readonly toast: Toasts;
  readonly text: TextTools;
  readonly navigate: (to: string) => void;
  readonly failureText: (failure: Failure) => string;
}

export function useUndo(): UndoTools {
  const session = useSession();
  const toast = useToast();
  const text = useText();
  const navigate = useNavigate();
  const failureText = useFailureText();
  const place: Place = { session, toast, text, navigate, failureText };
  return {
    last: async (way) => tell(place, way, await undoLast(session, way)),
    group: async (id) => tell(place, "undo", await undoGroup(session, id, "undo")),
  };
}

async function tell(place: Place, way: Way, answer: Result<Undone | null>): Promise<void> {
  const { session, toast, text, navigate, failureText } = place;
  const { t } = text;
  if (!answer.ok) return toast.show({ text: failureText(answer), tone: "danger" });
  if (answer.value === null) return toast.show({ text: t(`${way}.nothing`) });
  const { group, back, left } = answer.value;
  if (group === null) return toast.show({ text: t("undo.leftAll"), tone: "warning" });
  const [first] = back;
  const to = first ? await recordLink(session.view, first.table, first.id) : null;
  const what = await describe(session.view, text, back);
  const said = [t(way === "undo" ? "undo.done" : "redo.done", { what })];
  if (left > 0) said.push(t("undo.left", { left }));
  const opposite: Way = way === "undo" ? "redo" : "undo";
  const turnBack = async () => tell(place, opposite, await undoGroup(session, group, opposite));
  toast.show({
    text: said.join(" "),
    tone: left > 0 ? "warning" : "success",
    actions: [
      { label: t(`undo.${opposite}`), onPress: () => void turnBack() },
      ...(to === null ? [] : [{ label: t("undo.open"), onPress: () => navigate(to) }]),
    ],
  });
}

/** "Deliver-by date of Paris, STATE 118204", "owner of 14 records", "follow-up Call back". */
async function describe(view: View, { t, has }: TextTools, back: readonly PutBack[]): Promise<string> {
  const records = new Map(back.map((one) => [recordKey(one.table, one.id), one]));
  const [first] = back;
  if (!first) return "";
  const fields = new Set(back.map(({ table, path }) => fieldLabel({ t, has }, table, path)));
  const [field = ""] = fields;
  if (records.size > 1) {
    const count = records.size;
    return fields.size === 1 && first.path !== "deleted"
      ? t("undo.fieldOf", { field, count })
      : t("undo.records", { count });
  }
  const record = (await titlesOf(view, [first])).get(recordKey(first.table, first.id)) ?? "";
  if (first.path === "deleted") return t("undo.record", { kind: t(`record.${first.table}`), record });
  return fields.size === 1
    ? t("undo.field", { field, record })
    : t("undo.fields", { count: fields.size, record });
}

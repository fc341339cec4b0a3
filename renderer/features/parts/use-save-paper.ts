// Hands a saved file over, and says by what name it was saved. A failed save is never reported as done.
import type { RecordFormat, SaveFormat, Saved } from "#core/host/shapes.ts";
import type { Result } from "#core/lib/result.ts";
import type { Paper } from "#core/report/blocks.ts";
import { noteAccess, rowsIn } from "#data/access.ts";
import { useSession } from "#data/use-live.tsx";
import { write } from "#data/write.ts";
import { useToast } from "#ui/overlays/toast.tsx";
import { useText } from "#ui/text/use-text.ts";
import { useFailureText } from "./failure-text.ts";
import { handOver } from "./hand-over.ts";

/** Takes what the host has made of a file to be saved. Answers its name; null where the person or the system said no. */
export function useKeepSaved(): (
  saving: Promise<Result<Saved>>,
  format: SaveFormat | RecordFormat,
  rows: number,
) => Promise<string | null> {
  const session = useSession();
  const toast = useToast();
  const failureText = useFailureText();
  const { t } = useText();
  return async (saving, format, rows) => {
    const saved = await saving;
    if (!saved.ok) {
      toast.show({ text: failureText(saved), tone: "danger" });
      return null;
    }
    if (saved.value.kind === "cancelled") return null;
    if (saved.value.kind === "download") handOver(saved.value);
    toast.show({ text: t(`save.${saved.value.kind}`, { name: saved.value.name }), tone: "success" });
    const taken = { act: "exported", what: saved.value.name, format, rows } as const;
    const noted = await write(session, noteAccess(taken));
    if (!noted.ok) toast.show({ text: failureText(noted), tone: "danger" });
    return saved.value.name;
  };
}

/** Saves a finished paper or table. `name` without extension. */
export function useSavePaper(): (name: string, format: SaveFormat, paper: Paper) => Promise<string | null> {
  const { host } = useSession();
  const keep = useKeepSaved();
  return (name, format, paper) =>
    keep(host.call("files.save", { name, format, paper }), format, rowsIn(paper));
}

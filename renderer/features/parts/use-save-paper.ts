// Saves a finished paper or table as a file, and says by what name. A failed save is never reported as done.
import type { SaveFormat } from "#core/host/shapes.ts";
import type { Paper } from "#core/report/blocks.ts";
import { noteAccess, rowsIn } from "#data/access.ts";
import { useSession } from "#data/use-live.tsx";
import { write } from "#data/write.ts";
import { useToast } from "#ui/overlays/toast.tsx";
import { useText } from "#ui/text/use-text.ts";
import { useFailureText } from "./failure-text.ts";
import { handOver } from "./hand-over.ts";

/** `name` without extension. Answers the name it was saved by; null where the person or the system said no. */
export function useSavePaper(): (name: string, format: SaveFormat, paper: Paper) => Promise<string | null> {
  const session = useSession();
  const toast = useToast();
  const failureText = useFailureText();
  const { t } = useText();
  return async (name, format, paper) => {
    const saved = await session.host.call("files.save", { name, format, paper });
    if (!saved.ok) {
      toast.show({ text: failureText(saved), tone: "danger" });
      return null;
    }
    if (saved.value.kind === "cancelled") return null;
    if (saved.value.kind === "download") handOver(saved.value);
    toast.show({ text: t(`save.${saved.value.kind}`, { name: saved.value.name }), tone: "success" });
    const taken = { act: "exported", what: saved.value.name, format, rows: rowsIn(paper) } as const;
    const noted = await write(session, noteAccess(taken));
    if (!noted.ok) toast.show({ text: failureText(noted), tone: "danger" });
    return saved.value.name;
  };
}

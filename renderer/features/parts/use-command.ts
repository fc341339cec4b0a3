// How a screen changes something: write it, say so, or say why not. Nothing is called saved before it is on disk.
import { useSession } from "#data/use-live.tsx";
import { write, type WriteRequest } from "#data/write.ts";
import { useToast } from "#ui/overlays/toast.tsx";
import { useText } from "#ui/text/use-text.ts";
import { useFailureText } from "./failure-text.ts";
import { useUndo } from "./use-undo.ts";

/**
 * Writes and answers true once saved. A failure is shown as a toast and answers false; `said` is shown on success, with
 * a way to take the change back.
 */
export function useCommand(): (request: WriteRequest, said?: string) => Promise<boolean> {
  const session = useSession();
  const toast = useToast();
  const { t } = useText();
  const undo = useUndo();
  const failureText = useFailureText();
  return async (request, said) => {
    const written = await write(session, request);
    if (!written.ok) {
      toast.show({ text: failureText(written), tone: "danger" });
      return false;
    }
    const { saved, group } = written.value;
    if (said !== undefined && saved) {
      toast.show({
        text: said,
        tone: "success",
        actions: [{ label: t("undo.undo"), onPress: () => void undo.group(group) }],
      });
    }
    return true;
  };
}

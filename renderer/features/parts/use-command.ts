// How a screen changes something: write it, say so, or say why not. Nothing is called saved before it is on disk.
import { useSession } from "#data/use-live.tsx";
import { write, type WriteRequest } from "#data/write.ts";
import { useToast } from "#ui/overlays/toast.tsx";
import { useFailureText } from "./failure-text.ts";

/** Writes and answers true once saved. A failure is shown as a toast and answers false; `said` is shown on success. */
export function useCommand(): (request: WriteRequest, said?: string) => Promise<boolean> {
  const session = useSession();
  const toast = useToast();
  const failureText = useFailureText();
  return async (request, said) => {
    const written = await write(session, request);
    if (!written.ok) {
      toast.show({ text: failureText(written), tone: "danger" });
      return false;
    }
    if (said !== undefined && written.value.saved) toast.show({ text: said, tone: "success" });
    return true;
  };
}

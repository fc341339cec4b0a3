// What becomes of a sealed pouch: handed over where the browser saves it, told, and any failure in words.
import { useState } from "react";
import type { Result } from "#core/lib/result.ts";
import type { Sealed } from "#data/pouch/seal.ts";
import { useToast } from "#ui/overlays/toast.tsx";
import { useText } from "#ui/text/use-text.ts";
import { useFailureText } from "../parts/failure-text.ts";
import { handOver } from "../parts/hand-over.ts";

export function useSealed(onDone: (sealed: Sealed) => void) {
  const { t } = useText();
  const toast = useToast();
  const failureText = useFailureText();
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const seal = async (work: () => Promise<Result<Sealed>>) => {
    setPending(true);
    setFailure(null);
    const answer = await work();
    setPending(false);
    if (!answer.ok) return setFailure(failureText(answer));
    const { saved } = answer.value;
    if (saved.kind === "cancelled") return;
    if (saved.kind === "download") handOver(saved);
    toast.show({ text: t(`save.${saved.kind}`, { name: saved.name }), tone: "success" });
    onDone(answer.value);
  };
  return { isPending, failure, seal };
}

// Saves a finished paper or table as a file, and says by what name. A failed save is never reported as done.
import type { Saved, SaveFormat } from "#core/host/shapes.ts";
import type { Paper } from "#core/report/blocks.ts";
import { useHost } from "#host/use-host.tsx";
import { useToast } from "#ui/overlays/toast.tsx";
import { useText } from "#ui/text/use-text.ts";
import { useFailureText } from "./failure-text.ts";

/** `name` without extension. Answers the name it was saved by; null where the person or the system said no. */
export function useSavePaper(): (name: string, format: SaveFormat, paper: Paper) => Promise<string | null> {
  const host = useHost();
  const toast = useToast();
  const failureText = useFailureText();
  const { t } = useText();
  return async (name, format, paper) => {
    const saved = await host.call("files.save", { name, format, paper });
    if (!saved.ok) {
      toast.show({ text: failureText(saved), tone: "danger" });
      return null;
    }
    if (saved.value.kind === "cancelled") return null;
    if (saved.value.kind === "download") handOver(saved.value);
    toast.show({ text: t(`save.${saved.value.kind}`, { name: saved.value.name }), tone: "success" });
    return saved.value.name;
  };
}

/** In the browser edition the browser writes the file, where and as it is set to. */
function handOver({ name, mime, bytes }: Extract<Saved, { kind: "download" }>): void {
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mime }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The download has its own hold on the bytes once it has begun; a minute is ample.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

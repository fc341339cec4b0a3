// Hands out a copy of an attachment because a person asked for it, and notes that it left.
import { useState } from "react";
import { noteAccess } from "#data/access.ts";
import { useSession } from "#data/use-live.tsx";
import { write } from "#data/write.ts";
import { useToast } from "#ui/overlays/toast.tsx";
import { useText } from "#ui/text/use-text.ts";
import { useFailureText } from "./failure-text.ts";
import { handOver } from "./hand-over.ts";

interface SavedFile {
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
}

export function useSaveCopy(): {
  readonly isSaving: boolean;
  readonly save: (file: SavedFile) => Promise<void>;
} {
  const { t } = useText();
  const session = useSession();
  const toast = useToast();
  const failureText = useFailureText();
  const [isSaving, setSaving] = useState(false);
  const save = async ({ sha256, name, mediaType }: SavedFile) => {
    setSaving(true);
    const saved = await session.host.call("attachments.save", { sha256, name });
    setSaving(false);
    if (!saved.ok) {
      toast.show({ text: failureText(saved), tone: "danger" });
      return;
    }
    if (saved.value.kind === "cancelled") return;
    if (saved.value.kind === "download") handOver(saved.value);
    toast.show({ text: t(`save.${saved.value.kind}`, { name: saved.value.name }), tone: "success" });
    const noted = await write(
      session,
      noteAccess({ act: "exported", what: saved.value.name, format: mediaType }),
    );
    if (!noted.ok) toast.show({ text: failureText(noted), tone: "danger" });
  };
  return { isSaving, save };
}

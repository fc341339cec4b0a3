// The recovery code as a small text file, to be kept apart from this computer.
import { useState } from "react";
import type { Failure } from "#core/lib/result.ts";
import type { Block } from "#core/report/blocks.ts";
import { useHost } from "#host/use-host.tsx";
import { useText } from "#ui/text/use-text.ts";
import { handOver } from "./hand-over.ts";

/** By what name it was saved, or why it was not; null before. */
export type RecoveryFile = { readonly ok: true; readonly name: string } | Failure;

const said = (text: string): Block => ({ kind: "paragraph", runs: [{ text, weight: "plain" }] });

/** `label` names the workspace the code opens. Needs none to be open: the code is shown before there is one. */
export function useRecoveryFile(
  label: string,
  code: string,
): { readonly file: RecoveryFile | null; readonly isSaving: boolean; readonly save: () => Promise<void> } {
  const { t, locale, direction } = useText();
  const host = useHost();
  const [file, setFile] = useState<RecoveryFile | null>(null);
  const [isSaving, setSaving] = useState(false);
  const save = async () => {
    // With its year, in figures: it is read years later.
    const day = Temporal.Now.plainDateISO().toString();
    const paper = {
      language: locale,
      direction,
      marking: t("vault.recovery.file.marking"),
      title: t("vault.recovery.file.title"),
      subtitle: label,
      asOf: t("vault.recovery.file.day", { day }),
      pageLabel: "",
      footer: "",
      blocks: [
        said(t("vault.recovery.file.opens", { label })),
        said(code),
        said(t("vault.recovery.file.keep")),
      ],
    };
    setSaving(true);
    const saved = await host.call("files.save", {
      name: t("vault.recovery.file.name", { label }),
      format: "txt",
      paper,
    });
    setSaving(false);
    if (!saved.ok) return setFile(saved);
    if (saved.value.kind === "cancelled") return;
    if (saved.value.kind === "download") handOver(saved.value);
    setFile({ ok: true, name: saved.value.name });
  };
  return { file, isSaving, save };
}

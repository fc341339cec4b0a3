// The first step: which file. It is read and checked by the host; nothing is kept yet.
import { type ReactNode, useEffect } from "react";
import { useHost } from "#host/use-host.tsx";
import { Button } from "#ui/controls/button.tsx";
import { Callout } from "#ui/display/callout.tsx";
import { useText } from "#ui/text/use-text.ts";
import { FileSource } from "../parts/file-source.tsx";
import { takeFile } from "../parts/take-file.ts";
import css from "./import-screen.module.css";
import type { Importing } from "./use-import.ts";

export function SourceStep({ importing }: { readonly importing: Importing }): ReactNode {
  const { t, formatNumber } = useText();
  const { file, progress } = importing;
  usePaste(importing);
  return (
    <div className={css["step"]}>
      <p className={css["lead"]}>{t("import.source.lead")}</p>
      {file !== null && (
        <Callout
          tone="info"
          title={file.name}
          actions={
            <Button tone="primary" onPress={() => importing.goBack("map")}>
              {t("import.source.keep")}
            </Button>
          }
        >
          {t("import.source.held", { rows: file.rows.length, bytes: formatNumber(file.byteCount) })}
        </Callout>
      )}
      <FileSource
        kind="table"
        label={t("import.source.drop")}
        hint={t("import.source.hint")}
        isReading={progress !== null}
        onOpen={(name, opening) => void importing.take(name, opening)}
      />
    </div>
  );
}

/** Rows copied from a spreadsheet or a file copied from a folder, pasted anywhere on the screen. */
function usePaste({ take, progress }: Importing): void {
  const host = useHost();
  const { t } = useText();
  const isBusy = progress !== null;
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const isTyping =
        event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
      const [file] = event.clipboardData?.files ?? [];
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (isBusy || isTyping || (!file && text.trim() === "")) return;
      event.preventDefault();
      const name = file?.name ?? t("import.source.pasted");
      const bytes = file ? file.bytes() : Promise.resolve(new TextEncoder().encode(text));
      void take(
        name,
        bytes.then((given) => takeFile(host, { name, kind: "table", bytes: given })),
      );
    };
    document.addEventListener("paste", paste);
    return () => document.removeEventListener("paste", paste);
  }, [host, isBusy, take, t]);
}

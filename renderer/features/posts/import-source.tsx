// The first step: which file. It is read and checked by the host; nothing is kept yet.
import { useState, type ReactNode } from "react";
import type { Result } from "#core/lib/result.ts";
import type { OpenedFile } from "#core/host/shapes.ts";
import { useHost } from "#host/use-host.tsx";
import { Button } from "#ui/controls/button.tsx";
import { Callout } from "#ui/display/callout.tsx";
import { useText } from "#ui/text/use-text.ts";
import { useFailureText } from "../parts/failure-text.ts";
import { FileSource } from "../parts/file-source.tsx";
import css from "./import-screen.module.css";
import { readTable, type ReadTable } from "./import-table.ts";

export interface SourceStepProps {
  /** The file read before, where one came back to this step. */
  readonly table: ReadTable | null;
  readonly onRead: (table: ReadTable) => void;
  readonly onKeep: () => void;
}

export function SourceStep({ table, onRead, onKeep }: SourceStepProps): ReactNode {
  const { t, formatNumber } = useText();
  const host = useHost();
  const failureText = useFailureText();
  const [isReading, setReading] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function take(name: string, opening: Promise<Result<OpenedFile | null>>): Promise<void> {
    setReading(true);
    setProblem(null);
    const opened = await opening;
    const read = !opened.ok || opened.value === null ? opened : await readTable(host, opened.value);
    setReading(false);
    if (!read.ok) setProblem(failureText({ ...read, facts: { name, ...read.facts } }));
    else if (read.value !== null && "rows" in read.value) onRead(read.value);
  }

  return (
    <div className={css["step"]}>
      <p className={css["lead"]}>{t("postsImport.source.lead")}</p>
      {problem !== null && (
        <Callout tone="danger" title={t("postsImport.source.refused")} isAnnounced>
          {problem}
        </Callout>
      )}
      {table !== null && (
        <Callout
          tone="info"
          title={table.name}
          actions={
            <Button tone="primary" onPress={onKeep}>
              {t("postsImport.source.keep")}
            </Button>
          }
        >
          {t("postsImport.source.held", { rows: table.rows.length, bytes: formatNumber(table.byteCount) })}
        </Callout>
      )}
      <FileSource
        kind="table"
        label={t("postsImport.source.drop")}
        hint={t("postsImport.source.hint")}
        isReading={isReading}
        onOpen={(name, opening) => void take(name, opening)}
      />
      {isReading && <p role="status">{t("postsImport.source.reading")}</p>}
    </div>
  );
}

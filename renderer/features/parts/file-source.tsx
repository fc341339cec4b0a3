// One place to choose or drop a file. The host reads it and says what it is: by its own dialog where it has one, else by the page's.
import type { ReactNode } from "react";
import type { OpenedFile } from "#core/host/shapes.ts";
import type { Result } from "#core/lib/result.ts";
import { useHost } from "#host/use-host.tsx";
import { FileDrop } from "#ui/controls/file-drop.tsx";
import { takeFile } from "./take-file.ts";
import { useHostInfo } from "./use-host-info.ts";

const endings = {
  text: [".txt", ".text", ".cable", ".docx", ".eml", ".msg", ".html", ".htm"],
  table: [".xlsx", ".csv", ".tsv", ".txt", ".vcf", ".ics", ".eml", ".msg"],
  pouch: [".pouch"],
} as const;

export interface FileSourceProps {
  readonly kind: keyof typeof endings;
  readonly label: string;
  readonly hint: string;
  readonly isReading: boolean;
  /** The name is empty where the host asks for it in a dialog; the opening answers null where the person gave up. */
  readonly onOpen: (name: string, opening: Promise<Result<OpenedFile | null>>) => void;
}

export function FileSource({ kind, label, hint, isReading, onOpen }: FileSourceProps): ReactNode {
  const host = useHost();
  const hasDialogs = useHostInfo()?.dialogs === true;
  return (
    <FileDrop
      label={label}
      hint={hint}
      kinds={endings[kind]}
      isPending={isReading}
      onChoose={hasDialogs ? () => onOpen("", host.call("files.choose", { kind })) : undefined}
      onFiles={([file]) => {
        if (file) onOpen(file.name, takeFile(host, { ...file, kind }));
      }}
    />
  );
}

// A file that was opened at the wrong one of two doors, lists to the import and texts to the cables, on its way to the other.
import { useEffect, useRef } from "react";
import { readAsFound } from "#core/host/open-files.ts";
import type { FileKind, OpenedFile } from "#core/host/shapes.ts";
import type { Result } from "#core/lib/result.ts";
import { useHost } from "#host/use-host.tsx";

let underWay: OpenedFile | null = null;

/** Lets the next screen that takes files of this kind have it. The host holds it meanwhile. */
export function carry(file: OpenedFile): void {
  underWay = file;
}

/** Hands over, once, what was carried here. */
export function useCarried(
  kind: FileKind,
  take: (name: string, opening: Promise<Result<OpenedFile | null>>) => void,
): void {
  const host = useHost();
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    if (underWay?.kind !== kind) return;
    const { handle, name } = underWay;
    underWay = null;
    latest.current(name, host.call("files.reread", { handle, ...readAsFound }));
  }, [host, kind]);
}

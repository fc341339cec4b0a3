// Hands a file the page was given over to the host: a large one part by part.
import type { HostBridge } from "#core/host/bridge.ts";
import type { FileKind, OpenedFile } from "#core/host/shapes.ts";
import type { Result } from "#core/lib/result.ts";

const partBytes = 2 * 1024 * 1024;

/** Answers as `files.take` does. */
export async function takeFile(
  host: HostBridge,
  {
    name,
    kind,
    bytes,
  }: { readonly name: string; readonly kind: FileKind; readonly bytes: Uint8Array<ArrayBuffer> },
): Promise<Result<OpenedFile>> {
  const { byteLength: byteCount } = bytes;
  if (byteCount <= partBytes) return host.call("files.take", { name, kind, bytes });
  let handle: string | null = null;
  let at = 0;
  for (; byteCount - at > partBytes; at += partBytes) {
    // Each part in its turn: together they would be the whole file again.
    // oxlint-disable-next-line no-await-in-loop
    const brought: Result<{ readonly handle: string }> = await host.call("files.bring", {
      handle,
      byteCount,
      bytes: bytes.slice(at, at + partBytes),
    });
    if (!brought.ok) return brought;
    ({ handle } = brought.value);
  }
  return host.call("files.take", {
    name,
    kind,
    bytes: bytes.slice(at),
    ...(handle === null ? {} : { handle }),
  });
}

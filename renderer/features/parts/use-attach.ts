// From files a person chose or dropped to attachments: checked, their bytes on the host's disk, nothing of the record yet.
import type { HostBridge } from "#core/host/bridge.ts";
import { maxAttachmentBytes, maxAttachmentMegabytes } from "#core/host/attachments.ts";
import { done, failed, type Result } from "#core/lib/result.ts";
import { mediaTypeOf } from "#core/lib/media-type.ts";
import type { Marking } from "#core/model/enums.ts";
import { type AttachedFile, fileSpill } from "#core/rules/attached-file.ts";
import { newId } from "#data/ids.ts";

export interface Ceiling {
  readonly ceiling: Marking;
  readonly historical: boolean;
}

/** Text of a file that says it is one; its marking may stand at the end as well as at the beginning. */
const textTypes = new Set(["text/plain", "text/html"]);

/**
 * The file with its bytes kept by the host, or why it is not: `attachment/too-large`, `attachment/unreadable`,
 * `cable/above-ceiling`, or what the host says of the disk.
 */
export async function keepFile(
  host: HostBridge,
  file: File,
  marking: Marking,
  limit: Ceiling,
): Promise<Result<AttachedFile>> {
  const { name } = file;
  if (file.size > maxAttachmentBytes) {
    return failed("attachment/too-large", { limitMegabytes: maxAttachmentMegabytes });
  }
  const bytes = await bytesOf(file);
  if (bytes === null) return failed("attachment/unreadable", { name });
  const text = textTypes.has(mediaTypeOf(bytes)) ? new TextDecoder().decode(bytes) : "";
  const spill = fileSpill({ name, text }, limit.ceiling, limit.historical);
  if (spill !== null) return failed("cable/above-ceiling", { marking: spill.marking, words: spill.text });
  const added = await host.call("attachments.add", { bytes });
  if (!added.ok) return added;
  return done({ id: newId(), name, marking, ...added.value });
}

/** Null for a folder, or a file that went away or may not be read; the browser does not say which. */
async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return null;
  }
}

// From a file or a paste to a text that may be kept: read by the host, not empty, and not marked above the ceiling.
import { readCable } from "#core/cable/read-cable.ts";
import type { CableReading } from "#core/cable/reading.ts";
import type { HostBridge } from "#core/host/bridge.ts";
import type { OpenedFile } from "#core/host/shapes.ts";
import { done, failed, type Result } from "#core/lib/result.ts";
import type { Marking } from "#core/model/enums.ts";
import { isAbove, spillIn } from "#core/rules/marking.ts";

/** The longest text a record may hold, in UTF-16 code units. */
const longest = 2_000_000;

export interface Ceiling {
  readonly ceiling: Marking;
  readonly historical: boolean;
}

export interface CableText {
  readonly name: string;
  readonly text: string;
  readonly reading: CableReading;
}

/**
 * The text of a cable with its reading, or why it is not kept: `cable/empty`, `file/too-large`, `cable/above-ceiling`.
 * Nothing is written anywhere before this answers.
 */
export function checkText(
  name: string,
  text: string,
  limit: Ceiling,
  knownPosts: readonly string[],
): Result<CableText> {
  if (text.trim() === "") return failed("cable/empty");
  if (text.length > longest) return failed("file/too-large", { limitMegabytes: longest / 1_000_000 });
  const spill = spillIn(text, limit.ceiling, limit.historical);
  if (spill !== null) return failed("cable/above-ceiling", { marking: spill.marking, words: spill.text });
  const reading = readCable(text, { knownPosts });
  const banner = reading.header.marking;
  // The reader joins what a page break or a typist's blanks have torn, and so may find a banner the line check missed.
  if (banner !== null && !limit.historical && isAbove(banner.value, limit.ceiling)) {
    const { start, end } = banner.span;
    return failed("cable/above-ceiling", { marking: banner.value, words: text.slice(start, end) });
  }
  return done({ name, text, reading });
}

/** The text of an opened file. The host lets go of the file whatever comes of it. */
export async function textOf(host: HostBridge, file: OpenedFile): Promise<Result<string>> {
  const read = await host.call("files.text", { handle: file.handle });
  await host.call("files.close", { handle: file.handle });
  return read.ok ? done(read.value.text) : read;
}

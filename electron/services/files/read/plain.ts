// A file without a signature of its own: a cable or a list, as a person opened it, unless it plainly is the other.
import { AppError } from "#core/host/errors.ts";
import type { ReadJob } from "#core/host/open-files.ts";
import { csvTable } from "./csv.ts";
import { isCable, isList } from "./door.ts";
import { encodingOf, pieceBytes, piecesOf } from "./encoding.ts";
import { largest, refuseLarge } from "./limits.ts";
import type { PackedFile } from "./packed-rows.ts";
import { type Tell, within } from "./tell.ts";
import { checkText, refuseBinary } from "./text.ts";

/** As much of a text as tells what it is. */
const headBytes = 256 * 1024;

/** Throws `file/too-large`, `file/encoding`, `file/binary` also for XML and the like, and as `checkText` and `csvTable` do. */
export function readPlain(job: ReadJob, tell: Tell): PackedFile {
  const { bytes, kind, headingLine } = job;
  refuseLarge(bytes.byteLength, largest[kind]);
  refuseBinary(bytes);
  const encoding = encodingOf(bytes, job.encoding);
  const pieces = (told: Tell) => toldOf(piecesOf(bytes, encoding), bytes.byteLength / pieceBytes, told);
  checkText(pieces(within(tell, 0, 0.2)));
  const head = [...piecesOf(bytes.subarray(0, headBytes), encoding)].join("");
  const isTable = kind === "table" ? !isCable(head) : isList(head);
  const file = { encoding, parts: [], part: 0 };
  if (isTable) {
    refuseMarkup(head);
    const table = csvTable(pieces(within(tell, 0.2, 1)), headingLine);
    return { ...file, kind: "table", text: "", table };
  }
  refuseLarge(bytes.byteLength);
  return { ...file, kind: "text", text: [...piecesOf(bytes, encoding)].join(""), table: null };
}

/** Texts that programs write for programs: their lines are no rows. */
const markups: readonly { readonly looksLike: string; readonly start: RegExp }[] = [
  { looksLike: "XML", start: /^\s*<\?xml\s/ },
  { looksLike: "JSON", start: /^\s*(?:\[\s*[{[]|\{\s*")/ },
  { looksLike: "SLK", start: /^ID;P/ },
];

/** Throws `file/binary` (fact: looksLike). */
function refuseMarkup(head: string): void {
  const found = markups.find(({ start }) => start.test(head));
  if (found) throw new AppError("file/binary", { looksLike: found.looksLike });
}

function* toldOf(pieces: Iterable<string>, count: number, tell: Tell): Generator<string> {
  let done = 0;
  for (const piece of pieces) {
    tell(done / count);
    yield piece;
    done += 1;
  }
}

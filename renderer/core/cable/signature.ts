// The surname a cable goes out over, and the lines that may follow it.
import { isRuleLine } from "./pages.ts";
import { isTransmissionLine } from "./header-words.ts";
import type { BodyLine } from "./body-text.ts";
import { isLoneBanner } from "./marking-words.ts";
import { sliceOf, spanOf } from "./mapped-text.ts";
import { plainUpper } from "./plain-upper.ts";
import type { Found } from "./reading.ts";

const trailer =
  /^(?:NOTE BY |NOTE: |BT\b|NNNN|#\d|LIMITED DISTRIBUTION|X?GDS\b|N\/A$|\[|DECONTROL|NEGATIVE DISTRIBUTION|MINIMIZE CONSIDERED\.?$)/;
const neverNames = new Set(
  "UNQUOTE UNQTE QUOTE QTE SUMMARY COMMENT FYI TEXT POINTS MESSAGE NOTAL GDS NODIS EXDIS LIMDIS STADIS SENSITIVE SIPDIS END AND THE OF".split(
    " ",
  ),
);
const ownLine =
  /^\(?(?:(?:DE|DI|DU|LA|LE|VAN|VON|DER|DEN|MC|MAC|O'|ST\.?) ){0,2}[A-Z][A-Z'-]{1,24}(?: ?\(ACTING\)| ACTING|, ACTING)?\.?\)?$/;

function isTrailer(upper: string): boolean {
  return (
    trailer.test(upper.slice(0, 60)) || isLoneBanner(upper) || isRuleLine(upper) || isTransmissionLine(upper)
  );
}

export interface Signed {
  /** The lines without signature and trailers. */
  readonly lines: readonly BodyLine[];
  readonly signature: Found<string> | null;
}

/** Trailers looked through from the end: more is text. */
const mostTrailers = 8;

/** Takes the signature off the end of a text. `strict`: only a name in capitals behind the last sentence or on its own line counts. */
export function signedOff(lines: readonly BodyLine[]): Signed {
  let end = lines.length;
  while (
    end > 0 &&
    lines.length - end < mostTrailers &&
    isTrailer(plainUpper(lines[end - 1]?.text.slice(0, 200) ?? ""))
  )
    end -= 1;
  const last = lines[end - 1];
  if (!last) return { lines: lines.slice(0, end), signature: null };
  const own = ownLineName(last, lines[end - 2]);
  if (own) return { lines: lines.slice(0, end - 1), signature: own };
  const inline = inlineName(last);
  if (!inline) return { lines: lines.slice(0, end), signature: null };
  const rest: BodyLine = { ...sliceOf(last, 0, inline.from), gap: last.gap };
  return { lines: [...lines.slice(0, end - 1), rest], signature: inline.found };
}

function ownLineName(line: BodyLine, before: BodyLine | undefined): Found<string> | null {
  if (line.text.length > 40 || !before) return null;
  const upper = plainUpper(line.text);
  const name = upper.replace(/\.$/, "");
  if (!ownLine.test(upper) || name.split(" ").some((word) => neverNames.has(word))) return null;
  // A name printed small must stand apart: the end of a wrapped sentence looks the same.
  const apart =
    line.gap > 0 ||
    /(?:[.?!"”')]|GDS)$/.test(before.text.slice(-3)) ||
    /^(?:END|UN)/.test(plainUpper(before.text.slice(0, 3)));
  if (!apart || line.text.endsWith(".") || !/^[(\p{Lu}]/u.test(line.text)) return null;
  return { value: name, span: spanOf(line), certainty: line.gap > 0 ? "sure" : "likely" };
}

/** "... INFO TO USUN. INGERSOLL": the last word of a text in capitals, behind a full stop. */
function inlineName(line: BodyLine): { found: Found<string>; from: number } | null {
  const tail = line.text.slice(-40);
  const match = /[.?!)"”] {1,2}([A-Z][A-Z'-]{2,24})$/.exec(tail);
  const name = match?.[1];
  if (name === undefined || neverNames.has(name)) return null;
  const start = line.text.length - name.length;
  // "C. THREE" is the last item of a list.
  if (line.text.slice(0, start).trimEnd().length <= 4) return null;
  return {
    found: { value: name, span: spanOf(line, start, line.text.length), certainty: "likely" },
    from: line.text.slice(0, start).trimEnd().length,
  };
}

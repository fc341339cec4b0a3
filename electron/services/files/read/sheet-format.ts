// What a number format of a workbook makes of a figure, as far as it changes what a list says: days, lengths of time, and
// figures that are written with all their zeros.
import { elapsedTime, sheetDay } from "./sheet-day.ts";

/** What a cell of this format shows for a figure; null where the figure is shown as it is. */
export type SheetFormat = (value: number, is1904: boolean) => string | null;

const asItIs: SheetFormat = () => null;

/** A year of days: an hour of a day that early was reckoned, or its day is nobody's concern. */
const reckoned = 366;
const sheetHour: SheetFormat = (value, is1904) => sheetDay(value < reckoned ? value % 1 : value, is1904);

/** Formats of the standard's own that show a day, and those that show an hour alone. */
const days = new Set([14, 15, 16, 17, 22].concat(range(27, 36), range(50, 58)));
const hours = new Set([18, 19, 20, 21, 45, 47]);
/** `[h]:mm:ss` */
const elapsedHours = 46;

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

/** A format of the standard's own, by its number. */
export function builtInFormat(id: number): SheetFormat {
  if (id === elapsedHours) return (value) => elapsedTime(value, "h");
  if (hours.has(id)) return sheetHour;
  return days.has(id) ? sheetDay : asItIs;
}

/** A quoted word, an escaped sign, a condition or colour, a blank as wide as a sign, and any other sign. */
const tokens = /"([^"]{0,255})"|\\(.)|\[([^\]]{0,255})\]|[_*].|(.)/gs;

/** One a workbook brings with it, by its code. */
export function formatOf(code: string): SheetFormat {
  const found = Array.from(code.matchAll(tokens));
  const unit = found
    .map(([, , , bracketed = ""]) => bracketed)
    .find((text) => /^(?:h|m|s){1,2}$/i.test(text));
  if (unit !== undefined) return (value) => elapsedTime(value, unit.charAt(0).toLowerCase());
  const signs = found.map(([, , , , sign = ""]) => sign).join("");
  // "Standard" is what German programs call it.
  if (/general|standard/i.test(signs)) return asItIs;
  if (/[hs]/i.test(signs) && !/[dye]/i.test(signs)) return sheetHour;
  return /[dmyhs]/i.test(signs) ? sheetDay : maskOf(found);
}

/** "00000" or "000-00-0000": a figure has at least so many digits, with other signs between them. */
function maskOf(found: readonly RegExpExecArray[]): SheetFormat {
  const parts: { readonly shown: string; readonly isDigit: boolean }[] = [];
  for (const [, quoted, escaped, , sign = ""] of found) {
    if (sign === ";") break;
    if (/[#?.,%/@e]/i.test(sign)) return asItIs;
    parts.push({ shown: quoted ?? escaped ?? sign, isDigit: sign === "0" });
  }
  const digits = parts.filter(({ isDigit }) => isDigit).length;
  if (digits < 2) return asItIs;
  return (value) => {
    if (!Number.isSafeInteger(value) || value < 0) return null;
    const figures = String(value).padStart(digits, "0");
    const beyond = figures.length - digits;
    let at = 0;
    const shown = parts.map((part) => {
      if (!part.isDigit) return part.shown;
      at += 1;
      // What is longer than the mask stands before it as a whole.
      return at === 1 ? figures.slice(0, beyond + 1) : figures.charAt(beyond + at - 1);
    });
    return shown.join("").trim();
  };
}

// What stands before the colon of a content line: a name with its parameters, in the grammars of all three vCards.

export interface Head {
  /** Upper case, without the group before it. */
  readonly name: string;
  /** Ties properties together ("item1"); empty where there is none. */
  readonly group: string;
  /** Upper-case name -> its values; what version 2.1 says without a name is a TYPE. */
  readonly params: ReadonlyMap<string, readonly string[]>;
  readonly isQuotedPrintable: boolean;
  readonly isBase64: boolean;
  /** Where the value begins. */
  readonly length: number;
}

const encodings: ReadonlySet<string> = new Set(["QUOTED-PRINTABLE", "BASE64", "8BIT", "7BIT", "B", "Q"]);

/** Names of the standards; what programs add of their own may hold any sign that ends no name. */
const nameForm = /^(?:[A-Z0-9-]+|X-[^"=,]+)$/;

/** Up to the colon outside of quotation marks, else up to the first one. Null where there is none, or no name before it. */
export function headOf(line: string): Head | null {
  const colon = parted(line, ":", 1);
  const end = colon.length > 1 ? (colon[0] ?? "").length : line.indexOf(":");
  if (end <= 0) return null;
  const [names = "", ...parts] = parted(line.slice(0, end), ";", Infinity);
  const dot = names.lastIndexOf(".");
  const name = names
    .slice(dot + 1)
    .trim()
    .toUpperCase();
  if (!nameForm.test(name)) return null;
  const params = new Map<string, string[]>();
  for (const part of parts) {
    const equals = part.indexOf("=");
    const bare = part.trim().toUpperCase();
    const key =
      equals >= 0 ? part.slice(0, equals).trim().toUpperCase() : encodings.has(bare) ? "ENCODING" : "TYPE";
    const held = params.get(key) ?? [];
    for (const value of parted(equals >= 0 ? part.slice(equals + 1) : part, ",", Infinity))
      held.push(plain(value));
    params.set(key, held);
  }
  const encoding = params.get("ENCODING")?.[0]?.toUpperCase() ?? "";
  return {
    name,
    group: dot < 0 ? "" : names.slice(0, dot).trim().toLowerCase(),
    params,
    isQuotedPrintable: encoding === "QUOTED-PRINTABLE" || encoding === "Q",
    isBase64: encoding === "BASE64" || encoding === "B",
    length: end + 1,
  };
}

/** Parts between separators that stand outside of quotation marks; at most `cuts` cuts. */
function parted(text: string, separator: string, cuts: number): string[] {
  const parts: string[] = [];
  let isQuoted = false;
  let start = 0;
  for (let at = 0; at < text.length && parts.length < cuts; at += 1) {
    const char = text[at];
    if (char === '"') isQuoted = !isQuoted;
    if (char !== separator || isQuoted) continue;
    parts.push(text.slice(start, at));
    start = at + 1;
  }
  return [...parts, text.slice(start)];
}

const carets: Readonly<Record<string, string>> = { "^n": "\n", "^N": "\n", "^'": '"', "^^": "^" };

/** A parameter's value without its quotation marks, and with what RFC 6868 writes by carets. */
function plain(value: string): string {
  const bare = value.trim();
  const inner = /^".*"$/.test(bare) ? bare.slice(1, -1) : bare;
  return inner.replaceAll(/\^[nN'^]/g, (found) => carets[found] ?? found);
}

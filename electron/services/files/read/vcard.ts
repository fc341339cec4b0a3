// Reads business cards: vCard 2.1, 3.0 and 4.0, many to a file, each a row. A card that is no person's, or cannot be read
// whole, is a reject; the others come in.
import type { ReadJob } from "#core/host/open-files.ts";
import type { RejectedLine } from "#core/host/shapes.ts";
import { AppError } from "#core/host/errors.ts";
import { cardCells, cardHeadings } from "./card-cells.ts";
import { type Component, componentsIn } from "./content-lines.ts";
import { Octets } from "./octets.ts";
import type { PackedFile } from "./packed-rows.ts";
import { plainOf, UnreadableValue, ValueReader } from "./property-value.ts";
import { type FoundRecord, recordTable, rejectedAt } from "./record-table.ts";
import { type Tell, within } from "./tell.ts";

/** What a card may stand for, beside a person. */
const otherKinds: ReadonlySet<string> = new Set([
  "group",
  "org",
  "location",
  "device",
  "application",
  "thing",
]);

/** Throws as `Octets` and `recordTable` do, and `file/no-records` where there is no card. */
export function readVcard({ bytes, encoding }: ReadJob, tell: Tell): PackedFile {
  const octets = new Octets(bytes, encoding);
  const { components, strays } = componentsIn(octets, within(tell, 0, 0.5));
  const cards = components.filter(({ name }) => name === "VCARD");
  if (cards.length === 0) throw new AppError("file/no-records");
  const records: FoundRecord[] = [];
  const rejects: RejectedLine[] = strays.map(({ code, line }) => rejectedAt(line, code));
  const told = within(tell, 0.5, 0.9);
  for (const [at, card] of components.entries()) {
    told(at / components.length);
    const read = card.name === "VCARD" ? readCard(card, octets) : rejectedAt(card.line, "file/outside-part");
    if ("code" in read) rejects.push(read);
    else records.push(read);
  }
  const table = recordTable({
    format: "vcf",
    headings: cardHeadings,
    sheets: [],
    sheet: 0,
    ignored: ignoredIn(cards),
    notes: [],
    spans: components.map(({ line, start, end }) => ({
      line,
      start: octets.byteAt(start),
      end: octets.byteAt(end),
    })),
    records,
    rejects,
  });
  return { kind: "table", encoding: octets.encoding, text: "", parts: [], part: 0, table };
}

function readCard(card: Component, octets: Octets): FoundRecord | RejectedLine {
  if (card.fault) return rejectedAt(card.line, card.fault.code, { at: card.fault.line });
  const kind = kindOf(card);
  if (otherKinds.has(kind)) return rejectedAt(card.line, "file/not-a-person", { kind });
  try {
    const version = plainOf(card, "VERSION");
    return { line: card.line, cells: cardCells(card, new ValueReader(octets, version === "2.1")) };
  } catch (error) {
    if (!(error instanceof UnreadableValue)) throw error;
    const { name, line, params } = error.property;
    return rejectedAt(card.line, "file/unreadable-value", {
      name,
      at: line,
      charset: params.get("CHARSET")?.[0] ?? "",
    });
  }
}

/** Address books of before version 4.0 have ways of their own to say that a card is a body's or a list's. */
function kindOf(card: Component): string {
  const kind = (plainOf(card, "KIND") || plainOf(card, "X-ADDRESSBOOKSERVER-KIND")).toLowerCase();
  return kind === "" && plainOf(card, "X-ABSHOWAS").toUpperCase() === "COMPANY" ? "org" : kind;
}

function ignoredIn(cards: readonly Component[]): ("pictures" | "agents")[] {
  const has = (names: readonly string[]): boolean =>
    cards.some(({ properties }) => properties.some(({ name }) => names.includes(name)));
  return [
    ...(has(["PHOTO", "LOGO", "SOUND", "KEY"]) ? (["pictures"] as const) : []),
    ...(has(["AGENT"]) ? (["agents"] as const) : []),
  ];
}

// The reader on real telegrams, where the shared data is there: every header field, held to the floor, and a table of it.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readCable } from "./read-cable.ts";
import type { Addressee, CableReading, CitedCable, Found, Span } from "./reading.ts";
import { telegramFacts, type TelegramFacts } from "./telegram-floor.ts";

const folder = new URL("../../../../shared/data/cables/", import.meta.url);
const isThere = existsSync(folder);
const files = isThere ? readdirSync(folder).filter((name) => name.endsWith(".txt")) : [];

function textOf(file: string): string {
  return readFileSync(new URL(file, folder), "utf8");
}

function addressed({ name, precedence, byPouch, serial }: Addressee): string {
  return `${name}${precedence ? `/${precedence}` : ""}${byPouch ? "/pouch" : ""}${serial ? `#${serial}` : ""}`;
}

function cited({ label, mrn, on, notal }: CitedCable): string {
  return `${label}=${mrn}${on ? `@${on}` : ""}${notal ? " NOTAL" : ""}`;
}

function words(list: readonly Found<string>[]): readonly string[] | undefined {
  return list.length > 0 ? list.map((found) => found.value) : undefined;
}

/** A reading in the words of the facts; what is not there is left out. */
function factsOf({ shape, header, paragraphs }: CableReading): Partial<Record<keyof TelegramFacts, unknown>> {
  const group = header.sentAt?.value;
  const list = (kind: Addressee["kind"]) => {
    const names = header.addressees
      .filter((found) => found.value.kind === kind)
      .map((found) => addressed(found.value));
    return names.length > 0 ? names : undefined;
  };
  const references = header.references.map((found) => cited(found.value));
  const read = {
    shape,
    place: header.place?.value,
    sentAt: group?.at,
    precedences: group?.actionPrecedence
      ? `${group.actionPrecedence} ${group.infoPrecedence ?? "-"}`
      : undefined,
    from: header.from?.value,
    action: list("action"),
    info: list("info"),
    exempt: list("exempt"),
    marking: header.marking?.value,
    mrn: header.mrn?.value,
    captions: words(header.captions),
    passLines: words(header.passLines),
    order: header.order?.value,
    tags: words(header.tags),
    subject: header.subject?.value,
    references: references.length > 0 ? references : undefined,
    drafter: header.drafter?.value,
    approver: header.approver?.value,
    signature: header.signature?.value,
    paragraphs: paragraphs.flatMap(({ number }) => (number === null ? [] : [number])),
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}

interface Score {
  readonly file: string;
  readonly found: number;
  readonly missed: readonly string[];
  readonly wrong: readonly string[];
}

function scoreOf(file: string, facts: TelegramFacts): Score {
  const read = factsOf(readCable(textOf(file)));
  const names = new Set([...Object.keys(facts), ...Object.keys(read)]) as Set<keyof TelegramFacts>;
  const missed: string[] = [];
  const wrong: string[] = [];
  let found = 0;
  for (const name of names) {
    if (JSON.stringify(read[name]) === JSON.stringify(facts[name])) found += 1;
    else if (read[name] === undefined) missed.push(name);
    else wrong.push(`${name} ${JSON.stringify(read[name])}`);
  }
  return { file, found, missed, wrong };
}

test.skipIf(!isThere)(
  "real telegrams: every header field is read (skipped where ../shared/data is not there)",
  () => {
    const scores = files.map((file) => {
      const facts = telegramFacts[file.slice(0, 2)];
      if (!facts) throw new Error(`no facts for ${file}`);
      return scoreOf(file, facts);
    });
    const rows = scores.map(({ file, found, missed, wrong }) => {
      const cells = [
        file.slice(0, 44).padEnd(44),
        `found ${found}`,
        `missed ${missed.length}`,
        `wrong ${wrong.length}`,
      ];
      return `${cells.join("  ")}  ${[...missed, ...wrong].join("; ")}`.trimEnd();
    });
    console.log(rows.join("\n"));
    expect(scores.length).toBe(Object.keys(telegramFacts).length);
    expect(scores.filter(({ missed, wrong }) => missed.length + wrong.length > 0)).toEqual([]);
  },
);

/** Letters and digits in order: what a value and its words in the source must share, whatever lies between. */
function bare(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/[^\p{L}\p{N}]/gu, "")
    .toUpperCase();
}

/** What each span of a reading should begin with, by what was read there. */
function claimsOf({
  header,
  fields,
  paragraphs,
  fences,
}: CableReading): { readonly text: string; readonly span: Span }[] {
  const single = [
    header.from,
    header.subject,
    header.signature,
    header.place,
    header.drafter,
    header.approver,
  ];
  const lists = [
    header.captions,
    header.passLines,
    header.tags,
    fields.objectives,
    fields.background,
    fields.action,
  ];
  const more = [
    fields.ask,
    fields.reporting,
    fields.level,
    fields.written,
    fields.discretion,
    fields.prohibitions,
  ];
  const plain = [
    ...single.filter((found) => found !== null),
    ...lists.flat(),
    ...more.flat(),
    ...fields.infoTo,
  ];
  return [
    ...plain.map(({ value, span }) => ({ text: value, span })),
    // A bare serial carries the post of its dateline, which is not printed with it.
    ...(header.mrn ? [{ text: header.mrn.value.replace(/^\D+/, ""), span: header.mrn.span }] : []),
    ...header.addressees.map(({ value, span }) => ({ text: value.name, span })),
    ...fields.points.map(({ value, span }) => ({ text: value.text.slice(0, 40), span })),
    ...paragraphs,
    ...fences,
  ];
}

test.skipIf(!isThere)(
  "real telegrams: every span holds its words (skipped where ../shared/data is not there)",
  () => {
    for (const file of files) {
      const source = textOf(file);
      const astray = claimsOf(readCable(source)).filter(
        ({ text, span }) => !bare(source.slice(span.start, span.end)).includes(bare(text).slice(0, 40)),
      );
      expect({ file, astray }).toEqual({ file, astray: [] });
    }
  },
);

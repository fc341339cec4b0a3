// Cards of all three versions as address books write them, and cards that are harmed or hostile.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { OpenFiles, readAsFound } from "#core/host/open-files.ts";
import { readContent } from "./index.ts";
import { fuzzRuns, type ListedTable, listedTable, readingFaults } from "./made-reading.ts";

function bytesOf(text: string | Uint8Array): Uint8Array {
  return typeof text === "string" ? Buffer.from(text) : text;
}

function table(text: string | Uint8Array, encoding: "utf-8" | null = null): ListedTable {
  const file = readContent({ kind: "table", bytes: bytesOf(text), ...readAsFound, encoding });
  const found = listedTable(file);
  expect([file.kind, found.format]).toEqual(["table", "vcf"]);
  return found;
}

function cardsIn(text: string | Uint8Array): Record<string, string>[] {
  const { headings, rows } = table(text);
  return rows.map(({ cells }) =>
    Object.fromEntries(headings.flatMap((heading, at) => (cells[at] ? [[heading, cells[at]]] : []))),
  );
}

const card = (version: string, ...lines: readonly string[]): string =>
  ["BEGIN:VCARD", `VERSION:${version}`, ...lines, "END:VCARD", ""].join("\r\n");
const latin = (text: string): Buffer => Buffer.from(text, "latin1");

describe("versions", () => {
  test("4.0: preferences, lists, languages, telephone addresses, text in another script", () => {
    const text = card(
      "4.0",
      "UID:urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
      "FN;ALTID=1;LANGUAGE=en:Amal Haddad",
      "FN;ALTID=1;LANGUAGE=ar:أمل حداد",
      "N:Haddad;Amal;Rania,Mona;Dr.;",
      'ORG;SORT-AS="MFA":Ministry of Foreign Affairs;Protocol\\, State Visits',
      "TITLE:Director\\; Protocol",
      'TEL;VALUE=uri;PREF=2;TYPE="voice,cell":tel:+961-3-555-0101',
      "TEL;VALUE=uri;PREF=1;TYPE=voice:tel:+961-1-555-0100;ext=12",
      "TEL;TYPE=fax:+961 1 555 0109",
      "EMAIL;PREF=2:second@example.org",
      "EMAIL;PREF=1:first@example.org",
      "LANG;PREF=2:fr",
      "LANG;PREF=1:ar",
      "CATEGORIES:Protocol,Visits\\, state",
      "ADR;TYPE=work:;;1 Street;Beirut;;;Lebanon",
      "NOTE:Line one\\nline two\\, with \\\\ a stroke",
      "REV:20261124T101500Z",
      "URL:https://example.org/x",
    );
    expect(cardsIn(text)).toEqual([
      {
        FN: "Amal Haddad",
        "FN in own script": "أمل حداد",
        "N family": "Haddad",
        "N given": "Amal Rania Mona",
        ORG: "Ministry of Foreign Affairs",
        "ORG unit": "Protocol, State Visits",
        TITLE: "Director; Protocol",
        TEL: "+961-1-555-0100 ext. 12; +961-3-555-0101 (cell); +961 1 555 0109 (fax)",
        EMAIL: "first@example.org; second@example.org",
        LANG: "Arabic; French",
        CATEGORIES: "Protocol; Visits, state",
        "ADR country": "Lebanon",
        ADR: "1 Street, Beirut, Lebanon",
        NOTE: "Line one\nline two, with \\ a stroke",
        UID: "urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
        REV: "2026-11-24T10:15:00Z",
        URL: "https://example.org/x",
      },
    ]);
  });

  test("3.0: groups, folded lines, types in upper case, a letter broken by the fold", () => {
    const folded = Buffer.concat([
      Buffer.from("BEGIN:vcard\nversion:3.0\nitem1.FN:Jos"),
      Buffer.from([0xc3]),
      Buffer.from("\n "),
      Buffer.from([0xa9]),
      Buffer.from(
        " Núñez\nN:Núñez;José;;;\nitem1.EMAIL;TYPE=INTERNET,PREF:jose@exam\n\tple.org\nEND:vcard\n",
      ),
    ]);
    expect(cardsIn(folded)).toEqual([
      { FN: "José Núñez", "N family": "Núñez", "N given": "José", EMAIL: "jose@example.org" },
    ]);
  });

  test("2.1: quoted-printable is told before folding, a letter set for each value, bare types, backslashes", () => {
    const text = latin(
      card(
        "2.1",
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller=3B;J=C3=BC=",
        "rgen",
        "TITLE;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:Pr=E9sident",
        "ORG;CHARSET=windows-1251:\xcc\xc8\xc4",
        "TEL;WORK;FAX:+49 30 555",
        "NOTE;QUOTED-PRINTABLE:one=0D=0Atwo =",
        " three",
        "NICKNAME:C:\\new",
        "ADR;WORK:;;Long",
        "  street;Berlin;;;Germany",
      ),
    );
    expect(cardsIn(text)).toEqual([
      {
        FN: "Jürgen Müller;",
        "N family": "Müller;",
        "N given": "Jürgen",
        TITLE: "Président",
        ORG: "МИД",
        TEL: "+49 30 555 (fax)",
        NOTE: "one\ntwo  three",
        NICKNAME: "C:\\new",
        ADR: "Long  street, Berlin, Germany",
        "ADR country": "Germany",
      },
    ]);
  });

  test.each([
    ["with a byte order mark", Buffer.from(`\ufeff${card("3.0", "FN:Ana Šarić")}`)],
    ["in UTF-16", Buffer.from(`\ufeff${card("3.0", "FN:Ana Šarić")}`, "utf16le")],
    ["with bare carriage returns", Buffer.from(card("3.0", "FN:Ana Šarić").replaceAll("\r\n", "\r"))],
  ])("a file %s", (_name, bytes) => {
    expect(cardsIn(bytes)).toEqual([{ FN: "Ana Šarić" }]);
  });

  test("what is not UTF-8 is read as Windows-1252, and says so", () => {
    const bytes = latin(card("3.0", "FN:Zo\xeb \x8au\xe1rez"));
    const file = readContent({ kind: "table", bytes, ...readAsFound });
    expect([file.encoding, listedTable(file).rows[0]?.cells[0]]).toEqual(["windows-1252", "Zoë Šuárez"]);
  });

  test("names in the letters of the place an address book comes from, as they are and in quoted-printable", () => {
    // "Ковалёва Анна, Нижний Новгород" in Windows-1251.
    const name = latin("\xca\xee\xe2\xe0\xeb\xb8\xe2\xe0 \xc0\xed\xed\xe0");
    const town = latin("\xcd\xe8\xe6\xed\xe8\xe9 \xcd\xee\xe2\xe3\xee\xf0\xee\xe4");
    const printed = Array.from(name, (byte) => `=${byte.toString(16).toUpperCase().padStart(2, "0")}`).join(
      "",
    );
    const raw = latin(card("2.1", `FN:${name.toString("latin1")}`, `ORG:${town.toString("latin1")}`));
    for (const bytes of [raw, latin(card("2.1", `FN;ENCODING=QUOTED-PRINTABLE:${printed}`))]) {
      const file = readContent({ kind: "table", bytes, ...readAsFound });
      expect([file.encoding, listedTable(file).rows[0]?.cells[0]]).toEqual(["windows-1251", "Ковалёва Анна"]);
    }
  });
});

describe("what stands in a file beside persons", () => {
  test("an agent's card belongs to its card", () => {
    const text = card(
      "2.1",
      "N:One;A",
      "AGENT:",
      ...card("2.1", "N:Agent;B").trim().split("\r\n"),
      "TITLE:After",
    );
    expect(cardsIn(text + card("2.1", "N:Two;C"))).toEqual([
      { FN: "A One", "N family": "One", "N given": "A", TITLE: "After" },
      { FN: "C Two", "N family": "Two", "N given": "C" },
    ]);
    expect(table(text).ignored).toEqual(["agents"]);
  });

  test("a label that is folded in the middle of its quotation marks, after one with a colon in it", () => {
    const text = card(
      "4.0",
      "FN:Rania Saleh",
      'ADR;GEO="geo:33.88,35.49";LABEL="Rania Saleh\\n',
      "  Ministry: Protocol\\nBeirut",
      ' Lebanon":;;1 Street;Beirut;;;Lebanon',
    );
    expect(cardsIn(text)).toEqual([
      { FN: "Rania Saleh", "ADR country": "Lebanon", ADR: "1 Street, Beirut, Lebanon" },
    ]);
  });

  test("a quotation mark that is never closed is none", () => {
    expect(cardsIn(card("3.0", "FN:A", 'TEL;TYPE=fax;X-NOTE=5" pipe:1', "TITLE:Di", " rector"))).toEqual([
      { FN: "A", TITLE: "Director", TEL: "1 (fax)" },
    ]);
  });

  test("fields that programs add of their own, whatever their names hold", () => {
    const own = ["X-messaging/gadu-All:1", "X-GOOGLE TALK;TYPE=HOME:a", "X-WAB_SPOUSE:b"];
    expect(cardsIn(card("3.0", "FN:A", ...own))).toEqual([{ FN: "A" }]);
  });

  test("quotation marks with a stroke before them", () => {
    expect(cardsIn(card("3.0", 'FN:Amal \\"Mona\\" O\\\'Hara', "NOTE:C:\\\\dir\\p"))).toEqual([
      { FN: `Amal "Mona" O'Hara`, NOTE: "C:\\dir\\p" },
    ]);
  });

  test("line breaks that a program wrote twice", () => {
    const text = card("2.1", "PHOTO;BASE64:QUJD", "REVG", "", "N:Two;C", "NOTE;QUOTED-PRINTABLE:=41=", "=42");
    expect(cardsIn(text.replaceAll("\r\n", "\r\r\n"))).toEqual([
      { FN: "C Two", "N given": "C", "N family": "Two", NOTE: "AB" },
    ]);
  });

  test("a picture of ten megabytes is passed over", () => {
    const fold = `${"A".repeat(74)}\r\n `.repeat(140_000);
    const text = card("3.0", `PHOTO;ENCODING=b;TYPE=JPEG:${fold}`, "FN:With a picture");
    expect(cardsIn(text)).toEqual([{ FN: "With a picture" }]);
    expect(table(text).ignored).toEqual(["pictures"]);
  });

  test("a picture of version 2.1, its lines without a blank before them", () => {
    const text = card("2.1", "PHOTO;JPEG;BASE64:", "QUJD", "REVG", "", "N:Two;C");
    expect(cardsIn(text)).toMatchObject([{ FN: "C Two" }]);
  });

  test("cards that are a body's or a list's are refused, with their kind", () => {
    const text =
      card("4.0", "KIND:org", "FN:Ministry") + card("3.0", "X-ADDRESSBOOKSERVER-KIND:group", "FN:All");
    expect(table(text).rejects.map(({ line, code, facts }) => [line, code, facts["kind"]])).toEqual([
      [1, "file/not-a-person", "org"],
      [6, "file/not-a-person", "group"],
    ]);
  });
});

describe("what is harmed", () => {
  const good = card("3.0", "FN:Good One");
  test.each<[string, string | Uint8Array, readonly [number, string][]]>([
    ["a card without its end, before another", `BEGIN:VCARD\nFN:A\n${good}`, [[1, "file/unclosed-part"]]],
    ["a card without its end, at the end", `${good}BEGIN:VCARD\nFN:B\n`, [[5, "file/unclosed-part"]]],
    ["a line that is no field", good + card("3.0", "FN:B", "no field here"), [[5, "file/bad-line"]]],
    ["an end of something else", good + card("3.0", "FN:B", "END:VEVENT"), [[5, "file/bad-line"]]],
    ["lines between cards", `${good}some words\nmore words\n${good}`, [[5, "file/outside-part"]]],
    ["a calendar among the cards", `${good}BEGIN:VCALENDAR\nEND:VCALENDAR\n`, [[5, "file/outside-part"]]],
    ["a control character", good + card("3.0", "FN:B\u0007"), [[5, "file/control-character"]]],
    ["a NUL", good + card("3.0", "FN:B\u0000"), [[5, "file/control-character"]]],
    ["letters of no such name", good + card("2.1", "N;CHARSET=x-none:Ä"), [[5, "file/unreadable-value"]]],
    [
      "bytes that are no UTF-8 though they say so",
      latin(good + card("2.1", "N;CHARSET=UTF-8:\xe9")),
      [[5, "file/unreadable-value"]],
    ],
    [
      "a value that is too long",
      good + card("3.0", `NOTE:${"x".repeat(40_000)}`, "FN:B"),
      [[5, "file/cell-too-long"]],
    ],
  ])("%s", (_name, text, rejects) => {
    const found = table(text);
    expect(found.rejects.map(({ line, code }) => [line, code])).toEqual(rejects);
    expect(found.rows.length).toBeGreaterThan(0);
  });

  test.each([
    ["BOM only", "\ufeff", "file/empty"],
    ["nothing", "", "file/empty"],
    ["no letters", "\r\n \r\n", "file/empty"],
  ])("%s", (_name, text, code) => {
    expect(() => readContent({ kind: "table", bytes: bytesOf(text), ...readAsFound })).toThrow(
      expect.objectContaining({ code }),
    );
  });

  test("names of an object's parts are text like any other", () => {
    expect(cardsIn(card("4.0", "__proto__:x", "FN;__proto__=polluted:constructor"))).toEqual([]);
    expect(cardsIn(card("4.0", "X-__PROTO__:x", "FN;__PROTO__=y:constructor"))).toEqual([
      { FN: "constructor" },
    ]);
    expect(cardsIn(card("4.0", "FN;CONSTRUCTOR=y:constructor"))).toEqual([{ FN: "constructor" }]);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test("cut off anywhere, every card but the last is read", () => {
    const text = good + card("4.0", "FN:Second", "NOTE:words");
    const read = Array.from({ length: Math.floor((text.length - good.length) / 7) }, (_, at) =>
      table(text.slice(0, good.length + at * 7)),
    );
    expect(read.map(({ rows }) => rows[0]?.cells[0])).toEqual(read.map(() => "Good One"));
    expect(read.flatMap(({ rejects }) => rejects).filter(({ line }) => line !== 5)).toEqual([]);
  });
});

test("rejected cards are saved as they came, byte for byte", () => {
  const harmed = latin(card("2.1", "N;CHARSET=x-none:\xc4").replaceAll("\r\n", "\n"));
  const bytes = Buffer.concat([Buffer.from(card("3.0", "FN:A")), harmed, Buffer.from(card("3.0", "FN:Ž"))]);
  const read = readContent({ kind: "table", bytes, ...readAsFound });
  const files = new OpenFiles();
  files.add("h", { name: "a.vcf", bytes, sha256: "", read });
  expect(Buffer.from(files.only("h", [5])).equals(harmed)).toBe(true);
});

test.each([
  [
    "many values and parameters",
    card("3.0", `FN:A`, `CATEGORIES:${"a\\,".repeat(9000)}`, `X-A${";B=C".repeat(50_000)}:v`),
  ],
  [
    "a note of fifty thousand lines",
    card("2.1", "N:A", `NOTE;QUOTED-PRINTABLE:${"=41=\r\n".repeat(50_000)}`),
  ],
  ["a head of three hundred thousand lines", card("3.0", "FN:A", `X-A;B="${":\r\n ".repeat(300_000)}":v`)],
  [
    "a hundred thousand parts in one another",
    card("4.0", "FN:A", ...Array.from({ length: 100_000 }, (_, at) => `BEGIN:X${at}`)),
  ],
])("%s are read in their time", (_name, text) => {
  const { rows, rejects } = table(text);
  expect(rows.length + rejects.length).toBe(1);
});

test("no file of lines harms the reader: it answers or refuses by name, and each reject has a reason", () => {
  const words = fc.constantFrom(
    "BEGIN:VCARD",
    "END:VCARD",
    "VERSION:2.1",
    "VERSION:4.0",
    "FN:Amal",
    "N:A;B;C",
    "AGENT:",
    "  folded",
    "\tfolded",
    "NOTE;ENCODING=QUOTED-PRINTABLE:=41=",
    "=C3=",
    "TEL;TYPE=fax:1",
    "PHOTO;BASE64:",
    "QUJD",
    "",
    'X;Y="a:b":c',
    "CATEGORIES:\\",
    "FN;CHARSET=koi8-r:x",
    "UID:__proto__",
    "END:VEVENT",
    "REV:99999999T999999Z",
    ":",
    ";:",
    "LANG:x-",
  );
  const line = fc.oneof(
    { weight: 6, arbitrary: words },
    { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 40 }), fc.constantFrom("\n", "\r\n", "\r"), (lines, ending) => {
      expect(readingFaults("table", Buffer.from(["BEGIN:VCARD", ...lines].join(ending)))).toEqual([]);
    }),
    fuzzRuns,
  );
});

// RTF of documents and mails: the examples of MS-OXRTFCP and MS-OXRTFEX, what Word and Outlook write, and what is made to harm.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readAsFound } from "#core/host/open-files.ts";
import type { FileKind } from "#core/host/shapes.ts";
import { decompressRtf } from "./compressed-rtf.ts";
import { readContent, readers } from "./index.ts";
import { limits } from "./limits.ts";
import { fuzzRuns } from "./made-reading.ts";
import { textOfRtf } from "./rtf-text.ts";

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replaceAll(/\s/g, ""), "hex"));
const textIn = (rtf: string): string => textOfRtf(Uint8Array.from(Buffer.from(rtf, "latin1")));
const raw = String.raw;

/** MS-OXRTFCP 3.1.1 and 3.1.2. */
const helloWorld = hex(
  "2d0000002b0000004c5a4675f1c5c7a703000a00726370673132354232 0af32068656c090020627705b06c647d0a800fa0",
);
const overlapping = hex("1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0");

/** A stream that says it holds so much. */
const saying = (rawSize: number): Uint8Array => {
  const bytes = Uint8Array.from(overlapping);
  new DataView(bytes.buffer).setUint32(4, rawSize, true);
  return bytes;
};

describe("compressed RTF", () => {
  test("the examples of its specification", () => {
    expect(Buffer.from(decompressRtf(helloWorld)).toString("latin1")).toBe(
      "{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n",
    );
    expect(Buffer.from(decompressRtf(overlapping)).toString("latin1")).toBe("{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}");
  });

  test("is refused where it is cut off or any bit of it is altered", () => {
    for (let at = 0; at < helloWorld.length; at += 1) {
      expect(() => decompressRtf(helloWorld.subarray(0, at))).toThrow(RangeError);
      // The raw size is held against what comes out; a larger one than that harms nobody.
      if (at >= 4 && at < 8) continue;
      const altered = Uint8Array.from(helloWorld);
      altered[at] = (altered[at] ?? 0) ^ 0x10;
      expect(() => decompressRtf(altered)).toThrow(RangeError);
    }
  });

  test("makes no more than it says, nor more than a file may be", () => {
    expect(() => decompressRtf(saying(10))).toThrow("more than it says");
    expect(() => decompressRtf(saying(limits.fileBytes + 1))).toThrow("too large");
    expect(() => decompressRtf(saying(0xffffffff))).toThrow("too large");
  });
});

describe("RTF", () => {
  test.each<[string, string, string]>([
    [
      "paragraphs, lines, tables",
      raw`{\rtf1 a\par b\line c\par\pard d\cell e\cell\row f}`,
      "a\nb\nc\nd\te\nf",
    ],
    ["line breaks of the file say nothing", "{\\rtf1 a\r\nb\\\nc}", "ab\nc"],
    ["signs", raw`{\rtf1 \{x\}\\ a\~b\_c\-d \ldblquote e\rdblquote\emdash f}`, raw`{x}\ a b-cd “e”—f`],
    ["one byte", raw`{\rtf1\ansi\ansicpg1252 D\'e9marche \'80}`, "Démarche €"],
    ["the document's code page", raw`{\rtf1\ansi\ansicpg1251 \'cc\'e8\'f0}`, "Мир"],
    [
      "the font's",
      raw`{\rtf1\ansicpg1252{\fonttbl{\f0\fnil Arial;}{\f1\fcharset204 Arial;}}\'e9 \f1\'cc{\f0\'e9}\'e8}`,
      "é Мéи",
    ],
    [
      "two bytes a letter",
      raw`{\rtf1{\fonttbl{\f3\fcharset128 Gothic;}}\f3 \'93\'8c\'8b\'9e\'83A}`,
      "東京ア",
    ],
    ["Unicode with a stand-in", raw`{\rtf1 \u1052?\u1080\'e8\u1088 ?!}`, "Мир!"],
    ["negative numbers and pairs", raw`{\rtf1 \u-10187?\u-8704? \u-4051?}`, "\ud835\ude00 \uf02d"],
    ["no stand-ins, and two", raw`{\rtf1{\uc0\u1052 a}{\uc2\u1052 xya\u1053\'aa\'bbb}\u1054?c}`, "МaМaНbОc"],
    ["a stand-in ends with its group", raw`{\rtf1{\uc3\u1052 x}abc}`, "Мabc"],
    [
      "fonts, styles, pictures and fields' codes are no text",
      raw`{\rtf1{\fonttbl{\f0 A;}}{\colortbl;\red0;}{\stylesheet{\s1 Normal;}}{\info{\author X}}{\*\generator G;}{\pict\wmetafile8 00ff}{\field{\*\fldinst HYPERLINK "http://example.org"}{\fldrslt link}}}`,
      "link",
    ],
    ["numbers of lists are", raw`{\rtf1{\pntext 1.\tab}One\par{\listtext 2.\tab}Two}`, "1.\tOne\n2.\tTwo"],
    ["hidden and deleted text is not", raw`{\rtf1 a{\v b\v0 c}{\deleted d}\v e\plain f}`, "acf"],
    ["bytes that follow a length are passed over", "{\\rtf1 a\\bin5 }{\\}{b}", "ab"],
    ["what comes after the end", raw`{\rtf1 a}{b}`, "a"],
    ["nothing", raw`{\rtf1}`, ""],
  ])("%s", (_name, rtf, text) => {
    expect(textIn(rtf)).toBe(text);
  });

  test.each<[string, string]>([
    ["another file", "hello"],
    ["a group of something else", raw`{\foo\rtf1 a}`],
    ["no group", raw`\rtf1 a`],
    ["cut off in a group", raw`{\rtf1 a{\b b}`],
    ["cut off in a word", "{\\rtf1 a\\"],
    ["a length beyond its end", raw`{\rtf1 a\bin999999999 b}`],
    ["too deep", `{\\rtf1${"{".repeat(1000)}${"}".repeat(1000)}}`],
    ["more words than anybody writes", String.raw`{\rtf1 ${"\\b".repeat(3_100_000)}}`],
    ["deeper than any stack", "{".repeat(5_000_000)],
  ])("%s is refused", (_name, rtf) => {
    expect(() => textIn(rtf)).toThrow(RangeError);
  });

  test.each<[string, string]>([
    ["half a letter", raw`{\rtf1\ansicpg932 \'81}`],
    ["half a pair", raw`{\rtf1 \u-10187?x}`],
    ["no number", raw`{\rtf1 \'zz}`],
    ["a code page nobody knows", raw`{\rtf1\ansicpg1361 \'e9}`],
  ])("%s is a letter nobody can read", (_name, rtf) => {
    expect(textIn(rtf)).toContain("\ufffd");
  });
});

describe("a page in RTF", () => {
  test("the example of its specification", () => {
    const wrapped = raw`{\rtf1\ANSI\ansicpg1251\fromhtml1 \deff0
{\fonttbl {\f0\fmodern Courier New;}{\f1\fswiss Arial;}{\f2\fswiss\fcharset0 Arial;}}
{\colortbl\red0\green0\blue0;\red0\green0\blue255;}
{\*\htmltag64}
\uc1\pard\plain\deftab360 \f0\fs24
{\*\htmltag <HTML><head>\par
<style>\par
<!--\par
 /* Style Definitions */\par
 p.MsoNormal, li.MsoNormal \{font-family:Arial;\}\par
-->\par
</style>\par
\tab <!-- This is a HTML comment.\par
There is a horizontal tab (%x09) character before the comment, \par
and some new line inside the comment. -->\par
</head>\par
<body>\par
<p\par
class="MsoNormal">}
{\htmlrtf \f1 \htmlrtf0 Note the line break inside a P tag. {\*\htmltag <b>}{\htmlrtf \b \htmlrtf0 This is a bold text{\*\htmltag </b>}} \htmlrtf\par\htmlrtf0}
\htmlrtf \par \htmlrtf0
{\*\htmltag </p>\par
<p class="MsoNormal">\par}
{\htmlrtf \f1 \htmlrtf0 This is a normal text with a character references:
{\*\htmltag &nbsp;}\htmlrtf \'a0\htmlrtf0  {\*\htmltag &lt;}\htmlrtf <\htmlrtf0  {\*\htmltag &uml;}\htmlrtf {\f2\'a8}\htmlrtf0{\*\htmltag <br>\par}\htmlrtf\line\htmlrtf0
characters which have special meaning in RTF: \{\}\\{\*\htmltag <br>\par}\htmlrtf\line\htmlrtf0\htmlrtf\par\htmlrtf0}
{\*\htmltag </p>\par
<ol>\par
    <li class="MsoNormal">}{\htmlrtf {{\*\pn\pnlvlbody\pndec\pnstart1\pnindent360{\pntxta.}}\li360\fi-360{\pntext 1.\tab} \f1 \htmlrtf0 This is a list item}\htmlrtf\par\htmlrtf0}
{\*\htmltag \par
</ol>\par
</body>\par
</HTML>\par }}`;
    expect(textIn(wrapped).split("\n").filter(Boolean)).toEqual([
      "Note the line break inside a P tag. This is a bold text",
      expect.stringMatching(/^This is a normal text with a character references: +< +¨$/),
      "characters which have special meaning in RTF: {}\\",
      "1. This is a list item",
    ]);
  });

  test("letters of fonts, and what is said to other readers only", () => {
    const wrapped = raw`{\rtf1\ansi\ansicpg1252\fromhtml1{\fonttbl{\f1\fcharset178 Arial;}}{\*\htmltag64 <p>}\htmlrtf{\f1\htmlrtf0 \'d3\'e1\'c7\'e3\htmlrtf}\htmlrtf0 {\*\mhtmltag <p>no}{\*\htmltag84 &amp;}\htmlrtf &\htmlrtf0 \u1571?{\*\htmltag72 </p>\htmlrtf no\htmlrtf0}}`;
    expect(textIn(wrapped)).toBe("سلام&أ");
  });
});

const document = (rtf: string, kind: FileKind = "text") =>
  readContent({ kind, bytes: Buffer.from(rtf, "latin1"), ...readAsFound });

describe("a document", () => {
  test("is known by its bytes, whatever it was opened as, and may be attached to a mail", async () => {
    const cable = raw`{\rtf1\ansi\ansicpg1251{\fonttbl{\f0\fcharset204 Arial;}}\f0 FM PARIS\par TO STATE\par \'ef\'f0\'e8\'e2\'e5\'f2}`;
    expect([document(cable), document(cable, "table")]).toEqual(
      [1, 2].map(() => expect.objectContaining({ kind: "text", text: "FM PARIS\nTO STATE\nпривет" })),
    );
    const mail = `From: a@b\nTo: c@d\nMIME-Version: 1.0\nContent-Type: application/rtf\nContent-Disposition: attachment; filename="cable.rtf"\n\n${cable}`;
    const read = readers.text.read({ kind: "text", bytes: Buffer.from(mail), ...readAsFound });
    await expect(read).resolves.toMatchObject({ parts: ["cable.rtf"], text: expect.stringMatching(/^FM/) });
  });

  test("with what stands at the head and foot of its pages, each once; a page that was wrapped has none", () => {
    const beside = raw`{\header SECRET\par}{\footer {\b Page} one\par}`;
    expect(document(raw`{\rtf1 ${beside}One\sect ${beside}{\headerf First}Two}`).text).toBe(
      "SECRET\nFirst\n\nOne\nTwo\n\nPage one",
    );
    expect(document(raw`{\rtf1 {\header SECRET}}`).text).toBe("SECRET");
    expect(document(raw`{\rtf1\fromhtml1 ${beside}{\*\htmltag <p>}One}`).text).toBe("One");
  });

  test.each([
    ["cut off", raw`{\rtf1 {words}`, "file/bad-document"],
    ["too deep", `{\\rtf1 ${"{".repeat(600)}`, "file/bad-document"],
    ["without a word", raw`{\rtf1 {\pict 00}}`, "file/empty"],
    ["with letters nobody can read", raw`{\rtf1 \'zz}`, "file/encoding"],
    ["with a NUL", raw`{\rtf1 a\'00b}`, "file/binary"],
  ])("%s: refused, by name", (_name, rtf, code) => {
    expect(() => document(rtf)).toThrow(expect.objectContaining({ code }));
  });

  test("of ten megabytes of groups is read in its time, or refused", () => {
    expect(() => document(`{\\rtf1 ${"{\\b}".repeat(2_000_000)}}`)).toThrow(
      expect.objectContaining({ code: "file/bad-document" }),
    );
    expect(document(`{\\rtf1 ${"{\\header x\\par}".repeat(500_000)}y}`).text).toBe("x\n\ny");
  });
});

/** What is thrown and is no refusal; null where there is nothing of the kind. */
function faultIn(rtf: string): unknown {
  try {
    textIn(rtf);
    return null;
  } catch (error) {
    return error instanceof RangeError ? null : error;
  }
}

test("no RTF harms the reader", () => {
  const pieces = fc.constantFrom(
    ..."{ } \\ \\* \\'e9 \\'8 \\u-1? \\uc9 \\bin3 \\bin-1 \\htmlrtf \\htmlrtf0 \\fonttbl \\f1 \\fcharset128 \\fromhtml1 \\par".split(
      " ",
    ),
    "{\\*\\htmltag84 <p>",
    "{\\*\\x ",
    "\u0000",
    "a ",
    "\\v ",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), (some) => {
      expect(faultIn(`{\\rtf1 ${some.join("")}}`)).toBeNull();
    }),
    fuzzRuns,
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (some) => {
      const bytes = Uint8Array.from([...helloWorld.subarray(0, 12), ...some]);
      expect(() => decompressRtf(bytes)).toThrow(RangeError);
    }),
    fuzzRuns,
  );
});

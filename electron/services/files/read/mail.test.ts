// Mails with a cable in them or attached to them, and mails that are made to harm.
import fc from "fast-check";
import { burn } from "@kenjiuno/msgreader/lib/Burner.js";
import { describe, expect, test } from "vitest";
import { AppError } from "#core/host/errors.ts";
import { OpenFiles, readAsFound, type ReadFile } from "#core/host/open-files.ts";
import type { FileKind } from "#core/host/shapes.ts";
import { readers } from "./index.ts";
import { fuzzRuns, listedTable } from "./made-reading.ts";

const read = (
  bytes: string | Uint8Array,
  sheet: number | null = null,
  kind: FileKind = "text",
): Promise<ReadFile> =>
  readers[kind].read({
    kind,
    bytes: typeof bytes === "string" ? Buffer.from(bytes) : bytes,
    ...readAsFound,
    sheet,
  });

const head =
  "From: desk@example.gov\r\nTo: post@example.gov\r\nSubject: Cable\r\nDate: Tue, 24 Nov 2026 10:00:00 +0000\r\nMIME-Version: 1.0\r\n";
const plain = (words: string): string => `${head}Content-Type: text/plain; charset=utf-8\r\n\r\n${words}`;

interface Attached {
  readonly name: string;
  readonly type: string;
  readonly words: string | Uint8Array;
}

function mixed(body: string, attached: readonly Attached[]): string {
  const parts = attached.map(
    ({ name, type, words }) =>
      `--b\r\nContent-Type: ${type}\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(words as string).toString("base64")}\r\n`,
  );
  return `${head}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n${body}\r\n${parts.join("")}--b--\r\n`;
}

const flowed = (delSp: string) =>
  `${head}Content-Type: text/plain; charset=utf-8; format=flowed${delSp}\r\n\r\n1. The post \r\nis asked.\r\n`;
const attachedAs = (disposition: string) =>
  `--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment;\r\n ${disposition}\r\n\r\nFM ROME\r\n`;
const signed = (type: string) =>
  `${head}Content-Type: multipart/signed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nFM ROME\r\n--b\r\nContent-Type: ${type}; name=s.asc\r\n\r\n-----BEGIN PGP SIGNATURE-----\r\n--b--\r\n`;
const cms = (kind: string) => Buffer.from(`3080060${kind}a0800201`, "hex");

describe("a mail", () => {
  test("its message is the text", async () => {
    expect(await read(plain("FM PARIS\r\nTO STATE\r\n"))).toMatchObject({
      kind: "text",
      text: "FM PARIS\nTO STATE",
      parts: [""],
      part: 0,
    });
  });

  test("quoted-printable, another letter set, and a page in place of a text", async () => {
    const quoted = `${head}Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nD=E9mar=\r\nche`;
    expect((await read(quoted)).text).toBe("Démarche");
    const page = `${head}Content-Type: text/html; charset=utf-8\r\n\r\n<p>One</p><img src="http://example.org/x"><script>x</script><p>Two</p>`;
    expect((await read(page)).text).toBe("One\n\nTwo");
  });

  test("what is attached can be chosen: texts, pages, mails in mails; pictures are passed over", async () => {
    const mail = mixed("See attached.", [
      { name: "cable.txt", type: "text/plain", words: "FM ROME\nTO STATE" },
      { name: "logo.png", type: "image/png", words: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1, 2) },
      { name: "page.html", type: "text/html", words: "<html><body><p>On a page</p></body></html>" },
      { name: "old.eml", type: "message/rfc822", words: plain("In an old mail") },
    ]);
    expect(await read(mail)).toMatchObject({
      text: "See attached.",
      parts: ["", "cable.txt", "page.html", "old.eml"],
      part: 0,
    });
    const all = await Promise.all([1, 2, 3].map((part) => read(mail, part)));
    expect(all.map(({ text }) => text)).toEqual(["FM ROME\nTO STATE", "On a page", "In an old mail"]);
  });

  test("a list that is attached is read where lists are brought in; its rejects are saved from it", async () => {
    const cards =
      "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:A\r\nEND:VCARD\r\nBEGIN:VCARD\r\nKIND:org\r\nEND:VCARD\r\n";
    const mail = mixed("List", [{ name: "people.vcf", type: "text/vcard", words: cards }]);
    const file = await read(mail, null, "table");
    expect(listedTable(file)).toMatchObject({
      format: "vcf",
      rows: [{ cells: ["A"] }],
      rejects: [{ line: 5 }],
    });
    const files = new OpenFiles();
    files.add("h", { name: "m.eml", bytes: Buffer.from(mail), sha256: "", read: file });
    expect(Buffer.from(files.only("h", [5])).toString()).toBe(cards.slice(cards.indexOf("BEGIN", 5)));
    const two = mixed("List", [
      { name: "people.vcf", type: "text/vcard", words: cards },
      { name: "list.csv", type: "text/csv", words: "name,city,country\nA,Rome,Italy\nB,Bern,Switzerland\n" },
    ]);
    expect((await read(two, 1, "table")).table).toMatchObject({
      format: "csv",
      sheets: ["people.vcf", "list.csv"],
      sheet: 1,
    });
  });

  test("without a list it is a text, wherever it is opened", async () => {
    expect((await read(plain("words"), null, "table")).kind).toBe("text");
  });

  test.each<[string, string | Uint8Array, string]>([
    [
      "nested a thousand deep",
      `${head}${Array.from({ length: 1000 }, (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`).join("")}`,
      "file/bad-mail",
    ],
    [
      "letters that are none",
      Buffer.concat([Buffer.from(plain("x")), Buffer.from([0xff, 0xfe, 0x41])]),
      "file/encoding",
    ],
    ["a message without a word", plain(" \r\n"), "file/unread-mail"],
    ["UTF-7", plain("D+AOk-marche").replace("charset=utf-8", "charset=utf-7"), "file/encoding"],
    [
      "NULs in its message",
      `${head}Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from("a\u0000b").toString("base64")}`,
      "file/binary",
    ],
  ])("%s is refused", async (_name, bytes, code) => {
    await expect(read(bytes)).rejects.toMatchObject({ code });
  });

  test.each([
    ["UTF-8 though nothing says so", "", "Démarche", Buffer.from("Démarche")],
    ["Western letters though nothing says so", "", "Démarche", Buffer.from("D\xe9marche", "latin1")],
    ["more than the ASCII it is called", "; charset=us-ascii", "Démarche", Buffer.from("Démarche")],
    ["letters nobody knew", "; charset=unknown-8bit", "Démarche", Buffer.from("D\xe9marche", "latin1")],
    ["UTF-7 of ASCII letters", "; charset=utf-7", "Demarche", Buffer.from("Demarche")],
  ])("%s", async (_name, charset, text, bytes) => {
    const start = `${head}Content-Type: text/plain${charset}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n`;
    expect((await read(Buffer.concat([Buffer.from(start), bytes]))).text).toBe(text);
  });

  test("a page that says its letters itself", async () => {
    const page = Buffer.from('<html><meta charset="iso-8859-2"><p>Ko\xb9ice', "latin1");
    const mail = Buffer.concat([Buffer.from(`${head}Content-Type: text/html\r\n\r\n`), page]);
    expect((await read(mail)).text).toBe("Košice");
  });

  test("lines that flow are joined, with and without the blanks they were parted by", async () => {
    expect((await read(flowed(""))).text).toBe("1. The post is asked.");
    expect((await read(flowed("; DelSp=yes"))).text).toBe("1. The postis asked.");
  });

  test("names of attached files: encoded words, and in pieces with their letter set", async () => {
    const mail = `${head}Content-Type: multipart/mixed; boundary=b\r\n\r\n${attachedAs('filename="=?iso-8859-1?Q?d=E9marche=2Etxt?="')}${attachedAs("filename*0*=utf-8''d%C3%A9;\r\n filename*1=marche;\r\n filename*2=.txt")}--b--\r\n`;
    expect((await read(mail)).parts).toEqual(["démarche.txt", "démarche.txt"]);
  });

  test("a file in uuencode", async () => {
    const coded = "begin 644 cable.txt\r\n.1DT@4D]-10I43R!005))4P``\r\n`\r\nend\r\n";
    const mail = `${head}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: application/octet-stream; name=cable.txt\r\nContent-Transfer-Encoding: x-uuencode\r\nContent-Disposition: attachment\r\n\r\n${coded}--b--\r\n`;
    expect(await read(mail)).toMatchObject({ parts: ["cable.txt"], text: "FM ROME\nTO PAR" });
  });

  test("a signed mail is read, and its signature passed over", async () => {
    for (const type of ["application/pgp-signature", "application/pkcs7-signature"]) {
      expect(await read(signed(type))).toMatchObject({ text: "FM ROME", parts: [""] });
    }
  });

  const armor = "-----BEGIN PGP MESSAGE-----\r\n\r\nhQEMA\r\n-----END PGP MESSAGE-----\r\n";
  test.each<[string, string, object]>([
    ["PGP", plain(armor), { why: "sealed" }],
    [
      "PGP and MIME",
      `${head}Content-Type: multipart/encrypted; boundary=b\r\n\r\n--b\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n--b\r\nContent-Type: application/octet-stream; name=encrypted.asc\r\n\r\n${armor}--b--\r\n`,
      { why: "sealed" },
    ],
    ...["92a864886f70d010703", "92a864886f70d010702", "b2a864886f70d0109100117"].map(
      (kind): [string, string, object] => [
        `S/MIME of the kind ${kind}`,
        `${head}Content-Type: application/pkcs7-mime; name=smime.p7m\r\nContent-Transfer-Encoding: base64\r\n\r\n${cms(kind).toString("base64")}\r\n`,
        { why: "sealed" },
      ],
    ),
    [
      "Outlook's own packing",
      mixed("", [
        { name: "winmail.dat", type: "application/ms-tnef", words: Uint8Array.of(0x78, 0x9f, 0x3e, 0x22, 1) },
      ]),
      { why: "tnef" },
    ],
    [
      "pictures alone",
      mixed(
        "",
        ["a.png", "b.png"].map((name) => ({
          name,
          type: "image/png",
          words: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0),
        })),
      ),
      { why: "files", name: "a.png", more: 1 },
    ],
    ["nothing at all", plain(""), { why: "blank" }],
  ])("%s is refused as what it is", async (_name, mail, facts) => {
    await expect(read(mail)).rejects.toMatchObject({ code: "file/unread-mail", facts });
  });

  test("of a mailbox each mail can be chosen; a line of the message that begins with From parts nothing", async () => {
    const from = "From desk@example.gov Tue Nov 24 10:00:00 2026\n";
    const mail = (words: string) => from + plain(words).replaceAll("\r\n", "\n");
    const box = `${mail("One\n\nFrom Rome they say no.\n")}\n${mail("Two\n")}`;
    expect(await read(box)).toMatchObject({
      text: "One\n\nFrom Rome they say no.",
      parts: ["1.eml", "2.eml"],
    });
    expect((await read(box, 1)).text).toBe("Two");
  });

  test("mails in mails are opened five deep", async () => {
    let mail = plain("innermost");
    for (let depth = 0; depth < 8; depth += 1) {
      mail = `${head}Content-Type: multipart/mixed; boundary=c${depth}\r\n\r\n--c${depth}\r\nContent-Type: message/rfc822\r\nContent-Disposition: attachment; filename=m.eml\r\n\r\n${mail}\r\n--c${depth}--\r\n`;
    }
    await expect(read(mail)).rejects.toMatchObject({ code: "file/bad-mail" });
  });
});

const stream = (name: string, bytes: Uint8Array) => ({
  name,
  type: 2,
  length: bytes.length,
  binaryProvider: () => bytes,
});

/** A message as Outlook keeps it: streams named by their property. */
function msg(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const names = Object.keys(streams);
  return burn([
    { name: "Root Entry", type: 5, length: 0, children: names.map((_, at) => at + 1) },
    ...names.map((name) => stream(name, streams[name] ?? new Uint8Array())),
  ]);
}

const wide = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "utf16le"));
const outlook = msg({
  "__properties_version1.0": new Uint8Array(32),
  "__substg1.0_0037001F": wide("Cable"),
  "__substg1.0_1000001F": wide("FM PARIS\r\nTO STATE\r\nDémarche"),
});

/** A message with nothing but RTF in it, stored as it is. */
const rtfOnly = (rtf: string | Uint8Array): Uint8Array => {
  const raw = Buffer.from(rtf as string);
  const start = Buffer.alloc(16);
  start.writeUInt32LE(raw.length + 12, 0);
  start.writeUInt32LE(raw.length, 4);
  start.write("MELA", 8, "latin1");
  return msg({
    "__properties_version1.0": new Uint8Array(32),
    "__substg1.0_0037001F": wide("Cable"),
    "__substg1.0_10090102": Uint8Array.from(Buffer.concat([start, raw])),
  });
};

/** A message with nothing but a page in it, said to be in Windows-1251. */
const withPage = (bytes: Uint8Array) => {
  // One property of fixed length: PidTagInternetCodepage.
  const properties = Buffer.alloc(48);
  properties.writeUInt32LE(0x3fde0003, 32);
  properties.writeUInt32LE(1251, 40);
  return msg({
    "__properties_version1.0": Uint8Array.from(properties),
    "__substg1.0_0037001F": wide("Cable"),
    "__substg1.0_10130102": bytes,
  });
};

describe("a mail of Outlook", () => {
  test("its message is the text", async () => {
    expect(await read(outlook)).toMatchObject({
      kind: "text",
      text: "FM PARIS\nTO STATE\nDémarche",
      parts: [""],
    });
  });

  test("one that is kept as RTF alone is read, and a page in it as a page", async () => {
    const plainRtf = String.raw`{\rtf1\ansi\ansicpg1252 FM PARIS\par TO STATE\par D\'e9marche}`;
    expect((await read(rtfOnly(plainRtf))).text).toBe("FM PARIS\nTO STATE\nDémarche");
    const page = String.raw`{\rtf1\ansi\fromhtml1 {\*\htmltag64 <p>}One{\*\htmltag72 </p>}{\*\htmltag64 <p>}Two{\*\htmltag72 </p>}}`;
    expect((await read(rtfOnly(page))).text).toBe("One\n\nTwo");
  });

  test("RTF that is cut off, or has letters nobody can read, is refused", async () => {
    await expect(read(rtfOnly(String.raw`{\rtf1 One {\b two`))).rejects.toMatchObject({
      code: "file/bad-mail",
    });
    await expect(read(rtfOnly(String.raw`{\rtf1\ansicpg932 \'81}`))).rejects.toMatchObject({
      code: "file/encoding",
    });
  });

  test("attached files without a name are told apart from the message", async () => {
    const cable = Uint8Array.from(Buffer.from("FM ROME\nTO STATE"));
    const mail = burn([
      { name: "Root Entry", type: 5, length: 0, children: [1, 2, 3] },
      stream("__properties_version1.0", new Uint8Array(32)),
      stream("__substg1.0_1000001F", wide("See attached.")),
      { name: "__attach_version1.0_#00000000", type: 1, length: 0, children: [4, 5] },
      stream("__properties_version1.0", new Uint8Array(8)),
      stream("__substg1.0_37010102", cable),
    ]);
    expect(await read(mail)).toMatchObject({ text: "See attached.", parts: ["", "1"] });
    expect((await read(mail, 1)).text).toBe("FM ROME\nTO STATE");
  });

  test("a page is read in the code page the message names, where it is no UTF-8", async () => {
    const inCyrillic = Uint8Array.of(0x3c, 0x70, 0x3e, 0xcc, 0xe8, 0xf0);
    expect((await read(withPage(inCyrillic))).text).toBe("Мир");
    expect((await read(withPage(Uint8Array.from(Buffer.from("<p>Мир"))))).text).toBe("Мир");
  });

  test("cut off anywhere, it is read or refused by name", async () => {
    const cut = Array.from({ length: 40 }, (_, at) =>
      outlook.subarray(0, Math.floor((outlook.length * at) / 40)),
    );
    expect(await faultsOf(cut)).toEqual([]);
  });
});

async function faultsOf(files: readonly Uint8Array[]): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const bytes of files) {
    try {
      const { text } = await read(bytes);
      if (text.includes("\u0000")) faults.push("a NUL in the text");
    } catch (error) {
      if (!(error instanceof AppError)) faults.push(String(error));
    }
  }
  return faults;
}

test("no mail harms the reader", async () => {
  const lines = fc.constantFrom(
    "--b",
    "--b--",
    "Content-Type: multipart/mixed; boundary=b",
    "Content-Type: message/rfc822",
    "Content-Type: text/html",
    "Content-Transfer-Encoding: base64",
    "Content-Transfer-Encoding: quoted-printable",
    "",
    "QUJD",
    "=C3=",
    "<p>x",
    " folded",
    "Content-Type: text/plain; charset=x",
    "__proto__: x",
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(lines, { maxLength: 40 }),
      fc.array(fc.nat(outlook.length - 1), { maxLength: 4 }),
      async (some, flips) => {
        const harmed = Uint8Array.from(outlook);
        for (const at of flips) harmed[at] = (harmed[at] ?? 0) ^ 0x41;
        expect(await faultsOf([Buffer.from(head + some.join("\r\n")), harmed])).toEqual([]);
      },
    ),
    fuzzRuns,
  );
});

// An audit file is checked by what the README says and nothing else; one changed byte anywhere is found.
import { createHash } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { EntryMaker } from "../journal/testing/entries.ts";
import { journalOn } from "../journal/testing/journal-on.ts";
import { memoryDisk } from "../journal/testing/memory-files.ts";
import { auditFile } from "./audit-file.ts";

let file: Buffer;
let count: number;

beforeAll(async () => {
  const { journal } = await journalOn(memoryDisk());
  const maker = new EntryMaker();
  await journal.append([maker.next("device:all", "Paris"), maker.next("device:hq", "Rome")]);
  const erased = maker.next("device:all", "Nairobi");
  await journal.append([{ ...erased, b: null }]);
  await journal.append([maker.next("device:all", "Zürich")]);
  const made = await auditFile(journal);
  file = made.bytes;
  count = made.entries;
});

test("a file as it was exported holds", () => {
  expect([count, faultOf(file)]).toEqual([4, null]);
});

test("one changed byte anywhere is found", () => {
  const unnoticed: number[] = [];
  for (let at = 0; at < file.byteLength; at += 1) {
    const changed = Buffer.from(file);
    changed[at] = (changed[at] ?? 0) ^ 1;
    if (faultOf(changed) === null) unnoticed.push(at);
  }
  expect(unnoticed).toEqual([]);
});

test("the digest alone is not what finds it: a changed body is found by its own header", () => {
  const lines = file.toString("utf8").split("\n");
  const changed = withDigest(lines.map((line) => line.replace("Paris", "Perth")));
  expect(faultOf(changed)).toBe("line 3: body");
});

test("an entry left out is found, with the digest made anew", () => {
  const lines = file.toString("utf8").split("\n");
  expect(faultOf(withDigest([...lines.slice(0, 1), ...lines.slice(3)]))).toBe("line 4: number");
  expect(faultOf(withDigest([...lines.slice(0, 7), ...lines.slice(9)]))).toBe("heads");
});

function withDigest(lines: readonly string[]): Buffer {
  const text = lines
    .slice(0, -2)
    .map((line) => `${line}\n`)
    .join("");
  return Buffer.from(`${text}${digestOf(Buffer.from(text))}\n`);
}

function digestOf(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** The procedure of the README, step by step. It knows nothing of the app. */
function faultOf(bytes: Buffer): string | null {
  if (bytes.at(-1) !== 10) return "end";
  const ends = [...bytes.keys()].filter((at) => bytes[at] === 10);
  const lines = ends.map((end, n) => bytes.subarray(n === 0 ? 0 : (ends[n - 1] ?? 0) + 1, end));
  const last = lines.at(-1) ?? Buffer.alloc(0);
  const before = bytes.subarray(0, bytes.byteLength - last.byteLength - 1);
  const isWhole = digestOf(before) === last.toString("latin1");
  const heads = new Map<string, { seq: number; hash: string }>();
  let entries = 0;
  for (let at = 1; at + 2 < lines.length; at += 2) {
    const [header = Buffer.alloc(0), body = Buffer.alloc(0)] = lines.slice(at, at + 2);
    const said = parsed(header);
    if (!said) return `line ${at + 1}: header`;
    const log = String(said["l"]);
    const head = heads.get(log) ?? { seq: 0, hash: "0".repeat(64) };
    if (said["s"] !== head.seq + 1) return `line ${at + 1}: number`;
    if (said["p"] !== head.hash) return `line ${at + 1}: hash of the entry before`;
    if (body.byteLength > 0 && said["b"] !== digestOf(body)) return `line ${at + 2}: body`;
    heads.set(log, { seq: head.seq + 1, hash: digestOf(header) });
    entries += 1;
  }
  const end = parsed(lines.at(-2) ?? Buffer.alloc(0));
  const isEnd =
    end?.["entries"] === entries &&
    JSON.stringify(end["heads"]) === JSON.stringify(Object.fromEntries(heads));
  if (!isEnd) return "heads";
  return isWhole ? null : "digest";
}

function parsed(line: Buffer): Record<string, unknown> | null {
  try {
    return JSON.parse(line.toString("utf8")) as Record<string, unknown>;
  } catch {
    return null;
  }
}

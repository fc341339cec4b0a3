// What every host must do, as cases any test runner can run over any bridge: memory, HTTP, IPC, the built bundles.
import type { HostBridge } from "./bridge.ts";
import { readAsFound } from "./open-files.ts";
import type {
  EntryLines,
  JournalPlace,
  JournalRead,
  LogHead,
  OpenedWorkspace,
  VaultSecret,
} from "./shapes.ts";
import type { Result } from "../lib/result.ts";
import { noHash } from "../log/entry.ts";
import type { Paper } from "../report/blocks.ts";

/** What the cases need of the machine they run on. */
export interface ContractTools {
  utf8(text: string): Uint8Array<ArrayBuffer>;
  /** Hex, of the text in UTF-8. */
  sha256(text: string): Promise<string>;
  newId(): string;
}

export interface ContractCase {
  readonly title: string;
  /** Rejects where the host does otherwise. The host must be a fresh one: no workspace, no file. */
  readonly run: (host: HostBridge, tools: ContractTools) => Promise<void>;
}

const paper: Paper = {
  language: "en",
  direction: "ltr",
  marking: "UNCLASSIFIED",
  title: "Status",
  subtitle: "",
  asOf: "As of today",
  pageLabel: "{page} of {pages}",
  footer: "",
  blocks: [{ kind: "paragraph", runs: [{ text: "Delivered.", weight: "plain" }] }],
};

export const contractCases: readonly ContractCase[] = [
  {
    title: "says what it is",
    run: async (host) => {
      const info = valueOf(await host.call("app.info", {}));
      same(typeof info.version, "string");
      same(["desktop", "browser", "memory"].includes(info.host), true);
    },
  },
  {
    title: "refuses what is not in the contract, as a value",
    run: async (host) => {
      const call = (method: string, ask: unknown): Promise<Result<unknown>> =>
        host.call(method as "app.info", ask as Record<string, never>);
      same(codeOf(await call("journal.erase", {})), "host/unknown-method");
      same(codeOf(await call("toString", {})), "host/unknown-method");
      same(codeOf(await call("app.info", { more: 1 })), "host/bad-ask");
      same(codeOf(await call("journal.read", { from: "1", maxBytes: 10 })), "host/bad-ask");
      same(codeOf(await call("workspace.create", { label: "  ", kind: "sample" })), "host/bad-ask");
      same(codeOf(await call("workspace.create", { label: "Desk", kind: "work" })), "host/bad-ask");
    },
  },
  {
    title: "has no journal before a workspace is open",
    run: async (host) => {
      same(codeOf(await host.call("journal.head", {})), "workspace/not-open");
      same(
        codeOf(await host.call("journal.read", { from: { frame: 1, entry: 0 }, maxBytes: 10 })),
        "workspace/not-open",
      );
      same(
        codeOf(await host.call("journal.append", { entries: [{ h: "{}", b: null }] })),
        "workspace/not-open",
      );
    },
  },
  {
    title: "makes, lists, closes and opens workspaces",
    run: async (host) => {
      same(valueOf(await host.call("workspace.list", {})), []);
      const made = await newWorkspace(host);
      same(made.head, { frame: 0, logs: {} });
      same(
        codeOf(await host.call("workspace.create", { label: "DESK", kind: "sample" })),
        "workspace/name-taken",
      );
      const [summary] = valueOf(await host.call("workspace.list", {}));
      same([summary?.id, summary?.label, summary?.kind, summary?.trouble], [made.id, "Desk", "work", null]);
      valueOf(await host.call("workspace.close", {}));
      same(codeOf(await host.call("journal.head", {})), "workspace/not-open");
      same(codeOf(await host.call("workspace.open", { id: "elsewhere" })), "workspace/missing");
      same(codeOf(await host.call("workspace.open", { id: made.id })), "vault/needs-passphrase");
      const { passphrase } = made.secret;
      const again = valueOf(await host.call("workspace.unlock", { id: made.id, passphrase }));
      same(again.deviceId, made.deviceId);
      same(valueOf(await host.call("workspace.open", { id: made.id })).deviceId, made.deviceId);
    },
  },
  {
    title: "opens real work with its passphrase or its recovery code and nothing else",
    run: async (host) => {
      const weak = { ...valueOf(await host.call("vault.propose", {})), passphrase: "password" };
      const work = { label: "Desk", kind: "work" } as const;
      same(codeOf(await host.call("workspace.create", { ...work, secret: weak })), "vault/weak-passphrase");
      const { id, secret, unsealed } = await newWorkspace(host);
      same(unsealed, false);
      same(valueOf(await host.call("workspace.list", {}))[0]?.isProtected, true);
      valueOf(await host.call("workspace.lock", {}));
      same(codeOf(await host.call("journal.head", {})), "workspace/not-open");
      same(codeOf(await host.call("workspace.lock", {})), "vault/not-protected");
      same(codeOf(await host.call("workspace.unlock", { id, passphrase: "x" })), "vault/wrong-passphrase");
      same(codeOf(await host.call("journal.head", {})), "workspace/not-open");
      const passphrase = "lantern heron copper wheat";
      const { recoveryCode } = secret;
      same(valueOf(await host.call("vault.recover", { id, recoveryCode, passphrase })).id, id);
      valueOf(await host.call("workspace.lock", {}));
      same(codeOf(await host.call("workspace.unlock", { id, ...pick(secret) })), "vault/wrong-passphrase");
      same(valueOf(await host.call("workspace.unlock", { id, passphrase })).id, id);
    },
  },
  {
    title: "changes the passphrase, and key and recovery code, for those who know the passphrase",
    run: async (host, tools) => {
      const { id, secret } = await newWorkspace(host);
      const maker = new ChainedEntries(tools);
      const entries = [await maker.next("d:all", "kept")];
      valueOf(await host.call("journal.append", { entries }));
      const head = valueOf(await host.call("journal.head", {}));
      const next = "lantern heron copper wheat";
      const change = { current: secret.passphrase, next };
      same(
        codeOf(await host.call("vault.changePassphrase", { current: "x", next })),
        "vault/wrong-passphrase",
      );
      same(
        codeOf(await host.call("vault.changePassphrase", { ...change, next: "short" })),
        "vault/weak-passphrase",
      );
      valueOf(await host.call("vault.changePassphrase", change));
      same(codeOf(await host.call("vault.protect", { secret })), "vault/protected");
      same(codeOf(await host.call("vault.newEpoch", { secret })), "vault/wrong-passphrase");
      const { recoveryCode } = valueOf(await host.call("vault.propose", {}));
      const renewed = { passphrase: next, recoveryCode };
      same(valueOf(await host.call("vault.newEpoch", { secret: renewed })).head, head);
      valueOf(await host.call("workspace.lock", {}));
      same(codeOf(await host.call("workspace.unlock", { id, ...pick(secret) })), "vault/wrong-passphrase");
      same(valueOf(await host.call("workspace.unlock", { id, passphrase: next })).head, head);
      const read = valueOf(
        await host.call("journal.read", { from: { frame: 1, entry: 0 }, maxBytes: 10_000 }),
      );
      same(read, { frames: [{ number: 1, entries }], next: null });
    },
  },
  {
    title: "opens nothing by a keychain where it has none",
    run: async (host) => {
      same(codeOf(await host.call("vault.keychain", {})), "workspace/not-open");
      const { id, secret } = await newWorkspace(host);
      same(valueOf(await host.call("vault.keychain", {})), { isReal: false, isKept: false });
      same(codeOf(await host.call("vault.keepKey", { isKept: true })), "host/no-keychain");
      valueOf(await host.call("workspace.lock", {}));
      same(valueOf(await host.call("workspace.list", {}))[0]?.opensByKeychain, false);
      same(codeOf(await host.call("workspace.unlockByKeychain", { id })), "host/no-keychain");
      same(valueOf(await host.call("workspace.unlock", { id, ...pick(secret) })).id, id);
    },
  },
  {
    title: "discards samples and nothing else",
    run: async (host) => {
      const work = await newWorkspace(host);
      const sample = valueOf(await host.call("workspace.create", { label: "Sample", kind: "sample" }));
      same(codeOf(await host.call("workspace.discardSample", { id: work.id })), "workspace/not-sample");
      same(codeOf(await host.call("workspace.discardSample", { id: "elsewhere" })), "workspace/missing");
      valueOf(await host.call("workspace.discardSample", { id: sample.id }));
      same(codeOf(await host.call("journal.head", {})), "workspace/not-open");
      same(
        valueOf(await host.call("workspace.list", {})).map(({ id }) => id),
        [work.id],
      );
    },
  },
  {
    title: "gives back entries as the exact text, over a reopening",
    run: async (host, tools) => {
      const { id, secret } = await newWorkspace(host);
      const maker = new ChainedEntries(tools);
      const entries = [
        await maker.next("d:all", 'é 汉 🌍 " \\ $bytes __proto__'),
        await maker.next("d:post/1", "x"),
        { h: (await maker.next("d:all", "erased")).h, b: null },
      ];
      same(valueOf(await host.call("journal.append", { entries })), { frame: 1 });
      const head = valueOf(await host.call("journal.head", {}));
      same([head.frame, head.logs["d:all"]?.seq, head.logs["d:post/1"]?.seq], [1, 2, 1]);
      valueOf(await host.call("workspace.close", {}));
      same(valueOf(await host.call("workspace.unlock", { id, ...pick(secret) })).head, head);
      const read = valueOf(
        await host.call("journal.read", { from: { frame: 1, entry: 0 }, maxBytes: 10_000 }),
      );
      same(read, { frames: [{ number: 1, entries }], next: null });
    },
  },
  {
    title: "reads frames in batches",
    run: async (host, tools) => {
      await newWorkspace(host);
      const maker = new ChainedEntries(tools);
      for (let n = 1; n <= 5; n += 1) {
        valueOf(await host.call("journal.append", { entries: [await maker.next("d:all", `${n}`)] }));
      }
      const all = valueOf(
        await host.call("journal.read", { from: { frame: 1, entry: 0 }, maxBytes: 1_000_000 }),
      );
      same([all.frames.map(({ number }) => number), all.next], [[1, 2, 3, 4, 5], null]);
      const one = valueOf(await host.call("journal.read", { from: { frame: 3, entry: 0 }, maxBytes: 1 }));
      same([one.frames.map(({ number }) => number), one.next], [[3], { frame: 4, entry: 0 }]);
      same(valueOf(await host.call("journal.read", { from: { frame: 6, entry: 0 }, maxBytes: 1 })), {
        frames: [],
        next: null,
      });
    },
  },
  {
    title: "takes one frame in several messages, and gives it out in parts",
    run: async (host, tools) => {
      const { id, secret } = await newWorkspace(host);
      const maker = new ChainedEntries(tools);
      const made: EntryLines[] = [];
      for (let n = 1; n <= 5; n += 1) made.push(await maker.next("d:all", `${n}`.repeat(1000)));
      const [batch, other] = [tools.newId(), tools.newId()];
      const stage = (name: string, from: number, to: number) =>
        host.call("journal.stage", { batch: name, entries: made.slice(from, to) });
      valueOf(await stage(other, 0, 1));
      valueOf(await stage(batch, 0, 2));
      valueOf(await stage(batch, 2, 4));
      same(valueOf(await host.call("journal.head", {})).frame, 0);
      const last = { entries: made.slice(4) };
      same(codeOf(await host.call("journal.append", { batch: other, ...last })), "host/bad-ask");
      same(codeOf(await host.call("journal.append", { batch, ...last })), "host/bad-ask");
      valueOf(await stage(batch, 0, 4));
      same(valueOf(await host.call("journal.append", { batch, ...last })), { frame: 1 });
      same(codeOf(await host.call("journal.append", { batch, ...last })), "host/bad-ask");
      valueOf(await host.call("journal.append", { entries: [await maker.next("d:all", "6")] }));
      valueOf(await stage(batch, 0, 4));
      valueOf(await host.call("workspace.lock", {}));
      valueOf(await host.call("workspace.unlock", { id, ...pick(secret) }));
      same(codeOf(await host.call("journal.append", { batch, ...last })), "host/bad-ask");
      const parts: [number, number, JournalPlace | null][] = [];
      const read: EntryLines[] = [];
      for (let from: JournalPlace | null = { frame: 1, entry: 0 }; from !== null;) {
        const part: JournalRead = valueOf(await host.call("journal.read", { from, maxBytes: 2600 }));
        for (const { number, entries } of part.frames) parts.push([number, entries.length, part.next]);
        read.push(...part.frames.flatMap(({ entries }) => entries));
        from = part.next;
      }
      same(parts, [
        [1, 2, { frame: 1, entry: 2 }],
        [1, 2, { frame: 1, entry: 4 }],
        [1, 1, { frame: 2, entry: 0 }],
        [2, 1, null],
      ]);
      same(read.slice(0, 5), made);
      const middle = valueOf(await host.call("journal.read", { from: { frame: 1, entry: 3 }, maxBytes: 1 }));
      same(middle.frames, [{ number: 1, entries: made.slice(3, 4) }]);
    },
  },
  {
    title: "refuses entries that do not follow on, whole frames at a time",
    run: async (host, tools) => {
      await newWorkspace(host);
      const maker = new ChainedEntries(tools);
      const first = await maker.next("d:all", "1");
      const second = await maker.next("d:all", "2");
      const third = await maker.next("d:all", "3");
      valueOf(await host.call("journal.append", { entries: [first] }));
      const refused: readonly [readonly EntryLines[], string][] = [
        [[first], "journal/stale-head"],
        [[third], "journal/stale-head"],
        [[second, second], "journal/stale-head"],
        [[second, { ...third, b: "{}" }], "journal/bad-entry"],
        [[second, { h: "[]", b: "{}" }], "journal/bad-entry"],
      ];
      for (const [entries, code] of refused) {
        same(codeOf(await host.call("journal.append", { entries: [...entries] })), code);
        same(valueOf(await host.call("journal.head", {})).frame, 1);
      }
      same(valueOf(await host.call("journal.append", { entries: [second, third] })).frame, 2);
    },
  },
  {
    title: "keeps attachments, each content once, and hands out what it was given",
    run: async (host, tools) => {
      const bytes = tools.utf8("%PDF-1.7 é");
      const sha256 = await tools.sha256("%PDF-1.7 é");
      same(codeOf(await host.call("attachments.add", { bytes })), "workspace/not-open");
      const { id, secret } = await newWorkspace(host);
      same(valueOf(await host.call("attachments.size", {})), { count: 0, bytes: 0 });
      const added = { sha256, byteCount: bytes.byteLength, mediaType: "application/pdf" };
      same(valueOf(await host.call("attachments.add", { bytes })), added);
      const once = valueOf(await host.call("attachments.size", {}));
      same(valueOf(await host.call("attachments.add", { bytes })), added);
      same([valueOf(await host.call("attachments.size", {})), once.count], [once, 1]);
      const maker = new ChainedEntries(tools);
      const entries = [await maker.next("d:all", sha256)];
      valueOf(await host.call("journal.append", { entries }));
      valueOf(await host.call("workspace.close", {}));
      same(codeOf(await host.call("attachments.save", { sha256, name: "a.pdf" })), "workspace/not-open");
      valueOf(await host.call("workspace.unlock", { id, ...pick(secret) }));
      const saved = valueOf(await host.call("attachments.save", { sha256, name: "a.pdf" }));
      same([saved.kind === "cancelled" ? "" : saved.name], ["a.pdf"]);
      if (saved.kind === "download") same([...saved.bytes], [...bytes]);
      const other = await tools.sha256("other");
      same(codeOf(await host.call("attachments.save", { sha256: other, name: "b" })), "attachment/missing");
      same(codeOf(await host.call("attachments.save", { sha256: "../x", name: "b" })), "host/bad-ask");
    },
  },
  {
    title: "reads a text it is handed, and lets go of it",
    run: async (host, tools) => {
      const text = "FM PARIS\nTO STATE\n“é”\n";
      const bytes = tools.utf8(text);
      const file = valueOf(await host.call("files.take", { name: "cable.txt", kind: "text", bytes }));
      same([file.name, file.kind, file.encoding, file.table], ["cable.txt", "text", "utf-8", null]);
      same([file.byteCount, file.sha256], [bytes.byteLength, await tools.sha256(text)]);
      same(valueOf(await host.call("files.text", { handle: file.handle })), { text });
      same(
        codeOf(await host.call("files.rows", { handle: file.handle, from: 0, count: 1 })),
        "file/not-a-table",
      );
      valueOf(await host.call("files.close", { handle: file.handle }));
      same(codeOf(await host.call("files.text", { handle: file.handle })), "file/gone");
      const nothing = { name: "empty.txt", kind: "text", bytes: new Uint8Array() } as const;
      same(codeOf(await host.call("files.take", nothing)), "file/empty");
    },
  },
  {
    title: "takes a file part by part, and lets go of what is stopped or of another length than was said",
    run: async (host, tools) => {
      const text = "FM PARIS\nTO STATE\n“é”\n";
      const all = tools.utf8(text);
      const byteCount = all.byteLength;
      const ask = { name: "cable.txt", kind: "text" } as const;
      const begin = () => host.call("files.bring", { handle: null, byteCount, bytes: all.slice(0, 10) });
      const { handle } = valueOf(await begin());
      valueOf(await host.call("files.bring", { handle, byteCount, bytes: all.slice(10, 20) }));
      const file = valueOf(await host.call("files.take", { ...ask, handle, bytes: all.slice(20) }));
      same([file.byteCount, file.sha256], [byteCount, await tools.sha256(text)]);
      same(valueOf(await host.call("files.text", { handle: file.handle })), { text });
      // Whole, it has been taken.
      same(codeOf(await host.call("files.take", { ...ask, handle, bytes: all })), "file/stopped");
      const short = valueOf(await begin());
      same(codeOf(await host.call("files.take", { ...ask, ...short, bytes: all.slice(20) })), "host/bad-ask");
      const long = valueOf(await begin());
      same(codeOf(await host.call("files.bring", { ...long, byteCount, bytes: all })), "host/bad-ask");
      const stopped = valueOf(await begin());
      valueOf(await host.call("files.stopReading", {}));
      same(codeOf(await host.call("files.bring", { ...stopped, byteCount, bytes: all })), "file/stopped");
    },
  },
  {
    title: "has nothing to stop where nothing is being read",
    run: async (host) => {
      same(valueOf(await host.call("files.stopReading", {})), null);
    },
  },
  {
    title: "reads a text again under another encoding",
    run: async (host, tools) => {
      const bytes = tools.utf8("é");
      const { handle } = valueOf(await host.call("files.take", { name: "a.txt", kind: "text", bytes }));
      const again = valueOf(
        await host.call("files.reread", { handle, ...readAsFound, encoding: "windows-1252" }),
      );
      same([again.handle, again.encoding], [handle, "windows-1252"]);
      same(valueOf(await host.call("files.text", { handle })), { text: "Ã©" });
    },
  },
  {
    title: "reads a table row by row, and says which rows do not fit",
    run: async (host, tools) => {
      const bytes = tools.utf8("name,city\nA,Paris\nB\nC,Rome\n");
      const file = valueOf(await host.call("files.take", { name: "posts.csv", kind: "table", bytes }));
      same(file.table?.headings, ["name", "city"]);
      same([file.table?.rowCount, file.table?.delimiter], [2, ","]);
      same(
        file.table?.rejects.map(({ line, code }) => [line, code]),
        [[3, "file/ragged-rows"]],
      );
      same([file.table?.format, file.table?.headingLine], ["csv", 1]);
      same(file.table?.head[0], { line: 1, cells: ["name", "city"] });
      const { handle } = file;
      const { rows } = valueOf(await host.call("files.rows", { handle, from: 1, count: 10 }));
      same(rows, [{ line: 4, cells: ["C", "Rome"] }]);
      const bad = tools.utf8("name,__proto__\nA,1\n");
      same(
        codeOf(await host.call("files.take", { name: "bad.csv", kind: "table", bytes: bad })),
        "file/forbidden-heading",
      );
    },
  },
  {
    title: "saves cards and calendar entries, and nothing of a file that holds none",
    run: async (host, tools) => {
      const text = "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:A\r\nEND:VCARD\r\n";
      const saved = valueOf(await host.call("files.saveRecords", { name: "People", format: "vcf", text }));
      same(saved.kind === "saved" || saved.kind === "download", true);
      if (saved.kind === "download") same([saved.name, saved.mime], ["People.vcf", "text/vcard"]);
      const bytes = tools.utf8("a text");
      const { handle } = valueOf(await host.call("files.take", { name: "a.txt", kind: "text", bytes }));
      same(
        codeOf(await host.call("files.saveOnly", { handle, name: "rest", lines: [1] })),
        "file/not-a-table",
      );
    },
  },
  {
    title: "checks the chain of the record from any frame on, and exports it",
    run: async (host, tools) => {
      same(codeOf(await host.call("audit.verify", { from: 1, heads: {} })), "workspace/not-open");
      await newWorkspace(host);
      const entries = new ChainedEntries(tools);
      const log = "device:all";
      for (const value of ["a", "b"]) {
        valueOf(await host.call("journal.append", { entries: [await entries.next(log, value)] }));
      }
      const whole = valueOf(await host.call("audit.verify", { from: 1, heads: {} }));
      same([whole.entries, whole.next, whole.bad], [2, null, null]);
      const head = valueOf(await host.call("journal.head", {}));
      same(whole.heads, head.logs);
      const late = valueOf(await host.call("audit.verify", { from: 2, heads: {} }));
      same([late.bad?.fault, late.bad?.log, late.bad?.seq, late.bad?.frame], ["sequence", log, 1, 2]);
      const { saved, entries: count } = valueOf(await host.call("audit.export", { name: "Audit" }));
      same([saved.kind === "saved" || saved.kind === "download", count], [true, 2]);
    },
  },
  {
    title: "saves a paper, or hands it over",
    run: async (host) => {
      const saved = valueOf(
        await host.call("files.save", { name: "Status: Paris/Rome", format: "txt", paper }),
      );
      same(saved.kind === "saved" || saved.kind === "download", true);
      if (saved.kind === "download") {
        same([saved.name, saved.bytes.byteLength > 0], ["Status- Paris-Rome.txt", true]);
      }
    },
  },
];

class ChainedEntries {
  readonly #tools: ContractTools;
  readonly #heads = new Map<string, LogHead>();

  constructor(tools: ContractTools) {
    this.#tools = tools;
  }

  async next(log: string, value: string): Promise<EntryLines> {
    const head = this.#heads.get(log) ?? { seq: 0, hash: noHash };
    const b = JSON.stringify({ g: value, o: [] });
    const seq = head.seq + 1;
    const bodyHash = await this.#tools.sha256(b);
    const h = JSON.stringify({ l: log, s: seq, p: head.hash, h: "t", u: "user", v: 1, k: "tx", b: bodyHash });
    this.#heads.set(log, { seq, hash: await this.#tools.sha256(h) });
    return { h, b };
  }
}

async function newWorkspace(host: HostBridge): Promise<OpenedWorkspace & { readonly secret: VaultSecret }> {
  const secret = valueOf(await host.call("vault.propose", {}));
  return { ...valueOf(await host.call("workspace.create", { label: "Desk", kind: "work", secret })), secret };
}

function pick({ passphrase }: VaultSecret): Pick<VaultSecret, "passphrase"> {
  return { passphrase };
}

function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`${result.code} ${JSON.stringify(result.facts)}`);
}

function codeOf(result: Result<unknown>): string {
  return result.ok ? "ok" : result.code;
}

function same(found: unknown, wanted: unknown): void {
  const [a, b] = [JSON.stringify(found), JSON.stringify(wanted)];
  if (a !== b) throw new Error(`found ${a}, wanted ${b}`);
}

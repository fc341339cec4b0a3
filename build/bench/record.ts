// The host's side of the bench, in Node without a browser: the record sealed and plain, opened, checked and backed up.
import "temporal-polyfill/global"; // Node 20 has none of its own
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdtemp, open, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { verifySlice } from "#core/host/audit.ts";
import type { EntryLines, LogHead } from "#core/host/shapes.ts";
import { noHash } from "#core/log/entry.ts";
import { entriesOf } from "#core/sample/entries.ts";
import { generateWorkspace } from "#core/sample/generate.ts";
import { sha256 } from "#services/audit/audit-file.ts";
import { makeBackup } from "#services/backup/make-backup.ts";
import type { Journal } from "#services/journal/journal.ts";
import { nodeFiles } from "#services/journal/node-files.ts";
import { openJournal } from "#services/journal/open-journal.ts";
import { nullSeal, type Seal } from "#services/journal/seal.ts";
import { vaultSeal } from "#services/vault/journal-seal.ts";
import { calibrated, deriveKey } from "#services/vault/kdf.ts";
import { newDataKey } from "#services/vault/keys.ts";
import { newRecoveryCode } from "#services/vault/recovery-code.ts";
import { unwrapWithPassphrase, wrapKey } from "#services/vault/wraps.ts";

/** In ms; the floor is measured beside it. */
export interface Row {
  readonly what: string;
  readonly measured: number;
  readonly floor: number;
}

const context = { vault: "0f8b7a52-0000-4000-8000-000000000001", epoch: 1 };
const dataKey = newDataKey();
const passphrase = "a passphrase of the bench";
const seals = { sealed: vaultSeal(dataKey, context), plain: nullSeal(context) } as const;
type Kind = keyof typeof seals;
const rounds = 5;
const entriesAFrame = 400;
const editBytes = 600;

/** All lines for a workspace of so many engagements. */
export async function record(engagements: number, edits: number): Promise<readonly Row[]> {
  const folder = await mkdtemp(path.join(tmpdir(), "chancery-bench-record-"));
  try {
    return await rowsIn(folder, engagements, edits);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function rowsIn(folder: string, engagements: number, edits: number): Promise<readonly Row[]> {
  const name = engagements.toLocaleString("en");
  const place = (kind: Kind) => path.join(folder, kind, "journal");
  const written = await writeBoth(place, engagements);
  const read = await alternately(rounds, {
    sealed: () => readAll(place("sealed"), seals.sealed),
    plain: () => readAll(place("plain"), seals.plain),
  });
  const bytes = await sizeOf(place("sealed"));
  const { journal } = await openAt(place("sealed"), seals.sealed);
  const opened = await alternately(rounds, {
    measured: async () => (await openAt(place("sealed"), seals.sealed)).journal.close(),
    floor: () => hashAll(place("sealed")),
  });
  const chain = await alternately(rounds, {
    measured: () => checkChain(journal),
    floor: () => hashText(journal),
  });
  const wraps = await wrapKey(
    dataKey,
    context,
    { passphrase, recoveryCode: newRecoveryCode() },
    calibrated(deriveKey),
  );
  const { kdf } = wraps.passphrase;
  const unlocked = await alternately(rounds, {
    measured: async () => {
      const key = await unwrapWithPassphrase(wraps, context, passphrase, deriveKey);
      if (!key) throw new Error("The passphrase of the bench does not open its own wrap.");
      const unsealed = await openAt(place("sealed"), vaultSeal(key, context));
      await checkChain(unsealed.journal);
      await unsealed.journal.close();
    },
    floor: async () => void (await deriveKey(kdf, passphrase)),
  });
  const backup = await alternately(rounds, {
    measured: () => backUp(path.join(folder, "sealed"), journal),
    floor: () => hashAll(place("sealed")),
  });
  const edit = await benchEdits(journal, path.join(folder, "bare"), edits);
  await journal.close();
  const perSecond = (time: number) => `${Math.round(bytes / 1000 / time)} MB/s`;
  return [
    {
      what: `record written at ${name}, sealed (floor: the same under the null seal)`,
      measured: written.sealed,
      floor: written.plain,
    },
    {
      what: `record opened and read at ${name}, sealed (floor: the same under the null seal)`,
      measured: read.sealed,
      floor: read.plain,
    },
    {
      what: `journal opened with every frame verified at ${name}, ${Math.round(bytes / 1e6)} MB, after the passphrase (floor: the same bytes read and hashed)`,
      ...opened,
    },
    { what: `chain check at ${name} (floor: the same entries read and hashed)`, ...chain },
    {
      what: `unlock with the passphrase at ${name}: stretched, opened, chain checked (floor: the bare stretching)`,
      ...unlocked,
    },
    {
      what: `edit with seal and fdatasync at ${name}, median of ${edits} (floor: bare append + fdatasync)`,
      ...edit,
    },
    {
      what: `backup made and verified at ${name}, ${perSecond(backup.measured)} against ${perSecond(backup.floor)} (floor: the same bytes read and hashed)`,
      ...backup,
    },
  ];
}

/** Writes the same frames to both journals in turn; the time each took in all. */
async function writeBoth(place: (kind: Kind) => string, engagements: number): Promise<Record<Kind, number>> {
  const journals = {
    sealed: (await openAt(place("sealed"), seals.sealed)).journal,
    plain: (await openAt(place("plain"), seals.plain)).journal,
  };
  const spent = { sealed: 0, plain: 0 };
  const put = async (entries: readonly EntryLines[]) => {
    for (const kind of ["sealed", "plain"] as const) {
      spent[kind] += await timeOf(async () => {
        await journals[kind].append(entries);
      });
    }
  };
  let batch: EntryLines[] = [];
  const history = generateWorkspace({ posts: 270, engagements, seed: 7, anchor: "2026-11-20" });
  for await (const some of entriesOf(history, async (text) => sha256(text))) {
    batch.push(...some);
    if (batch.length < entriesAFrame) continue;
    await put(batch);
    batch = [];
  }
  if (batch.length > 0) await put(batch);
  for (const journal of Object.values(journals)) await journal.close();
  return spent;
}

function openAt(folder: string, seal: Seal) {
  return openJournal({ ...context, files: nodeFiles(folder), seal, acknowledged: 0 });
}

async function readAll(folder: string, seal: Seal): Promise<void> {
  const { journal } = await openAt(folder, seal);
  await eachFrame(journal, () => undefined);
  await journal.close();
}

async function eachFrame(journal: Journal, use: (entries: readonly EntryLines[]) => void): Promise<void> {
  for (let from: number | null = 1; from !== null && journal.head.frame > 0;) {
    const { frames, next } = await journal.read(from, 8_388_608);
    for (const { entries } of frames) use(entries);
    from = next;
  }
}

async function checkChain(journal: Journal): Promise<void> {
  let heads = {};
  for (let from: number | null = 1; from !== null;) {
    const slice = await verifySlice(journal, from, heads, sha256);
    if (slice.bad) throw new Error("The chain of the bench does not hold.");
    ({ next: from, heads } = slice);
  }
}

async function hashText(journal: Journal): Promise<void> {
  const hash = createHash("sha256");
  await eachFrame(journal, (entries) => {
    for (const { h, b } of entries) hash.update(h).update(b ?? "");
  });
  hash.digest();
}

async function hashAll(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const hash = createHash("sha256");
    for await (const chunk of createReadStream(path.join(folder, name), { highWaterMark: 1_048_576 })) {
      hash.update(chunk as Buffer);
    }
    hash.digest();
  }
}

async function sizeOf(folder: string): Promise<number> {
  const sizes = await Promise.all((await readdir(folder)).map((name) => stat(path.join(folder, name))));
  return sizes.reduce((sum, { size }) => sum + size, 0);
}

let backups = 0;
async function backUp(folder: string, journal: Journal): Promise<void> {
  backups += 1;
  await makeBackup(
    {
      folder,
      unsealed: false,
      journalName: "journal",
      journal,
      attachments: {
        folderName: "attachments",
        store: { names: async () => [], isWhole: async () => true },
        mentioned: async () => [],
      },
      reopen: async (copy) => {
        const again = await openAt(path.join(copy, "journal"), seals.sealed);
        await again.journal.close();
        return again.journal.head;
      },
    },
    new Date(Date.UTC(2026, 0, 1, 0, 0, backups)).toISOString(),
  );
}

/** Edits of one small entry, each beside a bare append and fdatasync on the same disk. */
async function benchEdits(journal: Journal, bareFile: string, edits: number) {
  const bare = await open(bareFile, "a");
  const bytes = Buffer.alloc(editBytes, 120);
  const log = "bench:all";
  let last: LogHead = { seq: 0, hash: noHash };
  const times = await alternately(edits, {
    measured: async () => {
      const b = JSON.stringify({
        g: `edit-${last.seq}`,
        o: [["followUps", "f", { what: "x".repeat(120) }, {}]],
      });
      const h = JSON.stringify({
        l: log,
        s: last.seq + 1,
        p: last.hash,
        h: "2026-11-24T05:31:25.123Z/0000",
        u: "user",
        v: 1,
        k: "tx",
        b: sha256(b),
      });
      await journal.append([{ h, b }]);
      last = { seq: last.seq + 1, hash: sha256(h) };
    },
    floor: async () => {
      await bare.write(bytes);
      await bare.datasync();
    },
  });
  await bare.close();
  return times;
}

/** Each in turn, so that what else the machine does falls on all alike; the medians. */
async function alternately<K extends string>(
  times: number,
  works: Readonly<Record<K, () => Promise<void>>>,
): Promise<Record<K, number>> {
  const names = Object.keys(works) as K[];
  const spent = new Map<K, number[]>(names.map((name) => [name, []]));
  for (let n = 0; n < times; n += 1) {
    for (const name of names) spent.get(name)?.push(await timeOf(works[name]));
  }
  return Object.fromEntries([...spent].map(([name, all]) => [name, median(all)])) as Record<K, number>;
}

async function timeOf(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

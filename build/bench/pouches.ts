// The page's side of the bench of pouches: one office's record, sealed log by log, opened, weighed and merged by another.
import type { HostBridge } from "#core/host/bridge.ts";
import type { EntryLines, OpenedFile, VaultSecret } from "#core/host/shapes.ts";
import { entriesOf } from "#core/sample/entries.ts";
import { generateWorkspace } from "#core/sample/generate.ts";
import { valueOf } from "#data/follow.ts";
import { sha256 } from "#data/hash.ts";
import { openArrival, planMerge } from "#data/pouch/arrival.ts";
import { mergePouch } from "#data/pouch/merge.ts";
import { trustOffice } from "#data/pouch/offices.ts";
import { planTitles } from "#data/pouch/plan-titles.ts";
import { openSession, type Session } from "#data/session.ts";
import { setUpOffice } from "#data/set-up.ts";
import { write } from "#data/write.ts";
import { withWriteLock } from "#data/write-lock.ts";
import { timed } from "./gap.ts";

/** Times in ms. */
export interface MergeTimes {
  readonly pouches: number;
  readonly records: number;
  readonly bytes: number;
  readonly merge: number;
  /** The same pouches decrypted, verified and inflated by the host, handed over and parsed. */
  readonly floor: number;
  /** Longest time the page's thread was not free, merging, at the floor, and idle. */
  readonly gaps: { readonly merge: number; readonly floor: number; readonly idle: number };
}

const writesAFrame = 400;
const batchBytes = 8_000_000;

/** As many pouches as there are posts, of together about so many records (posts, people and tasks with the engagements). Closes what it has opened. */
export async function mergeTimes(host: HostBridge, posts: number, records: number): Promise<MergeTimes> {
  const secret = valueOf(await host.call("vault.propose", {}));
  const receiving = valueOf(await host.call("workspace.create", work(`Bench receives ${records}`, secret)));
  const addressee = valueOf(await host.call("pouch.device", {}));
  await host.call("workspace.close", {});
  valueOf(await host.call("workspace.create", work(`Bench sends ${records}`, secret)));
  const pouches = await sealAll(host, { posts, engagements: Math.round(records * 0.3) }, addressee);
  const introduction = await seal(host, {}, addressee);
  await host.call("workspace.close", {});

  const { passphrase } = secret;
  const opened = valueOf(await host.call("workspace.unlock", { id: receiving.id, passphrase }));
  const session = await openSession(
    host,
    opened,
    () => undefined,
    () => undefined,
  );
  try {
    await setUpOffice(session, desk);
    const known = await openArrival(session, session.view, await taken(host, introduction), null);
    const trust = await trustOffice(session.view, known.info, { postId: null, comparedOn: null });
    valueOf(await write(session, trust));
    const idle = await timed(() => new Promise((resolve) => setTimeout(resolve, 2000)));
    const floor = await timed(() => each(pouches, (bytes) => parsed(host, bytes)));
    let merged = 0;
    const merge = await timed(async () => {
      await each(pouches, async (bytes) => {
        merged += await received(session, bytes);
      });
      // The last of them is stored behind its answer.
      await withWriteLock(session.workspace.id, () => Promise.resolve());
    });
    return {
      pouches: pouches.length,
      records: merged,
      bytes: pouches.reduce((sum, { byteLength }) => sum + byteLength, 0),
      merge: merge.spent,
      floor: floor.spent,
      gaps: { merge: merge.gap, floor: floor.gap, idle: idle.gap },
    };
  } finally {
    session.close();
    await host.call("workspace.close", {});
  }
}

const desk = {
  label: "Bench",
  role: "desk",
  userName: "Bench",
  userRank: "",
  capitalName: "the capital",
  capitalTimeZone: "UTC",
  bannerText: "UNCLASSIFIED",
  bannerTone: "green",
  ceiling: "SBU",
  post: null,
} as const;

function work(label: string, secret: VaultSecret) {
  return { label, kind: "work", secret } as const;
}

type Bytes = Uint8Array<ArrayBuffer>;
type Addressee = {
  readonly device: string;
  readonly agree: { kty: "EC"; crv: "P-256"; x: string; y: string };
};

/** Puts a generated record in the open workspace, and seals the logs of each of its devices by themselves. */
async function sealAll(
  host: HostBridge,
  { posts, engagements }: { readonly posts: number; readonly engagements: number },
  addressee: Addressee,
): Promise<readonly Bytes[]> {
  const history = generateWorkspace({ posts, engagements, seed: 7, anchor: "2026-11-20" });
  const byDevice = new Map<string, Record<string, number>>();
  let batch: EntryLines[] = [];
  for await (const lines of entriesOf(history, sha256)) {
    batch.push(...lines);
    if (batch.length < writesAFrame) continue;
    valueOf(await host.call("journal.append", { entries: batch }));
    batch = [];
  }
  if (batch.length > 0) valueOf(await host.call("journal.append", { entries: batch }));
  const { logs } = valueOf(await host.call("journal.head", {}));
  for (const log of Object.keys(logs)) {
    if (log.endsWith(":local")) continue;
    const device = log.slice(0, log.indexOf(":"));
    byDevice.set(device, { ...byDevice.get(device), [log]: 1 });
  }
  const sealed: Bytes[] = [];
  for (const wanted of byDevice.values()) sealed.push(await seal(host, wanted, addressee));
  return sealed;
}

async function seal(
  host: HostBridge,
  logs: Record<string, number>,
  { device, agree }: Addressee,
): Promise<Bytes> {
  const { saved } = valueOf(
    await host.call("pouch.seal", {
      name: "Bench",
      folder: null,
      pouch: crypto.randomUUID(),
      number: 1,
      card: { office: "Bench", role: "desk", person: "Bench", postId: null, scopes: [] },
      to: { kind: "devices", devices: [{ device, agree }] },
      forPost: null,
      logs,
      have: {},
      note: "",
      attachments: [],
    }),
  );
  if (saved.kind !== "download") throw new Error("The browser edition hands over bytes.");
  return new Uint8Array(saved.bytes);
}

async function taken(host: HostBridge, bytes: Bytes): Promise<OpenedFile> {
  // The bridge may hand the bytes on.
  const copy = bytes.slice();
  return valueOf(await host.call("files.take", { name: "bench.pouch", kind: "pouch", bytes: copy }));
}

async function each(pouches: readonly Bytes[], use: (bytes: Bytes) => Promise<void>): Promise<void> {
  for (const bytes of pouches) await use(bytes);
}

/** As a person would receive it, but for the looking. Answers how many records it made or changed. */
async function received(session: Session, bytes: Bytes): Promise<number> {
  const { host, view } = session;
  const file = await taken(host, bytes);
  const arrival = await openArrival(session, view, file, null);
  if (arrival.standing.kind !== "trusted") throw new Error(`The sender is ${arrival.standing.kind}.`);
  const merge = await planMerge(session, view, arrival, arrival.standing.office);
  await planTitles(view, merge.plan.rows, arrival.info.manifest.from);
  if (merge.plan.verdicts.some(({ kind }) => kind !== "merge")) throw new Error("Not all of it is merged.");
  valueOf(await mergePouch(session, view, merge));
  await host.call("files.close", { handle: file.handle });
  return merge.plan.rows.length;
}

async function parsed(host: HostBridge, bytes: Bytes): Promise<void> {
  const { handle } = await taken(host, bytes);
  const info = valueOf(await host.call("pouch.open", { handle, passphrase: null }));
  for (const { log, from: first } of info.runs) {
    for (let from: number | null = first; from !== null;) {
      const batch: { readonly entries: readonly EntryLines[]; readonly next: number | null } = valueOf(
        await host.call("pouch.entries", { handle, log, from, maxBytes: batchBytes }),
      );
      for (const { h, b } of batch.entries) {
        JSON.parse(h);
        JSON.parse(b ?? "null");
      }
      from = batch.next;
    }
  }
  await host.call("files.close", { handle });
}

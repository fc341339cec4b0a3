// Sending: what an office lacks, sealed for it and noted in the ledger once it is saved.
import type { Saved } from "#core/host/shapes.ts";
import { mostPouchFiles, type OfficeCard, type SealedPouch } from "#core/host/pouch.ts";
import { logsFor, mayRead, type Marks, ownScopes, receiptFor } from "#core/exchange/pouch/who-may.ts";
import { done, type Result } from "#core/lib/result.ts";
import type { Document } from "#core/model/document.ts";
import type { Office } from "#core/model/office.ts";
import type { Settings } from "#core/model/settings.ts";
import { noteAccess } from "../access.ts";
import { newId } from "../ids.ts";
import type { Session } from "../session.ts";
import type { View } from "../view/view.ts";
import { write } from "../write.ts";
import { logsWanted, nextNumber } from "./ledger.ts";
import { keysOf } from "./offices.ts";
import { ownSettings } from "./own-settings.ts";
import { underWayTo } from "./under-way.ts";

/** What is to go to an office now; one pouch may not hold it all. */
export interface Outgoing {
  readonly office: Office;
  readonly logs: Marks;
  /** Entries it lacks, as far as is known. */
  readonly entries: number;
  readonly attachments: readonly Pick<Document, "sha256" | "name" | "byteCount">[];
  /** Number of the pouch before, which did not hold everything; null where it goes on from what the office has said. */
  readonly follows: number | null;
}

/** `rest`: only what follows pouches that did not hold everything, where the newest is one. */
export async function outgoingFor(
  session: Session,
  view: View,
  officeId: string,
  what: "rest" | "all" = "rest",
): Promise<Outgoing | null> {
  const [office] = await view.get("offices", [officeId]);
  if (!office || office.standing === "revoked") return null;
  const own = await ownSettings(view);
  const heads = headsOf(session);
  const underWay = what === "rest" ? await underWayTo(view, office) : null;
  const lacking = logsFor(own, office, heads);
  const logs = underWay ? logsFor(own, { ...office, acked: underWay.marks }, heads) : lacking;
  const files = await lackingFiles(view, own, office, lacking);
  return {
    office,
    logs,
    entries: entriesIn(logs, heads),
    attachments: files.filter(({ sha256 }) => !underWay?.files.has(sha256)),
    follows: underWay?.number ?? null,
  };
}

/** An office, with what is known of the exchange with it. */
export interface LackingOffice {
  readonly office: Office;
  /** Entries it lacks, as far as is known. */
  readonly entries: number;
  readonly lastCameAt: string | null;
}

/** For the list of them: how much each lacks, and when it was last heard of. */
export async function lackingBy(
  session: Session,
  view: View,
  offices: readonly Office[],
): Promise<readonly LackingOffice[]> {
  const [own, { rows }] = await Promise.all([ownSettings(view), view.page("pouches", {})]);
  const heads = headsOf(session);
  const came = new Map<string, string>();
  for (const { officeId, state, createdAt } of rows) {
    if (officeId !== null && state !== "sent" && createdAt > (came.get(officeId) ?? ""))
      came.set(officeId, createdAt);
  }
  return offices.map((office) => ({
    office,
    entries: office.standing === "revoked" ? 0 : entriesIn(logsFor(own, office, heads), heads),
    lastCameAt: came.get(office.id) ?? null,
  }));
}

function entriesIn(logs: Marks, heads: Marks): number {
  return Object.entries(logs).reduce((sum, [log, from]) => sum + (heads[log] ?? 0) - from + 1, 0);
}

/** Those whose record's writes it lacks: a record from a log that goes along may name a file it does not have. */
async function lackingFiles(
  view: View,
  own: Settings,
  office: Office,
  logs: Marks,
): Promise<Outgoing["attachments"]> {
  if (Object.keys(logs).length === 0) return [];
  const { rows } = await view.page("documents", { sort: [{ field: "createdAt" }] });
  const sent = new Set(Object.keys(office.acked).length > 0 ? await filesSent(view, office) : []);
  const files = rows.filter(
    ({ sha256, scope }) => sha256 !== "" && !sent.has(sha256) && mayRead(own, office, scope),
  );
  return [...new Map(files.map((file) => [file.sha256, file])).values()];
}

/** Files of pouches that it has said it has: the note of each names them. */
async function filesSent(view: View, office: Office): Promise<readonly string[]> {
  const { rows } = await view.page("pouches", {
    where: { officeId: { eq: office.id }, state: { eq: "sent" } },
  });
  return rows.filter(({ parts }) => isAcked(parts, office)).flatMap(({ files }) => files);
}

/** Of a pouch that held no entries nobody says that it has come: its attachments go again beside entries. */
function isAcked(parts: Readonly<Record<string, { readonly to: number }>>, { acked }: Office): boolean {
  const logs = Object.entries(parts);
  return logs.length > 0 && logs.every(([log, { to }]) => (acked[log] ?? 0) >= to);
}

export interface Sealed {
  readonly saved: Saved;
  readonly sealed: SealedPouch;
  readonly number: number;
  /** What did not fit, and follows in another. */
  readonly left: { readonly entries: number; readonly attachments: number };
}

export interface Sealing {
  /** Of the file, without extension, by the number of the pouch. */
  readonly name: (number: number) => string;
  /** Handle of a folder chosen before; null asks where. */
  readonly folder: string | null;
  readonly note: string;
  readonly withFiles: boolean;
}

/** Saves a pouch for one office; noted in the ledger unless the person changed their mind. */
export async function sealFor(
  session: Session,
  view: View,
  { office, logs, entries, attachments }: Outgoing,
  how: Sealing,
): Promise<Result<Sealed>> {
  const { name, note, withFiles, folder } = how;
  const own = await ownSettings(view);
  const { device, agree } = keysOf(office);
  const files = withFiles ? attachments : [];
  const number = await nextNumber(view);
  const answer = await session.host.call("pouch.seal", {
    name: name(number),
    folder,
    pouch: crypto.randomUUID(),
    number,
    card: cardOf(own),
    to: { kind: "devices", devices: [{ device, agree }] },
    forPost: office.postId,
    logs,
    have: await haveFor(session, view, own, office),
    note,
    attachments: files.slice(0, mostPouchFiles).map(({ sha256, name: file, byteCount }) => ({
      sha256,
      name: file,
      bytes: byteCount !== null && byteCount >= 0 ? byteCount : null,
    })),
  });
  if (!answer.ok) return answer;
  const { sealed } = answer.value;
  const left = {
    entries: entries - sealed.entries,
    attachments: files.length - sealed.files.length - sealed.tooLarge.length,
  };
  return noted(session, { ...answer.value, number, left }, { officeId: office.id, note }, logs);
}

/** What is here of each log; none of what is wanted from its beginning. */
async function haveFor(session: Session, view: View, own: Settings, office: Office): Promise<Marks> {
  const wanted = await logsWanted(view);
  const marks = Object.entries(receiptFor(own, office, headsOf(session)));
  return Object.fromEntries(marks.map(([log, mark]) => [log, wanted.has(log) ? 0 : mark]));
}

/** For first contact: who this office is, under a passphrase that is told by another way. It holds no records. */
export async function sealIntroduction(
  session: Session,
  view: View,
  {
    passphrase,
    name,
    forPost,
  }: { readonly passphrase: string; readonly name: string; readonly forPost: string | null },
): Promise<Result<Sealed>> {
  const number = await nextNumber(view);
  const answer = await session.host.call("pouch.seal", {
    name,
    folder: null,
    pouch: crypto.randomUUID(),
    number,
    card: cardOf(await ownSettings(view)),
    to: { kind: "passphrase", passphrase },
    forPost,
    logs: {},
    have: {},
    note: "",
    attachments: [],
  });
  if (!answer.ok) return answer;
  const left = { entries: 0, attachments: 0 };
  return noted(session, { ...answer.value, number, left }, { officeId: null, note: "" }, {});
}

async function noted(
  session: Session,
  whole: Sealed,
  about: { readonly officeId: string | null; readonly note: string },
  logs: Marks,
): Promise<Result<Sealed>> {
  const { saved, sealed, number, left } = whole;
  if (saved.kind === "cancelled") return done(whole);
  const parts = Object.fromEntries(
    Object.entries(sealed.upTo).map(([log, to]) => [
      `parts/${log}`,
      { from: logs[log] ?? to, to, why: null },
    ]),
  );
  const written = await write(session, {
    changes: [
      {
        table: "pouches",
        id: newId(),
        scope: "local",
        values: {
          ...about,
          ...parts,
          state: "sent",
          number,
          pouchId: sealed.pouch,
          fileName: saved.name,
          sha256: sealed.sha256,
          madeAt: new Date().toISOString(),
          entries: sealed.entries,
          attachments: sealed.files.length,
          files: sealed.files,
          left: left.entries + left.attachments,
        },
      },
      // What leaves is noted where everything that leaves is.
      ...noteAccess({ act: "exported", what: saved.name, format: "pouch", rows: sealed.entries }).changes,
    ],
  });
  return written.ok ? done(whole) : written;
}

function cardOf(own: Settings): OfficeCard {
  return {
    office: own.officeName.slice(0, 200),
    role: own.role,
    person: own.userName.slice(0, 200),
    postId: own.postId,
    scopes: [...ownScopes(own)],
  };
}

export function headsOf({ mark }: Session): Marks {
  return Object.fromEntries(Object.entries(mark.applied.heads).map(([log, { seq }]) => [log, seq]));
}

// Two offices on two hosts: what one seals from its journal, the other puts on record, once and whole.
import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Services } from "#core/host/contract.ts";
import type { OfficeCard } from "#core/host/pouch.ts";
import { AppError } from "#core/host/errors.ts";
import type { StopSignal } from "#core/host/open-files.ts";
import { createServices, type HostParts, type HostServices } from "../index.ts";
import { bareHost } from "../testing/bare-host.ts";
import { passphrase, recoveryCode, work } from "../workspace/testing/work.ts";
import { openPouch } from "./open-pouch.ts";
import { madeRun } from "./testing/made-pouch.ts";

interface Office {
  readonly host: HostServices;
  readonly services: Services;
  readonly device: string;
}

let root = "";
let offices: Office[] = [];

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "chancery-pouch-"));
  offices = await Promise.all([office("desk"), office("post")]);
});
afterEach(async () => {
  await Promise.all(offices.map(({ host }) => host.shutdown()));
  await rm(root, { recursive: true });
});

async function office(name: string, change: Partial<HostParts> = {}): Promise<Office> {
  const host = createServices(
    bareHost(path.join(root, name), {
      read: async () => ({ kind: "pouch", encoding: null, text: "", parts: [], part: 0, table: null }),
      ...change,
    }),
  );
  const { deviceId } = await host.services["workspace.create"](work(name));
  return { host, services: host.services, device: deviceId };
}

const card: OfficeCard = { office: "Desk", role: "desk", person: "Marker", postId: null, scopes: [] };
const pouchId = "0c5d1a5e-4c43-4f0e-9d0e-00000000000a";

async function sent(from: Office, to: Office, logs: Record<string, number>, attachments: string[] = []) {
  const { device, agree } = await to.services["pouch.device"]({});
  const { saved, sealed } = await from.services["pouch.seal"]({
    name: "Desk to post",
    folder: null,
    pouch: pouchId,
    number: 1,
    card,
    to: { kind: "devices", devices: [{ device, agree }] },
    forPost: null,
    logs,
    have: {},
    note: "",
    attachments: attachments.map((sha256) => ({ sha256, name: "note", bytes: null })),
  });
  if (saved.kind !== "download") throw new Error("The browser edition hands over bytes.");
  return { sealed, bytes: new Uint8Array(saved.bytes) };
}

async function arrived(at: Office, bytes: Uint8Array<ArrayBuffer>) {
  const { handle } = await at.services["files.take"]({ name: "a.pouch", kind: "pouch", bytes });
  return { handle, info: await at.services["pouch.open"]({ handle, passphrase: null }) };
}

test("what is sealed from one journal is merged into another, with its attachments", async () => {
  const [desk, post] = offices as [Office, Office];
  const log = `${desk.device}:all`;
  const run = madeRun(log, 12);
  await desk.services["journal.append"]({ entries: run.entries.slice(0, 5) });
  await desk.services["journal.append"]({ entries: run.entries.slice(5) });
  const { sha256 } = await desk.services["attachments.add"]({ bytes: Buffer.from("A note verbale.") });
  const { sealed, bytes } = await sent(desk, post, { [log]: 1 }, [sha256]);
  expect(sealed).toMatchObject({ entries: 12, files: [sha256], upTo: { [log]: 12 } });

  const { handle, info } = await arrived(post, bytes);
  expect(info.runs).toMatchObject([{ log, from: 1, to: 12 }]);
  expect(info.manifest.from.device).toBe(desk.device);
  expect(info.fingerprint).toBe((await desk.services["pouch.device"]({})).fingerprint);
  const first = await post.services["pouch.entries"]({ handle, log, from: 1, maxBytes: 700 });
  expect(first.next).toBeGreaterThan(1);
  expect(first.entries).toEqual(run.entries.slice(0, first.entries.length));

  await post.services["pouch.merge"]({ handle, logs: { [log]: { from: 1, to: 12 } }, own: [] });
  expect((await post.services["journal.head"]({})).logs).toMatchObject({ [log]: { seq: 12 } });
  expect((await post.services["attachments.size"]({})).count).toBe(1);
  await expect(
    post.services["pouch.merge"]({ handle, logs: { [log]: { from: 1, to: 12 } }, own: [] }),
  ).rejects.toMatchObject({ code: "pouch/moved-on" });
  expect((await post.services["journal.head"]({})).frame).toBe(1);
});

const unhindered = async (): Promise<void> => undefined;

test("verifying is told of, and stopped by a person or by the lock: nothing is open then", async () => {
  const [desk] = offices as [Office, Office];
  const log = `${desk.device}:all`;
  await desk.services["journal.append"]({ entries: [...madeRun(log, 3).entries] });
  const told: unknown[] = [];
  let whileVerifying: (signal: StopSignal) => Promise<void> = unhindered;
  const reader = await office("reader", {
    announce: (event, detail) => told.push([event, detail]),
    openPouch: async ({ bytes, opener }, signal, hear) => {
      hear({ done: 1, total: 2 });
      await whileVerifying(signal);
      return openPouch(bytes, opener);
    },
  });
  offices.push(reader);
  const { bytes } = await sent(desk, reader, { [log]: 1 });
  const { services, host } = reader;
  const { handle } = await services["files.take"]({ name: "a.pouch", kind: "pouch", bytes });
  const open = () => services["pouch.open"]({ handle, passphrase: null });
  const stoppedBy = async (stop: () => Promise<unknown>): Promise<void> => {
    whileVerifying = async (signal) => {
      const stopped = new Promise((_resolve, reject) => {
        signal.addEventListener("abort", () => reject(new AppError("file/stopped")));
      });
      await Promise.all([stopped, stop()]);
    };
    await expect(open()).rejects.toMatchObject({ code: "file/stopped" });
    await expect(services["pouch.entries"]({ handle, log, from: 1, maxBytes: 700 })).rejects.toMatchObject({
      code: "pouch/not-open",
    });
  };

  await stoppedBy(() => services["files.stopReading"]({}));
  whileVerifying = unhindered;
  expect((await open()).entries).toBe(3);
  await stoppedBy(() => host.lock());
  const half = ["files.reading", { done: 1, total: 2 }];
  expect(told.slice(0, 3)).toEqual([half, half, half]);
});

test("several pouches go into one folder that was chosen, none over another", async () => {
  const folder = path.join(root, "out");
  await mkdir(folder);
  const host = createServices(
    bareHost(path.join(root, "third"), {
      dialogs: {
        chooseFile: async () => null,
        chooseTarget: async () => null,
        chooseFolder: async () => folder,
      },
    }),
  );
  try {
    await host.services["workspace.create"](work("third"));
    const { device, agree } = await host.services["pouch.device"]({});
    const chosen = await host.services["files.chooseFolder"]({});
    const seal = (into: string) =>
      host.services["pouch.seal"]({
        name: "Vienna",
        folder: into,
        pouch: pouchId,
        number: 1,
        card,
        to: { kind: "devices", devices: [{ device, agree }] },
        forPost: null,
        logs: {},
        have: {},
        note: "",
        attachments: [],
      });
    for (let count = 0; count < 2; count += 1) await seal(chosen?.handle ?? "");
    expect((await readdir(folder)).toSorted()).toEqual(["Vienna (2).pouch", "Vienna.pouch"]);
    await expect(seal("no such handle")).rejects.toMatchObject({ code: "file/gone" });
  } finally {
    await host.shutdown();
  }
});

test("only what is asked for goes in, and nothing that stays on the device", async () => {
  const [desk, post] = offices as [Office, Office];
  const [all, lisbon, local] = ["all", "post/lisbon", "local"].map((scope) => `${desk.device}:${scope}`);
  if (!all || !lisbon || !local) throw new Error("Three logs.");
  for (const log of [all, lisbon, local]) {
    await desk.services["journal.append"]({ entries: [...madeRun(log, 3, `Words of ${log}`).entries] });
  }
  const { info } = await arrived(post, (await sent(desk, post, { [all]: 3 })).bytes);
  expect(info.runs).toMatchObject([{ log: all, from: 3, to: 3 }]);
  await expect(sent(desk, post, { [local]: 1 })).rejects.toMatchObject({ code: "record/out-of-scope" });
});

test("a device keeps its keys over a lock and a new key of the vault; a workspace without a vault has none", async () => {
  const [desk] = offices as [Office];
  const before = await desk.services["pouch.device"]({});
  const [summary] = await desk.services["workspace.list"]({});
  await desk.services["vault.newEpoch"]({ secret: { passphrase, recoveryCode } });
  expect(await desk.services["pouch.device"]({})).toEqual(before);
  await desk.services["workspace.lock"]({});
  await desk.services["workspace.unlock"]({ id: summary?.id ?? "", passphrase: passphrase });
  expect(await desk.services["pouch.device"]({})).toEqual(before);
  await desk.services["workspace.create"]({ label: "Sample", kind: "sample" });
  await expect(desk.services["pouch.device"]({})).rejects.toMatchObject({ code: "pouch/needs-vault" });
});

test("restored, it is another device, and opens what was sealed for the one it was", async () => {
  const [desk, post] = offices as [Office, Office];
  const log = `${desk.device}:all`;
  await desk.services["journal.append"]({ entries: [...madeRun(log, 2).entries] });
  await post.services["journal.append"]({ entries: [...madeRun(`${post.device}:all`, 1).entries] });
  const { bytes } = await sent(desk, post, { [log]: 1 });
  const [summary] = await post.services["workspace.list"]({});
  const { name } = await post.services["backup.make"]({});
  const { id } = await post.services["backup.restore"]({ id: summary?.id ?? "", name });
  await post.services["workspace.close"]({});
  const { deviceId } = await post.services["workspace.unlock"]({
    id,
    passphrase: passphrase,
  });
  expect(deviceId).not.toBe(post.device);
  expect((await post.services["pouch.device"]({})).device).toBe(deviceId);
  expect((await arrived(post, bytes)).info.runs).toMatchObject([{ log, from: 1, to: 2 }]);
});

// Pouches as tests need them: two devices, a log, and the entries of it.
import { hash } from "node:crypto";
import type { Manifest } from "#core/host/pouch.ts";
import type { EntryLines } from "#core/host/shapes.ts";
import { noHash } from "#core/log/entry.ts";
import { type DeviceKeys, newDeviceKeys, publicDevice } from "../device-keys.ts";
import { type LogRun, type PouchContents, type PouchFor, sealPouch } from "../seal-pouch.ts";

export const deskDevice = "0c5d1a5e-4c43-4f0e-9d0e-000000000001";
export const postDevice = "0c5d1a5e-4c43-4f0e-9d0e-000000000002";
export const desk = newDeviceKeys(deskDevice, null);
export const post = newDeviceKeys(postDevice, null);

/** Entries of `log` that follow on each other, each with one op. */
export function madeRun(log: string, count: number, words = "Lisbon"): LogRun {
  const entries: EntryLines[] = [];
  let previous = noHash;
  for (let s = 1; s <= count; s += 1) {
    const b = JSON.stringify({ g: `g${s}`, o: [["posts", `p${s}`, { name: `${words} ${s}` }, {}]] });
    const h = JSON.stringify({
      l: log,
      s,
      p: previous,
      h: `2026-11-24T05:00:00.000Z/${s.toString(16).padStart(4, "0")}`,
      u: "Marker",
      v: 1,
      k: "tx",
      b: hash("sha256", b),
    });
    entries.push({ h, b });
    previous = hash("sha256", h);
  }
  return { log, from: 1, previous: noHash, entries };
}

export function madeManifest(
  keys: DeviceKeys,
  to: Manifest["to"],
  change: Partial<PouchContents["manifest"]> = {},
): PouchContents["manifest"] {
  return {
    pouch: "0c5d1a5e-4c43-4f0e-9d0e-00000000000a",
    number: 1,
    madeAt: "2026-11-24T05:00:00.000Z",
    from: { office: "Desk", role: "desk", person: "Marker", postId: null, scopes: [], ...publicDevice(keys) },
    to,
    forPost: null,
    have: {},
    note: "",
    ...change,
  };
}

export const toPost: PouchFor = { kind: "devices", devices: [publicDevice(post)] };

/** From the desk to the post. */
export function madePouch(
  runs: readonly LogRun[] = [madeRun(`${deskDevice}:all`, 3)],
  attachments: PouchContents["attachments"] = new Map(),
): Promise<Uint8Array> {
  const manifest = madeManifest(desk, [postDevice]);
  return sealPouch({ manifest, runs, attachments }, toPost, desk);
}

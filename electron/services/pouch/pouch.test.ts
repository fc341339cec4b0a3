// A pouch goes from one device to another whole, or not at all.
import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { AppError } from "#core/host/errors.ts";
import { ZipArchive } from "../files/read/zip.ts";
import { newDeviceKeys, publicDevice } from "./device-keys.ts";
import { openPouch } from "./open-pouch.ts";
import { plainZip } from "./plain-zip.ts";
import { sealPouch } from "./seal-pouch.ts";
import {
  desk,
  deskDevice,
  madeManifest,
  madePouch,
  madeRun,
  post,
  postDevice,
  toPost,
} from "./testing/made-pouch.ts";

const none = new Uint8Array();
const asPost = { keys: post, passphrase: null };

/** The code it ends with; "opened" where it opens. Anything but an AppError is a fault of ours. */
async function verdict(bytes: Uint8Array, opener: Parameters<typeof openPouch>[1] = asPost): Promise<string> {
  try {
    await openPouch(bytes, opener);
    return "opened";
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

function filesOf(pouch: Uint8Array): Record<string, Uint8Array> {
  const archive = new ZipArchive(pouch);
  return Object.fromEntries(archive.names.map((name) => [name, archive.read(name) ?? new Uint8Array()]));
}

describe("what was sealed comes out the same", () => {
  test("logs over several segments, and an attachment", async () => {
    const runs = [madeRun(`${deskDevice}:all`, 2500), madeRun(`${deskDevice}:post/lisbon`, 3)];
    const content = Buffer.from("A note verbale.");
    const sha256 = createHash("sha256").update(content).digest("hex");
    const opened = await openPouch(await madePouch(runs, new Map([[sha256, content]])), asPost);
    expect(opened.runs.map(({ log, from, to }) => ({ log, from, to }))).toEqual([
      { log: `${deskDevice}:all`, from: 1, to: 2500 },
      { log: `${deskDevice}:post/lisbon`, from: 1, to: 3 },
    ]);
    expect(opened.runs.map(({ entries }) => entries)).toEqual(runs.map(({ entries }) => entries));
    expect(Buffer.from(opened.blobs.get(sha256) ?? []).toString()).toBe("A note verbale.");
    expect(opened.manifest.from.device).toBe(deskDevice);
  });

  test("a body that was erased stays erased, and the chain holds", async () => {
    const run = madeRun(`${deskDevice}:all`, 3);
    const entries = run.entries.map((lines, at) => (at === 1 ? { h: lines.h, b: null } : lines));
    expect((await openPouch(await madePouch([{ ...run, entries }]), asPost)).runs[0]?.entries).toEqual(
      entries,
    );
  });

  test("by a passphrase, whatever the form of its letters", async () => {
    const manifest = madeManifest(desk, []);
    const recipient = { kind: "passphrase", passphrase: "caf\u00e9 au lait" } as const;
    const pouch = await sealPouch({ manifest, runs: [], attachments: new Map() }, recipient, desk);
    expect(await verdict(pouch)).toBe("pouch/needs-passphrase");
    expect(await verdict(pouch, { keys: post, passphrase: "cafe au lait" })).toBe("pouch/wrong-passphrase");
    expect(await verdict(pouch, { keys: post, passphrase: "cafe\u0301 au lait" })).toBe("opened");
  });

  test("for a device this folder was before it was restored", async () => {
    const restored = newDeviceKeys("0c5d1a5e-4c43-4f0e-9d0e-000000000003", post);
    expect(await verdict(await madePouch(), { keys: restored, passphrase: null })).toBe("opened");
  });
});

describe("it is refused", () => {
  test("by whom it is not for", async () => {
    expect(await verdict(await madePouch(), { keys: desk, passphrase: null })).toBe("pouch/not-for-us");
  });

  test("where somebody hands on a manifest that was sealed for another", async () => {
    const manifest = madeManifest(desk, [deskDevice]);
    const pouch = await sealPouch({ manifest, runs: [], attachments: new Map() }, toPost, desk);
    expect(await verdict(pouch)).toBe("pouch/not-for-us");
  });

  test("where another key signed than the one it names", async () => {
    const stranger = newDeviceKeys(deskDevice, null);
    const manifest = madeManifest(desk, [postDevice]);
    const pouch = await sealPouch({ manifest, runs: [], attachments: new Map() }, toPost, stranger);
    expect(await verdict(pouch)).toBe("pouch/bad-signature");
  });

  test("where a segment was signed by another than the manifest", async () => {
    const stranger = newDeviceKeys(deskDevice, null);
    const manifest = madeManifest(stranger, [postDevice]);
    const runs = [madeRun(`${deskDevice}:all`, 1)];
    const sealed = await sealPouch({ manifest, runs, attachments: new Map() }, toPost, {
      ...stranger,
      sign: desk.sign,
    });
    expect(await verdict(sealed)).toBe("pouch/bad-signature");
  });

  test("where a log's run is broken", async () => {
    const run = madeRun(`${deskDevice}:all`, 4);
    const entries = run.entries.filter((_entry, at) => at !== 1);
    expect(await verdict(await madePouch([{ ...run, entries }]))).toBe("pouch/damaged");
  });

  test("where the two runs of a log do not meet", async () => {
    const run = madeRun(`${deskDevice}:all`, 4);
    const twice = [run, { ...run, entries: run.entries.slice(0, 2) }];
    expect(await verdict(await madePouch(twice))).toBe("pouch/damaged");
  });

  test("where a newer app made it", async () => {
    const files = filesOf(await madePouch());
    files["header.json"] = Buffer.from(JSON.stringify({ chancery: "pouch", format: 2, for: [postDevice] }));
    expect(await verdict(plainZip(files))).toBe("pouch/newer");
  });

  test.each([
    ["nothing", new Uint8Array()],
    ["a text", Buffer.from("Dear colleague")],
    ["another archive", plainZip({ "word/document.xml": Buffer.from("<w/>") })],
    ["a header that is no JSON", plainZip({ "header.json": Buffer.from("{") })],
  ])("as no pouch: %s", async (_title, bytes) => {
    expect(["pouch/not-a-pouch", "file/bad-archive"]).toContain(await verdict(bytes));
  });

  test("whole parts left out, added, swapped, emptied or cut short", async () => {
    const pouch = await madePouch([madeRun(`${deskDevice}:all`, 3), madeRun(`${deskDevice}:post/lisbon`, 3)]);
    const files = filesOf(pouch);
    const paths = Object.keys(files);
    const harmed: Record<string, Uint8Array>[] = [
      { ...files, "segs/9": files["segs/1"] ?? new Uint8Array() },
    ];
    for (const path of paths) {
      const { [path]: part = new Uint8Array(), ...others } = files;
      harmed.push(others, { ...files, [path]: new Uint8Array() }, { ...files, [path]: part.subarray(1) });
      harmed.push({ ...files, [path]: Buffer.concat([part, Buffer.from([0])]) });
    }
    const { "segs/1": one, "segs/2": two } = files;
    harmed.push({ ...files, "segs/1": two ?? none, "segs/2": one ?? none });
    for (const some of harmed) expect(await verdict(plainZip(some))).not.toBe("opened");
    expect(await verdict(plainZip(files))).toBe("opened");
  });
});

test("every single bit turned is noticed, and every length cut", { timeout: 120_000 }, async () => {
  const pouch = await madePouch();
  expect(await verdict(pouch)).toBe("opened");
  let turned = 0;
  for (let bit = 0; bit < pouch.byteLength * 8; bit += 1) {
    const harmed = Uint8Array.from(pouch);
    harmed[bit >> 3] = (harmed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    if ((await verdict(harmed)) === "opened") throw new Error(`bit ${bit} was not noticed`);
    turned += 1;
  }
  for (let length = 0; length < pouch.byteLength; length += 1) {
    if ((await verdict(pouch.subarray(0, length))) === "opened")
      throw new Error(`cut at ${length} was not noticed`);
  }
  console.log(`pouch: ${turned} bits turned, ${pouch.byteLength} lengths cut, none opened`);
});

test(
  "a bit turned by somebody who mends the archive is noticed all the same",
  { timeout: 120_000 },
  async () => {
    const files = filesOf(await madePouch());
    expect(await verdict(plainZip(files))).toBe("opened");
    let turned = 0;
    for (const [path, part] of Object.entries(files)) {
      for (let bit = 0; bit < part.byteLength * 8; bit += 7) {
        const harmed = Uint8Array.from(part);
        harmed[bit >> 3] = (harmed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        if ((await verdict(plainZip({ ...files, [path]: harmed }))) === "opened") {
          throw new Error(`${path}: bit ${bit} was not noticed`);
        }
        turned += 1;
      }
    }
    console.log(`pouch: ${turned} bits turned in its parts, none opened`);
  },
);

test("nothing of what it holds can be read in it", async () => {
  const words = "Quillfeather";
  const pouch = await madePouch([madeRun(`${deskDevice}:post/${words}`, 20, words)]);
  expect(Buffer.from(pouch).includes(words)).toBe(false);
  expect(Buffer.from(pouch).includes(publicDevice(desk).sign.x)).toBe(false);
});

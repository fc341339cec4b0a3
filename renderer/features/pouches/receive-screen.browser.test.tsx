// A pouch that takes its time: how far it is, and that stopping or leaving leaves nothing open and nothing said.
import { afterEach, beforeEach, expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import { AppError } from "#core/host/errors.ts";
import type { PouchInfo } from "#core/host/pouch.ts";
import type { EntryLines } from "#core/host/shapes.ts";
import { buildEntries } from "#core/log/build.ts";
import { logOf, noHash } from "#core/log/entry.ts";
import { changePost } from "#data/posts.ts";
import { sha256 } from "#data/hash.ts";
import { openStage, type OpenedStage, WorkspaceStage } from "../parts/workspace-stage.tsx";
import { receiveScreen } from "./receive-screen.tsx";

const device = "0c5d1a5e-4c43-4f0e-9d0e-000000000001";
const x = "A".repeat(43);
const Screen = receiveScreen.component;

let info: PouchInfo;
let lines: readonly EntryLines[];
let stage: OpenedStage;
let closed: string[];
let stops: number;
let whileVerifying: () => Promise<void>;
let whileUnpacking: () => Promise<void>;
beforeEach(async () => {
  closed = [];
  stops = 0;
  whileVerifying = async () => undefined;
  whileUnpacking = async () => undefined;
  [info, lines] = await madePouch();
  stage = await openStage({
    read: async () => ({ kind: "pouch", parts: [], part: 0, encoding: null, text: "", table: null }),
    services: {
      "pouch.open": async () => {
        await whileVerifying();
        return info;
      },
      "pouch.entries": async ({ from }) => {
        if (from > 1) await whileUnpacking();
        return { entries: lines.slice(from - 1, from), next: from < lines.length ? from + 1 : null };
      },
      "files.close": async ({ handle }) => {
        closed.push(handle);
        return null;
      },
      "files.stopReading": async () => {
        stops += 1;
        return null;
      },
    },
  });
});
afterEach(() => stage.close());

/** Three posts of another desk. */
async function madePouch(): Promise<[PouchInfo, readonly EntryLines[]]> {
  const changes = ["rome", "oslo", "bonn"].flatMap((id) => changePost(id, { name: id }).changes);
  const log = logOf(device, "all");
  const built: EntryLines[] = [];
  let head = { seq: 0, hash: noHash };
  for (const [at, change] of changes.entries()) {
    // Each stands on the one before.
    // oxlint-disable-next-line no-await-in-loop
    const some = await buildEntries([change], {
      writer: { deviceId: device, user: "P. Tester" },
      stamp: `2026-11-30T05:00:00.000Z/000${at}`,
      group: `g${at}`,
      kind: "tx",
      heads: { [log]: head },
      stateOf: () => null,
      hash: sha256,
    });
    built.push(...some.map((entry) => entry.lines));
    const last = some.at(-1);
    // oxlint-disable-next-line no-await-in-loop
    if (last) head = { seq: last.header.s, hash: await sha256(last.lines.h) };
  }
  const from: PouchInfo["manifest"]["from"] = {
    office: "East desk",
    role: "desk",
    person: "P. Tester",
    postId: null,
    scopes: [],
    device,
    sign: { kty: "OKP", crv: "Ed25519", x },
    agree: { kty: "EC", crv: "P-256", x, y: x },
  };
  const run = { log, from: 1, to: built.length, previous: noHash, last: head.hash };
  return [
    {
      manifest: {
        format: 1,
        pouch: device,
        number: 1,
        madeAt: "2026-11-30T05:00:00.000Z",
        from,
        to: [],
        forPost: null,
        have: {},
        note: "",
      },
      fingerprint: "12345",
      runs: [run],
      entries: built.length,
      attachments: [],
      isByPassphrase: false,
    },
    built,
  ];
}

async function draw() {
  return render(
    <WorkspaceStage stage={stage}>
      <Screen params={{}} search={{ waiting: "" }} setSearch={() => undefined} />
    </WorkspaceStage>,
  );
}

async function choose(): Promise<void> {
  const input = document.querySelector<HTMLInputElement>("input[type=file]");
  if (input === null) throw new Error("no file field");
  await userEvent.upload(input, new File(["x"], "east.pouch"));
}

const bar = (name: string) => page.getByRole("progressbar", { name });
const stop = () => page.getByRole("button", { name: "Stop" }).click();

test("verifying shows its share; stopped, nothing is said, the file is let go of, and the next is taken as ever", async () => {
  const verifying = Promise.withResolvers<undefined>();
  whileVerifying = async () => {
    await verifying.promise;
    throw new AppError("file/stopped");
  };
  await draw();
  await choose();
  await expect.element(bar("Verifying the pouch")).toBeVisible();
  stage.host.announce("files.reading", { done: 12_500_000, total: 40_000_000 });
  await expect.element(page.getByText("Verifying the pouch: 12.5 MB of 40 MB")).toBeVisible();
  expect(stops).toBe(0);
  await stop();
  await expect.element(page.getByRole("region", { name: "Choose a file" })).toHaveFocus();
  verifying.resolve(undefined);
  await expect.element(bar("Verifying the pouch")).not.toBeInTheDocument();
  await expect.poll(() => [stops, closed.length]).toEqual([1, 1]);
  await expect.element(page.getByText("The pouch was not merged")).not.toBeInTheDocument();

  whileVerifying = async () => undefined;
  await choose();
  await expect.element(page.getByText("12345")).toBeVisible();
  expect(closed).toHaveLength(1);
});

test("the entries that have come are counted; stopped there, who sent it is not asked again", async () => {
  const unpacking = Promise.withResolvers<undefined>();
  whileUnpacking = () => unpacking.promise;
  await draw();
  await choose();
  await page.getByRole("button", { name: "Add this office" }).click();
  await expect.element(page.getByText(`Bringing the entries over: 1 of ${lines.length}`)).toBeVisible();
  await stop();
  await expect.element(page.getByText("Drop a pouch here")).toBeVisible();
  unpacking.resolve(undefined);
  await expect.poll(() => closed.length).toBe(1);

  await choose();
  await expect.element(page.getByText("Create 3")).toBeVisible();
  await page.getByRole("button", { name: "Another file" }).click();
  await expect.poll(() => closed.length).toBe(2);
});

test("leaving the screen stops what the host does for it, and lets go of the pouch", async () => {
  const verifying = Promise.withResolvers<undefined>();
  whileVerifying = () => verifying.promise;
  const { unmount } = await draw();
  await choose();
  await expect.element(bar("Verifying the pouch")).toBeVisible();
  await unmount();
  await expect.poll(() => stops).toBe(1);
  verifying.resolve(undefined);
  await expect.poll(() => closed.length).toBe(1);
});

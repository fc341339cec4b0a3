// The desktop's door: who may ask.
import { expect, test } from "vitest";
import type { Services } from "#core/host/contract.ts";
import { announceTo, openIpcHost } from "./ipc-host.ts";

type Handler = Parameters<Parameters<typeof openIpcHost>[0]["ipc"]["handle"]>[1];

function opened(): { handler: Handler; asked: string[] } {
  const asked: string[] = [];
  let handler: Handler | undefined;
  const services = {
    "workspace.close": async () => {
      asked.push("workspace.close");
      return null;
    },
  } as unknown as Services;
  openIpcHost({
    ipc: { handle: (_channel, given) => void (handler = given) },
    services,
    isOurPage: (url) => url.startsWith("app://chancery/"),
    report: () => undefined,
  });
  if (!handler) throw new Error("no handler");
  return { handler, asked };
}

const ours = { parent: null, url: "app://chancery/" };

test.each([
  ["a frame that is gone", null],
  ["a frame within our page", { parent: ours, url: "app://chancery/" }],
  ["another page", { parent: null, url: "https://evil.test/" }],
  ["an empty page", { parent: null, url: "about:blank" }],
])("%s is thrown back before its ask is looked at", (_name, senderFrame) => {
  const { handler, asked } = opened();
  const event = { senderFrame } as unknown as Parameters<Handler>[0];
  expect(() => handler(event, "workspace.close", {})).toThrow("unknown sender");
  expect(asked).toEqual([]);
});

test("our page gets answers, and failures as values", async () => {
  const { handler, asked } = opened();
  const event = { senderFrame: ours } as unknown as Parameters<Handler>[0];
  expect(await handler(event, "workspace.close", {})).toEqual({ ok: true, value: null });
  expect(asked).toEqual(["workspace.close"]);
  for (const method of ["nothing", "__proto__", "constructor", null, 1, {}]) {
    expect(await handler(event, method, {})).toMatchObject({ ok: false, code: "host/unknown-method" });
  }
  const hostile = JSON.parse('{"__proto__":{"x":1}}') as unknown;
  expect(await handler(event, "workspace.close", hostile)).toMatchObject({ ok: false, code: "host/bad-ask" });
  expect(await handler(event, "workspace.close", "x".repeat(10_000_000))).toMatchObject({
    code: "host/bad-ask",
  });
});

test("events go out on one channel", () => {
  const sent: unknown[][] = [];
  announceTo({ send: (...args: unknown[]) => void sent.push(args) }, "menu.command", { id: "go.posts" });
  expect(sent).toEqual([["chancery.event", "menu.command", { id: "go.posts" }]]);
});

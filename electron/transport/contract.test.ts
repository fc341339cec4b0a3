// One contract over three bridges: memory, the loopback host with a real server, IPC with what Electron does to values.
import { createHash, randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, test } from "vitest";
import type { HostBridge } from "#core/host/bridge.ts";
import { contractCases, type ContractTools } from "#core/host/contract-cases.ts";
import type { Reader } from "#core/host/open-files.ts";
import { ipcBridge } from "#host/ipc.ts";
import { loopbackBridge, openSession } from "#host/loopback.ts";
import { memoryHost } from "#host/memory.ts";
import { readers } from "#services/files/read/index.ts";
import { createServices, type HostServices } from "#services/index.ts";
import { openHttpHost } from "./http-host.ts";
import { openIpcHost } from "./ipc-host.ts";
import { bareHost } from "#services/testing/bare-host.ts";

/** As the worker runs it, without the thread. */
const read: Reader = async (job) => readers[job.kind].read(job);

const tools: ContractTools = {
  utf8: (text) => new TextEncoder().encode(text),
  sha256: async (text) => createHash("sha256").update(text).digest("hex"),
  newId: () => randomUUID(),
};

type WithHost = (use: (host: HostBridge) => Promise<void>) => Promise<void>;

async function withServices(
  kind: "desktop" | "browser",
  use: (host: HostServices) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "chancery-contract-"));
  const host = createServices(
    bareHost(path.join(folder, "workspaces"), {
      about: { version: "0", host: kind, platform: "test" },
      dialogs:
        kind === "desktop"
          ? {
              chooseFile: async () => null,
              chooseTarget: async (name) => path.join(folder, name),
              chooseFolder: async () => null,
            }
          : null,
      read,
    }),
  );
  try {
    await use(host);
  } finally {
    await host.shutdown();
    await rm(folder, { recursive: true });
  }
}

const fail = (error: unknown): never => {
  throw error;
};

const bridges: Readonly<Record<string, WithHost>> = {
  memory: (use) => use(memoryHost({ read })),
  loopback: (use) =>
    withServices("browser", async ({ services }) => {
      const server = await openHttpHost({
        services,
        page: new Map(),
        port: 0,
        report: fail,
        onPages: () => undefined,
        onRefusedCode: fail,
      });
      const code = new URL(server.newAddress()).hash.replace("#launch=", "");
      const bridge = loopbackBridge((await openSession(code, server.origin)) ?? "", server.origin);
      try {
        await use(bridge);
      } finally {
        bridge.close();
        await server.close();
      }
    }),
  ipc: (use) =>
    withServices("desktop", async ({ services }) => {
      type Handler = Parameters<Parameters<typeof openIpcHost>[0]["ipc"]["handle"]>[1];
      const handlers = new Map<string, Handler>();
      openIpcHost({
        ipc: { handle: (channel, handler) => void handlers.set(channel, handler) },
        services,
        isOurPage: (url) => url === "app://chancery/",
        report: fail,
      });
      const event = { senderFrame: { parent: null, url: "app://chancery/" } } as Parameters<Handler>[0];
      await use(
        ipcBridge({
          call: async (method, ask) =>
            structuredClone(await handlers.get("chancery")?.(event, method, structuredClone(ask))) as unknown,
          hear: () => () => undefined,
        }),
      );
    }),
};

describe.each(Object.entries(bridges))("over %s, a host", (_name, withHost) => {
  test.each(contractCases)("$title", ({ run }) => withHost((host) => run(host, tools)));
});

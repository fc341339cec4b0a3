// The bridge of the desktop app: one channel to the main process, opened by the preload.
import type { HostBridge } from "#core/host/bridge.ts";
import type { Answers, Method } from "#core/host/contract.ts";
import type { Result } from "#core/lib/result.ts";

/** What the preload puts on `window` under `chancery`. */
export interface PreloadDoor {
  call(method: string, ask: unknown): Promise<unknown>;
  /** Hears every event of the host; answers the function that stops hearing. */
  hear(hear: (event: string, detail: unknown) => void): () => void;
}

export function ipcBridge(door: PreloadDoor): HostBridge {
  return {
    call: async <M extends Method>(method: M, ask: unknown) =>
      (await door.call(method, ask)) as Result<Answers[M]>,
    on: (event, hear) =>
      door.hear((name, detail) => {
        if (name === event) hear(detail as Parameters<typeof hear>[0]);
      }),
  };
}

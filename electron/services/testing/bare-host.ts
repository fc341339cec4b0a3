// What a host is made of where a test needs nothing of it but its disk.
import { openPouch } from "../pouch/open-pouch.ts";
import { cheapKdf } from "../vault/testing/cheap-kdf.ts";
import type { HostParts } from "../index.ts";

/** A host of the browser edition's kind, without dialogs, window or clipboard. */
export function bareHost(workspaces: string, change: Partial<HostParts> = {}): HostParts {
  return {
    workspaces,
    about: { version: "0", host: "browser", platform: "test" },
    dialogs: null,
    hideFromCapture: null,
    clipboard: null,
    read: async () => {
      throw new Error("This host reads nothing.");
    },
    openPouch: ({ bytes, opener }) => openPouch(bytes, opener),
    printHtml: async () => new Uint8Array(),
    kdf: cheapKdf,
    keychain: null,
    announce: () => undefined,
    ...change,
  };
}

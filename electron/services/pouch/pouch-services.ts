// What the page may ask of pouches.
import type { Method, Services } from "#core/host/contract.ts";
import type { OpenFiles } from "#core/host/open-files.ts";
import type { FileKind, OpenedFile, Saved } from "#core/host/shapes.ts";
import { mediaTypeOf } from "#core/lib/media-type.ts";
import type { AttachmentStore } from "../attachments/attachment-store.ts";
import type { Readings } from "../files/readings.ts";
import type { Pouches } from "./pouches.ts";

interface Parts {
  readonly pouches: Pouches;
  readonly files: OpenFiles;
  readonly readings: Readings;
  /** Those of the open workspace. */
  readonly attachments: () => AttachmentStore;
  readonly save: (
    name: string,
    type: { readonly extension: string; readonly mime: string },
    encode: () => Promise<Uint8Array>,
    /** Handle of a folder that was chosen; null asks where. */
    into: string | null,
  ) => Promise<Saved>;
  readonly take: (name: string, kind: FileKind, bytes: Uint8Array) => Promise<OpenedFile>;
}

type PouchMethod = Extract<Method, `pouch.${string}`>;

// As plain bytes: a browser must not think of unpacking it.
const pouchFile = { extension: "pouch", mime: "application/octet-stream" } as const;

export function pouchServices({
  pouches,
  files,
  readings,
  attachments,
  save,
  take,
}: Parts): Pick<Services, PouchMethod> {
  return {
    "pouch.device": () => pouches.device(),
    "pouch.seal": async (ask) => {
      const { bytes, sealed } = await pouches.seal(ask);
      return { saved: await save(ask.name, pouchFile, async () => bytes, ask.folder), sealed };
    },
    "pouch.open": (ask) =>
      readings.run((signal, hear) => pouches.open(ask, files.bytes(ask.handle), signal, hear)),
    "pouch.entries": async ({ handle, log, from, maxBytes }) => pouches.entries(handle, log, from, maxBytes),
    "pouch.merge": (ask) => pouches.merge(ask),
    "pouch.keep": async ({ handle }) => {
      const bytes = files.bytes(handle);
      const sha256 = await attachments().add(bytes);
      return { sha256, byteCount: bytes.byteLength, mediaType: mediaTypeOf(bytes) };
    },
    "pouch.reopen": async ({ sha256, name }) => take(name, "pouch", await attachments().read(sha256, name)),
  };
}

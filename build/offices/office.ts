// An office as tests need it: a real host on a folder of its own, and the page's data layer on it.
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { HostBridge } from "#core/host/bridge.ts";
import { dispatch } from "#core/host/dispatch.ts";
import type { OpenedFile, OpenedWorkspace } from "#core/host/shapes.ts";
import type { Result } from "#core/lib/result.ts";
import type { Rows } from "#core/model/index.ts";
import type { TableName } from "#core/model/tables.ts";
import { type Arrival, type MergePlan, openArrival, planMerge } from "#data/pouch/arrival.ts";
import { type Merged, mergePouch } from "#data/pouch/merge.ts";
import { type Introduction, trustOffice } from "#data/pouch/offices.ts";
import { outgoingFor, type Sealed, sealFor, sealIntroduction } from "#data/pouch/seal.ts";
import { openSession, type Session } from "#data/session.ts";
import { type OfficeSetup, setUpOffice } from "#data/set-up.ts";
import { write, type WriteRequest } from "#data/write.ts";
import { readPouch } from "#services/files/read/pouch.ts";
import { createServices, type HostParts, type HostServices } from "#services/index.ts";
import { bareHost } from "#services/testing/bare-host.ts";
import { passphrase as workPassphrase, work } from "#services/workspace/testing/work.ts";

/** What a host is made of where it is not what every test takes. */
type Change = Pick<HostParts, "pouchLimits">;

export class TestOffice {
  #session: Session;
  #host: HostServices;
  readonly #folder: string;
  readonly #change: Change;

  private constructor({ session, host }: Opened, folder: string, change: Change) {
    this.#session = session;
    this.#host = host;
    this.#folder = folder;
    this.#change = change;
  }

  static async open(
    label: string,
    post: OfficeSetup["post"] = null,
    change: Change = {},
  ): Promise<TestOffice> {
    const folder = await mkdtemp(path.join(tmpdir(), "chancery-office-"));
    const create = (host: HostServices) => host.services["workspace.create"](work(label));
    const opened = await openedHost(folder, change, create);
    await setUpOffice(opened.session, {
      label,
      role: post ? "post" : "desk",
      userName: `Officer of ${label}`,
      userRank: "",
      capitalName: "the capital",
      capitalTimeZone: "UTC",
      bannerText: "UNCLASSIFIED",
      bannerTone: "green",
      ceiling: "SBU",
      post,
    });
    return new TestOffice(opened, folder, change);
  }

  get session(): Session {
    return this.#session;
  }

  get device(): string {
    return this.session.workspace.deviceId;
  }

  async write(request: WriteRequest): Promise<string> {
    return valueOf(await write(this.session, request)).group;
  }

  async introduction(passphrase: string, forPost: string | null = null): Promise<Uint8Array> {
    return bytesOf(
      valueOf(
        await sealIntroduction(this.session, this.session.view, {
          passphrase,
          name: "Introduction",
          forPost,
        }),
      ),
    );
  }

  async pouchFor(office: TestOffice): Promise<Uint8Array> {
    return bytesOf(await this.seal(office, "all"));
  }

  /** `rest`: what follows a pouch that did not hold everything. */
  async seal(office: TestOffice, what: "rest" | "all"): Promise<Sealed> {
    const outgoing = await outgoingFor(this.session, this.session.view, office.device, what);
    if (!outgoing) throw new Error("Not an office pouches are sealed for.");
    const how = { name: (number: number) => `Pouch ${number}`, folder: null, note: "", withFiles: true };
    return valueOf(await sealFor(this.session, this.session.view, outgoing, how));
  }

  async take(bytes: Uint8Array): Promise<OpenedFile> {
    const ask = { name: "a.pouch", kind: "pouch", bytes: new Uint8Array(bytes) } as const;
    return valueOf(await this.session.host.call("files.take", ask));
  }

  async open(bytes: Uint8Array, passphrase: string | null = null): Promise<Arrival> {
    return openArrival(this.session, this.session.view, await this.take(bytes), passphrase);
  }

  async trust({ info }: Arrival, introduction: Partial<Introduction> = {}): Promise<void> {
    await this.write(
      await trustOffice(this.session.view, info, { postId: null, comparedOn: null, ...introduction }),
    );
  }

  /** Opens and plans what a trusted office sent. */
  async plan(bytes: Uint8Array): Promise<MergePlan> {
    const arrival = await this.open(bytes);
    if (arrival.standing.kind !== "trusted") throw new Error(`The sender is ${arrival.standing.kind}.`);
    return planMerge(this.session, this.session.view, arrival, arrival.standing.office);
  }

  async merge(plan: MergePlan): Promise<Merged> {
    return valueOf(await mergePouch(this.session, this.session.view, plan));
  }

  /** Copies its folder, as an image of the disk does, and answers where the copy lies. */
  async image(): Promise<string> {
    const copy = await mkdtemp(path.join(tmpdir(), "chancery-image-"));
    await cp(this.#folder, copy, { recursive: true, filter: (from) => path.basename(from) !== "lock" });
    return copy;
  }

  /** Goes on from an image, which knows nothing of that; what was here is answered as an image of its own. */
  async goOnFrom(image: string): Promise<string> {
    const id = this.#session.workspace.id;
    const { db } = this.#session;
    return this.#reopen(async () => {
      const copy = await this.image();
      await rm(this.#folder, { recursive: true });
      await cp(image, this.#folder, { recursive: true });
      // Another computer has another browser profile.
      await db.delete();
      return copy;
    }, id);
  }

  /** Restores its newest backup, made now, and goes on with that: under a device id of its own. */
  async restoreAsNewDevice(): Promise<void> {
    const { id } = this.#session.workspace;
    const { name } = await this.#host.services["backup.make"]({});
    const restored = await this.#host.services["backup.restore"]({ id, name });
    await this.#reopen(async () => undefined, restored.id);
  }

  async #reopen<T>(between: () => Promise<T>, id: string): Promise<T> {
    this.#session.close();
    await this.#host.shutdown();
    const answer = await between();
    const unlock = { id, passphrase: workPassphrase };
    const enter = (host: HostServices) => host.services["workspace.unlock"](unlock);
    const opened = await openedHost(this.#folder, this.#change, enter);
    this.#session = opened.session;
    this.#host = opened.host;
    return answer;
  }

  async close(): Promise<void> {
    this.session.close();
    await this.#host.shutdown();
    await rm(this.#folder, { recursive: true });
  }
}

interface Opened {
  readonly session: Session;
  readonly host: HostServices;
}

async function openedHost(
  folder: string,
  change: Change,
  enter: (host: HostServices) => Promise<OpenedWorkspace>,
): Promise<Opened> {
  const host = createServices(bareHost(folder, { read: async (job) => readPouch(job), ...change }));
  const bridge: HostBridge = {
    call: async (method, ask) =>
      structuredClone(
        await dispatch(host.services, method, structuredClone(ask), (error) => {
          throw error;
        }),
      ) as never,
    on: () => () => undefined,
  };
  const session = await openSession(
    bridge,
    await enter(host),
    () => undefined,
    () => undefined,
  );
  return { session, host };
}

export function bytesOf({ saved }: { readonly saved: { readonly kind: string } }): Uint8Array {
  if (saved.kind !== "download") throw new Error("A host without dialogs hands over bytes.");
  return (saved as unknown as { readonly bytes: Uint8Array }).bytes;
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.facts)}`);
  return result.value;
}

/** The record of an office as its screens would show it. */
export async function rowOf<T extends TableName>(
  office: TestOffice,
  table: T,
  id: string,
): Promise<Rows[T] | undefined> {
  return (await office.session.view.get(table, [id]))[0];
}

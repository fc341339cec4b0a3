// Keeps one form as a draft on this device: one write at a time, the newest state always last.
import type { Failure } from "#core/lib/result.ts";
import type { EngagementLog } from "#core/rules/engagement-log.ts";
import { endDraft, keepDraft } from "#data/drafts.ts";
import { keepLatest, type KeepLatest } from "#data/keep-latest.ts";
import type { Session } from "#data/session.ts";
import { write } from "#data/write.ts";

export type DraftState =
  | { readonly kind: "none" }
  /** `at` is an instant. */
  | { readonly kind: "kept"; readonly at: string }
  /** A marking above the ceiling stands in the text: nothing of it is kept. */
  | { readonly kind: "refused" }
  | { readonly kind: "failed"; readonly failure: Failure };

interface Kept {
  readonly log: EngagementLog;
  /** One line for the list of drafts. */
  readonly title: string;
}

export class DraftKeeper {
  readonly #session: Session;
  readonly #draftId: string;
  readonly #keeper: KeepLatest<Kept>;
  readonly #listeners = new Set<() => void>();
  #state: DraftState;
  #isOnDisk: boolean;

  /** `subjectId`: the engagement that is being edited, "" for a new one. `keptAt`: null where nothing is kept yet. */
  constructor(session: Session, draftId: string, subjectId: string, keptAt: string | null) {
    this.#session = session;
    this.#draftId = draftId;
    this.#state = keptAt === null ? { kind: "none" } : { kind: "kept", at: keptAt };
    this.#isOnDisk = keptAt !== null;
    this.#keeper = keepLatest(async ({ log, title }) => {
      const values = { form: "engagement", title, subjectId, values: log } as const;
      const written = await write(session, keepDraft(draftId, values));
      if (written.ok) this.#isOnDisk = true;
      this.#become(
        written.ok ? { kind: "kept", at: new Date().toISOString() } : { kind: "failed", failure: written },
      );
    });
  }

  readonly state = (): DraftState => this.#state;

  readonly subscribe = (hear: () => void): (() => void) => {
    this.#listeners.add(hear);
    return () => this.#listeners.delete(hear);
  };

  /** The draft there is on disk, to be ended with the filing; null where there is none. */
  draftId(): string | null {
    return this.#isOnDisk ? this.#draftId : null;
  }

  keep(log: EngagementLog, title: string): void {
    this.#keeper.push({ log, title });
  }

  /** Nothing of the newest state is kept. */
  refuse(): void {
    this.#become({ kind: "refused" });
  }

  /** Nothing is kept from here on; resolves once the write under way has ended. */
  stop(): Promise<void> {
    return this.#keeper.stop();
  }

  resume(): void {
    this.#keeper.resume();
  }

  /** Ends the draft without filing. Answers true once that is on disk. */
  async discard(): Promise<boolean> {
    await this.#keeper.stop();
    if (!this.#isOnDisk) return true;
    const written = await write(this.#session, { changes: [endDraft(this.#draftId)] });
    if (written.ok) return true;
    this.#keeper.resume();
    this.#become({ kind: "failed", failure: written });
    return false;
  }

  #become(state: DraftState): void {
    this.#state = state;
    for (const hear of this.#listeners) hear();
  }
}

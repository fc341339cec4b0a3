// Keeps the form as a draft on this device with every change: one write at a time, the newest state always last.
import { useEffect, useMemo, useRef, useState } from "react";
import type { EngagementLog } from "#core/rules/engagement-log.ts";
import { endDraft, keepDraft } from "#data/drafts.ts";
import { keepLatest, type KeepLatest } from "#data/keep-latest.ts";
import { useSession } from "#data/use-live.tsx";
import { write } from "#data/write.ts";
import { useFailureText } from "../parts/failure-text.ts";

export type DraftState =
  | { readonly kind: "none" }
  /** `at` is an instant. */
  | { readonly kind: "kept"; readonly at: string }
  /** A marking above the ceiling stands in the text: nothing of it is kept. */
  | { readonly kind: "refused" }
  | { readonly kind: "failed"; readonly text: string };

export interface DraftOf {
  readonly draftId: string;
  /** Engagement that is being edited; "" for a new one. */
  readonly subjectId: string;
  readonly keptAt: string | null;
  /** One line for the list of drafts. */
  readonly titleOf: (log: EngagementLog) => string;
  readonly isRefused: (log: EngagementLog) => boolean;
  /** The first time something is kept. */
  readonly onFirstKept: () => void;
}

export interface KeptDraft {
  readonly state: DraftState;
  readonly keep: (log: EngagementLog) => void;
  /** Nothing is kept from here on; resolves once the write under way has ended. */
  readonly stop: () => Promise<void>;
  readonly resume: () => void;
  /** Ends the draft without filing. Answers true once that is on disk. */
  readonly discard: () => Promise<boolean>;
}

export function useDraft(of: DraftOf): KeptDraft {
  const session = useSession();
  const failureText = useFailureText();
  const [state, setState] = useState<DraftState>(
    of.keptAt === null ? { kind: "none" } : { kind: "kept", at: of.keptAt },
  );
  const latest = useRef({ of, failureText, isKept: of.keptAt !== null });
  useEffect(() => {
    latest.current = { ...latest.current, of, failureText };
  });
  const { draftId, subjectId } = of;

  const keeper = useMemo<KeepLatest<EngagementLog>>(
    () =>
      keepLatest(async (log) => {
        const title = latest.current.of.titleOf(log);
        const written = await write(
          session,
          keepDraft(draftId, { form: "engagement", title, subjectId, values: log }),
        );
        if (!written.ok) {
          setState({ kind: "failed", text: latest.current.failureText(written) });
          return;
        }
        setState({ kind: "kept", at: new Date().toISOString() });
        if (!latest.current.isKept) {
          latest.current.isKept = true;
          latest.current.of.onFirstKept();
        }
      }),
    [session, draftId, subjectId],
  );

  return {
    state,
    keep: (log) => {
      if (of.isRefused(log)) setState({ kind: "refused" });
      else keeper.push(log);
    },
    stop: () => keeper.stop(),
    resume: () => keeper.resume(),
    discard: async () => {
      await keeper.stop();
      if (!latest.current.isKept) return true;
      const written = await write(session, { changes: [endDraft(draftId)] });
      if (written.ok) return true;
      keeper.resume();
      setState({ kind: "failed", text: failureText(written) });
      return false;
    },
  };
}

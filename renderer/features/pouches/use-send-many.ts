// A pouch for each of several offices, or several where one does not hold everything, one after the other; what fails is told and keeps nobody else waiting.
import { useRef, useState } from "react";
import type { Failure } from "#core/lib/result.ts";
import { type LackingOffice, outgoingFor, sealFor, type Sealing } from "#data/pouch/seal.ts";
import { useSession } from "#data/use-live.tsx";
import { useFailureText } from "../parts/failure-text.ts";
import { handOver } from "../parts/hand-over.ts";
import { useHostInfo } from "../parts/use-host-info.ts";
import { usePouchName } from "./pouch-name.ts";

export interface Sending {
  readonly done: number;
  readonly of: number;
  readonly saved: number;
  /** Offices whose pouch could not be sealed, and why. */
  readonly failures: readonly { readonly office: string; readonly why: string }[];
  readonly isOver: boolean;
}

interface How {
  readonly note: string;
  readonly withFiles: boolean;
}

export function useSendMany(): {
  readonly sending: Sending | null;
  readonly send: (lines: readonly LackingOffice[], how: How) => Promise<void>;
  readonly stop: () => void;
} {
  const session = useSession();
  const { host, view } = session;
  const failureText = useFailureText();
  const pouchName = usePouchName();
  const hasDialogs = useHostInfo()?.dialogs === true;
  const [sending, setSending] = useState<Sending | null>(null);
  const isStopped = useRef(false);

  /** As many pouches as it takes. */
  const sendAll = async (officeId: string, how: Sealing, isOver: () => boolean): Promise<Failure | null> => {
    for (let what: "all" | "rest" = "all"; !isOver(); what = "rest") {
      const outgoing = await outgoingFor(session, view, officeId, what);
      if (!outgoing) return null;
      const answer = await sealFor(session, view, outgoing, how);
      if (!answer.ok) return answer;
      const { saved, left } = answer.value;
      if (saved.kind === "download") handOver(saved);
      if (saved.kind === "cancelled" || left.entries + left.attachments === 0) return null;
    }
    return null;
  };

  const send = async (lines: readonly LackingOffice[], { note, withFiles }: How) => {
    isStopped.current = false;
    let folder: string | null = null;
    if (hasDialogs) {
      const chosen = await host.call("files.chooseFolder", {});
      if (!chosen.ok || chosen.value === null) return;
      folder = chosen.value.handle;
    }
    let state: Sending = { done: 0, of: lines.length, saved: 0, failures: [], isOver: false };
    setSending(state);
    for (const { office } of lines) {
      if (isStopped.current) break;
      const name = pouchName(office.office);
      const failure = await sendAll(office.id, { name, folder, note, withFiles }, () => isStopped.current);
      state = failure
        ? { ...state, failures: [...state.failures, { office: office.office, why: failureText(failure) }] }
        : { ...state, saved: state.saved + 1 };
      state = { ...state, done: state.done + 1 };
      setSending(state);
    }
    setSending({ ...state, isOver: true });
  };

  return {
    sending,
    send,
    stop: () => {
      isStopped.current = true;
    },
  };
}

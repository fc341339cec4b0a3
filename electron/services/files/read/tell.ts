// How far a reader has come.
import type { HearProgress } from "#core/host/open-files.ts";

/** Hears which share of the work is done, from 0 to 1. */
export type Tell = (share: number) => void;

export const untold: Tell = () => undefined;

/** Of a part of the work that goes from one share of the whole to another. */
export function within(tell: Tell, from: number, to: number): Tell {
  return (share) => tell(from + (to - from) * Math.min(1, share));
}

/** Tells in bytes, of `total`. */
export function inBytes(hear: HearProgress, total: number): Tell {
  return (share) => hear({ done: Math.round(share * total), total });
}

const pauseMs = 100;

/** Tells at most ten times a second, and never that it has gone back. */
export function nowAndThen(tell: Tell, now: () => number = () => performance.now()): Tell {
  let last = now();
  let most = 0;
  return (share) => {
    if (share <= most || now() - last < pauseMs) return;
    last = now();
    most = share;
    tell(share);
  };
}

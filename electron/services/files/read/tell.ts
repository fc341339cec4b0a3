// How far a reader has come.

/** Hears which share of the work is done, from 0 to 1. */
export type Tell = (share: number) => void;

export const untold: Tell = () => undefined;

/** Of a part of the work that goes from one share of the whole to another. */
export function within(tell: Tell, from: number, to: number): Tell {
  return (share) => tell(from + (to - from) * Math.min(1, share));
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

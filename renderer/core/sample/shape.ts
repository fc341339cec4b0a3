// How the sample is told: as writes of several people on several devices, in the order they were made.
import type { Change } from "../log/change.ts";

export interface SampleWrite {
  /** Which office's device wrote it: "capital", or a post's id. */
  readonly device: string;
  readonly user: string;
  /** Instant of the writer's clock, ISO with Z. */
  readonly at: string;
  readonly changes: readonly Change[];
  /**
   * Devices whose writes the writer had not received: their later values stay beside this one, as a conflict.
   * Empty nearly always.
   */
  readonly unseen: readonly string[];
}

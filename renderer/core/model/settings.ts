// How this workspace and this device are set up. Row `workspace` belongs to the office, row `device` to the machine.
import { z } from "zod";
import { defineEntity, type RowOf } from "./entity.ts";
import { markings } from "./enums.ts";
import { choice, flag, list, map, maybeRef, number, text } from "./field.ts";

const importReading = z.object({
  target: z.string().max(40),
  mapping: z.record(z.string().max(60), z.int().min(0)),
  words: z.record(z.string().max(60), z.record(z.string().max(200), z.string().max(60))),
  dayOrder: z.string().max(3).nullable(),
  postId: z.string().max(200).nullable(),
  directiveId: z.string().max(200).nullable(),
});
export type ImportReading = z.infer<typeof importReading>;

export const settings = defineEntity("settings", {
  // workspace
  role: choice(["desk", "post"], "desk"),
  officeName: text(),
  postId: maybeRef("posts"),
  /** Ids this post had for itself before the capital named it: records made then stand in their scopes for life. */
  formerPosts: list(),
  userName: text(),
  userRank: text(),
  capitalName: text({ initial: "the capital" }),
  capitalTimeZone: text({ initial: "UTC" }),
  /** Text of the strip at the top and bottom of every window and page. */
  bannerText: text({ initial: "UNCLASSIFIED" }),
  bannerTone: choice(["green", "blue", "red", "orange", "purple", "neutral"], "green"),
  /** The highest marking this workspace may hold. */
  ceiling: choice(markings, "SBU"),
  /** Declassified historical texts are welcome: old banners do not count against the ceiling. Shown permanently. */
  historical: flag(),
  /** Days after delivery without an answer when a post counts as silent. */
  silenceDays: number(10),
  // device
  theme: choice(["system", "light", "dark", "contrast"], "system"),
  density: choice(["compact", "normal", "comfortable"], "normal"),
  locale: text({ initial: "en" }),
  railCollapsed: flag(),
  /** Whether the window is kept out of screenshots and shared screens; the system's way is on Windows yes, elsewhere no. */
  capture: choice(["system", "hidden", "shown"], "system"),
  /** Whether what was copied is taken from the clipboard again after half a minute, where the host can. */
  clipboard: choice(["cleared", "kept"], "cleared"),
  /** Minutes without a touch after which a protected workspace locks. */
  lockMinutes: number(15),
  /** How files with the same headings were read last: by SHA-256 of their headings. */
  imports: map(importReading),
  /** Decisions and pairs put off, each with the instant it was last written at: what is written since brings it back. */
  setAside: map(z.string().max(100)),
});

export type Settings = RowOf<typeof settings>;
export const workspaceSettingsId = "workspace";
export const deviceSettingsId = "device";

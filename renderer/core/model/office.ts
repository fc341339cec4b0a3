// A device at another office with which pouches are exchanged; its id is the device's. Trust is this device's own: never sent.
import { z } from "zod";
import { defineEntity, type RowOf } from "./entity.ts";
import { officeStandings } from "./enums.ts";
import { choice, list, map, maybeDay, maybeRef, number, prose, text } from "./field.ts";

/** End of another history that a person has decided on: hash of its last header, and the last number both share. */
const settledTip = z.object({ hash: z.string().length(64), after: z.int().min(0) });

export const offices = defineEntity("offices", {
  office: text(),
  role: choice(["desk", "post"], "post"),
  person: text(),
  /** The post it is, by this workspace's own record; null for a desk. */
  postId: maybeRef("posts"),
  /** Scopes beside that post's that its records may stand in: those it used before the capital named it. */
  scopes: list(),
  /** Coordinates of its public keys, base64url: Ed25519, then P-256. */
  signX: text(),
  agreeX: text(),
  agreeY: text(),
  /** Of those keys, as people read it to each other. */
  fingerprint: text(),
  standing: choice(officeStandings, "trusted"),
  /** Day on which somebody compared the fingerprint with the office; null where nobody has. */
  comparedOn: maybeDay(),
  /** How much of each log it has said it has, by log. */
  acked: map(z.int().min(0)),
  /** Number of the newest pouch from it, and of the one that `acked` stood in. */
  lastNumber: number(0),
  /** By log of which two histories came from it and were decided on: the log goes on as it stands here. */
  settled: map(z.array(settledTip).max(1000)),
  note: prose(),
});

export type Office = RowOf<typeof offices>;
export type SettledTip = z.infer<typeof settledTip>;

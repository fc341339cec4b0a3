// SHA-256 of a text in UTF-8, as hex: the hash that chains the entries of a log.
import { turnOfThePage } from "./between-frames.ts";

const encoder = new TextEncoder();

export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", encoder.encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** SHA-256 of a value's JSON as it stands: one and the same value has one, an equal one with its keys in another order another. */
export async function sha256OfValue(value: unknown): Promise<string> {
  // Of a large plan it is asked for part by part.
  await turnOfThePage();
  return sha256(JSON.stringify(value));
}

// The record as a file that can be checked without the app: every entry's two lines, the heads, a digest of it all.
import { createHash, hash } from "node:crypto";
import { type AuditedJournal, auditLines } from "#core/host/audit.ts";

export function sha256(text: string): string {
  return hash("sha256", text);
}

/** The README tells how to check it. */
export async function auditFile(journal: AuditedJournal): Promise<{ bytes: Buffer; entries: number }> {
  const lines = await auditLines(journal, sha256);
  const text = Buffer.from(lines.map((line) => `${line}\n`).join(""));
  const digest = createHash("sha256").update(text).digest("hex");
  return { bytes: Buffer.concat([text, Buffer.from(`${digest}\n`)]), entries: (lines.length - 2) / 2 };
}

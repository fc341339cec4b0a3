// The expected failures of the host and of the data layer. Each code has a text in locales under `error.<code>`.
import type { Failure } from "../lib/result.ts";

export const errorCodes = [
  "host/unexpected",
  "host/unknown-method",
  "host/bad-ask",
  "host/unreachable",
  "host/no-dialog",
  "host/no-window",
  "host/no-keychain",
  "host/no-session",
  "workspace/closed-by-host",
  "workspace/not-open",
  "workspace/missing",
  "workspace/locked",
  "workspace/newer",
  "workspace/header-damaged",
  "workspace/read-only",
  "workspace/name-taken",
  "workspace/not-sample",
  "workspace/busy",
  "vault/needs-passphrase",
  "vault/wrong-passphrase",
  "vault/wait",
  "vault/weak-passphrase",
  "vault/recovery-typo",
  "vault/wrong-recovery-code",
  "vault/key-not-kept",
  "vault/kept-key-unusable",
  "vault/protected",
  "vault/not-protected",
  "journal/full",
  "journal/refused",
  "journal/stale-head",
  "journal/damaged",
  "journal/bad-entry",
  "journal/too-large",
  "view/newer",
  "view/unavailable",
  "view/behind",
  "view/closed",
  "record/invalid",
  "record/missing",
  "record/out-of-scope",
  "attachment/too-large",
  "attachment/unreadable",
  "attachment/missing",
  "attachment/damaged",
  "backup/full",
  "backup/refused",
  "backup/not-verified",
  "backup/missing",
  "backup/damaged",
  "file/missing",
  "file/empty",
  "file/too-large",
  "file/line-too-long",
  "file/binary",
  "file/encoding",
  "file/not-a-table",
  "file/bad-archive",
  "file/bad-workbook",
  "file/bad-document",
  "file/bad-mail",
  "file/unread-mail",
  "file/bad-cell",
  "file/wrong-delimiter",
  "file/ragged-rows",
  "file/forbidden-heading",
  "file/no-rows",
  "file/no-records",
  "file/too-many-rows",
  "file/too-many-columns",
  "file/unclosed-quote",
  "file/bad-quote",
  "file/control-character",
  "file/cell-too-long",
  "file/more-rejects",
  "file/save-refused",
  "file/save-full",
  "file/gone",
  "file/timeout",
  "file/stopped",
  "file/pdf-unavailable",
  "pouch/needs-vault",
  "pouch/not-a-pouch",
  "pouch/newer",
  "pouch/needs-passphrase",
  "pouch/wrong-passphrase",
  "pouch/not-for-us",
  "pouch/bad-signature",
  "pouch/damaged",
  "pouch/too-large",
  "pouch/not-open",
  "pouch/moved-on",
  "cable/above-ceiling",
  "cable/empty",
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** Thrown by services and commands for what can be expected to go wrong; carries no text of its own. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly facts: Failure["facts"];

  constructor(code: ErrorCode, facts: Failure["facts"] = {}, options?: ErrorOptions) {
    super(code, options);
    this.name = "AppError";
    this.code = code;
    this.facts = facts;
  }
}

export function isErrorCode(code: string): code is ErrorCode {
  return (errorCodes as readonly string[]).includes(code);
}

// Which of the expected failures a file system's error is.
import { AppError, type ErrorCode } from "#core/host/errors.ts";

export interface DiskCodes {
  /** No room left, or the quota is used up. */
  readonly full: ErrorCode;
  readonly refused: ErrorCode;
}

/** The error code of a failed system call ("ENOSPC"), or "" for anything else. */
export function systemCode(error: unknown): string {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return typeof code === "string" && /^E[A-Z0-9]+$/.test(code) ? code : "";
}

/** An AppError for a failed system call (facts: reason); anything else comes back as it is. */
export function diskError(error: unknown, codes: DiskCodes): unknown {
  const reason = systemCode(error);
  if (reason === "") return error;
  const isFull = reason === "ENOSPC" || reason === "EDQUOT";
  return new AppError(isFull ? codes.full : codes.refused, { reason }, { cause: error });
}

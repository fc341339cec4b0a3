// How a recovery code may be typed: case, spaces and hyphens do not count, and letters taken for digits are digits.

/** Two codes are the same where these are. */
export function plainCode(typed: string): string {
  return typed
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll(/[\s\-\u2010-\u2015]/g, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1");
}

// Puts text on the clipboard by a copy event: needs no permission, which the app never grants.

/** True where the browser took it. Call it from a key or press handler. */
export function copyText(text: string): boolean {
  let done = false;
  const hear = (event: ClipboardEvent) => {
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    event.stopImmediatePropagation();
    done = true;
  };
  document.addEventListener("copy", hear, { capture: true });
  // Deprecated but the only way without the clipboard permission.
  document.execCommand("copy");
  document.removeEventListener("copy", hear, { capture: true });
  return done;
}

/** Rows as lines, cells parted by tabs; breaks inside a cell become blanks so that a row stays one line. */
export function asTextTable(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map((cell) => cell.replaceAll(/[\t\r\n]+/g, " ")).join("\t")).join("\n");
}

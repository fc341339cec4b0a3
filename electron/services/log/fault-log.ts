// Where unexpected errors go: a small rotated file that never holds what a person wrote.
import path from "node:path";
import log from "electron-log/node";

const maxBytes = 512 * 1024;

/** Answers the function that notes an error. `folder` is made where it is missing. */
export function faultLog(folder: string): (error: unknown) => void {
  log.transports.console.level = false;
  log.transports.file.level = "error";
  log.transports.file.maxSize = maxBytes;
  log.transports.file.resolvePathFn = () => path.join(folder, "faults.log");
  return (error) => log.error(withoutContent(error));
}

/** Kind, code and places in the code. Messages are left out: they may quote a file or a record. */
export function withoutContent(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = (error as NodeJS.ErrnoException).code ?? "";
  const places = (error.stack ?? "")
    .replace(error.message, "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line));
  return [`${error.name} ${code}`.trim(), ...places].join("\n");
}

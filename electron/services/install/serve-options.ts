// What the browser edition can be told on its command line.
import { parseArgs } from "node:util";

export interface ServeOptions {
  readonly port: number | null;
  readonly data: string | null;
  readonly opensWindow: boolean;
}

export const serveUsage = `Chancery, browser edition
  --port <number>   instead of the port kept with the data
  --data <folder>   instead of CHANCERY_HOME or the system's usual place
  --no-open         print the address, open no window
CHROMIUM_PATH names the browser to use (npm start finds one).`;

/** Null where help was asked for. Throws an Error with a sentence for the person where something is not understood. */
export function serveOptions(args: readonly string[]): ServeOptions | null {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: "string" },
      data: { type: "string" },
      "no-open": { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return null;
  const port = values.port === undefined ? null : Number(values.port);
  if (port !== null && !(Number.isInteger(port) && port > 0 && port < 65_536)) {
    throw new Error(`--port ${values.port} is no port`);
  }
  return { port, data: values.data ?? null, opensWindow: !values["no-open"] };
}

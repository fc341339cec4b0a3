// The fault log: where an error came from, never what a person wrote.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { faultLog, withoutContent } from "./fault-log.ts";

const secret = "The ambassador said no";

test.each([
  ["an error", new Error(secret)],
  ["a parser's error, which quotes", errorOf(() => JSON.parse(`{"a": ${secret}}`))],
  ["an error of several lines", new Error(`${secret}\n    at ${secret}`)],
  ["an error with a cause", new Error("outer", { cause: new Error(secret) })],
  ["a text thrown", secret],
  ["an object thrown", { secret }],
])("%s is noted without its words", (_name, error) => {
  expect(withoutContent(error)).not.toContain("ambassador");
});

test("kind, system code and place are kept", () => {
  const noted = withoutContent(Object.assign(new TypeError(secret), { code: "ENOENT" }));
  expect(noted).toMatch(/^TypeError ENOENT\n\s+at /);
  expect(noted).toContain("fault-log.test.ts");
});

test("goes to a file of its own", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "chancery-log-"));
  faultLog(path.join(folder, "logs"))(new RangeError(secret));
  const text = await readFile(path.join(folder, "logs", "faults.log"), "utf8");
  expect(text).toContain("RangeError");
  expect(text).not.toContain("ambassador");
  await rm(folder, { recursive: true });
});

function errorOf(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}

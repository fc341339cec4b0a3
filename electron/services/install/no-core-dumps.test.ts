// The limit is read back from the kernel.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { limitCoreDumps } from "./no-core-dumps.ts";

test.skipIf(process.platform !== "linux")("the process has no core dumps left to make", () => {
  limitCoreDumps();
  const limits = readFileSync("/proc/self/limits", "utf8");
  expect(limits).toMatch(/^Max core file size +0 +0 /m);
});

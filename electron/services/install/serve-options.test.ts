// The browser edition's command line.
import { expect, test } from "vitest";
import { serveOptions } from "./serve-options.ts";

test.each([
  [[], { port: null, data: null, opensWindow: true }],
  [["--port", "8123", "--data", "x", "--no-open"], { port: 8123, data: "x", opensWindow: false }],
  [["--help", "--no-open"], null],
])("%j", (args, options) => {
  expect(serveOptions(args)).toEqual(options);
});

test.each([["--port", "x"], ["--port", "0"], ["--port", "70000"], ["--port"], ["--open"], ["file.txt"]])(
  "%j %j is not understood",
  (...args) => {
    expect(() => serveOptions(args)).toThrow(/\S/);
  },
);

// Launch codes by the clock.
import { expect, test } from "vitest";
import { LaunchCodes, launchCodeMs } from "./launch-codes.ts";

test.each([
  [0, "session"],
  [launchCodeMs, "session"],
  [launchCodeMs + 1, "late"],
  [100 * launchCodeMs, "unknown"],
])("after %i ms: %s", (later, outcome) => {
  let now = 1000;
  const codes = new LaunchCodes(() => now);
  const code = codes.newCode();
  now += later;
  codes.newCode();
  const exchange = codes.exchange(code);
  expect(exchange.kind === "session" ? "session" : exchange.why).toBe(outcome);
});

test("codes and tokens are long, fresh and good for nothing else", () => {
  const codes = new LaunchCodes(() => 0);
  const some = Array.from({ length: 50 }, () => codes.newCode());
  expect(new Set(some).size).toBe(50);
  expect(some.every((code) => /^[\w-]{22}$/.test(code))).toBe(true);
  const exchange = codes.exchange(some[0] ?? "");
  const token = exchange.kind === "session" ? exchange.token : "";
  expect([codes.isSession(token), codes.isSession(some[1] ?? ""), codes.isSession("")]).toEqual([
    true,
    false,
    false,
  ]);
  expect(codes.exchange(token)).toEqual({ kind: "refused", why: "unknown" });
});

import { expect, test } from "vitest";
import { keepLatest } from "./keep-latest.ts";

/** A save that ends when it is told to. */
function slowSave() {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const keeper = keepLatest<string>(
    (value) =>
      new Promise((resolve) => {
        begun.push(value);
        ends.push(resolve);
      }),
  );
  const end = async () => {
    ends.shift()?.();
    await Promise.resolve();
    await Promise.resolve();
  };
  return { keeper, begun, end };
}

test("one save at a time, and the newest state last", async () => {
  const { keeper, begun, end } = slowSave();
  for (const value of ["a", "ab", "abc"]) keeper.push(value);
  expect(begun).toEqual(["a"]);
  await end();
  expect(begun).toEqual(["a", "abc"]);
  await end();
  keeper.push("abcd");
  expect(begun).toEqual(["a", "abc", "abcd"]);
});

test("a stop waits for the save under way and drops what waits", async () => {
  const { keeper, begun, end } = slowSave();
  keeper.push("a");
  keeper.push("ab");
  let isStopped = false;
  const stopped = keeper.stop().then(() => (isStopped = true));
  await Promise.resolve();
  expect(isStopped).toBe(false);
  await end();
  await stopped;
  keeper.push("abc");
  expect(begun).toEqual(["a"]);
  keeper.resume();
  keeper.push("abcd");
  expect(begun).toEqual(["a", "abcd"]);
});

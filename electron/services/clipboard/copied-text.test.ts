// Copied text goes from the clipboard after its time, on lock, and never takes another program's text with it.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CopiedText } from "./copied-text.ts";

let text: string;
let copied: CopiedText;
beforeEach(() => {
  vi.useFakeTimers();
  text = "THE MINISTER WILL STUDY IT";
  copied = new CopiedText({ readText: async () => text, clear: () => (text = "") });
});
afterEach(() => {
  vi.useRealTimers();
});

test("it is cleared after half a minute, not before", async () => {
  await copied.noted();
  await vi.advanceTimersByTimeAsync(29_999);
  expect(text).toBe("THE MINISTER WILL STUDY IT");
  await vi.advanceTimersByTimeAsync(1);
  expect(text).toBe("");
});

test("what another program put there since stays", async () => {
  await copied.noted();
  text = "from a letter";
  await vi.advanceTimersByTimeAsync(60_000);
  expect(text).toBe("from a letter");
});

test("a clipboard that cannot be read is left alone", async () => {
  const deaf = new CopiedText({
    readText: () => Promise.reject(new Error("busy")),
    clear: () => (text = ""),
  });
  await deaf.noted();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(text).toBe("THE MINISTER WILL STUDY IT");
});

test("copying again begins the time anew", async () => {
  await copied.noted();
  await vi.advanceTimersByTimeAsync(20_000);
  text = "another line";
  await copied.noted();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(text).toBe("another line");
  await vi.advanceTimersByTimeAsync(10_000);
  expect(text).toBe("");
});

test("cleared at once when asked, and what was there before the app copied anything is left", async () => {
  await copied.clear();
  expect(text).toBe("THE MINISTER WILL STUDY IT");
  await copied.noted();
  await copied.clear();
  expect(text).toBe("");
  text = "later";
  await vi.advanceTimersByTimeAsync(60_000);
  expect(text).toBe("later");
});

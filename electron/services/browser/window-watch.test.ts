// When the host goes with its window, and when it stays.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { WindowWatch } from "./window-watch.ts";

const idleMs = 60_000;
let heard: string[];
let watch: WindowWatch;
beforeEach(() => {
  vi.useFakeTimers();
  heard = [];
  watch = new WindowWatch({
    idleMs,
    onFirstPage: () => heard.push("first"),
    onGone: () => heard.push("gone"),
    onStillborn: () => heard.push("stillborn"),
  });
});
afterEach(() => {
  watch.stop();
  vi.useRealTimers();
});

test("without a window of its own it never goes", () => {
  watch.pages(1);
  watch.pages(0);
  vi.advanceTimersByTime(10 * idleMs);
  expect(heard).toEqual(["first"]);
});

test("goes a minute after the last page, not before, and not over a reload", () => {
  watch.opened();
  watch.pages(1);
  watch.pages(0);
  vi.advanceTimersByTime(idleMs - 1);
  watch.pages(1);
  vi.advanceTimersByTime(10 * idleMs);
  watch.pages(0);
  vi.advanceTimersByTime(idleMs - 1);
  expect(heard).toEqual(["first"]);
  vi.advanceTimersByTime(1);
  expect(heard).toEqual(["first", "gone"]);
});

test("goes where no page ever comes", () => {
  watch.opened();
  vi.advanceTimersByTime(idleMs);
  expect(heard).toEqual(["gone"]);
});

test("goes at once when the browser ends after its pages", () => {
  watch.opened();
  watch.pages(1);
  watch.pages(0);
  watch.browserEnded(false);
  expect(heard).toEqual(["first", "gone"]);
});

test("stays while a page is connected, whatever process ended", () => {
  watch.opened();
  watch.pages(1);
  watch.browserEnded(true);
  vi.advanceTimersByTime(10 * idleMs);
  expect(heard).toEqual(["first"]);
});

test("a browser that hands over to one already running is waited for", () => {
  watch.opened();
  watch.browserEnded(false);
  watch.pages(1);
  vi.advanceTimersByTime(10 * idleMs);
  expect(heard).toEqual(["first"]);
});

test("a browser that does not come up leaves the host running, and says so", () => {
  watch.opened();
  watch.browserEnded(true);
  vi.advanceTimersByTime(10 * idleMs);
  expect(heard).toEqual(["stillborn"]);
});

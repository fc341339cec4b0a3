// A batch is begun only where there is room for it; an edit is always tried.
import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { ensureRoom } from "./room.ts";

const codes = { full: "journal/full" } as const;
const full = { code: "journal/full", facts: { reason: "ENOSPC" } };
const free = (bytes: number) => async () => bytes;

test.each([
  ["an edit on a disk that is nearly full", 2_000, 10_000],
  ["a batch with 200 MB free", 5_000_000, 200_000_000],
  ["a large batch with three times its size free", 100_000_000, 300_000_000],
])("%s is begun", async (_name, bytes, there) => {
  await expect(ensureRoom("/", bytes, codes, free(there))).resolves.toBeUndefined();
});

test.each([
  ["a batch with less than 200 MB free", 1_000_000, 199_999_999],
  ["a large batch with less than three times its size free", 100_000_000, 299_999_999],
])("%s is refused before anything is written", async (_name, bytes, there) => {
  await expect(ensureRoom("/", bytes, codes, free(there))).rejects.toMatchObject(full);
});

test("the disk itself is asked: no disk has room for more than there can be", async () => {
  await expect(ensureRoom(tmpdir(), Number.MAX_SAFE_INTEGER, codes)).rejects.toMatchObject(full);
});

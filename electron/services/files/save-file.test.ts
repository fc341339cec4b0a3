// Saving an export: the new file whole, or the former one as it was.
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { mountSmallDisk } from "#tools/small-disk.ts";
import { saveFile } from "./save-file.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "chancery-save-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("writes a new file and replaces an old one, leaving nothing beside it", async () => {
  const file = path.join(folder, "report.txt");
  await saveFile(file, Buffer.from("one"));
  await saveFile(file, Buffer.from("two"));
  expect(await readFile(file, "utf8")).toBe("two");
  expect(await readdir(folder)).toEqual(["report.txt"]);
  expect((await stat(file)).mode & 0o777 & ~process.umask()).toBe((await stat(file)).mode & 0o777);
});

test("a folder that is gone, or a folder in the file's place, is refused with the reason", async () => {
  await expect(saveFile(path.join(folder, "no", "report.txt"), Buffer.from("x"))).rejects.toMatchObject({
    code: "file/save-refused",
    facts: { reason: "ENOENT" },
  });
  await mkdir(path.join(folder, "report.txt"));
  await expect(saveFile(path.join(folder, "report.txt"), Buffer.from("x"))).rejects.toMatchObject({
    code: "file/save-refused",
  });
  expect(await readdir(folder)).toEqual(["report.txt"]);
});

test("a folder that may not be written leaves the former file whole", async ({ skip }) => {
  if (process.getuid?.() === 0) return skip("root may write anything");
  const file = path.join(folder, "report.txt");
  await saveFile(file, Buffer.from("former"));
  await chmod(folder, 0o500);
  try {
    await expect(saveFile(file, Buffer.from("new"))).rejects.toMatchObject({ code: "file/save-refused" });
  } finally {
    await chmod(folder, 0o700);
  }
  expect(await readFile(file, "utf8")).toBe("former");
});

test("a full disk says so and leaves the former file whole", async ({ skip }) => {
  const disk = await mountSmallDisk(64);
  if (!disk) return skip("a small disk can only be mounted by root on Linux");
  try {
    const file = path.join(disk.folder, "report.txt");
    await writeFile(file, "former");
    await expect(saveFile(file, Buffer.alloc(100_000, "x"))).rejects.toMatchObject({
      code: "file/save-full",
    });
    expect(await readdir(disk.folder)).toEqual(["report.txt"]);
    expect(await readFile(file, "utf8")).toBe("former");
    disk.remount("ro");
    await expect(saveFile(file, Buffer.from("x"))).rejects.toMatchObject({
      code: "file/save-refused",
      facts: { reason: "EROFS" },
    });
  } finally {
    await disk.unmount();
  }
});

// Proves the packaging without Electron's runtime: packs around a stub that carries a fuse wire, then looks inside.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { extractFile, listPackage } from "@electron/asar";
import { FuseState, FuseV1Options, getCurrentFuseWire } from "@electron/fuses";
import { build, Platform } from "electron-builder";
import { ensureBuilt, root } from "./built.mjs";

const wanted = [
  "/out/main/main.mjs",
  "/out/main/derive-worker.mjs",
  "/out/main/read-worker.mjs",
  "/out/preload/preload.cjs",
  "/out/renderer/index.html",
  "/package.json",
];
const unwanted = /node_modules|\.map$|\.tsx?$|\.test\.|out\/tour/;
const fuses = {
  RunAsNode: false,
  EnableCookieEncryption: false,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
};

ensureBuilt();
const scratch = mkdtempSync(path.join(tmpdir(), "chancery-pack-"));
try {
  const output = path.join(scratch, "packed");
  await build({
    projectDir: root,
    targets: Platform.LINUX.createTarget("dir"),
    publish: "never",
    config: {
      extends: "build/electron-builder.yml",
      electronDist: stubRuntime(path.join(scratch, "electron")),
      directories: { output, buildResources: "build" },
    },
  });
  const packed = path.join(output, "linux-unpacked");
  checkArchive(path.join(packed, "resources", "app.asar"));
  await checkFuses(path.join(packed, "chancery"));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** What electron-builder looks for in a runtime, all of it empty but for the place where the fuses are. */
function stubRuntime(folder) {
  for (const inner of ["resources", "locales"]) mkdirSync(path.join(folder, inner), { recursive: true });
  for (const name of ["LICENSE", "LICENSES.chromium.html", "locales/en-US.pak"]) {
    writeFileSync(path.join(folder, name), "");
  }
  writeFileSync(path.join(folder, "version"), "0.0.0");
  const sentinel = Buffer.from("#!/bin/sh\nexit 0\ndL7pKGdnNz796PbbjQWNKmHXBZaB9tsX");
  const version = Buffer.from([1, 9]);
  writeFileSync(
    path.join(folder, "electron"),
    Buffer.concat([sentinel, version, Buffer.from("101100110\n")]),
  );
  chmodSync(path.join(folder, "electron"), 0o755);
  return folder;
}

function checkArchive(archive) {
  const files = listPackage(archive, { isPack: false }).map((file) => file.replaceAll("\\", "/"));
  const surplus = files.filter((file) => unwanted.test(file));
  const missing = wanted.filter((file) => !files.includes(file));
  if (surplus.length > 0) throw new Error(`does not belong in app.asar: ${surplus.slice(0, 5).join(", ")}`);
  if (missing.length > 0) throw new Error(`missing from app.asar: ${missing.join(", ")}`);
  const { main } = JSON.parse(extractFile(archive, "package.json").toString());
  if (!files.includes(`/${main}`)) throw new Error(`package.json starts ${main}, which is not in app.asar`);
  console.log(`app.asar: ${files.length} entries, as they should be`);
}

async function checkFuses(binary) {
  const wire = await getCurrentFuseWire(binary);
  for (const [name, isOn] of Object.entries(fuses)) {
    const state = wire[FuseV1Options[name]];
    if (state !== (isOn ? FuseState.ENABLE : FuseState.DISABLE)) {
      throw new Error(`fuse ${name} should be ${isOn ? "on" : "off"}`);
    }
  }
  console.log(`fuses: ${Object.keys(fuses).length}, as they should be`);
}

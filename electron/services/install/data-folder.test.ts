// Where the data are, by system.
import path from "node:path";
import { expect, test } from "vitest";
import { dataFolder } from "./data-folder.ts";

test.each<[string, Record<string, string>, NodeJS.Platform, string]>([
  ["Linux", {}, "linux", "/home/a/.config/Chancery"],
  ["Linux with a place of its own", { XDG_CONFIG_HOME: "/cfg" }, "linux", "/cfg/Chancery"],
  ["macOS", {}, "darwin", "/home/a/Library/Application Support/Chancery"],
  ["Windows", { APPDATA: "/roaming" }, "win32", "/roaming/Chancery"],
  ["Windows without its variable", {}, "win32", "/home/a/AppData/Roaming/Chancery"],
  ["as named", { CHANCERY_HOME: "/data" }, "linux", "/data"],
  ["not named after all", { CHANCERY_HOME: "" }, "linux", "/home/a/.config/Chancery"],
])("%s", (_name, environment, platform, folder) => {
  expect(dataFolder(environment, platform, "/home/a")).toBe(path.normalize(folder));
});

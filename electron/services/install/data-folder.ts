// Where the browser edition keeps its data. (The desktop app asks Electron.)
import path from "node:path";

/** CHANCERY_HOME, else the system's usual place for a program's data. */
export function dataFolder(
  environment: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
  home: string,
): string {
  const named = environment["CHANCERY_HOME"];
  if (named) return path.resolve(named);
  if (platform === "win32") {
    return path.join(environment["APPDATA"] ?? path.join(home, "AppData", "Roaming"), "Chancery");
  }
  if (platform === "darwin") return path.join(home, "Library", "Application Support", "Chancery");
  return path.join(environment["XDG_DATA_HOME"] || path.join(home, ".local", "share"), "chancery");
}

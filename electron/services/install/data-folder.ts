// Where the browser edition keeps its data: where Electron's `userData` is, so that both hosts find the same workspaces.
import path from "node:path";

/** CHANCERY_HOME, else the system's usual place for a program of that name. */
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
  return path.join(environment["XDG_CONFIG_HOME"] || path.join(home, ".config"), "Chancery");
}

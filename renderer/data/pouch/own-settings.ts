// This workspace's own settings, as the exchange asks for them.
import { type Settings, workspaceSettingsId } from "#core/model/settings.ts";
import type { View } from "../view/view.ts";

export async function ownSettings(view: View): Promise<Settings> {
  const [own] = await view.get("settings", [workspaceSettingsId]);
  if (!own) throw new Error("Every workspace has settings.");
  return own;
}

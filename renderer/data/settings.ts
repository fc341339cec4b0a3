// The two rows of settings: the office's and the machine's.
import type { PatchOf } from "#core/model/entity.ts";
import { deviceSettingsId, type settings, workspaceSettingsId } from "#core/model/settings.ts";
import type { WriteRequest } from "./write.ts";

type SettingsPatch = PatchOf<typeof settings>;

export function changeOfficeSettings(values: SettingsPatch): WriteRequest {
  return { changes: [{ table: "settings", id: workspaceSettingsId, scope: "local", values }] };
}

export function changeDeviceSettings(values: SettingsPatch): WriteRequest {
  return { changes: [{ table: "settings", id: deviceSettingsId, scope: "local", values }] };
}

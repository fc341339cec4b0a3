// How the sample workspace and its device are set up.
import type { Calendar } from "./calendar.ts";
import { deviceSettingsId, workspaceSettingsId } from "../model/settings.ts";
import type { SampleWrite } from "./shape.ts";
import { capitalWrites, capitalZone, change, deskOfficer } from "./teller.ts";

export function setUpWorkspace(calendar: Calendar): SampleWrite {
  return capitalWrites(calendar, -21, "09:30", [
    change("settings", workspaceSettingsId, "local", {
      role: "desk",
      officeName: "Desk for Technology Policy",
      postId: null,
      userName: deskOfficer,
      userRank: "Desk Officer",
      capitalName: "Washington",
      capitalTimeZone: capitalZone,
      bannerText: "SENSITIVE BUT UNCLASSIFIED // SAMPLE",
      bannerTone: "green",
      ceiling: "SBU",
      historical: false,
      silenceDays: 10,
    }),
    change("settings", deviceSettingsId, "local", {
      theme: "system",
      density: "normal",
      locale: "en",
      railCollapsed: false,
    }),
  ]);
}

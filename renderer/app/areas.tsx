// The areas of the app as the rail shows them, each with its link and its key.
import {
  CalendarCheck,
  FileInput,
  FileText,
  Grid3x3,
  Handshake,
  Landmark,
  ListTodo,
  Mailbox,
  ScrollText,
  Settings,
  UsersRound,
} from "lucide-react";
import type { ReactNode } from "react";
import { links } from "#features/links.ts";
import type { TextKey } from "#ui/text/keys.ts";

export interface Area {
  readonly id: string;
  readonly labelKey: TextKey;
  readonly icon: ReactNode;
  readonly to: string;
  /** Paths that belong to the area beside its own. */
  readonly also: readonly string[];
  /** Key pressed after `g`. */
  readonly key: string;
}

export const areas: readonly (readonly Area[])[] = [
  [
    areaOf("today", <CalendarCheck />, links.today(), "1"),
    areaOf("directives", <ScrollText />, links.directives(), "2", ["/cables"]),
    areaOf("matrix", <Grid3x3 />, links.matrix(), "3"),
  ],
  [
    areaOf("engagements", <Handshake />, links.engagements(), "4"),
    areaOf("followUps", <ListTodo />, links.followUps(), "5"),
    areaOf("counterparts", <UsersRound />, links.counterparts(), "6", ["/duplicates"]),
    areaOf("posts", <Landmark />, links.posts(), "7"),
  ],
  [
    areaOf("pouches", <Mailbox />, links.pouches(), "p"),
    areaOf("exchange", <FileInput />, links.import(), "0"),
    areaOf("reports", <FileText />, links.report(), "8"),
    areaOf("settings", <Settings />, links.settings(), "9"),
  ],
];

function areaOf(
  id:
    | "today"
    | "directives"
    | "matrix"
    | "engagements"
    | "followUps"
    | "counterparts"
    | "posts"
    | "pouches"
    | "exchange"
    | "reports"
    | "settings",
  icon: ReactNode,
  to: string,
  key: string,
  also: readonly string[] = [],
): Area {
  return { id, labelKey: `app.area.${id}`, icon, to, also, key };
}

/** Whether a path lies in an area. */
export function isIn(area: Area, pathname: string): boolean {
  if (area.to === "/") return pathname === "/";
  return [area.to, ...area.also].some((start) => pathname === start || pathname.startsWith(`${start}/`));
}

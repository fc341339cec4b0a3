// What a section of a report is.
import type { Block } from "../blocks.ts";
import type { Matter } from "../matter.ts";

export interface Section {
  /** Its heading stands in locales under `report.section.<id>`. */
  readonly id: string;
  /** The heading it stands under in a one-pager, `report.group.<group>`; null: it follows what is before it. */
  readonly group: "summary" | "answers" | "next" | null;
  /** The content below the heading; empty where the section has nothing to say and is left out. */
  readonly build: (matter: Matter) => readonly Block[];
}

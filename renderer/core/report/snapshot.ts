// What a report is made from, and how it is to be made: plain rows and settings, gathered by the screen.
import type { Counterpart } from "../model/counterpart.ts";
import type { DemarcheTask } from "../model/demarche-task.ts";
import type { Directive } from "../model/directive.ts";
import type { Engagement } from "../model/engagement.ts";
import type { FollowUp } from "../model/follow-up.ts";
import type { Issue } from "../model/issue.ts";
import type { Position } from "../model/position.ts";
import type { Post } from "../model/post.ts";
import type { Reference } from "../model/reference.ts";
import type { Response } from "../model/response.ts";
import type { TalkingPoint } from "../model/talking-point.ts";
import type { Texts } from "./wording.ts";

/** Rows may be more than the directive's own, and deleted ones may be among them: the report takes what is its. */
export interface ReportSnapshot {
  readonly directive: Directive;
  readonly points: readonly TalkingPoint[];
  readonly tasks: readonly DemarcheTask[];
  readonly posts: readonly Post[];
  readonly engagements: readonly Engagement[];
  readonly responses: readonly Response[];
  readonly positions: readonly Position[];
  readonly followUps: readonly FollowUp[];
  readonly counterparts: readonly Counterpart[];
  readonly references: readonly Reference[];
  readonly issues: readonly Issue[];
  /** Records with two versions waiting for a decision. */
  readonly conflictCount: number;
}

export interface ReportOptions {
  /** Ids of `sections/index.ts`, in the order wanted. */
  readonly sections: readonly string[];
  /** A page at most: figures, the few lines that matter, no empty sections. */
  readonly brief: boolean;
  /** Key of the paper's kind, e.g. "report.template.status". */
  readonly kind: string;
  readonly texts: Texts;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  /** The instant of the data; days are reckoned from it. */
  readonly asOf: string;
  readonly capitalTimeZone: string;
  readonly capitalName: string;
  readonly silenceDays: number;
  /** Day from whose end shifts of position are measured; null: from the baselines. */
  readonly since: string | null;
  /** The marking printed on every page. */
  readonly marking: string;
  readonly officeName: string;
}

// Where each government stood when the case began, as the desk knew it.
import type { Stance } from "../model/enums.ts";
import type { Change } from "../log/change.ts";
import { postScope } from "../model/scope.ts";
import type { Calendar } from "./calendar.ts";
import { officeOf, type PostKey } from "./posts.ts";
import type { SampleWrite } from "./shape.ts";
import { capitalWrites, change, issueId } from "./teller.ts";

type Confidence = "high" | "medium" | "low";
type Row = readonly [PostKey, Stance, Confidence, string];

const stances: readonly Row[] = [
  ["london", "supportive", "high", "Own statements on safety testing over the past year."],
  ["paris", "neutral", "medium", "Protects its own developers of open-weight models."],
  [
    "berlin",
    "leaningSupportive",
    "medium",
    "Steps of the data protection authorities against one of the apps.",
  ],
  ["rome", "leaningSupportive", "high", "A national measure against one of the apps is in force."],
  ["hague", "leaningSupportive", "medium", "Guidance to officials; prefers to act within the EU."],
  ["brussels", "unknown", "low", "Nothing on record."],
  ["warsaw", "leaningSupportive", "medium", "Outspoken on security of digital supply."],
  ["ottawa", "leaningSupportive", "high", "Guidance for government devices."],
  [
    "brasilia",
    "leaningOpposed",
    "medium",
    "Speaks against rules that keep technology from developing countries.",
  ],
  ["mexico", "unknown", "low", "Nothing on record."],
  ["buenos-aires", "leaningSupportive", "low", "Friendly statements on technology in general."],
  ["tokyo", "leaningSupportive", "high", "Cautions to public bodies about one of the apps."],
  ["seoul", "neutral", "medium", "One of the apps was paused for a time and came back."],
  ["canberra", "supportive", "high", "A rule for government devices is in force."],
  ["wellington", "neutral", "medium", "Watches what close partners do."],
  ["jakarta", "neutral", "low", "Keeps good relations with suppliers on every side."],
  ["singapore", "neutral", "high", "Judges models by tests, says so in public."],
  ["beijing", "opposed", "high", "The embassy in Washington called the claims groundless."],
  ["delhi", "neutral", "medium", "A ministry advised its staff against several AI tools, of all origins."],
  ["nairobi", "unknown", "low", "Nothing on record."],
  ["pretoria", "leaningOpposed", "low", "Statements in international forums on access to technology."],
  ["abuja", "unknown", "low", "Nothing on record."],
  ["riyadh", "neutral", "medium", "Works with suppliers from every side."],
  ["abu-dhabi", "leaningSupportive", "medium", "Has developers of its own to protect."],
  ["cairo", "unknown", "low", "Nothing on record."],
];

/** Hosts known to restrict one of the named companies' apps in some way before the case. */
const restrictions: readonly Row[] = [
  ["rome", "supportive", "high", "Measure of the data protection authority, in force."],
  ["canberra", "supportive", "high", "Direction for government systems and devices, in force."],
  ["seoul", "leaningSupportive", "medium", "Pause of downloads, ended after changes by the company."],
  ["berlin", "leaningSupportive", "medium", "Complaint of a data protection commissioner to the app stores."],
];

export function enterBaselines(calendar: Calendar): SampleWrite {
  const row = ([key, stance, confidence, note]: Row, issue: string, suffix: string): Change =>
    change("positions", `pos-${key}-${suffix}`, postScope(`post-${key}`), {
      issueId: issue,
      postId: `post-${key}`,
      country: officeOf(key).country,
      on: calendar.day(-1),
      stance,
      basis: "assessed",
      confidence,
      baseline: true,
      note,
    });
  return capitalWrites(calendar, -1, "14:30", [
    ...stances.map((entry) => row(entry, issueId, "0")),
    ...restrictions.map((entry) => row(entry, "issue-apps", "apps-0")),
  ]);
}

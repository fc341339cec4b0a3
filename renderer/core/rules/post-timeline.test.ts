import { expect, test } from "vitest";
import { documents } from "../model/document.ts";
import { engagements } from "../model/engagement.ts";
import { followUps } from "../model/follow-up.ts";
import { positions } from "../model/position.ts";
import { responses } from "../model/response.ts";
import { madeRow } from "./made-row.ts";
import { postTimeline } from "./post-timeline.ts";

test("what is over, latest first, each on its day at the post; what has no day comes last", () => {
  const entries = postTimeline(
    {
      engagements: [
        madeRow(engagements, "planned", { state: "planned", at: "2026-11-30T09:00:00Z" }),
        // 22:00 UTC is the next day in Nairobi.
        madeRow(engagements, "held", { state: "held", at: "2026-11-19T22:00:00Z" }),
        madeRow(engagements, "elsewhere", {
          state: "held",
          at: "2026-11-19T22:00:00Z",
          timeZone: "Europe/London",
        }),
        madeRow(engagements, "gone", { state: "held", at: "2026-11-19T22:00:00Z", deleted: true }),
        madeRow(engagements, "undated", { state: "notHeld" }),
      ],
      documents: [madeRow(documents, "paper", { on: "2026-11-21" })],
      followUps: [
        madeRow(followUps, "open", {}),
        madeRow(followUps, "done", { status: "done", closedAt: "2026-11-22T09:00:00Z" }),
      ],
      responses: [madeRow(responses, "answer", { receivedAt: "2026-11-23T09:00:00Z" })],
      positions: [madeRow(positions, "stance", { on: "2026-11-18" })],
    },
    { timeZone: "Africa/Nairobi", weekend: [] },
  );
  expect(entries.map(({ key, kind, on }) => `${key} ${kind} ${on ?? "-"}`)).toEqual([
    "responses/answer positions 2026-11-23",
    "followUps/done followUps 2026-11-22",
    "documents/paper papers 2026-11-21",
    "engagements/held meetings 2026-11-20",
    "engagements/elsewhere meetings 2026-11-19",
    "positions/stance positions 2026-11-18",
    "engagements/undated meetings -",
  ]);
});

import { expect, test } from "vitest";
import { demarcheTasks } from "#core/model/demarche-task.ts";
import { directives } from "#core/model/directive.ts";
import { engagements } from "#core/model/engagement.ts";
import { madeRow } from "#core/rules/made-row.ts";
import { type LaterAnswer, recordAnswer } from "./answers.ts";

const scope = "post/post-tokyo" as const;
const home = { postId: "post-tokyo", directiveId: "dir", taskId: "task" };
const known = {
  engagement: { ...madeRow(engagements, "eng", home), scope },
  directive: madeRow(directives, "dir", { issueId: "issue" }),
  task: { ...madeRow(demarcheTasks, "task", { postId: "post-tokyo" }), scope },
  country: "Japan",
};
const answer: LaterAnswer = {
  receivedAt: "2026-11-20T07:15:00Z",
  receivedOn: "2026-11-20",
  category: "supportiveInPrinciple",
  authority: "onInstruction",
  counterpartId: "cp",
  text: "Share the concern.",
  quote: "",
  verbatim: false,
  comment: "",
  confidence: "high",
  stance: "supportive",
  isAnswer: true,
};
const ids = { response: "resp", position: "pos" };
const tables = (request: ReturnType<typeof recordAnswer>) => request.changes.map(({ table }) => table);

test("an answer is a response, a stand and the task's date, in the engagement's scope", () => {
  const { changes } = recordAnswer(ids, answer, known);
  expect(changes.map((change) => change.scope)).toEqual([scope, scope, scope]);
  expect(changes[0]?.values).toMatchObject({ ...home, engagementId: "eng", receivedAt: answer.receivedAt });
  expect(Object.keys(changes[0]?.values ?? {})).not.toContain("isAnswer");
  expect(changes[1]?.values).toMatchObject({
    issueId: "issue",
    country: "Japan",
    on: "2026-11-20",
    responseId: "resp",
  });
  expect(changes[2]?.values).toEqual({ answeredAt: answer.receivedAt });
});

test.each([
  { name: "no stand shown", answer: { stance: null }, of: {}, changed: ["responses", "demarcheTasks"] },
  {
    name: "only a word on the way",
    answer: { isAnswer: false },
    of: {},
    changed: ["responses", "positions"],
  },
  {
    name: "answered before",
    answer: {},
    of: { task: { ...known.task, answeredAt: "2026-11-10T00:00:00Z" } },
    changed: ["responses", "positions"],
  },
  {
    name: "outside of a directive",
    answer: {},
    of: { directive: undefined, task: undefined },
    changed: ["responses"],
  },
] as const)("$name", ({ answer: said, of, changed }) => {
  expect(tables(recordAnswer(ids, { ...answer, ...said }, { ...known, ...of }))).toEqual(changed);
});

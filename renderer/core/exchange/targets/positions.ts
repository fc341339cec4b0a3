// The ledger of stands: one row for where a government or an official stood on an issue on a day.
import { asText } from "#core/lib/as-text.ts";
import { folded } from "#core/lib/fold-text.ts";
import type { Change } from "#core/log/change.ts";
import { confidences, stances } from "#core/model/enums.ts";
import type { Issue } from "#core/model/issue.ts";
import type { Position } from "#core/model/position.ts";
import { postScope } from "#core/model/scope.ts";
import type { Column } from "../column.ts";
import { type Found, PeopleRefs, PostRefs } from "../refs.ts";
import { reason, type Target } from "../target.ts";

const yesNo = {
  kind: "choice",
  list: "yesNo",
  members: ["yes", "no"],
  names: { true: "yes", y: "yes", x: "yes", "1": "yes", false: "no", n: "no", "0": "no" },
} as const;

const columns: readonly Column[] = [
  { field: "issue", kind: "text", headings: ["issue", "subject", "topic"] },
  {
    field: "stance",
    kind: "choice",
    headings: ["stance", "stand", "position"],
    list: "stance",
    members: stances,
    names: {
      for: "supportive",
      support: "supportive",
      "leaning for": "leaningSupportive",
      against: "opposed",
      oppose: "opposed",
      "leaning against": "leaningOpposed",
      undecided: "neutral",
    },
  },
  { field: "on", kind: "day", headings: ["on", "as of", "day", "date"] },
  { field: "post", kind: "text", headings: ["post", "embassy", "mission"] },
  { field: "country", kind: "text", headings: ["country", "government"] },
  {
    field: "official",
    kind: "text",
    headings: ["official", "counterpart", "interlocutor", "person", "who"],
  },
  {
    field: "basis",
    kind: "choice",
    headings: ["basis", "known how"],
    list: "positionBasis",
    members: ["stated", "assessed"],
  },
  {
    field: "confidence",
    kind: "choice",
    headings: ["confidence"],
    list: "confidence",
    members: confidences,
    names: { high: "high", medium: "medium", low: "low" },
  },
  { field: "quote", kind: "prose", headings: ["quote", "words quoted", "what was said"] },
  { field: "verbatim", headings: ["verbatim"], ...yesNo },
  { field: "baseline", headings: ["baseline", "stand before the demarche"], ...yesNo },
  { field: "note", kind: "prose", headings: ["note", "notes", "reason", "comment"] },
];

/** Fields that are read as they stand. */
const plain = ["stance", "on", "basis", "confidence", "quote", "note"];
const flags = ["verbatim", "baseline"];

export const positionsTarget: Target = {
  name: "positions",
  table: "positions",
  columns,
  needs: [["issue"], ["stance"], ["on"]],
  reads: ["positions", "issues", "posts", "counterparts"],
  asks: ["post"],
  titleOf: (record) => (record as Position).country,
  open: ({ positions = [], issues = [], posts = [], counterparts = [] }, { postId }, newId) => {
    const postRefs = new PostRefs(posts, postId);
    const people = new PeopleRefs(counterparts);
    const known = new Issues(issues, newId);
    const byKey = new Map(positions.map((one) => [keyOf(one), one.id]));
    const official = (name: string, ofPost: string): Found<string | null> => {
      if (name === "") return { ok: true, value: null };
      const here = people.named(name).filter((person) => person.postId === ofPost);
      const [only] = here;
      if (only && here.length === 1) return { ok: true, value: only.id };
      const facts = { name, count: here.length };
      return { ok: false, reason: reason(only ? "whichOfficial" : "unknownOfficial", facts) };
    };
    return {
      made: known.made,
      read: (said, named, unread) => {
        const record = named as Position | null;
        /** Nothing where that is told already. */
        const lacking = (field: string, code: string) => (unread.has(field) ? [] : [reason(code)]);
        const name = asText(said["issue"]);
        const title = [name, asText(said["official"]) || asText(said["country"])].filter(Boolean).join(", ");
        if (record === null && name === "") return { title, reasons: [reason("noIssue")] };
        if (record === null && !("on" in said)) return { title, reasons: lacking("on", "noDay") };
        if (record === null && !("stance" in said)) return { title, reasons: lacking("stance", "noStance") };
        const post = postRefs.of(said, record?.postId);
        if (!post.ok) return { title, reasons: [post.reason] };
        const person = official(asText(said["official"]), post.value.id);
        if (!person.ok) return { title, reasons: [person.reason] };
        const issueId = name === "" ? (record?.issueId ?? null) : known.of(name);
        const values: Record<string, unknown> = {};
        for (const field of plain) if (field in said) values[field] = said[field];
        for (const field of flags) if (field in said) values[field] = said[field] === "yes";
        if (name !== "") values["issueId"] = issueId;
        if ("official" in said) values["counterpartId"] = person.value;
        const key = keyOf({
          issueId,
          postId: post.value.id,
          counterpartId: "official" in said ? person.value : (record?.counterpartId ?? null),
          on: asText(said["on"]) || (record?.on ?? null),
          basis: asText(said["basis"]) === "assessed" ? "assessed" : (record?.basis ?? "stated"),
        });
        return {
          title,
          scope: postScope(post.value.id),
          key,
          same: byKey.get(key) ?? null,
          possible: [],
          valuesFor: (row) =>
            row === null
              ? { postId: post.value.id, country: asText(said["country"]) || post.value.country, ...values }
              : values,
          makes: issueId !== null && known.made.has(issueId) ? [issueId] : [],
          doubts: [],
        };
      },
    };
  },
};

/** Two stands of one official on one issue, noted for one day on one basis, are one stand. */
function keyOf(
  one: Pick<Position, "issueId" | "postId" | "counterpartId" | "on"> & { readonly basis: string },
): string {
  return [one.issueId, one.postId, one.counterpartId, one.on, one.basis].join("|");
}

/** Issues by name; one that nobody has named yet is made for the rows that name it. */
class Issues {
  readonly made = new Map<string, Change>();
  readonly #byName: Map<string, string>;
  readonly #newId: () => string;

  constructor(issues: readonly Issue[], newId: () => string) {
    this.#byName = new Map(issues.map(({ id, name }) => [folded(name), id]));
    this.#newId = newId;
  }

  of(name: string): string {
    const known = this.#byName.get(folded(name));
    if (known !== undefined) return known;
    const id = this.#newId();
    this.made.set(id, { table: "issues", id, scope: "all", values: { name } });
    this.#byName.set(folded(name), id);
    return id;
  }
}

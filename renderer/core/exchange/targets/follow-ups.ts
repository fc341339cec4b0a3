// What is owed next: one row a follow-up, of a post or of the desk itself.
import { asText } from "#core/lib/as-text.ts";
import { folded } from "#core/lib/fold-text.ts";
import { groupBy } from "#core/lib/group-by.ts";
import { followUpStatuses, parties, priorities } from "#core/model/enums.ts";
import type { FollowUp } from "#core/model/follow-up.ts";
import { postScope } from "#core/model/scope.ts";
import type { Column } from "../column.ts";
import type { Values } from "../plan.ts";
import { isDeadlineKey, OwnKeys } from "../own-keys.ts";
import { DirectiveRefs, PostRefs } from "../refs.ts";
import { reason, type Target } from "../target.ts";

const columns: readonly Column[] = [
  {
    field: "what",
    kind: "text",
    headings: ["what", "what is to be done", "task", "action", "subject", "to do", "summary"],
  },
  { field: "dueOn", kind: "day", headings: ["due on", "due", "due date", "deadline", "by when"] },
  { field: "owner", kind: "text", headings: ["owner", "who", "assigned to", "responsible"] },
  {
    field: "waitingOn",
    kind: "choice",
    headings: ["waiting on", "whose move", "whose move it is"],
    list: "party",
    members: parties,
  },
  {
    field: "status",
    kind: "choice",
    headings: ["status", "state"],
    list: "followUpStatus",
    members: followUpStatuses,
    names: {
      closed: "done",
      completed: "done",
      pending: "open",
      "not started": "open",
      cancelled: "dropped",
      "needs action": "open",
      "in process": "waitingOnHost",
    },
  },
  { field: "priority", kind: "choice", headings: ["priority"], list: "priority", members: priorities },
  { field: "post", kind: "text", headings: ["post", "embassy", "mission"] },
  { field: "directive", kind: "text", headings: ["directive", "case", "reference", "mrn"] },
  { field: "outcome", kind: "prose", headings: ["outcome", "result", "notes"] },
  { field: "externalId", kind: "text", headings: ["uid"] },
];

/** Fields that are read as they stand. */
const plain = ["dueOn", "owner", "waitingOn", "status", "priority", "outcome"];

export const followUpsTarget: Target = {
  name: "followUps",
  table: "followUps",
  columns,
  needs: [["what"]],
  reads: ["followUps", "posts", "directives"],
  asks: ["post", "directive"],
  titleOf: (record) => (record as FollowUp).what,
  open: ({ followUps = [], posts = [], directives = [] }, { postId, directiveId }) => {
    const keys = new OwnKeys(followUps);
    const postRefs = new PostRefs(posts, postId);
    const directiveRefs = new DirectiveRefs(directives, directiveId);
    const alike = groupBy(followUps, (one) => keyOf(one as unknown as Values, one.postId, one.directiveId));
    return {
      made: new Map(),
      read: (said, named) => {
        const uid = keys.read(said["externalId"]);
        const record = (named as FollowUp | null) ?? uid.record;
        if (isDeadlineKey(uid.key)) return { title: asText(said["what"]), reasons: [reason("ownDeadline")] };
        const what = asText(said["what"]) || (record?.what ?? "");
        if (what === "") return { title: "", reasons: [reason("nothingToDo")] };
        // A follow-up of no post is the desk's own.
        const isOfPost = "post" in said || (record === null ? postId : record.postId) !== null;
        const post = isOfPost ? postRefs.of(said, record?.postId) : null;
        const directive = directiveRefs.of(said, record?.directiveId);
        if (post?.ok === false) return { title: what, reasons: [post.reason] };
        if (!directive.ok) return { title: what, reasons: [directive.reason] };
        const about = { postId: post?.value.id ?? null, directiveId: directive.value?.id ?? null };
        const fields = Object.fromEntries(
          plain.flatMap((field) => (field in said ? [[field, said[field]]] : [])),
        );
        const key = keyOf(said, about.postId, about.directiveId);
        return {
          title: what,
          scope: about.postId === null ? "hq" : postScope(about.postId),
          key: uid.key || key,
          same: uid.record?.id ?? null,
          possible: (alike.get(key) ?? []).map(({ id }) => id),
          valuesFor: (known) => ({
            what,
            ...fields,
            ...uid.values,
            ...(known === null ? about : {}),
            ...("directive" in said ? { directiveId: about.directiveId } : {}),
          }),
          makes: [],
          doubts: [],
        };
      },
    };
  },
};

function keyOf({ what }: Values, postId: string | null, directiveId: string | null): string {
  return [folded(asText(what)), postId ?? "", directiveId ?? ""].join("|");
}

// What a directive asks of posts: one row a post, known again by the pair of directive and post.
import type { DemarcheTask } from "#core/model/demarche-task.ts";
import { addressKinds, exemptReasons, levels, taskingModes } from "#core/model/enums.ts";
import { postScope } from "#core/model/scope.ts";
import type { Column } from "../column.ts";
import { DirectiveRefs, PostRefs } from "../refs.ts";
import { reason, type Target } from "../target.ts";

const columns: readonly Column[] = [
  { field: "post", kind: "text", headings: ["post", "embassy", "mission", "addressee", "name"] },
  { field: "directive", kind: "text", headings: ["directive", "case", "reference", "mrn"] },
  {
    field: "addressed",
    kind: "choice",
    headings: ["addressed", "action/info", "action or info", "how it was addressed"],
    list: "addressKind",
    members: addressKinds,
  },
  {
    field: "mode",
    kind: "choice",
    headings: ["mode", "tasking"],
    list: "taskingMode",
    members: taskingModes,
  },
  { field: "owner", kind: "text", headings: ["owner", "who", "assigned to", "responsible"] },
  { field: "level", kind: "choice", headings: ["level"], list: "level", members: levels },
  { field: "language", kind: "text", headings: ["language"] },
  { field: "deliverBy", kind: "day", headings: ["deliver by", "deliver-by date", "due", "deadline"] },
  { field: "reportBy", kind: "day", headings: ["report by", "report-by date"] },
  {
    field: "exemptReason",
    kind: "choice",
    headings: ["exempt reason", "reason for the exemption"],
    list: "exemptReason",
    members: exemptReasons,
  },
  { field: "exemptNote", kind: "text", headings: ["exempt note", "note on the exemption"] },
  { field: "note", kind: "prose", headings: ["note", "notes", "remarks"] },
];

export const demarcheTasksTarget: Target = {
  name: "demarcheTasks",
  table: "demarcheTasks",
  columns,
  needs: [["post"]],
  reads: ["demarcheTasks", "posts", "directives"],
  asks: ["directive"],
  titleOf: () => "",
  open: ({ demarcheTasks = [], posts = [], directives = [] }, { directiveId }) => {
    const postRefs = new PostRefs(posts, null);
    const directiveRefs = new DirectiveRefs(directives, directiveId);
    const byPair = new Map(demarcheTasks.map((task) => [`${task.directiveId}|${task.postId}`, task.id]));
    return {
      made: new Map(),
      read: ({ id: _id, version: _version, revised: _revised, ...said }, named) => {
        const record = named as DemarcheTask | null;
        const post = postRefs.of(said, record?.postId);
        if (!post.ok) return { title: "", reasons: [post.reason] };
        const title = post.value.name;
        const directive = directiveRefs.of(said, record?.directiveId);
        if (!directive.ok) return { title, reasons: [directive.reason] };
        if (directive.value === null) return { title, reasons: [reason("noDirective")] };
        const { post: _post, directive: _directive, ...fields } = said;
        const pair = { directiveId: directive.value.id, postId: post.value.id };
        const key = `${pair.directiveId}|${pair.postId}`;
        return {
          title,
          scope: postScope(post.value.id),
          key,
          same: byPair.get(key) ?? null,
          possible: [],
          valuesFor: (known) => (known === null ? { ...pair, ...fields } : fields),
          makes: [],
          doubts: [],
        };
      },
    };
  },
};

// Where every screen lives. The one file features know each other by.

const withSearch = (path: string, search: Readonly<Record<string, string | undefined>> = {}): string => {
  const given = Object.entries(search).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`;
};

export type DirectiveTab =
  | "instruction"
  | "posts"
  | "points"
  | "engagements"
  | "followUps"
  | "positions"
  | "history";

/** Targets for links and `useNavigate`: paths inside the app, without the `#` of the address bar. */
export const links = {
  today: () => "/",
  directives: () => "/directives",
  directive: (id: string, tab?: DirectiveTab) => withSearch(`/directives/${id}`, { tab }),
  newDirective: () => "/directives/new",
  openCable: () => "/cables/open",
  reviewCable: (draftId: string) => `/cables/${draftId}`,
  /** `cell` is "<task>/<stage or point>": the cell that is explained beside the matrix. */
  matrix: (directiveId?: string, view?: "stages" | "points" | "gaps", cell?: string) =>
    withSearch("/matrix", { directive: directiveId, view, cell }),
  posts: () => "/posts",
  post: (id: string) => `/posts/${id}`,
  newPost: () => "/posts/new",
  counterparts: () => "/counterparts",
  counterpart: (id: string) => `/counterparts/${id}`,
  engagements: () => "/engagements",
  engagement: (id: string) => `/engagements/${id}`,
  /** `draft` continues one; otherwise the form starts from what is known. */
  logEngagement: (
    from: {
      draft?: string;
      edit?: string;
      task?: string;
      post?: string;
      directive?: string;
      state?: "held";
    } = {},
  ) => withSearch("/engagements/log", from),
  followUps: (filter: { post?: string; directive?: string; bucket?: string; open?: string } = {}) =>
    withSearch("/follow-ups", filter),
  import: (into?: "posts" | "counterparts" | "engagements" | "followUps" | "demarcheTasks") =>
    withSearch("/import", { into }),
  /** `office` shows one; `open` begins with a file. */
  pouches: (to: { office?: string } = {}) => withSearch("/pouches", to),
  receivePouch: (to: { waiting?: string } = {}) => withSearch("/pouches/receive", to),
  /** Of which two histories were met. */
  settleHistories: (log: string) => withSearch("/pouches/settle", { log }),
  report: (directiveId?: string) => withSearch("/reports", { directive: directiveId }),
  decisions: () => "/decisions",
  duplicates: () => "/duplicates",
  /** Two records side by side: merged, or to be merged into the first. */
  merge: (table: "counterparts" | "organizations", keptId: string, otherId: string) =>
    `/duplicates/${table}/${keptId}/${otherId}`,
  trash: () => "/trash",
  settings: () => "/settings",
  search: (text?: string) => withSearch("/search", { text }),
} as const;

// Everything about one post in one answer: what is open there, what has happened, who is who.
import type { Counterpart } from "#core/model/counterpart.ts";
import type { Document } from "#core/model/document.ts";
import type { Position } from "#core/model/position.ts";
import type { Post } from "#core/model/post.ts";
import { type DeskRows, deskRows } from "./desk-rows.ts";
import type { Ask } from "./view/view.ts";

export interface PostFile extends DeskRows {
  readonly post: Post;
  readonly positions: readonly Position[];
  readonly documents: readonly Document[];
  readonly counterparts: readonly Counterpart[];
}

/** The file of a post, or undefined where there is none. */
export const postFile =
  (postId: string): Ask<PostFile | undefined> =>
  async (view) => {
    const where = { postId: { eq: postId } };
    const [[post], rows, positions, documents, counterparts] = await Promise.all([
      view.get("posts", [postId]),
      deskRows(postId)(view),
      view.page("positions", { where, sort: [{ field: "on", desc: true }] }),
      view.page("documents", { where, sort: [{ field: "on", desc: true }] }),
      view.page("counterparts", { where, sort: [{ field: "name" }] }),
    ]);
    if (!post || post.deleted) return undefined;
    return {
      ...rows,
      post,
      positions: positions.rows,
      documents: documents.rows,
      counterparts: counterparts.rows,
    };
  };

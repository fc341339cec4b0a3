// Posts: what screens ask of them, and the commands that change them.
import type { PatchOf } from "#core/model/entity.ts";
import type { Post, posts } from "#core/model/post.ts";
import type { Ask } from "./view/view.ts";
import type { WriteRequest } from "./write.ts";

/** Every post, by region and name. */
export const allPosts: Ask<readonly Post[]> = async (view) =>
  (await view.page("posts", { sort: [{ field: "region" }, { field: "name" }] })).rows;

export const postById =
  (id: string): Ask<Post | undefined> =>
  async (view) =>
    (await view.get("posts", [id]))[0];

/** New values for one post; a new id makes a new post. Posts belong to everybody. */
export function changePost(id: string, values: PatchOf<typeof posts>): WriteRequest {
  return { changes: [{ table: "posts", id, scope: "all", values }] };
}

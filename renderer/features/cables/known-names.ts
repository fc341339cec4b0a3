// The names posts are addressed by, for the reader to check "FOR A, B AND C:" against.
import type { Post } from "#core/model/post.ts";

export function knownNames(posts: readonly Post[]): readonly string[] {
  return [...new Set(posts.flatMap(({ city, addressNames }) => [city, ...addressNames]))].filter(
    (name) => name !== "",
  );
}

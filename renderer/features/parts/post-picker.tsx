// One post, found by typing its name, city, country or telegraphic name.
import type { Post } from "#core/model/post.ts";
import { ComboBox } from "#ui/controls/combo-box.tsx";
import type { FieldProps } from "#ui/controls/field.tsx";
import type { Option } from "#ui/controls/option.ts";

export interface PostPickerProps extends FieldProps {
  readonly posts: readonly Post[];
  readonly value: string | null;
  readonly onChange: (postId: string | null) => void;
  readonly placeholder?: string | undefined;
  /** Offers to make a post of a name that no post has. */
  readonly onCreate?: ((name: string) => void) | undefined;
}

/** A post as a choice: its name, with country, region and telegraphic names beneath. */
export function postOption(post: Post): Option {
  const detail = [post.country, post.region, ...post.addressNames].filter((word) => word !== "").join(" · ");
  return { id: post.id, label: post.name, ...(detail === "" ? {} : { detail }) };
}

export function PostPicker({ posts, ...rest }: PostPickerProps) {
  return <ComboBox {...rest} options={posts.map(postOption)} />;
}

// Who may receive a record. A record stays in its scope for life.

/** `all`: written by the capital, read by every post. `post/<id>`: that post and the capital. `hq`: capital only. `local`: this device only. */
export type Scope = "all" | "hq" | "local" | `post/${string}`;

export function postScope(postId: string): Scope {
  return `post/${postId}`;
}

export function isScope(value: string): value is Scope {
  return value === "all" || value === "hq" || value === "local" || /^post\/.{1,200}$/.test(value);
}

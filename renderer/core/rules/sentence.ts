// What a rule says to a person: a code for the text, and the facts that fill it. Rules hold no wording.

/** A value in a sentence. Days, instants and members of a closed list are worded in the reader's language. */
export type Fact =
  | string
  | number
  /** ISO day. */
  | { readonly day: string }
  /** ISO instant, shown in `timeZone`. */
  | { readonly instant: string; readonly timeZone: string }
  /** A member of a closed list as `list.member`; its label stands under `enum.<list>.<member>`. */
  | { readonly label: string };

export interface Sentence<Code extends string = string> {
  readonly code: Code;
  readonly facts: Readonly<Record<string, Fact>>;
}

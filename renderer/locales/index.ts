// The languages of the interface. Another one is a file beside this and one line here.
import type en from "./en.json";

export type Messages = Readonly<Partial<Record<keyof typeof en, string>>>;

export interface Language {
  /** BCP 47 tag, also the file's name. */
  readonly code: string;
  /** The language's name in itself. */
  readonly name: string;
  readonly dir: "ltr" | "rtl";
  /** Absent for English, which is always loaded and stands in for texts a language has not got yet. */
  readonly load?: () => Promise<Messages>;
}

export function directionOf(code: string): Language["dir"] {
  return languages.find((language) => language.code === code)?.dir ?? "ltr";
}

export const languages: readonly Language[] = [{ code: "en", name: "English", dir: "ltr" }];

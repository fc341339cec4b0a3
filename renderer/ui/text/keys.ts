// The type of a text's name: exactly the keys of the English file.
import type en from "#locales/en.json";

export type TextKey = keyof typeof en;

export type TextValues = Readonly<Record<string, string | number | boolean | null | undefined>>;

// Which way a text runs, by its first letter.

const letter = /\p{L}/u;
const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** Direction of the first letter, or null where there is none. */
export function firstStrong(text: string): "ltr" | "rtl" | null {
  const first = letter.exec(text)?.[0];
  if (first === undefined) return null;
  return rightToLeft.test(first) ? "rtl" : "ltr";
}

/** The text set apart from what stands around it, where it runs another way: a name must not pull the figures behind it along. */
export function isolate(text: string, around: "ltr" | "rtl"): string {
  const own = firstStrong(text);
  return own === null || own === around ? text : `\u2068${text}\u2069`;
}

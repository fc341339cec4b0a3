// Which paragraph styles of a Word document are numbered, and how; a style has what the one it is based on has.
import { numberIn } from "./numbering.ts";
import { readXml } from "./xml.ts";

export interface StyleNumber {
  readonly num: string;
  /** Null where the numbering itself says which of its levels is the style's. */
  readonly level: number | null;
}

interface Style {
  basedOn: string;
  num: string | null;
  level: number | null;
}

/** Throws as `readXml` does. */
export function paragraphStyles(xml: string | null, part: string): ReadonlyMap<string, StyleNumber> {
  if (xml === null) return new Map();
  const styles = new Map<string, Style>();
  let style: Style | null = null;
  readXml(xml, part, {
    open: (name, attribute) => {
      if (name === "style") {
        style = { basedOn: "", num: null, level: null };
        styles.set(attribute("w:styleId"), style);
      } else if (style !== null && name === "basedOn") style.basedOn = attribute("w:val");
      else if (style !== null && name === "numId") style.num = attribute("w:val");
      else if (style !== null && name === "ilvl") style.level = numberIn(attribute("w:val"), 0);
    },
    close: (name) => {
      if (name === "style") style = null;
    },
  });
  const numbers = [...styles.keys()].flatMap((id) => {
    const found = numberOf(id, styles);
    return found === null ? [] : [[id, found] as const];
  });
  return new Map(numbers);
}

/** Styles may be based on one another in a ring. */
const longestChain = 20;

function numberOf(id: string, styles: ReadonlyMap<string, Style>): StyleNumber | null {
  let style = styles.get(id);
  for (let steps = 0; style !== undefined && steps < longestChain; steps += 1) {
    if (style.num !== null) return { num: style.num, level: style.level };
    style = styles.get(style.basedOn);
  }
  return null;
}

// Whether a key press is a chord such as "Mod+Shift+Enter". Letters are found by their place on keyboards of other scripts.

/** What of a KeyboardEvent decides; so that the rules can be tested without a page. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

interface Chord {
  readonly key: string;
  readonly mod: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
}

function parseChord(chord: string): Chord {
  const parts = chord.split(/(?<=[^+])\+/);
  const key = parts.at(-1) ?? "";
  return { key, mod: parts.includes("Mod"), alt: parts.includes("Alt"), shift: parts.includes("Shift") };
}

function keyMatches(wanted: string, press: KeyPress): boolean {
  if (/^[a-z]$/i.test(wanted)) {
    const isLatin = /^[a-z]$/i.test(press.key);
    return isLatin
      ? press.key.toLowerCase() === wanted.toLowerCase()
      : press.code === `Key${wanted.toUpperCase()}` && press.key.length === 1;
  }
  // On a French keyboard digits need Shift; their place is enough.
  if (/^\d$/.test(wanted)) return press.key === wanted || press.code === `Digit${wanted}`;
  return press.key === (wanted === "Space" ? " " : wanted);
}

function chordMatches(chord: Chord, press: KeyPress, isMac: boolean): boolean {
  const mod = isMac ? press.metaKey : press.ctrlKey;
  const otherMod = isMac ? press.ctrlKey : press.metaKey;
  if (mod !== chord.mod || otherMod || press.altKey !== chord.alt) return false;
  // A sign such as "?" or "[" brings its own Shift with it.
  const shiftCounts = /^[a-z]$/i.test(chord.key) || chord.key.length > 1;
  if (shiftCounts && press.shiftKey !== chord.shift) return false;
  return keyMatches(chord.key, press);
}

/** Whether `press` is one of the chords of `keys`, which are parted by blanks. */
export function pressIs(keys: string, press: KeyPress, isMac: boolean): boolean {
  return keys.split(" ").some((chord) => chordMatches(parseChord(chord), press, isMac));
}

/** Chords that every text field keeps for itself. */
const editing = "Mod+a Mod+c Mod+v Mod+x Mod+z Mod+y Mod+Shift+z Mod+Shift+Z";

/** Whether a press in a text field may still be a command: only with Ctrl or Cmd, and not an editing chord. */
export function isCommandWhileTyping(press: KeyPress, isMac: boolean): boolean {
  return (isMac ? press.metaKey : press.ctrlKey) && !pressIs(editing, press, isMac);
}

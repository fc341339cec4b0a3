import { describe, expect, it } from "vitest";
import { isCommandWhileTyping, pressIs, type KeyPress } from "./chord.ts";

function press(key: string, more: Partial<KeyPress> = {}): KeyPress {
  return { key, code: "", ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more };
}

describe("pressIs", () => {
  it.each<[string, string, KeyPress, boolean]>([
    ["a letter", "n", press("n"), true],
    ["another letter", "n", press("m"), false],
    ["a letter with Caps Lock", "n", press("N"), true],
    ["a letter with Shift where none is asked", "x", press("X", { shiftKey: true }), false],
    ["Shift and a letter", "Shift+x", press("X", { shiftKey: true }), true],
    ["Shift missing", "Shift+x", press("x"), false],
    ["Ctrl and a letter", "Mod+k", press("k", { ctrlKey: true }), true],
    ["Ctrl missing", "Mod+k", press("k"), false],
    ["Ctrl where none is asked", "k", press("k", { ctrlKey: true }), false],
    ["Ctrl+Shift+Enter", "Mod+Shift+Enter", press("Enter", { ctrlKey: true, shiftKey: true }), true],
    ["Ctrl+Enter is not it", "Mod+Shift+Enter", press("Enter", { ctrlKey: true }), false],
    ["a question mark brings its Shift", "?", press("?", { shiftKey: true }), true],
    ["a bracket", "[", press("["), true],
    ["one of two chords", "j ArrowDown", press("ArrowDown"), true],
    ["the letter's place on an Arabic keyboard", "n", press("ى", { code: "KeyN" }), true],
    ["Ctrl and the place on a Cyrillic keyboard", "Mod+k", press("л", { code: "KeyK", ctrlKey: true }), true],
    ["another place on an Arabic keyboard", "n", press("ة", { code: "KeyM" }), false],
    ["a Latin letter in another place counts by itself", "a", press("q", { code: "KeyA" }), false],
    ["a digit", "1", press("1"), true],
    ["a digit's place on a French keyboard", "1", press("&", { code: "Digit1" }), true],
    ["the space bar", "Space", press(" "), true],
    ["plus", "Mod++", press("+", { ctrlKey: true }), true],
    ["Alt where none is asked", "n", press("n", { altKey: true }), false],
  ])("%s", (_, keys, pressed, expected) => {
    expect(pressIs(keys, pressed, false)).toBe(expected);
  });

  it("takes Cmd for Mod on a Mac, and not Ctrl", () => {
    expect(pressIs("Mod+k", press("k", { metaKey: true }), true)).toBe(true);
    expect(pressIs("Mod+k", press("k", { ctrlKey: true }), true)).toBe(false);
  });
});

describe("isCommandWhileTyping", () => {
  it.each<[string, KeyPress, boolean]>([
    ["a letter is text", press("n"), false],
    ["Ctrl+Enter sends", press("Enter", { ctrlKey: true }), true],
    ["Ctrl+K opens the palette", press("k", { ctrlKey: true }), true],
    ["Ctrl+Z is the field's own undo", press("z", { ctrlKey: true }), false],
    ["Ctrl+Shift+Z is its redo", press("Z", { ctrlKey: true, shiftKey: true }), false],
    ["Ctrl+C copies", press("c", { ctrlKey: true }), false],
    ["Ctrl+A selects the text", press("a", { ctrlKey: true }), false],
    ["Escape is the field's", press("Escape"), false],
  ])("%s", (_, pressed, expected) => {
    expect(isCommandWhileTyping(pressed, false)).toBe(expected);
  });
});

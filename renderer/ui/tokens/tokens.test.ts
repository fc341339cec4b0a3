// Every pair of colours that is used together, in every theme: 4.5:1 for text, 3:1 for focus and lines that mean something.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

type Rgba = readonly [number, number, number, number];

const css = readFileSync(new URL("tokens.css", import.meta.url), "utf8");
const themes = ["light", "dark", "contrast"] as const;
type Theme = (typeof themes)[number];

function block(selector: string): string {
  const start = css.indexOf(`${selector} {`);
  if (start < 0) throw new Error(`no block ${selector}`);
  return css.slice(start, css.indexOf("\n}", start));
}

function declarations(text: string): Map<string, string> {
  return new Map(
    [...text.matchAll(/^\s*(--[\w-]+):\s*([^;]+);/gm)].map((match) => [match[1] ?? "", match[2] ?? ""]),
  );
}

const base = declarations(block(":root"));
const contrastTheme = declarations(block(':root[data-theme="contrast"]'));

function parse(value: string): Rgba {
  const hex = /^#([0-9a-f]{6})$/.exec(value)?.[1];
  if (hex !== undefined) {
    const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
    return [part(0), part(2), part(4), 1];
  }
  const rgb = /^rgb\((\d+) (\d+) (\d+) \/ ([\d.]+)\)$/.exec(value);
  if (rgb === null) throw new Error(`not a colour: ${value}`);
  return [Number(rgb[1]), Number(rgb[2]), Number(rgb[3]), Number(rgb[4])];
}

function color(theme: Theme, name: string): Rgba {
  const value = (theme === "contrast" ? contrastTheme.get(name) : undefined) ?? base.get(name);
  if (value === undefined) throw new Error(`no token ${name}`);
  const pair = /^light-dark\((#\w+|rgb\([^)]*\)), (#\w+|rgb\([^)]*\))\)$/.exec(value);
  return parse((pair === null ? value : pair[theme === "dark" ? 2 : 1]) ?? "");
}

function over(top: Rgba, ground: Rgba): Rgba {
  const mix = (at: 0 | 1 | 2) => top[at] * top[3] + ground[at] * (1 - top[3]);
  return [mix(0), mix(1), mix(2), 1];
}

function linear(value: number): number {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function luminance([red, green, blue]: Rgba): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function ratio(one: Rgba, other: Rgba): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

const surfaces = ["--surface", "--surface-raised", "--surface-sunken"];
const tones = ["info", "success", "warning", "danger", "neutral"];
const strips = ["green", "blue", "red", "orange", "purple", "neutral"];

/** Text and the ground it is read on. */
const textPairs: readonly (readonly [string, string])[] = [
  ...[...surfaces, "--accent-tint"].flatMap((ground) =>
    ["--text", "--text-muted", "--accent", "--accent-hover"].map((text) => [text, ground] as const),
  ),
  ["--accent-text", "--accent"],
  ["--accent-text", "--accent-hover"],
  ...tones.flatMap((tone) => [
    [`--${tone}-text`, `--${tone}-tint`] as const,
    ["--text", `--${tone}-tint`] as const,
    // Plain state marks stand on a row, hovered, selected or grouped.
    ...[...surfaces, "--accent-tint"].map((ground) => [`--${tone}-text`, ground] as const),
  ]),
  ...[1, 2, 3].flatMap((level) => [
    ["--level-text", `--level-${String(level)}-tint`] as const,
    ["--level-text", `--level-${String(level)}-mark`] as const,
  ]),
  ["--text-muted", "--level-0-tint"],
  ["--level-4-text", "--level-4-tint"],
  ...strips.map((tone) => [`--strip-${tone}-text`, `--strip-${tone}`] as const),
];

/** What must be seen as a shape: focus, borders of controls, bars of callouts, the accent edge. */
const linePairs: readonly (readonly [string, string])[] = [
  ...[...surfaces, "--accent-tint"].flatMap((ground) => [
    ["--focus", ground] as const,
    ["--line-strong", ground] as const,
    ["--accent", ground] as const,
  ]),
  ...tones.flatMap((tone) => [
    [`--${tone}-line`, `--${tone}-tint`] as const,
    [`--${tone}-line`, "--surface"] as const,
    [`--${tone}-line`, "--surface-raised"] as const,
  ]),
  ["--focus", "--level-1-tint"],
  ["--focus", "--level-2-tint"],
];

describe.each(themes)("the %s theme", (theme) => {
  const leastText = theme === "contrast" ? 7 : 4.5;

  it.each(textPairs)("%s reads on %s", (text, ground) => {
    const least = ground.startsWith("--strip") ? 4.5 : leastText;
    expect(ratio(color(theme, text), color(theme, ground))).toBeGreaterThanOrEqual(least);
  });

  it.each(surfaces)("text reads on %s under the pointer and pressed", (surface) => {
    for (const tint of ["--hover", "--pressed"]) {
      const ground = over(color(theme, tint), color(theme, surface));
      expect(ratio(color(theme, "--text"), ground)).toBeGreaterThanOrEqual(leastText);
      expect(ratio(color(theme, "--text-muted"), ground)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each(linePairs)("%s is seen on %s", (line, ground) => {
    expect(ratio(color(theme, line), color(theme, ground))).toBeGreaterThanOrEqual(3);
  });
});

it("reckons the known ratios of the contrast formula", () => {
  expect(ratio([0, 0, 0, 1], [255, 255, 255, 1])).toBeCloseTo(21, 5);
  expect(ratio(parse("#777777"), parse("#ffffff"))).toBeCloseTo(4.48, 2);
  expect(over(parse("rgb(0 0 0 / 0.5)"), parse("#ffffff"))).toEqual([127.5, 127.5, 127.5, 1]);
});

it("overrides in the contrast theme only what is there", () => {
  expect([...contrastTheme.keys()].filter((name) => !base.has(name))).toEqual([]);
});

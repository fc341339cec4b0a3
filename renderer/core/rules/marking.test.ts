import { describe, expect, test } from "vitest";
import { markings } from "../model/enums.ts";
import { compareMarkings, isAbove, markingsIn, rollUp, spillIn } from "./marking.ts";

test("markings rise in the order of their list", () => {
  expect(markings.map((marking) => isAbove(marking, "SBU"))).toEqual([false, false, true, true, true]);
  expect(compareMarkings("U", "TS")).toBeLessThan(0);
  expect(rollUp(["SBU", "U", "S", "C"])).toBe("S");
  expect(rollUp([])).toBe("U");
});

describe("markings in text", () => {
  test.each<[string, string | null]>([
    ["UNCLASSIFIED", "U banner"],
    ["UNCLASSIFIED//FOUO", "SBU banner"],
    ["UNCLAS SENSITIVE", "SBU banner"],
    ["UNCLAS STATE 018029", "U banner"],
    ["LIMITED OFFICIAL USE STATE 232445", "SBU banner"],
    ["SENSITIVE BUT UNCLASSIFIED", "SBU banner"],
    ["CUI//SP-PRVCY//NOFORN", "SBU banner"],
    ["C O N F I D E N T I A L WARSAW 1634", "C banner"],
    ["CONFIDENTIAL", "C banner"],
    ["*** CONFIDENTIAL ***", "C banner"],
    ["CONFIDENTIAL SECTION 01 OF 03 ROME 12867", "C banner"],
    ["  S E C R E T", "S banner"],
    ["SECRET//NOFORN", "S banner"],
    ["SECRET/NODIS", "S banner"],
    ["SECRET NOFORN", "S banner"],
    ["T O P  S E C R E T", "TS banner"],
    ["TOP SECRET//SI//NOFORN", "TS banner"],
    ["NATO SECRET", "S banner"],
    ["TRÈS SECRET DÉFENSE", "TS banner"],
    ["CONFIDENTIEL UE/EU CONFIDENTIAL", "C banner"],
    ["NODIS", "C caption"],
    ["EXDIS", "C caption"],
    ["1. (C) Summary.", "C portion"],
    ["2. (SBU) The minister said", "SBU portion"],
    ["3. (S//NF) Details", "S portion"],
    ["1. (C - Entire text.) Ambassador called", "C portion"],
    ["  4) (u) Nothing new", "U portion"],
    ["-- (S) Point", "S portion"],
    ["(S) Opening words", "S portion"],
    ["SUBJECT: (C) TALKS IN ROME", "C portion"],
    ["SUBJ: TALKS IN ROME (S)", "S portion"],
    ["Secret", null],
    ["secret", null],
    ["The SECRET of good bread", null],
    ["SECRET TALKS BEGAN IN 1971", null],
    ["CONFIDENTIAL SOURCES SAY MORE", null],
    ["He said (C) is a letter.", null],
    ["Vitamin (C)", null],
    ["(c) third, after the others", null],
    ["THE SECRETARY", null],
    ["", null],
  ])("%j", (line, expected) => {
    const [found] = markingsIn(line);
    expect(found ? `${found.marking} ${found.kind}` : null).toBe(expected);
  });

  test("list letters are no portion marks", () => {
    expect(
      markingsIn("Please report:\n(A) host position\n(B) whether it can move\n(C) officials spoken with"),
    ).toEqual([]);
  });

  test("spans point at the words, line by line, whatever the line ends", () => {
    const text = "Dear all,\r\n  SECRET  \r\n1. (C) One.\n";
    const found = markingsIn(text);
    expect(found.map((mark) => text.slice(mark.start, mark.end))).toEqual(["SECRET", "(C)"]);
    expect(found.map((mark) => mark.text)).toEqual(["SECRET", "(C)"]);
  });

  test("a spill is what stands above the ceiling; old texts are let in where the workspace says so", () => {
    const text = "UNCLAS STATE 1234\n1. (SBU) One.\n2. (C) Two.";
    expect(spillIn(text, "SBU", false)?.text).toBe("(C)");
    expect(spillIn(text, "C", false)).toBeNull();
    expect(spillIn(text, "U", false)?.text).toBe("(SBU)");
    expect(spillIn(text, "U", true)).toBeNull();
  });

  test.each([
    ["one long line", "A ".repeat(500_000)],
    ["spaced letters", "S E C R ".repeat(120_000)],
    ["open brackets", "1. (".repeat(250_000)],
    ["short lines", "CONFIDENTIAL SECTION\n".repeat(45_000)],
    ["controls", `1. (S//${"A, /-".repeat(200_000)}\n`],
    ["subjects", `SUBJECT: ${"(C) ".repeat(250_000)}x`],
  ])("a megabyte of %s is read in one pass", (_, text) => {
    // A quadratic pattern would not come back within the test's time at all.
    expect(markingsIn(text).every((mark) => mark.end > mark.start)).toBe(true);
  });
});

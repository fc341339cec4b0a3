// Decisions and duplicates by keyboard, on a real view: one kept, two combined, one put off, a pair merged and parted.
import { useState } from "react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import type { Change } from "#core/log/change.ts";
import { entriesOf } from "#core/sample/entries.ts";
import { valueOf } from "#data/follow.ts";
import { sha256 } from "#data/hash.ts";
import { openStage, WorkspaceStage, type OpenedStage } from "../parts/workspace-stage.tsx";
import { decisionsScreen } from "./decisions-screen.tsx";
import { duplicatesScreen } from "./duplicates-screen.tsx";
import { mergeScreen } from "./merge-screen.tsx";

const Decisions = decisionsScreen.component;
const Duplicates = duplicatesScreen.component;
const Merge = mergeScreen.component;

let stage: OpenedStage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

const followUp = (id: string, values: Record<string, unknown>): Change => ({
  table: "followUps",
  id,
  scope: "post/rome",
  values,
});

const person = (id: string, values: Record<string, unknown>): Change => ({
  table: "counterparts",
  id,
  scope: "post/rome",
  values,
});

/** Two offices write on the same records, the second without having received the first's latest. */
async function goApart(): Promise<void> {
  const writes = [
    { device: "capital", user: "Dana", unseen: [], changes: [followUp("f", { what: "Call the ministry" })] },
    {
      device: "rome",
      user: "Ann",
      unseen: [],
      changes: [followUp("f", { what: "Call the ministry in May" })],
    },
    {
      device: "capital",
      user: "Dana",
      unseen: ["rome"],
      changes: [followUp("f", { what: "Call the ministry today" })],
    },
    {
      device: "capital",
      user: "Dana",
      unseen: [],
      changes: [followUp("g", { what: "Write", owner: "Dana" })],
    },
    { device: "rome", user: "Ann", unseen: ["capital"], changes: [followUp("g", { owner: "Ann" })] },
  ].map((write, minute) => ({ ...write, at: `2026-05-01T08:0${minute}:00Z` }));
  for await (const entries of entriesOf(writes, sha256)) {
    valueOf(await stage.host.call("journal.append", { entries: [...entries] }));
  }
  await stage.put([{ table: "issues", id: "i", scope: "hq", values: { name: "Grain" } }]);
}

function Shown() {
  const [search, setSearch] = useState({ kind: "" });
  return (
    <Decisions
      params={{}}
      search={search}
      setSearch={(next) => setSearch((before) => ({ ...before, ...next }))}
    />
  );
}

async function drawDecisions(): Promise<void> {
  await goApart();
  await render(
    <WorkspaceStage stage={stage}>
      <Shown />
    </WorkspaceStage>,
  );
  await expect.element(card(/Call the ministry/)).toBeVisible();
}

function card(name: RegExp) {
  return page.getByRole("region", { name });
}

async function followUps() {
  const { rows } = await stage.session.view.page("followUps", { sort: [{ field: "id" }] });
  return Object.fromEntries(rows.map((row) => [row.id, row]));
}

test("j goes to a card, a number to a choice, Enter keeps it, and the focus goes on to the next card", async () => {
  await drawDecisions();
  await userEvent.keyboard("j2{Enter}");
  await expect.poll(async () => (await followUps())["f"]?.conflicts).toEqual([]);
  expect((await followUps())["f"]?.what).toBe("Call the ministry in May");
  await expect
    .poll(() => document.activeElement?.closest("[data-card]")?.textContent ?? "")
    .toContain("Write");
});

test("says what both had seen, and two texts are combined into one that a person edits", async () => {
  await drawDecisions();
  const one = card(/Call the ministry/);
  await expect.element(one.getByText("Last value that both had seen:")).toBeVisible();
  await expect.element(one.getByText("Dana", { exact: false }).first()).toBeVisible();
  await one.getByRole("button", { name: "Combine" }).click();
  const box = one.getByRole("textbox", { name: "Combined" });
  await expect.element(box).toHaveValue("Call the ministry in May\n\nCall the ministry today");
  await userEvent.fill(box, "Call the ministry, today or in May");
  await one.getByRole("button", { name: "Keep the combined one" }).click();
  await expect
    .poll(async () => (await followUps())["f"])
    .toMatchObject({ what: "Call the ministry, today or in May", conflicts: [] });
});

test("one put off goes to the end and still waits", async () => {
  await drawDecisions();
  await card(/Call the ministry/)
    .getByRole("button", { name: "Later" })
    .click();
  await expect.element(page.getByRole("heading", { name: "Put off" })).toBeVisible();
  await expect
    .poll(() => [...document.querySelectorAll("[data-card] h2")].map((one) => one.textContent ?? ""))
    .toEqual([expect.stringContaining("Write"), expect.stringContaining("Call the ministry")]);
  expect(await stage.session.view.waiting()).toHaveLength(2);
});

test("many are decided at once, in one frame", async () => {
  await drawDecisions();
  const before = valueOf(await stage.host.call("journal.head", {})).frame;
  await page.getByRole("button", { name: "For all of these" }).click();
  await page.getByRole("menuitem", { name: /Keep the latest/ }).click();
  await expect.element(page.getByText("Nothing waits for a decision.")).toBeVisible();
  expect(valueOf(await stage.host.call("journal.head", {})).frame - before).toBe(1);
  expect((await followUps())["g"]?.owner).toBe("Ann");
  // The menu went with what it was for.
  await expect.poll(() => document.activeElement?.textContent).toBe("Nothing waits for a decision.");
});

test("the last card keeps the focus in its place when it is put off, and when combining is given up", async () => {
  await drawDecisions();
  await card(/Call the ministry/)
    .getByRole("button", { name: "Combine" })
    .click();
  await page.getByRole("button", { name: "Do not combine" }).click();
  await expect.element(card(/Call the ministry/).getByRole("button", { name: "Combine" })).toHaveFocus();
  await card(/Write/).getByRole("button", { name: "Later" }).click();
  await expect.element(page.getByRole("heading", { name: "Put off" })).toBeVisible();
  await expect
    .poll(() => document.activeElement?.closest("[data-card]")?.textContent ?? "")
    .toContain("Write");
});

test("showing the last of many goes on with the first that is new", async () => {
  const names = Array.from({ length: 21 }, (_, at) => `Person ${String.fromCodePoint(65 + at).repeat(9)}`);
  await stage.put(
    names.flatMap((name, at) => [
      person(`${at}a`, { name, country: "Kenya" }),
      person(`${at}b`, { name, country: "Kenya", [`maybeSameAs/${at}a`]: true }),
    ]),
  );
  await render(
    <WorkspaceStage stage={stage}>
      <ShownPairs />
    </WorkspaceStage>,
  );
  await expect.poll(() => cards().length).toBe(20);
  await page.getByRole("button", { name: /^Show 1 more/ }).click();
  await expect.poll(() => cards().length).toBe(21);
  await expect
    .poll(() => [...document.querySelectorAll("[data-card]")].at(-1)?.contains(document.activeElement))
    .toBe(true);
});

test("a pair is merged as chosen, and taken apart again", async () => {
  await stage.put([
    person("a", { name: "Amina Otieno", country: "Kenya" }),
    person("b", { name: "OTIENO, Amina", country: "Kenya", nativeName: "أمينة أوتيينو" }),
    { table: "followUps", id: "f", scope: "hq", values: { what: "Call her", counterpartId: "b" } },
  ]);
  await render(
    <WorkspaceStage stage={stage}>
      <Merge
        params={{ table: "counterparts", keptId: "a", otherId: "b" }}
        search={{}}
        setSearch={() => undefined}
      />
    </WorkspaceStage>,
  );
  await expect.element(page.getByText("Call her")).toBeVisible();
  await page
    .getByRole("radiogroup", { name: "What stands in: name", exact: true })
    .getByRole("radio", { name: "Other" })
    .click({ force: true });
  await page.getByRole("button", { name: "Merge", exact: true }).click();
  const kept = async () => (await stage.session.view.get("counterparts", ["a", "b"])).map((row) => row);
  await expect
    .poll(async () => (await kept())[0])
    .toMatchObject({ name: "OTIENO, Amina", nativeName: "أمينة أوتيينو" });
  expect((await kept())[1]?.mergedIntoId).toBe("a");
  await page.getByRole("button", { name: "Take the merge back" }).click();
  await expect.poll(async () => (await kept())[1]?.mergedIntoId).toBeNull();
  expect((await kept())[0]).toMatchObject({ name: "Amina Otieno", nativeName: "" });
  // The button that did it is gone: the keyboard goes on from what is shown instead.
  await expect
    .poll(() => document.activeElement?.textContent ?? "")
    .toContain("Keep the other record instead");
});

const cards = () => [...document.querySelectorAll("[data-card]")].map((one) => one.textContent ?? "");

async function expectOrder(...inOrder: readonly string[]): Promise<void> {
  await expect.poll(cards).toEqual(inOrder.map((words) => expect.stringContaining(words)));
}

const twoPairs = (): readonly Change[] => [
  person("a", { name: "Amina Otieno", country: "Kenya" }),
  person("b", { name: "OTIENO, Amina", country: "Kenya" }),
  person("c", { name: "Zawadi Were", country: "Kenya" }),
  person("d", { name: "WERE, Zawadi", country: "Kenya", "maybeSameAs/c": true }),
];

function ShownPairs() {
  return <Duplicates params={{}} search={{ of: "all" }} setSearch={() => undefined} />;
}

test("a pair put off by keyboard goes to the end, still counts, and is back once one of its records is written", async () => {
  await stage.put(twoPairs());
  await render(
    <WorkspaceStage stage={stage}>
      <ShownPairs />
    </WorkspaceStage>,
  );
  await expectOrder("Zawadi", "Amina");
  await userEvent.keyboard("j3{Enter}");
  await expectOrder("Amina", "Zawadi");
  await expect.element(page.getByRole("heading", { name: "Put off" })).toBeVisible();
  await expect.element(page.getByText("All 2")).toBeVisible();
  await expect.poll(() => document.activeElement?.closest("[data-card]")?.textContent).toContain("Amina");

  await stage.put([person("c", { country: "Uganda" })]);
  await expectOrder("Zawadi", "Amina");
  expect(page.getByRole("heading", { name: "Put off" }).elements()).toHaveLength(0);

  const later = page.getByRole("button", { name: "Later" });
  await later.first().click();
  await page.getByRole("button", { name: "No longer put off" }).click();
  await expectOrder("Zawadi", "Amina");
});

test("a pair of an import waits among the decisions, and is put off behind them", async () => {
  await stage.put(twoPairs());
  await drawDecisions();
  expect(cards()).toEqual([
    expect.stringContaining("Zawadi"),
    expect.stringContaining("Call the ministry"),
    expect.stringContaining("Write"),
  ]);
  await card(/The same person/)
    .getByRole("button", { name: "Later" })
    .click();
  await card(/Call the ministry/)
    .getByRole("button", { name: "Later" })
    .click();
  await expect
    .poll(cards)
    .toEqual([
      expect.stringContaining("Write"),
      expect.stringContaining("Zawadi"),
      expect.stringContaining("Call the ministry"),
    ]);
});

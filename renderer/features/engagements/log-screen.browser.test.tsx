// The log form as an officer uses it, by keyboard, on a real view: points by one key, drafts kept, filed as one write.
import { useState } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import type { Change } from "#core/log/change.ts";
import { changePost } from "#data/posts.ts";
import { openStage, WorkspaceStage, type OpenedStage } from "../parts/workspace-stage.tsx";
import { type LogSearch, logSearch } from "./log-search.ts";
import { logScreen } from "./log-screen.tsx";

const Screen = logScreen.component;
const scope = "post/rome" as const;

const point = (id: string, label: string, kind: string, order: number): Change => ({
  table: "talkingPoints",
  id,
  scope: "all",
  values: { directiveId: "dir", label, kind, order, text: `Say ${label}` },
});

let stage: OpenedStage;
beforeEach(async () => {
  stage = await openStage();
  await stage.put([
    ...changePost("rome", { name: "Rome", city: "Rome", country: "Italy", timeZone: "Europe/Rome" }).changes,
    { table: "directives", id: "dir", scope: "all", values: { subject: "Models", status: "transmitted" } },
    point("pt-a", "A", "mustSay", 1),
    point("pt-b", "B", "mustSay", 2),
    point("pt-c", "C", "ifRaised", 3),
    point("pt-d", "D", "doNotRaise", 4),
    { table: "demarcheTasks", id: "task", scope, values: { directiveId: "dir", postId: "rome" } },
    {
      table: "counterparts",
      id: "cp",
      scope,
      values: { name: "Anna Bellodi", postId: "rome", country: "Italy" },
    },
  ]);
});
afterEach(() => stage.close());

function Shown({ start }: { readonly start: Partial<LogSearch> }) {
  const [search, setSearch] = useState<LogSearch>(() => logSearch.parse(start));
  return (
    <>
      <Screen
        params={{}}
        search={search}
        setSearch={(next) => setSearch((before) => ({ ...before, ...next }))}
      />
      <output data-testid="draft">{search.draft}</output>
    </>
  );
}

async function draw(start: Partial<LogSearch> = { task: "task" }) {
  const drawn = await render(
    <WorkspaceStage stage={stage}>
      <Shown start={start} />
    </WorkspaceStage>,
  );
  await expect.element(page.getByRole("heading", { name: "Points" })).toBeVisible();
  return drawn;
}

const file = "{Control>}{Enter}{/Control}";

async function frames(): Promise<number> {
  const head = await stage.host.call("journal.head", {});
  return head.ok ? head.value.frame : -1;
}

/** The frame the journal stands at once no keeping of the draft is under way. */
async function settledFrames(): Promise<number> {
  let seen = -1;
  await vi.waitFor(
    async () => {
      const last = seen;
      seen = await frames();
      expect(seen).toBe(last);
    },
    { timeout: 10_000, interval: 400 },
  );
  return seen;
}

async function rows(table: "engagements" | "drafts" | "demarcheTasks") {
  return (await stage.session.view.page(table, {})).rows as unknown as readonly Record<string, unknown>[];
}

/** Ctrl+1 to Ctrl+4 go to a block. */
async function goTo(block: 1 | 2 | 3 | 4): Promise<void> {
  await userEvent.keyboard(`{Control>}${String(block)}{/Control}`);
}

/** Midnight has passed wherever the test runs; a held meeting must lie behind. */
async function giveTime(): Promise<void> {
  page.getByRole("spinbutton", { name: /hour/ }).element().focus();
  await userEvent.keyboard("0001");
}

async function nameCounterpart(): Promise<void> {
  await userEvent.fill(page.getByRole("combobox", { name: "Theirs" }), "Bell");
  await userEvent.keyboard("{ArrowDown}{Enter}");
  await expect
    .element(page.getByRole("textbox", { name: "Title of Anna Bellodi on that day" }))
    .toBeVisible();
}

function outcomeOf(label: string) {
  return page.getByRole("radiogroup", { name: `Point ${label}: Say ${label}` });
}

test("a meeting logged by keyboard alone is one write", async () => {
  await draw();
  await giveTime();
  await goTo(2);
  await userEvent.keyboard("A. Officer");
  await userEvent.keyboard("{ArrowDown}{Enter}");
  await nameCounterpart();
  await goTo(3);
  await expect.element(page.getByText("2 must-say points missing")).toBeVisible();
  await userEvent.keyboard("1");
  await userEvent.keyboard("2");
  await expect.element(page.getByRole("textbox", { name: "Note on point B" })).toHaveFocus();
  await userEvent.keyboard("Only the first half{Enter}");
  await expect.element(page.getByText("Delivered 1 of 2, one in part")).toBeVisible();
  await expect.element(page.getByText("one must-say point missing")).toBeVisible();
  await expect.element(outcomeOf("D")).not.toBeInTheDocument();
  await expect.poll(async () => (await rows("drafts")).length).toBe(1);
  const before = await settledFrames();
  await userEvent.keyboard(file);
  await expect
    .poll(async () => (await rows("engagements"))[0])
    .toMatchObject({
      state: "held",
      postId: "rome",
      taskId: "task",
      theirs: { cp: { name: "Anna Bellodi", title: "" } },
      points: {
        "pt-a": { outcome: "delivered", note: "" },
        "pt-b": { outcome: "partly", note: "Only the first half" },
      },
      loggedBy: "R. Tester",
    });
  const [task] = await rows("demarcheTasks");
  expect(task).toMatchObject({ partlyDelivered: true, answeredAt: null });
  expect(task?.["deliveredAt"]).toBe((await rows("engagements"))[0]?.["at"]);
  expect(await rows("drafts")).toEqual([]);
  expect(await frames()).toBe(before + 1);
});

test("arrows step through the points, Delete takes an outcome back, w leaves one in writing", async () => {
  await draw();
  await goTo(3);
  await userEvent.keyboard("1");
  await expect.element(outcomeOf("B").getByRole("radio").first()).toHaveFocus();
  await userEvent.keyboard("{ArrowUp}{Delete}");
  await expect.element(page.getByText("Delivered 0 of 2")).toBeVisible();
  await userEvent.keyboard("w");
  await expect
    .element(
      outcomeOf("A")
        .getByRole("radio", { name: /Delivered/ })
        .first(),
    )
    .toBeChecked();
  await userEvent.keyboard("{ArrowDown}0");
  await expect.element(page.getByText("Delivered 1 of 1")).toBeVisible();
  await expect.element(page.getByText("every must-say point made")).toBeVisible();
});

test("a follow-up from a point inherits the point", async () => {
  await draw();
  await goTo(3);
  await userEvent.keyboard("f");
  await expect.element(page.getByRole("textbox", { name: "What is to be done" })).toHaveFocus();
  await expect.element(page.getByText("From point A")).toBeVisible();
});

test("what was typed is there again after the page is gone, and nothing is filed", async () => {
  const drawn = await draw();
  await userEvent.fill(page.getByRole("textbox", { name: /^Report/ }), "She took notes.");
  await expect.element(page.getByText(/^Draft kept/)).toBeVisible();
  const draft = page.getByTestId("draft");
  await expect.element(draft).not.toBeEmptyDOMElement();
  const id = draft.element().textContent;
  await drawn.unmount();
  await draw({ draft: id });
  await expect.element(page.getByRole("textbox", { name: /^Report/ })).toHaveValue("She took notes.");
  expect(await rows("engagements")).toEqual([]);
});

test("text marked above the ceiling is not kept and cannot be filed", async () => {
  await draw();
  await userEvent.fill(page.getByRole("textbox", { name: /^Report/ }), "SECRET\nHe is leaving.");
  await expect.element(page.getByText("Possible spill: this is not kept")).toBeVisible();
  expect(await rows("drafts")).toEqual([]);
});

test("what is missing is said with a way to each field", async () => {
  await draw();
  await userEvent.keyboard(file);
  await expect.element(page.getByRole("alert")).toHaveTextContent("Enter the time at the post.");
  await userEvent.click(page.getByRole("button", { name: /Name whom you spoke to/ }));
  await expect.element(page.getByRole("combobox", { name: "Theirs" })).toHaveFocus();
  expect(await rows("engagements")).toEqual([]);
});

test("a second log of one meeting asks whether the existing one is meant", async () => {
  const at = Temporal.Now.zonedDateTimeISO("Europe/Rome").startOfDay().toInstant().toString();
  await stage.put([
    {
      table: "engagements",
      id: "first",
      scope,
      values: {
        postId: "rome",
        directiveId: "dir",
        taskId: "task",
        at,
        timeZone: "Europe/Rome",
        "theirs/cp": { name: "Anna Bellodi", title: "" },
      },
    },
  ]);
  await draw();
  await giveTime();
  await goTo(2);
  await userEvent.keyboard("A. Officer");
  await userEvent.keyboard("{ArrowDown}{Enter}");
  await nameCounterpart();
  await userEvent.keyboard(file);
  const dialog = page.getByRole("dialog", { name: "Open the existing one?" });
  await expect.element(dialog).toBeVisible();
  expect(await rows("engagements")).toHaveLength(1);
  await userEvent.click(dialog.getByRole("button", { name: "It is another meeting: file" }));
  await expect.poll(async () => (await rows("engagements")).length).toBe(2);
});

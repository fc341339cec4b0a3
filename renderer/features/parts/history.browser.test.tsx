// A history says who wrote what, when and why, before and after; a former value is brought back with a reason.
import { afterEach, beforeEach, expect, it } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import { snoozeFollowUps } from "#data/follow-ups.ts";
import { valueOf } from "#data/follow.ts";
import { undoLast } from "#data/undo.ts";
import { write } from "#data/write.ts";
import { History } from "./history.tsx";
import { type OpenedStage, openStage, WorkspaceStage } from "./workspace-stage.tsx";

const long = "Tell the ministry that the paper will come before the end of the week, with both annexes.";

let stage: OpenedStage;

beforeEach(async () => {
  stage = await openStage();
  const at = (values: Record<string, unknown>) =>
    stage.put([{ table: "followUps", id: "f", scope: "hq", values }]);
  await at({ what: "Call", dueOn: "2026-11-20", outcome: long });
  valueOf(
    await write(stage.session, snoozeFollowUps([{ id: "f", scope: "hq" }], "2026-11-26", "Minister away")),
  );
  await at({ waitingOn: "host" });
  await at({ outcome: long.replace("week", "month") });
});
afterEach(() => stage.close());

async function draw(): Promise<void> {
  await render(
    <WorkspaceStage stage={stage}>
      <History records={[{ table: "followUps", id: "f" }]} />
    </WorkspaceStage>,
  );
  await expect.element(page.getByText("Reason: Minister away")).toBeVisible();
}

it("names fields and values by their words, newest first, with the words that changed", async () => {
  await draw();
  const lines = page.getByRole("listitem").filter({ has: page.getByRole("time") });
  await expect.element(lines.nth(0)).toHaveTextContent(/outcome.*removed\s*week,\s*added\s*month, with/u);
  await expect.element(lines.nth(1)).toHaveTextContent(/R. Tester.*on this device.*whose move it is/u);
  await expect.element(lines.nth(2)).toHaveTextContent(/due date.*Fri 20 Nov.*Thu 26 Nov/u);
  await expect.element(lines.nth(3)).toHaveTextContent(/Created.*3 fields/u);
});

it("shows one field alone", async () => {
  await draw();
  await page.getByRole("button", { name: "Show" }).click();
  await page.getByRole("option", { name: "due date" }).click();
  await expect
    .element(page.getByRole("listitem").filter({ hasText: "whose move it is" }))
    .not.toBeInTheDocument();
  await expect.element(page.getByText("Reason: Minister away")).toBeVisible();
});

it("brings a former value back with a reason, as a write that can be undone", async () => {
  await draw();
  await page.getByText("3 fields").click();
  await page.getByRole("button", { name: "Bring back this due date" }).click();
  await page.getByRole("textbox", { name: "Reason" }).fill("Minister is back");
  await page.getByRole("dialog").getByRole("button", { name: "Bring back" }).click();
  await expect.element(page.getByText("Reason: Minister is back")).toBeVisible();
  const due = async () => (await stage.session.view.get("followUps", ["f"]))[0]?.dueOn;
  expect(await due()).toBe("2026-11-20");
  await undoLast(stage.session, "undo");
  expect(await due()).toBe("2026-11-26");
});

// The toast after a change takes it back, names what was taken back, and brings it again.
import { afterEach, beforeEach, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { changeFollowUps } from "#data/follow-ups.ts";
import { useCommands } from "#ui/commands/command-layer.tsx";
import { Button } from "#ui/controls/button.tsx";
import { TextField } from "#ui/controls/text-field.tsx";
import { useCommand } from "./use-command.ts";
import { useUndo } from "./use-undo.ts";
import { type OpenedStage, openStage, WorkspaceStage } from "./workspace-stage.tsx";

let stage: OpenedStage;

beforeEach(async () => {
  stage = await openStage();
  await stage.put([
    { table: "followUps", id: "f", scope: "hq", values: { what: "Call the ministry", owner: "Ann" } },
  ]);
});
afterEach(() => stage.close());

function Probe() {
  const run = useCommand();
  const undo = useUndo();
  useCommands([{ id: "edit.undo", labelKey: "undo.undo", keys: "Mod+z", run: () => undo.last("undo") }]);
  const hand = () =>
    run(changeFollowUps([{ id: "f", scope: "hq", values: { owner: "Ben" } }]), "Handed over.");
  return (
    <>
      <Button onPress={() => void hand()}>Hand over</Button>
      <TextField label="Note" value="" onChange={() => undefined} />
    </>
  );
}

async function owner(): Promise<string | undefined> {
  return (await stage.session.view.get("followUps", ["f"]))[0]?.owner;
}

it("takes a change back from its toast, says what it was, and does it again", async () => {
  await render(
    <WorkspaceStage stage={stage}>
      <Probe />
    </WorkspaceStage>,
  );
  await page.getByRole("button", { name: "Hand over" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.element(page.getByText("Undone: owner of Call the ministry.")).toBeVisible();
  expect(await owner()).toBe("Ann");
  await page.getByRole("button", { name: "Redo" }).click();
  await expect.element(page.getByText("Done again: owner of Call the ministry.")).toBeVisible();
  expect(await owner()).toBe("Ben");
});

it("is on Ctrl+Z, but leaves a text field its own", async () => {
  await render(
    <WorkspaceStage stage={stage}>
      <Probe />
    </WorkspaceStage>,
  );
  await page.getByRole("button", { name: "Hand over" }).click();
  await expect.element(page.getByText("Handed over.")).toBeVisible();
  await page.getByRole("textbox", { name: "Note" }).click();
  await userEvent.keyboard("{Control>}z{/Control}");
  expect(await owner()).toBe("Ben");
  (document.activeElement as HTMLElement).blur();
  await userEvent.keyboard("{Control>}z{/Control}");
  await expect.element(page.getByText("Undone: owner of Call the ministry.")).toBeVisible();
  expect(await owner()).toBe("Ann");
});

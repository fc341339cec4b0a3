// An office beside the list: what is noted of it leaves the keyboard where it was.
import { afterEach, beforeEach, expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import { allOffices } from "#data/pouch/offices.ts";
import { useLive } from "#data/use-live.tsx";
import { openStage, type OpenedStage, WorkspaceStage } from "../parts/workspace-stage.tsx";
import { OfficeDrawer } from "./office-drawer.tsx";

let stage: OpenedStage;
beforeEach(async () => {
  stage = await openStage();
  await stage.put([{ table: "offices", id: "east", scope: "local", values: { office: "East desk" } }]);
});
afterEach(() => stage.close());

function Shown() {
  const live = useLive(allOffices, []);
  const [office] = live.state === "ready" ? live.value : [];
  if (office === undefined) return null;
  return (
    <OfficeDrawer
      line={{ office, entries: 0, lastCameAt: null }}
      posts={[]}
      onSend={() => undefined}
      onClose={() => undefined}
    />
  );
}

test("fingerprints noted as compared take their button away, and Tab goes on from there", async () => {
  await render(
    <WorkspaceStage stage={stage}>
      <Shown />
    </WorkspaceStage>,
  );
  await page.getByRole("button", { name: "The fingerprints are the same" }).click();
  await expect.element(page.getByText(/compared on/i)).toBeVisible();
  await expect.poll(() => document.activeElement?.textContent).toMatch(/compared on/i);
  await userEvent.keyboard("{Tab}");
  await expect.element(page.getByRole("combobox", { name: "Which post it is" })).toHaveFocus();
});

// The recovery code as a person keeps it: saved as a file that says what it is for, and typed back all the same.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import { RecoveryCodeForm } from "./recovery-code-form.tsx";
import { type OpenedStage, openStage, WorkspaceStage } from "./workspace-stage.tsx";

const code = "012345-6789AB-CDEFGH-JKMNPQ-RSTVWX-YZ0123-456789-ABCDEF-GHJKMN";
const label = "مكتب Paris";

let stage: OpenedStage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

test("a saved file holds the code, whose it is and how to keep it, and does not stand for typing it back", async () => {
  const confirmed = vi.fn<() => Promise<void>>(async () => undefined);
  await render(
    <WorkspaceStage stage={stage}>
      <RecoveryCodeForm
        label={label}
        code={code}
        confirmLabel="Go on"
        onBack={() => undefined}
        onConfirm={confirmed}
      />
    </WorkspaceStage>,
  );
  await page.getByRole("button", { name: "Save as a file" }).click();
  await expect
    .element(page.getByText(`Saved as Recovery code ${label}.txt. Whoever has the file`))
    .toBeVisible();
  const [saved] = stage.host.saves;
  expect(saved?.format).toBe("txt");
  const texts = saved?.paper.blocks.map((block) => (block.kind === "paragraph" ? block.runs[0]?.text : ""));
  expect(texts).toHaveLength(3);
  expect(texts?.[0]).toContain(`opens the workspace ${label} without its passphrase`);
  expect(texts?.[1]).toBe(code);
  expect(texts?.[2]).toContain("Keep it apart from this computer");
  await page.getByRole("button", { name: "Go on" }).click();
  expect(confirmed).not.toHaveBeenCalled();
  await userEvent.fill(page.getByLabelText("Type the code back from your copy"), code.toLowerCase());
  await page.getByRole("button", { name: "Go on" }).click();
  expect(confirmed).toHaveBeenCalledOnce();
});

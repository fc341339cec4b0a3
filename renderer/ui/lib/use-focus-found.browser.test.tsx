// Focus that goes with what had it is found again; focus that is somewhere stays there.
import { useState } from "react";
import { expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { Button } from "../controls/button.tsx";
import { TextField } from "../controls/text-field.tsx";
import { Stage } from "../testing/stage.tsx";
import { useFocusFound } from "./use-focus-found.ts";

function Steps() {
  const [step, setStep] = useState(1);
  const place = useFocusFound<HTMLElement>(step);
  return (
    <>
      <button type="button" onClick={() => setStep(step + 1)}>
        stays
      </button>
      <section ref={place} tabIndex={-1} aria-label="place">
        <button key={step} type="button" onClick={() => setStep(step + 1)}>
          step {step}
        </button>
      </section>
    </>
  );
}

test("a step that took its button along gives the focus to its place, and Tab goes on from there", async () => {
  await render(<Steps />);
  expect(document.activeElement).toBe(document.body);
  await page.getByRole("button", { name: "step 1" }).click();
  await expect.element(page.getByRole("region", { name: "place" })).toHaveFocus();
  await userEvent.keyboard("{Tab}");
  await expect.element(page.getByRole("button", { name: "step 2" })).toHaveFocus();
});

test("a button that stays keeps it", async () => {
  await render(<Steps />);
  await page.getByRole("button", { name: "stays" }).click();
  await expect.element(page.getByRole("button", { name: "step 2" })).toBeVisible();
  await expect.element(page.getByRole("button", { name: "stays" })).toHaveFocus();
});

function Asking() {
  const [step, setStep] = useState("file");
  const place = useFocusFound<HTMLElement>(step);
  return (
    <section ref={place} tabIndex={-1} aria-label="place">
      {step === "file" ? (
        <Button onPress={() => setStep("words")}>choose</Button>
      ) : (
        <TextField label="words" value="" onChange={() => undefined} takesFocus />
      )}
    </section>
  );
}

test("a field that takes the focus has it before the place, also after a press that was nobody's own", async () => {
  await render(<Asking />, { wrapper: Stage });
  const choose = page.getByRole("button", { name: "choose" }).element();
  // As a screen reader presses, or a page its hidden file field.
  if (choose instanceof HTMLElement) choose.click();
  await expect.element(page.getByRole("textbox", { name: "words" })).toHaveFocus();
  await new Promise(requestAnimationFrame);
  await expect.element(page.getByRole("textbox", { name: "words" })).toHaveFocus();
});

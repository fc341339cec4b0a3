import { useState } from "react";
import { expect, it, vi } from "vitest";
import { render } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import { ForeignText } from "../display/foreign-text.tsx";
import { Stage } from "../testing/stage.tsx";
import { SourceText, type SourceSpan } from "./source-text.tsx";

const line = "3. (U) Text of a paragraph that goes on for seventy characters or so.\n";
const text = `FM SECSTATE WASHDC\n${line.repeat(15_000)}NO LATER THAN APRIL 30\n`;
const from = text.indexOf("SECSTATE");
const due = text.indexOf("APRIL 30");
const spans: readonly SourceSpan[] = [
  { id: "from", start: from, end: from + 15, tone: "info", label: "From" },
  { id: "due", start: due, end: due + 8, tone: "warning", label: "Deadline" },
];

function Review({ onPress }: { readonly onPress: (id: string) => void }) {
  const [active, setActive] = useState<string | null>(null);
  return (
    <>
      <button type="button" onClick={() => setActive("due")}>
        Go
      </button>
      <SourceText label="Source" text={text} spans={spans} activeId={active} onSpanPress={onPress} />
    </>
  );
}

it("draws a text of a megabyte by the lines in sight and brings the active words into view", async () => {
  expect(text.length).toBeGreaterThan(1_000_000);
  await render(<Review onPress={() => undefined} />, { wrapper: Stage });
  expect(document.querySelectorAll("[data-index]").length).toBeLessThan(100);
  await userEvent.click(page.getByRole("button", { name: "Go" }));
  const words = page.getByRole("button", { name: "Deadline: APRIL 30" });
  await expect.element(words).toBeInViewport();
  await expect.element(words).toHaveAttribute("aria-pressed", "true");
  expect(document.querySelectorAll("[data-index]").length).toBeLessThan(100);
});

it("hands on a press on marked words, by mouse and by key", async () => {
  const onPress = vi.fn<(id: string) => void>();
  await render(<Review onPress={onPress} />, { wrapper: Stage });
  const words = page.getByRole("button", { name: "From: SECSTATE WASHDC" });
  await userEvent.click(words);
  await userEvent.keyboard("{Enter}");
  expect(onPress.mock.calls).toEqual([["from"], ["from"]]);
});

it("shows what a name hides and keeps it in its own direction", async () => {
  await render(<ForeignText text={"Abdu\u202Egpj.exe"} />, { wrapper: Stage });
  const name = document.querySelector("bdi");
  expect(name?.textContent).toBe("AbduU+202Egpj.exe");
  await expect.element(page.getByTitle("Invisible character U+202E")).toBeVisible();
});

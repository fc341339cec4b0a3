import { Component, useState, type ReactNode } from "react";
import { expect, it, vi } from "vitest";
import { render } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import { Button } from "../controls/button.tsx";
import { TextField } from "../controls/text-field.tsx";
import { Dialog } from "../overlays/dialog.tsx";
import { Stage } from "../testing/stage.tsx";
import { useCommands, useKeyHints } from "./command-layer.tsx";

interface Heard {
  readonly onNew: () => void | Promise<void>;
  readonly onFile: () => void;
  readonly onInside?: () => void;
  readonly onPressed?: () => void;
  readonly isOffered?: boolean;
}

function Inside({ onInside }: { readonly onInside: () => void }) {
  useCommands([{ id: "inside", labelKey: "ui.key.hide", keys: "n", run: onInside }]);
  return <p>Inside</p>;
}

function Screen({ onNew, onFile, onInside, onPressed, isOffered = true }: Heard) {
  const [text, setText] = useState("");
  const [isOpen, setOpen] = useState(false);
  useCommands([
    { id: "new", labelKey: "ui.key.open", keys: "n", when: () => isOffered, run: onNew },
    { id: "file", labelKey: "ui.key.copy", keys: "Mod+Enter", run: onFile },
    { id: "ask", labelKey: "ui.key.filter-value", keys: "d", run: () => setOpen(true) },
  ]);
  useKeyHints([{ id: "grid.move", labelKey: "ui.key.move", keys: "j k", groupKey: "ui.keys.grid" }]);
  return (
    <>
      <Button onPress={onPressed ?? (() => undefined)}>place</Button>
      <TextField label="Report" value={text} onChange={setText} />
      <Dialog title="Question" isOpen={isOpen} onClose={() => setOpen(false)}>
        <Inside onInside={onInside ?? (() => undefined)} />
      </Dialog>
    </>
  );
}

function draw(more: Partial<Heard> = {}) {
  const heard = { onNew: vi.fn<() => void>(), onFile: vi.fn<() => void>(), onInside: vi.fn<() => void>() };
  return render(<Screen {...heard} {...more} />, { wrapper: Stage }).then(() => heard);
}

const place = () => page.getByRole("button", { name: "place" });

it("runs a command by its key, but not while a person types", async () => {
  const { onNew, onFile } = await draw();
  await userEvent.click(place());
  await userEvent.keyboard("n");
  expect(onNew).toHaveBeenCalledOnce();
  await userEvent.click(page.getByRole("textbox", { name: "Report" }));
  await userEvent.keyboard("n{Control>}{Enter}{/Control}");
  expect(onNew).toHaveBeenCalledOnce();
  expect(onFile).toHaveBeenCalledOnce();
  await expect.element(page.getByRole("textbox", { name: "Report" })).toHaveValue("n");
});

it("runs a command also where a button has the focus, and does not press that", async () => {
  const onPressed = vi.fn<() => void>();
  const { onFile } = await draw({ onPressed });
  place().element().focus();
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  expect([onFile.mock.calls.length, onPressed.mock.calls.length]).toEqual([1, 0]);
  await userEvent.keyboard("{Enter}");
  expect([onFile.mock.calls.length, onPressed.mock.calls.length]).toEqual([1, 1]);
});

it("runs nothing that does not apply now", async () => {
  const { onNew } = await draw({ isOffered: false });
  await userEvent.click(place());
  await userEvent.keyboard("n");
  expect(onNew).not.toHaveBeenCalled();
});

it("finds a command in the palette by part of its words and runs it", async () => {
  const { onFile } = await draw();
  await userEvent.click(place());
  await userEvent.keyboard("{Control>}k{/Control}");
  await userEvent.keyboard("text copy");
  await expect.element(page.getByRole("menuitem", { name: /Copy as a text table/ })).toBeVisible();
  expect(page.getByRole("menuitem").elements()).toHaveLength(1);
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => onFile.mock.calls.length).toBe(1);
  expect(page.getByRole("dialog").elements()).toHaveLength(0);
});

it("gives the focus back when the palette is left", async () => {
  await draw();
  await userEvent.click(place());
  await userEvent.keyboard("{Control>}k{/Control}");
  await expect.element(page.getByRole("searchbox")).toHaveFocus();
  await userEvent.keyboard("{Escape}{Escape}");
  await expect.element(place()).toHaveFocus();
});

it("lists the keys of the screen, of its parts and of the frame", async () => {
  await draw();
  await userEvent.click(place());
  await userEvent.keyboard("?");
  const sheet = page.getByRole("dialog", { name: "Keys" });
  await expect.element(sheet).toBeVisible();
  const headings = sheet.getByRole("heading", { level: 3 }).elements();
  expect(headings.map((heading) => heading.textContent)).toEqual([
    "On this screen",
    "In a table",
    "Everywhere",
  ]);
  await expect.element(sheet).toHaveTextContent("Copy as a text tableCtrlEnter");
});

it("keeps keys inside an open dialog from what lies beneath it", async () => {
  const { onNew, onInside } = await draw();
  await userEvent.click(place());
  await userEvent.keyboard("d");
  await expect.element(page.getByRole("dialog", { name: "Question" })).toBeVisible();
  await userEvent.keyboard("n");
  expect(onInside).toHaveBeenCalledOnce();
  await userEvent.keyboard("{Escape}");
  await expect.element(place()).toHaveFocus();
  await userEvent.keyboard("n");
  expect(onNew).toHaveBeenCalledOnce();
  expect(onInside).toHaveBeenCalledOnce();
});

class Boundary extends Component<{ readonly children: ReactNode }, { readonly message: string | null }> {
  override state = { message: null };

  static getDerivedStateFromError(error: Error) {
    return { message: error.message };
  }

  override render() {
    return this.state.message === null ? this.props.children : <p>Caught: {this.state.message}</p>;
  }
}

function fail(): Promise<void> {
  return Promise.reject(new Error("disk gone"));
}

it("hands a command that fails to the boundary above", async () => {
  await render(
    <Boundary>
      <Stage>
        <Screen onNew={fail} onFile={() => undefined} />
      </Stage>
    </Boundary>,
  );
  await userEvent.click(place());
  await userEvent.keyboard("n");
  await expect.element(page.getByText("Caught: disk gone")).toBeVisible();
});

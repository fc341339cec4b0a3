import { useState } from "react";
import { expect, it, vi } from "vitest";
import { render } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import { Button } from "../controls/button.tsx";
import { Stage } from "../testing/stage.tsx";
import { Confirm } from "./confirm.tsx";
import { Drawer } from "./drawer.tsx";
import { useToast } from "./toast.tsx";

function Question({ onConfirm }: { readonly onConfirm: () => void }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>Rescind</Button>
      <Confirm
        title="Rescind the directive"
        confirmLabel="Rescind directive"
        isOpen={isOpen}
        onConfirm={onConfirm}
        onClose={() => setOpen(false)}
      >
        56 posts will see that it no longer stands.
      </Confirm>
    </>
  );
}

it("puts the focus on the safe answer and gives it back", async () => {
  const onConfirm = vi.fn<() => void>();
  await render(<Question onConfirm={onConfirm} />, { wrapper: Stage });
  await userEvent.click(page.getByRole("button", { name: "Rescind" }));
  const question = page.getByRole("alertdialog", { name: "Rescind the directive" });
  await expect.element(question.getByRole("button", { name: "Cancel" })).toHaveFocus();
  await userEvent.keyboard("{Enter}");
  expect(onConfirm).not.toHaveBeenCalled();
  await expect.element(page.getByRole("button", { name: "Rescind" })).toHaveFocus();
});

it("leaves the classification strips uncovered", async () => {
  await render(<Question onConfirm={() => undefined} />, { wrapper: Stage });
  await userEvent.click(page.getByRole("button", { name: "Rescind" }));
  const scrim = page.getByRole("alertdialog").element().closest("[data-rac]")?.parentElement;
  const box = scrim?.parentElement?.getBoundingClientRect() ?? scrim?.getBoundingClientRect();
  expect(box?.top).toBe(22);
  expect(box?.bottom).toBe(innerHeight - 22);
});

function Notices({ onUndo }: { readonly onUndo: () => void }) {
  const toast = useToast();
  return (
    <Button
      onPress={() => toast.show({ text: "Engagement filed.", actions: [{ label: "Undo", onPress: onUndo }] })}
    >
      File
    </Button>
  );
}

it("announces a notice politely, offers its undo once and can be dismissed", async () => {
  const onUndo = vi.fn<() => void>();
  await render(<Notices onUndo={onUndo} />, { wrapper: Stage });
  await userEvent.click(page.getByRole("button", { name: "File" }));
  const status = page.getByRole("status").filter({ hasText: "Engagement filed." });
  await expect.element(status).toBeVisible();
  expect(page.getByRole("alert").elements()).toHaveLength(0);
  await expect.element(page.getByRole("button", { name: "File" })).toHaveFocus();
  await userEvent.click(page.getByRole("button", { name: "Undo" }));
  expect(onUndo).toHaveBeenCalledOnce();
  expect(status.elements()).toHaveLength(0);
  await userEvent.click(page.getByRole("button", { name: "File" }));
  await userEvent.click(page.getByRole("button", { name: "Dismiss notice" }));
  expect(status.elements()).toHaveLength(0);
});

it("moves to the other side where a notice would hide what has the focus, and back for the next", async () => {
  const atFoot = { position: "fixed", insetBlockEnd: 40, insetInlineStart: 24 } as const;
  await render(
    <>
      <div style={atFoot}>
        <Notices onUndo={() => undefined} />
      </div>
      <button type="button">Elsewhere</button>
    </>,
    { wrapper: Stage },
  );
  const file = page.getByRole("button", { name: "File" });
  const covering = () => {
    const { left, top, width, height } = file.element().getBoundingClientRect();
    return document.elementFromPoint(left + width / 2, top + height / 2);
  };
  const notice = page.getByText("Engagement filed.");
  await userEvent.click(file);
  await expect.element(notice).toBeVisible();
  await expect.poll(() => file.element().contains(covering())).toBe(true);
  await expect.element(file).toHaveFocus();
  await userEvent.click(page.getByRole("button", { name: "Dismiss notice" }));
  await expect.element(notice).not.toBeInTheDocument();

  // The focus comes where a notice stands already.
  await userEvent.click(file);
  await expect.element(notice).toBeVisible();
  await userEvent.click(page.getByRole("button", { name: "Elsewhere" }));
  file.element().focus();
  await expect.poll(() => file.element().contains(covering())).toBe(true);
});

function Side() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>Why</Button>
      <Button>Beneath</Button>
      <Drawer title="Nairobi" isOpen={isOpen} onClose={() => setOpen(false)}>
        Delivered as instructed.
      </Drawer>
    </>
  );
}

it("opens a drawer that leaves the rest in use, closes by Escape and gives the focus back", async () => {
  await render(<Side />, { wrapper: Stage });
  await userEvent.click(page.getByRole("button", { name: "Why" }));
  const drawer = page.getByRole("complementary", { name: "Nairobi" });
  await expect.element(drawer).toHaveFocus();
  await expect.element(page.getByRole("button", { name: "Beneath" })).toBeEnabled();
  await userEvent.keyboard("{Escape}");
  expect(drawer.elements()).toHaveLength(0);
  await expect.element(page.getByRole("button", { name: "Why" })).toHaveFocus();
});

it("closes a drawer by Escape from beneath it, where the focus stays", async () => {
  await render(<Side />, { wrapper: Stage });
  await userEvent.click(page.getByRole("button", { name: "Why" }));
  const beneath = page.getByRole("button", { name: "Beneath" });
  await userEvent.click(beneath);
  await userEvent.keyboard("{Escape}");
  expect(page.getByRole("complementary", { name: "Nairobi" }).elements()).toHaveLength(0);
  await expect.element(beneath).toHaveFocus();
});

function Linked() {
  const [isOpen, setOpen] = useState(true);
  return (
    <main tabIndex={-1}>
      <Drawer title="Nairobi" isOpen={isOpen} onClose={() => setOpen(false)}>
        Delivered as instructed.
      </Drawer>
    </main>
  );
}

it("gives the focus to the main area where nothing had it before", async () => {
  await render(<Linked />, { wrapper: Stage });
  await expect.element(page.getByRole("complementary", { name: "Nairobi" })).toHaveFocus();
  await userEvent.keyboard("{Escape}");
  await expect.element(page.getByRole("main")).toHaveFocus();
});

import { describe, expect, it } from "vitest";
import type { Command } from "./command.ts";
import { byGroup } from "./groups.ts";
import { baseLayer, createCommandRegistry } from "./registry.ts";

const command = (id: string, more: Partial<Command> = {}): Command => ({
  id,
  labelKey: "ui.key.open",
  run: () => undefined,
  ...more,
});
const offer = (layer: symbol, commands: readonly Command[]) => ({
  layer,
  commands: () => commands,
  hints: () => [],
});
const ids = (commands: readonly Command[]) => commands.map((found) => found.id);

describe("the registry", () => {
  it("offers the later first, so that the screen wins over the frame", () => {
    const registry = createCommandRegistry();
    registry.offer(offer(baseLayer, [command("frame")]));
    registry.offer(offer(baseLayer, [command("screen")]));
    expect(ids(registry.commands())).toEqual(["screen", "frame"]);
  });

  it("takes back what was offered", () => {
    const registry = createCommandRegistry();
    registry.offer(offer(baseLayer, [command("stays")]));
    const takeBack = registry.offer(offer(baseLayer, [command("goes")]));
    takeBack();
    expect(ids(registry.commands())).toEqual(["stays"]);
  });

  it("leaves out what does not apply now", () => {
    const registry = createCommandRegistry();
    registry.offer(
      offer(baseLayer, [command("now", { when: () => true }), command("not", { when: () => false })]),
    );
    expect(ids(registry.commands())).toEqual(["now"]);
  });

  it("hides what lies beneath a modal until it closes", () => {
    const registry = createCommandRegistry();
    const modal = Symbol("modal");
    registry.offer(offer(baseLayer, [command("beneath")]));
    registry.offer(offer(modal, [command("inside")]));
    const close = registry.pushLayer(modal);
    expect(ids(registry.commands())).toEqual(["inside"]);
    close();
    expect(ids(registry.commands())).toEqual(["beneath"]);
  });
});

it("puts this screen's group first and the general one last", () => {
  const groups = byGroup([
    command("a", { groupKey: "ui.keys.everywhere" }),
    command("b", { groupKey: "ui.keys.grid" }),
    command("c"),
  ]);
  expect(groups.map(([key]) => key)).toEqual(["ui.keys.here", "ui.keys.grid", "ui.keys.everywhere"]);
});

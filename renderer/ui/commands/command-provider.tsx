// Listens for keys and holds the registry, the palette (Ctrl+K) and the shortcut sheet (?).
import { useCallback, useEffect, useState, type ReactNode } from "react";
import { isMac } from "../lib/platform.ts";
import { isCommandWhileTyping, pressIs } from "./chord.ts";
import type { Command } from "./command.ts";
import { RegistryContext, useCommands } from "./command-layer.tsx";
import { CommandPalette } from "./command-palette.tsx";
import { createCommandRegistry } from "./registry.ts";
import { ShortcutSheet } from "./shortcut-sheet.tsx";

const textTypes = /^(text|search|email|tel|url|password|number|date|time|datetime-local|month|week)$/;
const typingRoles =
  "[role=textbox],[role=searchbox],[role=combobox],[role=spinbutton],[contenteditable=true]";
/** Lists that jump to an entry by its first letters. */
const typeAhead = "[role=listbox],[role=menu],[role=tree]";

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return textTypes.test(target.type);
  return target instanceof HTMLTextAreaElement || target.closest(`${typingRoles},${typeAhead}`) !== null;
}

function isPressable(target: EventTarget | null): boolean {
  return target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement;
}

function commandFor(event: KeyboardEvent, commands: readonly Command[]): Command | undefined {
  if (event.defaultPrevented || event.isComposing || event.repeat || event.getModifierState("AltGraph"))
    return undefined;
  if (isTyping(event.target) && !isCommandWhileTyping(event, isMac)) return undefined;
  return commands.find((command) => command.keys !== undefined && pressIs(command.keys, event, isMac));
}

/** A command that fails in a way nobody foresaw ends in the error boundary like any other fault. */
function useRunCommand(): (command: Command) => void {
  const [, raise] = useState<unknown>(null);
  return useCallback((command) => {
    const fail = (error: unknown) =>
      raise(() => {
        throw error;
      });
    try {
      Promise.resolve(command.run()).catch(fail);
    } catch (error) {
      fail(error);
    }
  }, []);
}

function FrameCommands(props: { readonly openPalette: () => void; readonly openSheet: () => void }) {
  useCommands([
    {
      id: "ui.palette",
      labelKey: "ui.command.palette",
      groupKey: "ui.keys.everywhere",
      keys: "Mod+k",
      run: props.openPalette,
    },
    {
      id: "ui.shortcuts",
      labelKey: "ui.command.shortcuts",
      groupKey: "ui.keys.everywhere",
      keys: "?",
      run: props.openSheet,
    },
  ]);
  return null;
}

export function CommandProvider({ children }: { readonly children: ReactNode }) {
  const [registry] = useState(createCommandRegistry);
  const run = useRunCommand();
  const [open, setOpen] = useState<"palette" | "sheet" | null>(null);
  const close = useCallback(() => setOpen(null), []);

  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const command = commandFor(event, registry.commands());
      if (command === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      run(command);
    };
    // What has the focus may be pressed by Enter whatever is held with it, and keep that to itself.
    const hearFirst = (event: KeyboardEvent) => {
      if (event.key === "Enter" && isPressable(event.target)) hear(event);
    };
    document.addEventListener("keydown", hearFirst, { capture: true });
    document.addEventListener("keydown", hear);
    return () => {
      document.removeEventListener("keydown", hearFirst, { capture: true });
      document.removeEventListener("keydown", hear);
    };
  }, [registry, run]);

  return (
    <RegistryContext value={registry}>
      <FrameCommands openPalette={() => setOpen("palette")} openSheet={() => setOpen("sheet")} />
      {children}
      <CommandPalette isOpen={open === "palette"} onClose={close} onRun={run} registry={registry} />
      <ShortcutSheet isOpen={open === "sheet"} onClose={close} registry={registry} />
    </RegistryContext>
  );
}

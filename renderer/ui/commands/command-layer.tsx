// Commands inside of it hide all commands outside of it: every modal wraps its content in one.
import {
  createContext,
  useContext,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type ReactNode,
} from "react";
import type { Command, KeyHint } from "./command.ts";
import { baseLayer, type CommandRegistry } from "./registry.ts";

export const RegistryContext = createContext<CommandRegistry | null>(null);
const LayerContext = createContext(baseLayer);

export function CommandLayer({ children }: { readonly children: ReactNode }) {
  const registry = useContext(RegistryContext);
  const [layer] = useState(() => Symbol("layer"));
  useEffect(() => registry?.pushLayer(layer), [registry, layer]);
  return <LayerContext value={layer}>{children}</LayerContext>;
}

function useOffer(commands: readonly Command[], hints: readonly KeyHint[]): void {
  const registry = useContext(RegistryContext);
  const layer = useContext(LayerContext);
  const latest = useRef({ commands, hints });
  useLayoutEffect(() => {
    latest.current = { commands, hints };
  });
  useEffect(
    () =>
      registry?.offer({ layer, commands: () => latest.current.commands, hints: () => latest.current.hints }),
    [registry, layer],
  );
}

const none: readonly never[] = [];

/** Offers commands while the component is there. The list may be new at each render. */
export function useCommands(commands: readonly Command[]): void {
  useOffer(commands, none);
}

/** Lists keys that a component handles itself in the shortcut sheet. */
export function useKeyHints(hints: readonly KeyHint[]): void {
  useOffer(none, hints);
}

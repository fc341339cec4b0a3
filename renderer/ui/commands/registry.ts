// Which commands are there now. A modal layer hides those beneath it.
import { isOffered, type Command, type KeyHint } from "./command.ts";

/** What one component offers; `commands` is read anew at each use, so closures stay fresh. */
interface Offer {
  readonly layer: symbol;
  readonly commands: () => readonly Command[];
  readonly hints: () => readonly KeyHint[];
}

export interface CommandRegistry {
  readonly offer: (offer: Offer) => () => void;
  readonly pushLayer: (layer: symbol) => () => void;
  /** Offered now, later registrations first: the inner screen wins over the frame. */
  readonly commands: () => readonly Command[];
  readonly hints: () => readonly KeyHint[];
}

export const baseLayer: symbol = Symbol("base");

function add<T>(list: T[], entry: T): () => void {
  list.push(entry);
  return () => void list.splice(list.indexOf(entry), 1);
}

export function createCommandRegistry(): CommandRegistry {
  const offers: Offer[] = [];
  const layers: symbol[] = [baseLayer];

  const current = () => offers.filter((offer) => offer.layer === layers.at(-1)).toReversed();

  return {
    offer: (offer) => add(offers, offer),
    pushLayer: (layer) => add(layers, layer),
    commands: () => current().flatMap((offer) => offer.commands().filter(isOffered)),
    hints: () => {
      const byId = new Map(
        current().flatMap((offer) => offer.hints().map((hint) => [hint.id, hint] as const)),
      );
      return [...byId.values()];
    },
  };
}

// A list of what waits for somebody to decide: a part of it at first, and what was put off at the end.
import { type ReactNode, useState } from "react";
import { isPutOff, putOffLast, type Waiting } from "#data/decisions.ts";
import { Button } from "#ui/controls/button.tsx";
import { useText } from "#ui/text/use-text.ts";
import { useWorkspace } from "../parts/workspace.tsx";
import css from "./decisions-screen.module.css";

/** How many cards are drawn at first, and with each press for more. */
const step = 20;

export interface WaitingList<W extends Waiting> {
  readonly shown: readonly W[];
  /** What is drawn, in a word: another where a card comes, goes, or is put off. */
  readonly drawn: string;
  /** How many are not drawn yet. */
  readonly rest: number;
  readonly isAside: (one: W) => boolean;
  readonly showMore: () => void;
}

export function useWaitingList<W extends Waiting>(all: readonly W[]): WaitingList<W> {
  const { device } = useWorkspace();
  const [limit, setLimit] = useState(step);
  const shown = putOffLast(all, device.setAside).slice(0, limit);
  const isAside = (one: W) => isPutOff(one, device.setAside);
  return {
    shown,
    drawn: shown.map((one) => `${one.key} ${isAside(one)}`).join("\n"),
    rest: all.length - shown.length,
    isAside,
    showMore: () => setLimit(limit + step),
  };
}

interface WaitingCardsProps<W extends Waiting> {
  readonly list: WaitingList<W>;
  readonly renderCard: (one: W, isAside: boolean) => ReactNode;
}

export function WaitingCards<W extends Waiting>({ list, renderCard }: WaitingCardsProps<W>): ReactNode {
  const { t } = useText();
  const { shown, rest, isAside, showMore } = list;
  const asideFrom = shown.findIndex(isAside);
  return (
    <>
      {shown.map((one, at) => (
        // A card that is put off is drawn anew, so that the focus stays in its place instead of going along.
        <div key={`${one.key} ${isAside(one)}`} className={css["entry"]}>
          {at === asideFrom && <h2 className={css["aside"]}>{t("decisions.aside")}</h2>}
          {renderCard(one, isAside(one))}
        </div>
      ))}
      {rest > 0 && (
        <Button onPress={showMore}>{t("decisions.more", { count: Math.min(rest, step), all: rest })}</Button>
      )}
    </>
  );
}

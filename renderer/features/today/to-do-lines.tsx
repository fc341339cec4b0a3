// The derived to-do: a sentence, what it is about, and the way to put it right.
import type { ReactNode } from "react";
import type { ToDo } from "#core/rules/to-do-line.ts";
import { Link } from "#ui/controls/link.tsx";
import { type Shape, StateMark } from "#ui/display/state-mark.tsx";
import type { Tone } from "#ui/display/tone.ts";
import { useText } from "#ui/text/use-text.ts";
import { useSentenceText } from "../parts/sentence-text.ts";
import { toDoLink } from "./to-do-link.ts";
import css from "./today-screen.module.css";

const looks: Readonly<Record<ToDo["weight"], { readonly shape: Shape; readonly tone: Tone }>> = {
  act: { shape: "triangle", tone: "danger" },
  watch: { shape: "half-circle", tone: "warning" },
  note: { shape: "circle", tone: "neutral" },
};

export interface ToDoLinesProps {
  readonly toDos: readonly ToDo[];
  /** Directive id -> the short name shown as a tag. */
  readonly directiveNames: ReadonlyMap<string, string>;
}

export function ToDoLines({ toDos, directiveNames }: ToDoLinesProps): ReactNode {
  const { t } = useText();
  const sentence = useSentenceText();
  return (
    <ul className={css["toDos"]}>
      {toDos.map((toDo) => {
        const { target } = toDo;
        const tag = "directiveId" in target ? directiveNames.get(target.directiveId) : undefined;
        return (
          <li key={toDo.key} className={css["toDo"]}>
            <span>
              <StateMark {...looks[toDo.weight]} label={t(`today.weight.${toDo.weight}`)} isPlain />
            </span>
            <Link to={toDoLink(toDo)} tone="plain">
              <bdi>{sentence("toDo", toDo.because)}</bdi>
            </Link>
            <span className={css["tag"]} title={tag}>
              {tag}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

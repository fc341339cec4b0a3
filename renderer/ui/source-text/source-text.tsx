// The source as it was received, beside the form made from it: line numbers, coloured spans, the active one in view.
import { useVirtualizer } from "@tanstack/react-virtual";
import { memo, useEffect, useMemo, useRef, type KeyboardEvent } from "react";
import { HiddenShown } from "../display/foreign-text.tsx";
import type { Tone } from "../display/tone.ts";
import tones from "../display/tones.module.css";
import { cx } from "../lib/classes.ts";
import { lineAt, linesOf, piecesOf, type Piece, type SourceLine, type Span } from "./lines.ts";
import { ScrollRegion } from "../layout/scroll-region.tsx";
import css from "./source-text.module.css";

export interface SourceSpan extends Span {
  readonly tone: Tone;
  /** What the words became: "Deadline". */
  readonly label: string;
}

export interface SourceTextProps {
  readonly label: string;
  readonly text: string;
  /** Keep it the same list between renders. */
  readonly spans: readonly SourceSpan[];
  /** Scrolled to and pulsed when it changes. */
  readonly activeId?: string | null | undefined;
  readonly onSpanPress?: ((id: string) => void) | undefined;
}

const lineHeight = 19;
const noSpan = "";

interface LineProps {
  readonly text: string;
  readonly line: SourceLine;
  readonly spans: readonly SourceSpan[];
  readonly activeId: string;
  readonly onSpanPress: ((id: string) => void) | undefined;
}

function MarkedPiece(props: {
  readonly piece: Piece<SourceSpan>;
  readonly span: SourceSpan;
  readonly words: string;
  readonly isActive: boolean;
  readonly onSpanPress: ((id: string) => void) | undefined;
}) {
  const { piece, span, words, isActive, onSpanPress } = props;
  const look = cx(css["span"], tones[span.tone], isActive && css["active"]);
  if (onSpanPress === undefined)
    return (
      <mark className={look} title={span.label} data-span={span.id}>
        <HiddenShown text={words} />
      </mark>
    );
  const press = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    onSpanPress(span.id);
  };
  return (
    // Not a <button>: its box would not break over lines as the words it marks do.
    <span
      role="button"
      tabIndex={piece.isHead ? 0 : -1}
      className={look}
      title={span.label}
      aria-label={`${span.label}: ${words}`}
      aria-pressed={isActive}
      data-span={span.id}
      onClick={() => onSpanPress(span.id)}
      onKeyDown={press}
    >
      <HiddenShown text={words} />
    </span>
  );
}

const Line = memo(function Line({ text, line, spans, activeId, onSpanPress }: LineProps) {
  return (
    <>
      <span className={css["number"]} aria-hidden>
        {line.number}
      </span>
      <span className={css["words"]} dir="auto">
        {piecesOf(line, spans).map((piece) => {
          const words = text.slice(piece.start, piece.end);
          return piece.span === null ? (
            <HiddenShown key={piece.start} text={words} />
          ) : (
            <MarkedPiece
              key={piece.start}
              piece={piece}
              span={piece.span}
              words={words}
              isActive={piece.span.id === activeId}
              onSpanPress={onSpanPress}
            />
          );
        })}
      </span>
    </>
  );
});

export function SourceText({ label, text, spans, activeId, onSpanPress }: SourceTextProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => linesOf(text), [text]);
  const active = spans.find((span) => span.id === activeId);
  const activeLine = active === undefined ? -1 : lineAt(lines, active.start);

  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    overscan: 20,
    paddingStart: 8,
    paddingEnd: 8,
  });

  useEffect(() => {
    if (activeLine >= 0) virtual.scrollToIndex(activeLine, { align: "center" });
  }, [activeLine, activeId, virtual]);

  return (
    <ScrollRegion label={label} className={css["source"]} scroller={scroller} isVerbatim>
      <div className={css["body"]} style={{ blockSize: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((seen) => {
          const line = lines[seen.index];
          if (line === undefined) return null;
          return (
            <div
              key={seen.index}
              ref={virtual.measureElement}
              data-index={seen.index}
              className={css["line"]}
              style={{ insetBlockStart: seen.start }}
            >
              <Line
                text={text}
                line={line}
                spans={spans}
                activeId={activeId ?? noSpan}
                onSpanPress={onSpanPress}
              />
            </div>
          );
        })}
      </div>
    </ScrollRegion>
  );
}

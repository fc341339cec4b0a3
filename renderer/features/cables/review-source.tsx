// The cable as it came in, with the words of every field marked by how sure the reader is; pressing them goes to the field.
import { useMemo } from "react";
import type { Certainty } from "#core/cable/reading.ts";
import { SourceText, type SourceSpan } from "#ui/source-text/source-text.tsx";
import type { Tone } from "#ui/display/tone.ts";
import { useText } from "#ui/text/use-text.ts";
import css from "./review-source.module.css";
import { fieldLabel, focusField } from "./review-focus.ts";
import type { Review } from "./use-review.ts";

const tones: Readonly<Record<Certainty, Tone>> = { sure: "info", likely: "warning", unsure: "danger" };

export interface ReviewSideProps {
  readonly review: Review;
  readonly active: string | null;
  readonly onActive: (key: string | null) => void;
}

export function ReviewSource({ review, active, onActive }: ReviewSideProps) {
  const { t, has } = useText();
  const { fields } = review.draft;
  const { ticks, discarded } = review.state;
  const spans = useMemo(
    () =>
      fields.flatMap(({ key, labelKey, span, certainty }): SourceSpan[] => {
        if (span === null || Object.hasOwn(discarded, key)) return [];
        const tone = Object.hasOwn(ticks, key) ? "success" : tones[certainty];
        return [{ id: key, ...span, tone, label: fieldLabel(labelKey, t, has) }];
      }),
    [fields, ticks, discarded, t, has],
  );
  return (
    <section className={css["source"]} aria-label={t("directive.source")}>
      <p className={css["legend"]}>
        <span className={css["ticked"]}>{t("cable.legend.ticked")}</span>
        <span className={css["sure"]}>{t("cable.certainty.sure")}</span>
        <span className={css["likely"]}>{t("cable.certainty.likely")}</span>
        <span className={css["unsure"]}>{t("cable.certainty.unsure")}</span>
      </p>
      <SourceText
        label={t("directive.source")}
        text={review.source}
        spans={spans}
        activeId={active}
        onSpanPress={(key) => {
          onActive(key);
          focusField(key);
        }}
      />
    </section>
  );
}

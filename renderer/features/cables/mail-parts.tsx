// A mail of which several parts could be the cable: a person says which.
import { type ReactNode, useEffect, useRef } from "react";
import type { OpenedFile } from "#core/host/shapes.ts";
import { Button } from "#ui/controls/button.tsx";
import { Section } from "#ui/layout/section.tsx";
import { useText } from "#ui/text/use-text.ts";
import css from "./open-cable-screen.module.css";

export interface PartsFoundProps {
  readonly file: OpenedFile;
  readonly isReading: boolean;
  readonly onTake: (part: number) => void;
}

export function PartsFound({ file, isReading, onTake }: PartsFoundProps): ReactNode {
  const { t } = useText();
  const place = useRef<HTMLDivElement>(null);
  // The question stands above the place where the file was chosen.
  useEffect(() => place.current?.focus(), []);
  // Two files of one name may be attached: their places tell them apart.
  const parts = file.parts.map((name, at) => ({ name, at }));
  return (
    <div ref={place} tabIndex={-1}>
      <Section title={t("cable.parts.title", { name: file.name })}>
        <p className={css["when"]}>{t("cable.parts.lead")}</p>
        <ul>
          {parts.map(({ name, at }) => (
            <li key={at} className={css["part"]}>
              <Button isDisabled={isReading} onPress={() => onTake(at)}>
                {name === "" ? t("cable.parts.message") : <bdi>{name}</bdi>}
              </Button>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}

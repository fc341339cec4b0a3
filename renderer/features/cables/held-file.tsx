// A file that is not simply a cable: a list, which belongs to the import, or a mail of which several parts could be meant.
import { type ReactNode, useEffect, useRef } from "react";
import type { OpenedFile } from "#core/host/shapes.ts";
import { Button } from "#ui/controls/button.tsx";
import { Callout } from "#ui/display/callout.tsx";
import { Section } from "#ui/layout/section.tsx";
import { useNavigate } from "#ui/screen.ts";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { carry } from "../parts/other-door.ts";
import css from "./open-cable-screen.module.css";

export function ListFound({ file }: { readonly file: OpenedFile }): ReactNode {
  const { t } = useText();
  const navigate = useNavigate();
  const go = () => {
    carry(file);
    navigate(links.import());
  };
  return (
    <Callout
      tone="info"
      title={t("cable.other.title")}
      isAnnounced
      actions={
        <Button tone="primary" onPress={go}>
          {t("cable.other.go")}
        </Button>
      }
    >
      {t("cable.other.text", { name: file.name })}
    </Callout>
  );
}

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

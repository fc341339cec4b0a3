// Chosen words in a row, each removable by its cross or by Delete.
import { X } from "lucide-react";
import { Button, Tag, TagGroup, TagList } from "react-aria-components";
import { cx } from "../lib/classes.ts";
import { useText } from "../text/use-text.ts";
import css from "./chips.module.css";

interface Chip {
  readonly id: string;
  readonly label: string;
}

export interface ChipsProps {
  readonly label: string;
  readonly chips: readonly Chip[];
  /** Without it the chips only show. */
  readonly onRemove?: ((id: string) => void) | undefined;
}

export function Chips({ label, chips, onRemove }: ChipsProps) {
  const { t } = useText();
  if (chips.length === 0) return null;
  const removal =
    onRemove === undefined
      ? {}
      : {
          onRemove: (keys: ReadonlySet<unknown>) => {
            for (const chip of chips) if (keys.has(chip.id)) onRemove(chip.id);
          },
        };
  return (
    <TagGroup aria-label={label} {...removal} className={cx(css["group"])}>
      <TagList items={chips} className={cx(css["list"])}>
        {(chip) => (
          <Tag id={chip.id} textValue={chip.label} className={cx(css["chip"])}>
            <bdi className={css["word"]} title={chip.label}>
              {chip.label}
            </bdi>
            {onRemove !== undefined && (
              <Button
                slot="remove"
                className={cx(css["remove"])}
                aria-label={t("ui.tags.remove", { label: chip.label })}
              >
                <X aria-hidden />
              </Button>
            )}
          </Tag>
        )}
      </TagList>
    </TagGroup>
  );
}

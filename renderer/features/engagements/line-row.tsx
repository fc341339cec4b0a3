// One named line of a list that a form builds up: the name, what is said of it, and its removal.
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "#ui/controls/icon-button.tsx";
import { useText } from "#ui/text/use-text.ts";
import css from "./line-row.module.css";

export function RowList({
  label,
  children,
}: {
  readonly label: string;
  readonly children: readonly ReactNode[];
}) {
  if (children.length === 0) return null;
  return (
    <ul className={css["list"]} aria-label={label}>
      {children}
    </ul>
  );
}

export interface LineRowProps {
  readonly name: string;
  readonly onRemove: () => void;
  readonly children: ReactNode;
}

export function LineRow({ name, onRemove, children }: LineRowProps) {
  const { t } = useText();
  return (
    <li className={css["row"]}>
      <bdi className={css["name"]} title={name}>
        {name}
      </bdi>
      {children}
      <IconButton
        size="small"
        label={t("engagement.remove", { name })}
        icon={<X aria-hidden />}
        onPress={onRemove}
      />
    </li>
  );
}

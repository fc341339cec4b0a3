// All commands of the moment, found by typing.
import { useMemo } from "react";
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
  Text,
  useFilter,
} from "react-aria-components";
import { privateInput } from "../controls/field.tsx";
import { Keys } from "../display/kbd.tsx";
import { cx } from "../lib/classes.ts";
import { useText } from "../text/use-text.ts";
import type { Command } from "./command.ts";
import css from "./command-palette.module.css";
import { byGroup } from "./groups.ts";
import type { CommandRegistry } from "./registry.ts";

interface PaletteProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onRun: (command: Command) => void;
  readonly registry: CommandRegistry;
}

/** A dialog of one field: the field has the focus. */
const first = { autoFocus: true };

function wordsOf(typed: string): readonly string[] {
  return typed.trim().split(/\s+/);
}

function PaletteList({ onClose, onRun, registry }: Omit<PaletteProps, "isOpen">) {
  const { t } = useText();
  const { contains } = useFilter({ sensitivity: "base" });
  const commands = useMemo(
    () => registry.commands().filter((command) => command.id !== "ui.palette"),
    [registry],
  );
  return (
    <Autocomplete filter={(text, typed) => wordsOf(typed).every((word) => contains(text, word))}>
      <SearchField {...first} aria-label={t("ui.palette.search")} className={cx(css["search"])}>
        <Input {...privateInput} placeholder={t("ui.palette.search")} className={cx(css["input"])} />
      </SearchField>
      <Menu
        aria-label={t("ui.palette.title")}
        className={cx(css["menu"])}
        onAction={(id) => {
          const command = commands.find((candidate) => candidate.id === id);
          onClose();
          // The focus goes back to where it was before the command moves it.
          if (command) requestAnimationFrame(() => requestAnimationFrame(() => onRun(command)));
        }}
        renderEmptyState={() => <p className={css["empty"]}>{t("ui.palette.empty")}</p>}
      >
        {byGroup(commands).map(([groupKey, members]) => (
          <MenuSection key={groupKey} aria-label={t(groupKey)}>
            <Header className={cx(css["group"])}>{t(groupKey)}</Header>
            {members.map((command) => {
              const label = t(command.labelKey, command.labelValues);
              return (
                <MenuItem key={command.id} id={command.id} textValue={label} className={cx(css["entry"])}>
                  <Text slot="label" className={cx(css["label"])}>
                    {label}
                  </Text>
                  {command.keys !== undefined && <Keys keys={command.keys} />}
                </MenuItem>
              );
            })}
          </MenuSection>
        ))}
      </Menu>
    </Autocomplete>
  );
}

export function CommandPalette({ isOpen, onClose, onRun, registry }: PaletteProps) {
  const { t } = useText();
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      isDismissable
      className={cx(css["scrim"])}
    >
      <Modal className={cx(css["modal"])}>
        <Dialog aria-label={t("ui.palette.title")} className={cx(css["dialog"])}>
          <PaletteList onClose={onClose} onRun={onRun} registry={registry} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

// A button that opens a short list of actions.
import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { Menu, MenuItem, MenuTrigger, Separator, Text } from "react-aria-components";
import { Keys } from "../display/kbd.tsx";
import { cx } from "../lib/classes.ts";
import { given } from "../lib/given.ts";
import { PopoverFrame } from "../overlays/popover.tsx";
import { Button, type ButtonTone } from "./button.tsx";
import { IconButton } from "./icon-button.tsx";
import css from "./menu-button.module.css";

export interface MenuAction<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  readonly detail?: string | undefined;
  readonly keys?: string | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly isDanger?: boolean | undefined;
  /** A line above it. */
  readonly startsGroup?: boolean | undefined;
}

export interface MenuButtonProps<Id extends string> {
  readonly label: string;
  readonly actions: readonly MenuAction<Id>[];
  readonly onAction: (id: Id) => void;
  readonly tone?: ButtonTone | undefined;
  readonly size?: "normal" | "small" | undefined;
  /** A picture alone, with the label in its tooltip. */
  readonly icon?: ReactNode;
  readonly isDisabled?: boolean | undefined;
}

function entriesOf<Id extends string>(actions: readonly MenuAction<Id>[]): ReactNode[] {
  return actions.flatMap((action) => [
    action.startsGroup === true ? <Separator key={`${action.id} line`} className={cx(css["line"])} /> : null,
    <MenuItem
      key={action.id}
      id={action.id}
      textValue={action.label}
      {...given({ isDisabled: action.isDisabled })}
      className={cx(css["entry"], action.isDanger === true && css["danger"])}
    >
      <span className={css["words"]}>
        <Text slot="label">{action.label}</Text>
        {action.detail !== undefined && (
          <Text slot="description" className={cx(css["detail"])}>
            {action.detail}
          </Text>
        )}
      </span>
      {action.keys !== undefined && <Keys keys={action.keys} />}
    </MenuItem>,
  ]);
}

export function MenuButton<Id extends string>(props: MenuButtonProps<Id>) {
  const { label, actions, onAction, tone, size, icon, isDisabled } = props;
  return (
    <MenuTrigger>
      {icon === undefined ? (
        <Button tone={tone} size={size} isDisabled={isDisabled}>
          <span className={css["trigger"]}>
            {label}
            <ChevronDown aria-hidden className={css["sign"]} />
          </span>
        </Button>
      ) : (
        <IconButton label={label} icon={icon} size={size} isDisabled={isDisabled} />
      )}
      <PopoverFrame>
        <Menu
          aria-label={label}
          className={cx(css["menu"])}
          onAction={(id) => {
            const action = actions.find((candidate) => candidate.id === id);
            if (action) onAction(action.id);
          }}
        >
          {entriesOf(actions)}
        </Menu>
      </PopoverFrame>
    </MenuTrigger>
  );
}

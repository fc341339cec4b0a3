// The list that drops from a select or combo box.
import { Check } from "lucide-react";
import { ListBox, ListBoxItem, Text } from "react-aria-components";
import { cx } from "../lib/classes.ts";
import { given } from "../lib/given.ts";
import type { Option } from "./option.ts";
import css from "./option-list.module.css";

function OptionItem({ option }: { readonly option: Option }) {
  return (
    <ListBoxItem
      id={option.id}
      textValue={option.label}
      className={cx(css["option"])}
      {...given({ isDisabled: option.isDisabled })}
    >
      <span className={css["words"]}>
        <Text slot="label" className={cx(css["name"])}>
          <bdi>{option.label}</bdi>
        </Text>
        {option.detail !== undefined && (
          <Text slot="description" className={cx(css["detail"])}>
            <bdi>{option.detail}</bdi>
          </Text>
        )}
      </span>
      <Check className={css["check"]} aria-hidden />
    </ListBoxItem>
  );
}

export function OptionList(props: {
  readonly options: readonly Option[];
  readonly empty?: string | undefined;
}) {
  const { options, empty } = props;
  return (
    <ListBox
      items={options}
      className={cx(css["list"])}
      {...given({
        renderEmptyState: empty === undefined ? undefined : () => <p className={css["empty"]}>{empty}</p>,
      })}
    >
      {(option: Option) => <OptionItem option={option} />}
    </ListBox>
  );
}

// Several of many choices: found by typing, shown as chips above the field.
import { Chips } from "./chips.tsx";
import { ComboBox, type ComboBoxProps } from "./combo-box.tsx";
import css from "./tag-list.module.css";

export interface MultiComboBoxProps<Id extends string> extends Omit<ComboBoxProps<Id>, "value" | "onChange"> {
  readonly value: readonly Id[];
  readonly onChange: (value: readonly Id[]) => void;
}

export function MultiComboBox<Id extends string>(props: MultiComboBoxProps<Id>) {
  const { options, value, onChange, ...rest } = props;
  const chosen = value.map((id) => options.find((option) => option.id === id) ?? { id, label: id });
  return (
    <div className={css["tags"]}>
      <ComboBox<Id>
        {...rest}
        options={options.filter((option) => !value.includes(option.id))}
        value={null}
        onChange={(id) => {
          if (id !== null) onChange([...value, id]);
        }}
      />
      <Chips
        label={props.label}
        chips={chosen}
        onRemove={(id) => onChange(value.filter((other) => other !== id))}
      />
    </div>
  );
}

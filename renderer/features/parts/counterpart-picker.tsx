// Finds a counterpart of a post by typing, and enters one who is not known yet without leaving the form.
import { useMemo, useRef, useState } from "react";
import type { Counterpart } from "#core/model/counterpart.ts";
import type { Organization } from "#core/model/organization.ts";
import type { Post } from "#core/model/post.ts";
import { officeOn } from "#core/rules/offices.ts";
import { ComboBox } from "#ui/controls/combo-box.tsx";
import type { FieldProps } from "#ui/controls/field.tsx";
import { useText } from "#ui/text/use-text.ts";
import { type EnteredPerson, NewPerson } from "./new-person.tsx";
import { officeText } from "./office-text.ts";

export interface CounterpartPickerProps extends FieldProps {
  readonly post: Post;
  /** Everybody, so that nobody is entered twice; offered are those of the post and its country. */
  readonly counterparts: readonly Counterpart[];
  readonly organizations: ReadonlyMap<string, Organization>;
  /** Day (ISO) whose offices count. */
  readonly day: string;
  /** Those chosen already. */
  readonly leftOut: ReadonlySet<string>;
  readonly onPick: (person: EnteredPerson) => void;
}

export function CounterpartPicker(props: CounterpartPickerProps) {
  const { post, counterparts, organizations, day, leftOut, onPick, ...field } = props;
  const { t } = useText();
  const [entering, setEntering] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const close = () => {
    setEntering(null);
    input.current?.focus();
  };
  const options = useMemo(() => {
    const here = counterparts.filter(({ postId, country }) => postId === post.id || country === post.country);
    return here
      .filter(({ id }) => !leftOut.has(id))
      .map((counterpart) => {
        const office = officeText(officeOn(counterpart, day), organizations);
        const detail = [counterpart.nativeName, office].filter(Boolean).join(" · ");
        return { id: counterpart.id, label: counterpart.name, ...(detail === "" ? {} : { detail }) };
      });
  }, [counterparts, organizations, post, day, leftOut]);
  const pick = (id: string | null) => {
    const counterpart = counterparts.find((known) => known.id === id);
    if (!counterpart) return;
    const office = officeOn(counterpart, day);
    onPick({
      id: counterpart.id,
      name: counterpart.name,
      title: office?.title ?? "",
      level: office?.level ?? null,
    });
  };

  return (
    <>
      <ComboBox
        {...field}
        ref={input}
        options={options}
        value={null}
        onChange={pick}
        onCreate={setEntering}
      />
      {entering !== null && (
        <NewPerson
          key={entering}
          post={post}
          name={entering}
          counterparts={counterparts}
          organizations={organizations}
          matchLabel={t("person.use")}
          onMatch={(counterpart) => {
            close();
            pick(counterpart.id);
          }}
          onEntered={(person) => {
            close();
            onPick(person);
          }}
          onCancel={close}
        />
      )}
    </>
  );
}

// The facts of a post: where it is, what time it is there, when its host's offices are shut, who works there.
import { type ReactNode, useState } from "react";
import { postTypes } from "#core/model/enums.ts";
import type { Post } from "#core/model/post.ts";
import { isTimeZone, onTwoClocks } from "#core/rules/calendar.ts";
import { hostOf } from "#core/rules/deadlines.ts";
import { changePost } from "#data/posts.ts";
import { CheckboxGroup } from "#ui/controls/checkbox-group.tsx";
import { ComboBox } from "#ui/controls/combo-box.tsx";
import { DateField } from "#ui/controls/date-field.tsx";
import { Select } from "#ui/controls/select.tsx";
import { TagList } from "#ui/controls/tag-list.tsx";
import { TextArea } from "#ui/controls/text-area.tsx";
import { TextField } from "#ui/controls/text-field.tsx";
import { useText } from "#ui/text/use-text.ts";
import { cityOf } from "../parts/deadline-text.ts";
import { EditableField } from "../parts/editable-field.tsx";
import { useEnumText } from "../parts/enum-text.ts";
import { timeZones } from "../parts/time-zones.ts";
import { useCommand } from "../parts/use-command.ts";
import { useWorkspace } from "../parts/workspace.tsx";
import css from "./post-screen.module.css";
import { StaffEditor, StaffList } from "./post-staff.tsx";
import { staffChanges } from "./staff-changes.ts";
import { useWeekdays, useWeekendText } from "./weekend.ts";

type Patch = Parameters<typeof changePost>[1];

export function PostFacts({ post }: { readonly post: Post }): ReactNode {
  const { t, formatDay, formatList } = useText();
  const enumText = useEnumText();
  const weekdays = useWeekdays();
  const weekendText = useWeekendText();
  const run = useCommand();
  const [open, setOpen] = useState<string | null>(null);
  const save = (values: Patch) => run(changePost(post.id, values), t("post.kept"));
  const shared = (id: string, label: string) => ({ id, label, open, onOpenChange: setOpen });

  return (
    <div className={css["facts"]}>
      <PostClock post={post} />
      <EditableField
        {...shared("timeZone", t("post.timeZone"))}
        value={post.timeZone}
        unset={t("post.timeZone.unset")}
        renderEditor={(value, change) => (
          <ComboBox
            label={t("post.timeZone")}
            hint={t("post.timeZone.hint")}
            options={timeZones}
            value={value === "" ? null : value}
            onChange={(next) => change(next ?? "")}
          />
        )}
        onSave={(timeZone) => save({ timeZone })}
      >
        {post.timeZone.replaceAll("_", " ")}
      </EditableField>
      <EditableField
        {...shared("weekend", t("post.weekend"))}
        value={post.weekend}
        unset={t("post.weekend.usual")}
        renderEditor={(value, change) => (
          <CheckboxGroup
            label={t("post.weekend")}
            options={weekdays}
            value={value}
            onChange={change}
            isInline
          />
        )}
        onSave={(weekend) => save({ weekend })}
      >
        {weekendText(post.weekend)}
      </EditableField>
      <EditableField
        {...shared("type", t("post.type"))}
        value={post.type}
        renderEditor={(value, change) => (
          <Select
            label={t("post.type")}
            options={postTypes.map((id) => ({ id, label: enumText("postType", id) }))}
            value={value}
            onChange={change}
          />
        )}
        onSave={(type) => save({ type })}
      >
        {enumText("postType", post.type)}
      </EditableField>
      <TextFact {...shared("name", t("post.name"))} value={post.name} onSave={(name) => save({ name })} />
      <TextFact {...shared("city", t("post.city"))} value={post.city} onSave={(city) => save({ city })} />
      <TextFact
        {...shared("country", t("post.country"))}
        value={post.country}
        onSave={(country) => save({ country })}
      />
      <TextFact
        {...shared("region", t("post.region"))}
        value={post.region}
        onSave={(region) => save({ region })}
      />
      <ListFact
        {...shared("addressNames", t("post.addressNames"))}
        hint={t("post.addressNames.hint")}
        value={post.addressNames}
        onSave={(addressNames) => save({ addressNames: addressNames.map((name) => name.toUpperCase()) })}
      >
        {formatList(post.addressNames)}
      </ListFact>
      <ListFact
        {...shared("alsoAccreditedTo", t("post.alsoAccreditedTo"))}
        value={post.alsoAccreditedTo}
        onSave={(alsoAccreditedTo) => save({ alsoAccreditedTo })}
      >
        {formatList(post.alsoAccreditedTo)}
      </ListFact>
      <EditableField
        {...shared("staff", t("post.staff"))}
        value={post.staff}
        renderEditor={(value, change) => <StaffEditor staff={value} onChange={change} />}
        onSave={(staff) => save(staffChanges(post.staff, staff))}
      >
        {Object.keys(post.staff).length > 0 && <StaffList staff={post.staff} />}
      </EditableField>
      <EditableField
        {...shared("closedOn", t("post.closedOn"))}
        value={post.closedOn}
        unset={t("post.closedOn.open")}
        renderEditor={(value, change) => (
          <DateField label={t("post.closedOn")} isOptional value={value} onChange={change} />
        )}
        onSave={(closedOn) => save({ closedOn })}
      >
        {post.closedOn === null ? undefined : formatDay(post.closedOn)}
      </EditableField>
      <EditableField
        {...shared("note", t("post.note"))}
        value={post.note}
        renderEditor={(value, change) => <TextArea label={t("post.note")} value={value} onChange={change} />}
        onSave={(note) => save({ note })}
      >
        {post.note}
      </EditableField>
    </div>
  );
}

interface SharedProps {
  readonly id: string;
  readonly label: string;
  readonly open: string | null;
  readonly onOpenChange: (open: string | null) => void;
}

function TextFact(
  props: SharedProps & { readonly value: string; readonly onSave: (value: string) => Promise<boolean> },
): ReactNode {
  const { value, onSave, ...shared } = props;
  return (
    <EditableField
      {...shared}
      value={value}
      renderEditor={(draft, change) => (
        <TextField label={shared.label} value={draft} onChange={change} isForeign />
      )}
      onSave={(next) => onSave(next.trim())}
    >
      {value === "" ? undefined : <bdi>{value}</bdi>}
    </EditableField>
  );
}

function ListFact(
  props: SharedProps & {
    readonly hint?: string;
    readonly value: readonly string[];
    readonly onSave: (value: readonly string[]) => Promise<boolean>;
    readonly children: ReactNode;
  },
): ReactNode {
  const { value, onSave, hint, children, ...shared } = props;
  return (
    <EditableField
      {...shared}
      value={value}
      renderEditor={(draft, change) => (
        <TagList label={shared.label} hint={hint} value={draft} onChange={change} />
      )}
      onSave={onSave}
    >
      {children}
    </EditableField>
  );
}

/** The clock on the wall there and in the capital, and whether offices are open today. */
function PostClock({ post }: { readonly post: Post }): ReactNode {
  const { t, formatDay } = useText();
  const { now, settings } = useWorkspace();
  if (!isTimeZone(post.timeZone)) {
    return <p className={css["clockUnset"]}>{t("post.clock.unset", { capital: settings.capitalName })}</p>;
  }
  const { capital, host, hostWeekend } = onTwoClocks(
    now,
    settings.capitalTimeZone,
    hostOf(post, settings.capitalTimeZone),
  );
  return (
    <div className={css["clock"]}>
      <p className={css["clockTime"]}>
        <span className={css["clockFigures"]}>{host.time}</span> {cityOf(post.timeZone)}
      </p>
      <p className={css["muted"]}>
        {formatDay(host.on)}
        {hostWeekend && ` · ${t("post.clock.weekend")}`}
      </p>
      <p className={css["muted"]}>
        {t("post.clock.capital", { time: capital.time, city: cityOf(settings.capitalTimeZone) })}
      </p>
    </div>
  );
}

// Entering a post by hand: enough to task it; the rest can be filled in on its page.
import { type ReactNode, useMemo, useState } from "react";
import { z } from "zod";
import { postMatches } from "#core/rules/post-matches.ts";
import { regionOf, telegraphicName } from "#core/rules/post-place.ts";
import { postTypes } from "#core/model/enums.ts";
import type { Post } from "#core/model/post.ts";
import { newId } from "#data/ids.ts";
import { allPosts, changePost } from "#data/posts.ts";
import { useLive } from "#data/use-live.tsx";
import { useCommands } from "#ui/commands/command-layer.tsx";
import { Button } from "#ui/controls/button.tsx";
import { CheckboxGroup } from "#ui/controls/checkbox-group.tsx";
import { ComboBox } from "#ui/controls/combo-box.tsx";
import { FormErrors } from "#ui/controls/form-errors.tsx";
import { Select } from "#ui/controls/select.tsx";
import { TextField } from "#ui/controls/text-field.tsx";
import { Keys } from "#ui/display/kbd.tsx";
import { PageHeader } from "#ui/layout/page-header.tsx";
import { defineScreen, useNavigate } from "#ui/screen.ts";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { useEnumText } from "../parts/enum-text.ts";
import { timeZones } from "../parts/time-zones.ts";
import { useCommand } from "../parts/use-command.ts";
import css from "./new-post-screen.module.css";
import { PostMatches } from "./post-matches.tsx";
import { useWeekdays } from "./weekend.ts";

type Values = Pick<Post, "type" | "city" | "country" | "name" | "timeZone" | "weekend"> & {
  /** Null while the region follows the country. */
  readonly region: string | null;
};

const blank: Values = {
  type: "embassy",
  city: "",
  country: "",
  name: "",
  region: null,
  timeZone: "",
  weekend: ["6", "7"],
};

const noPosts: readonly Post[] = [];

function NewPostScreen(): ReactNode {
  const { t } = useText();
  const enumText = useEnumText();
  const weekdays = useWeekdays();
  const navigate = useNavigate();
  const run = useCommand();
  const [values, setValues] = useState(blank);
  const [attempt, setAttempt] = useState(0);
  const change = (next: Partial<Values>) => setValues({ ...values, ...next });
  const live = useLive(allPosts, []);
  const known = live.state === "ready" ? live.value : noPosts;
  const matches = useMemo(() => postMatches(values, known), [values, known]);
  const region = values.region ?? regionOf(values.country);
  const faults = [
    ...(values.city.trim() === "" ? [{ field: "city", text: t("post.city.needed") }] : []),
    ...(values.country.trim() === "" ? [{ field: "country", text: t("post.country.needed") }] : []),
  ];
  const faultOf = (field: string) =>
    attempt > 0 ? faults.find((fault) => fault.field === field)?.text : undefined;

  const save = async () => {
    setAttempt(attempt + 1);
    if (faults.length > 0) return;
    const id = newId();
    const city = values.city.trim();
    const address = telegraphicName(city);
    const request = changePost(id, {
      ...values,
      city,
      country: values.country.trim(),
      name: values.name.trim() || city,
      region: region.trim(),
      addressNames: address === "" ? [] : [address],
    });
    if (await run(request, t("post.added", { name: values.name.trim() || city }))) navigate(links.post(id));
  };
  useCommands([{ id: "post.save", labelKey: "post.save", keys: "Mod+Enter", run: save }]);

  return (
    <div className={css["screen"]}>
      <PageHeader title={t("post.new")} meta={t("post.new.what")} />
      <div className={css["form"]}>
        {attempt > 0 && <FormErrors errors={faults} attempt={attempt} />}
        <TextField
          name="city"
          label={t("post.city")}
          value={values.city}
          onChange={(city) => change({ city })}
          error={faultOf("city")}
          isForeign
          takesFocus
        />
        <TextField
          name="country"
          label={t("post.country")}
          value={values.country}
          onChange={(country) => change({ country })}
          error={faultOf("country")}
          isForeign
        />
        <Select
          label={t("post.type")}
          options={postTypes.map((id) => ({ id, label: enumText("postType", id) }))}
          value={values.type}
          onChange={(type) => change({ type })}
        />
        <TextField
          label={t("post.name")}
          hint={t("post.name.hint")}
          isOptional
          value={values.name}
          onChange={(name) => change({ name })}
          isForeign
        />
        <PostMatches matches={matches} onOpen={(id) => navigate(links.post(id))} />
        <TextField
          label={t("post.region")}
          hint={t("post.region.hint")}
          isOptional
          value={region}
          onChange={(next) => change({ region: next })}
        />
        <ComboBox
          label={t("post.timeZone")}
          hint={t("post.timeZone.hint")}
          isOptional
          options={timeZones}
          value={values.timeZone === "" ? null : values.timeZone}
          onChange={(timeZone) => change({ timeZone: timeZone ?? "" })}
        />
        <CheckboxGroup
          label={t("post.weekend")}
          options={weekdays}
          value={values.weekend}
          onChange={(weekend) => change({ weekend })}
          isInline
        />
        <div className={css["foot"]}>
          <Button tone="primary" keys="Control+Enter" onPress={() => void save()}>
            {t(matches.length === 0 ? "post.save" : "post.saveAnyway")}
          </Button>
          <Button onPress={() => navigate(links.posts())}>{t("post.cancel")}</Button>
          <Keys keys="Mod+Enter" />
        </div>
      </div>
    </div>
  );
}

export const newPostScreen = defineScreen({
  path: "/posts/new",
  search: z.object({}),
  component: NewPostScreen,
});

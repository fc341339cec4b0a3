// The form of a new workspace: whose office, who writes here, how papers are marked.
import { type FormEvent, type ReactNode, useState } from "react";
import type { VaultSecret } from "#core/host/shapes.ts";
import type { OfficeSetup } from "#data/set-up.ts";
import { Button } from "#ui/controls/button.tsx";
import { ComboBox } from "#ui/controls/combo-box.tsx";
import { Select } from "#ui/controls/select.tsx";
import { TextField } from "#ui/controls/text-field.tsx";
import { markings, postTypes } from "#core/model/enums.ts";
import { useText } from "#ui/text/use-text.ts";
import { useEnumText } from "../parts/enum-text.ts";
import { ProtectForm } from "../parts/protect-form.tsx";
import { timeZones } from "../parts/time-zones.ts";
import css from "./start-screen.module.css";
import { bannerTones } from "../parts/banner-tones.ts";

interface SetUpFormProps {
  readonly role: "desk" | "post";
  readonly onBack: () => void;
  readonly onCreate: (setup: OfficeSetup, secret: VaultSecret) => Promise<void>;
}

interface Values {
  readonly office: string;
  readonly userName: string;
  readonly userRank: string;
  readonly capitalName: string;
  readonly capitalTimeZone: string;
  readonly bannerText: string;
  readonly bannerTone: OfficeSetup["bannerTone"];
  readonly ceiling: OfficeSetup["ceiling"];
  readonly city: string;
  readonly country: string;
  readonly type: (typeof postTypes)[number];
  readonly timeZone: string;
}

const blank: Values = {
  office: "",
  userName: "",
  userRank: "",
  capitalName: "",
  capitalTimeZone: Temporal.Now.timeZoneId(),
  bannerText: "UNCLASSIFIED",
  bannerTone: "green",
  ceiling: "SBU",
  city: "",
  country: "",
  type: "embassy",
  timeZone: Temporal.Now.timeZoneId(),
};

/** What must be filled in, by role. */
const needed = {
  desk: ["office", "userName", "capitalName"],
  post: ["city", "userName", "capitalName"],
} as const;

export function SetUpForm({ role, onBack, onCreate }: SetUpFormProps): ReactNode {
  const { t } = useText();
  const enumText = useEnumText();
  const [values, setValues] = useState(blank);
  const [isTried, setTried] = useState(false);
  const [isFilled, setFilled] = useState(false);
  const set = (patch: Partial<Values>) => setValues((before) => ({ ...before, ...patch }));
  const missing = needed[role].filter((name) => values[name].trim() === "");
  const errorOf = (name: keyof Values) =>
    isTried && (missing as readonly string[]).includes(name) ? t("start.needed") : undefined;
  const goOn = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    setFilled(missing.length === 0);
  };
  if (isFilled) {
    return (
      <ProtectForm
        label={labelOf(role, values)}
        confirmLabel={t("start.create")}
        onBack={() => setFilled(false)}
        onConfirm={(secret) => onCreate(toSetup(role, values), secret)}
      />
    );
  }
  return (
    <form className={css["form"]} onSubmit={goOn} noValidate>
      <h2>{t(role === "desk" ? "start.desk" : "start.post")}</h2>
      {role === "desk" ? (
        <TextField
          label={t("start.office")}
          hint={t("start.office.hint")}
          value={values.office}
          onChange={(office) => set({ office })}
          error={errorOf("office")}
          takesFocus
        />
      ) : (
        <PostFields values={values} set={set} errorOf={errorOf} />
      )}
      <div className={css["pair"]}>
        <TextField
          label={t("start.userName")}
          hint={t("start.userName.hint")}
          value={values.userName}
          onChange={(userName) => set({ userName })}
          error={errorOf("userName")}
        />
        <TextField
          label={t("start.userRank")}
          value={values.userRank}
          onChange={(userRank) => set({ userRank })}
          isOptional
        />
      </div>
      <div className={css["pair"]}>
        <TextField
          label={t("start.capitalName")}
          value={values.capitalName}
          onChange={(capitalName) => set({ capitalName })}
          error={errorOf("capitalName")}
        />
        <ComboBox
          label={t("start.capitalTimeZone")}
          options={timeZones}
          value={values.capitalTimeZone}
          onChange={(capitalTimeZone) => set({ capitalTimeZone: capitalTimeZone ?? "UTC" })}
        />
      </div>
      <fieldset className={css["marking"]}>
        <legend>{t("start.marking")}</legend>
        <div className={css["pair"]}>
          <TextField
            label={t("start.bannerText")}
            hint={t("start.bannerText.hint")}
            value={values.bannerText}
            onChange={(bannerText) => set({ bannerText })}
          />
          <Select
            label={t("start.bannerTone")}
            options={bannerTones.map((id) => ({ id, label: t(`settings.tone.${id}`) }))}
            value={values.bannerTone}
            onChange={(bannerTone) => set({ bannerTone })}
          />
        </div>
        <Select
          label={t("start.ceiling")}
          hint={t("start.ceiling.hint")}
          options={markings.map((id) => ({ id, label: enumText("marking", id) }))}
          value={values.ceiling}
          onChange={(ceiling) => set({ ceiling })}
        />
      </fieldset>
      <div className={css["buttons"]}>
        <Button tone="quiet" onPress={onBack}>
          {t("start.back")}
        </Button>
        <Button tone="primary" type="submit">
          {t("vault.next")}
        </Button>
      </div>
    </form>
  );
}

function PostFields(props: {
  readonly values: Values;
  readonly set: (patch: Partial<Values>) => void;
  readonly errorOf: (name: keyof Values) => string | undefined;
}): ReactNode {
  const { t } = useText();
  const enumText = useEnumText();
  const { values, set, errorOf } = props;
  return (
    <>
      <div className={css["pair"]}>
        <TextField
          label={t("start.city")}
          value={values.city}
          onChange={(city) => set({ city })}
          error={errorOf("city")}
          takesFocus
        />
        <TextField
          label={t("start.country")}
          value={values.country}
          onChange={(country) => set({ country })}
          isOptional
        />
      </div>
      <div className={css["pair"]}>
        <Select
          label={t("start.postType")}
          options={postTypes.map((id) => ({ id, label: enumText("postType", id) }))}
          value={values.type}
          onChange={(type) => set({ type })}
        />
        <ComboBox
          label={t("start.timeZone")}
          options={timeZones}
          value={values.timeZone}
          onChange={(timeZone) => set({ timeZone: timeZone ?? "" })}
        />
      </div>
    </>
  );
}

function labelOf(role: "desk" | "post", { office, city }: Pick<Values, "office" | "city">): string {
  return (role === "desk" ? office : city).trim();
}

function toSetup(role: "desk" | "post", values: Values): OfficeSetup {
  const { office, city, country, type, timeZone, ...rest } = values;
  return {
    ...rest,
    role,
    label: labelOf(role, { office, city }),
    post: role === "post" ? { city: city.trim(), country: country.trim(), type, timeZone } : null,
  };
}

// Writing down what the host said later: an answer of its own, with its own day.
import { useState } from "react";
import { authorities, confidences, responseCategories, type Stance, stances } from "#core/model/enums.ts";
import type { Response } from "#core/model/response.ts";
import { dayIn, zoneFrom } from "#core/rules/calendar.ts";
import { isAnswering } from "#core/rules/delivery.ts";
import { recordAnswer } from "#data/answers.ts";
import type { EngagementFile } from "#data/engagement-file.ts";
import { newId } from "#data/ids.ts";
import { Button } from "#ui/controls/button.tsx";
import { Checkbox } from "#ui/controls/checkbox.tsx";
import { Select } from "#ui/controls/select.tsx";
import { TextArea } from "#ui/controls/text-area.tsx";
import { TextField } from "#ui/controls/text-field.tsx";
import { Dialog } from "#ui/overlays/dialog.tsx";
import { useText } from "#ui/text/use-text.ts";
import { useEnumText } from "../parts/enum-text.ts";
import { InstantField } from "../parts/instant-field.tsx";
import { SaveKey, SaveKeyHint } from "../parts/save-key.tsx";
import css from "../parts/stack.module.css";
import { useCommand } from "../parts/use-command.ts";
import { useWorkspace } from "../parts/workspace.tsx";

interface Said {
  readonly receivedAt: string | null;
  readonly counterpartId: string | null;
  readonly category: Response["category"] | null;
  readonly authority: Response["authority"];
  readonly text: string;
  readonly quote: string;
  readonly verbatim: boolean;
  readonly comment: string;
  readonly confidence: Response["confidence"];
  readonly stance: Stance | null;
  readonly isAnswer: boolean | null;
}

const nothing = "nothing";

export function AnswerDialog({
  file,
  onClose,
}: {
  readonly file: EngagementFile;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const enumText = useEnumText();
  const run = useCommand();
  const { settings, now } = useWorkspace();
  const { engagement, post, directive, task, issue } = file;
  const people = Object.entries(engagement.theirs).map(([id, { name, title }]) => ({
    id,
    label: name,
    detail: title,
  }));
  const [said, setSaid] = useState<Said>(() => ({
    receivedAt: now,
    counterpartId: people[0]?.id ?? null,
    category: null,
    authority: null,
    text: "",
    quote: "",
    verbatim: false,
    comment: "",
    confidence: null,
    stance: null,
    isAnswer: null,
  }));
  const [isAsked, setAsked] = useState(false);
  const change = (next: Partial<Said>) => setSaid({ ...said, ...next });
  const timeZone = zoneFrom(post?.timeZone ?? "", settings.capitalTimeZone);
  const maybe = (list: string, members: readonly string[]) => [
    { id: nothing, label: t("engagement.notSaid") },
    ...members.map((id) => ({ id, label: enumText(list, id) })),
  ];

  const save = async () => {
    setAsked(true);
    const { category, receivedAt, isAnswer } = said;
    if (category === null || receivedAt === null) return;
    const request = recordAnswer(
      { response: newId(), position: newId() },
      {
        ...said,
        category,
        receivedAt,
        receivedOn: dayIn(receivedAt, timeZone),
        text: said.text.trim(),
        quote: said.quote.trim(),
        verbatim: said.verbatim && said.quote.trim() !== "",
        comment: said.comment.trim(),
        isAnswer: isAnswer ?? isAnswering(category),
      },
      { engagement, directive, task, country: post?.country ?? "" },
    );
    if (await run(request, t("engagement.answer.saved"))) onClose();
  };

  return (
    <Dialog
      isOpen
      title={t("engagement.answer.title")}
      onClose={onClose}
      actions={
        <>
          <SaveKeyHint />
          <Button onPress={onClose}>{t("ui.dialog.cancel")}</Button>
          <Button tone="primary" keys="Control+Enter" onPress={() => void save()}>
            {t("engagement.answer.save")}
          </Button>
        </>
      }
    >
      <div className={css["stack"]}>
        <SaveKey labelKey="engagement.answer.save" onSave={save} />
        <InstantField
          label={t("engagement.answer.received")}
          value={said.receivedAt}
          timeZone={timeZone}
          onChange={(receivedAt) => change({ receivedAt })}
        />
        <div className={css["row"]}>
          <Select
            label={t("engagement.answer.from")}
            options={[{ id: nothing, label: t("engagement.answer.host") }, ...people]}
            value={said.counterpartId ?? nothing}
            onChange={(id) => change({ counterpartId: id === nothing ? null : id })}
          />
          <Select
            label={t("engagement.answer.authority")}
            isOptional
            options={maybe("authority", authorities)}
            value={said.authority ?? nothing}
            onChange={(id) => change({ authority: authorities.find((known) => known === id) ?? null })}
          />
        </div>
        <Select
          label={t("engagement.category")}
          options={responseCategories.map((id) => ({ id, label: enumText("responseCategory", id) }))}
          value={said.category}
          onChange={(category) => change({ category })}
          error={isAsked && said.category === null ? t("engagement.answer.categoryNeeded") : undefined}
        />
        {said.category !== null && task !== undefined && (
          <Checkbox
            isSelected={said.isAnswer ?? isAnswering(said.category)}
            onChange={(isAnswer) => change({ isAnswer })}
            hint={t("engagement.isAnswer.hint")}
          >
            {t("engagement.isAnswer")}
          </Checkbox>
        )}
        <TextField
          label={t("engagement.answer")}
          isOptional
          value={said.text}
          onChange={(text) => change({ text })}
          isForeign
        />
        <TextArea
          label={t("engagement.quote")}
          isOptional
          rows={1}
          value={said.quote}
          onChange={(quote) => change({ quote })}
        />
        {said.quote.trim() !== "" && (
          <Checkbox isSelected={said.verbatim} onChange={(verbatim) => change({ verbatim })}>
            {t("engagement.verbatim")}
          </Checkbox>
        )}
        {issue !== undefined && (
          <div className={css["row"]}>
            <Select
              label={t("engagement.stance", { issue: issue.name })}
              isOptional
              options={maybe("stance", stances)}
              value={said.stance ?? nothing}
              onChange={(id) => change({ stance: stances.find((known) => known === id) ?? null })}
            />
            <Select
              label={t("engagement.confidence")}
              isOptional
              options={maybe("confidence", confidences)}
              value={said.confidence ?? nothing}
              onChange={(id) => change({ confidence: confidences.find((known) => known === id) ?? null })}
            />
          </div>
        )}
        <TextArea
          label={t("engagement.comment")}
          hint={t("engagement.comment.hint")}
          isOptional
          rows={2}
          value={said.comment}
          onChange={(comment) => change({ comment })}
        />
      </div>
    </Dialog>
  );
}

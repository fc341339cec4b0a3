// One office: who it is, by which keys it is known, and what may be done with it.
import { type ReactNode, useState } from "react";
import type { Post } from "#core/model/post.ts";
import { changeOffice } from "#data/pouch/offices.ts";
import type { LackingOffice } from "#data/pouch/seal.ts";
import { Button } from "#ui/controls/button.tsx";
import { TextArea } from "#ui/controls/text-area.tsx";
import { Callout } from "#ui/display/callout.tsx";
import { FactsList } from "#ui/display/facts-list.tsx";
import { Day } from "#ui/display/time.tsx";
import { Section } from "#ui/layout/section.tsx";
import { useFocusFound } from "#ui/lib/use-focus-found.ts";
import { Confirm } from "#ui/overlays/confirm.tsx";
import { Drawer } from "#ui/overlays/drawer.tsx";
import { useText } from "#ui/text/use-text.ts";
import { History } from "../parts/history.tsx";
import { PostPicker } from "../parts/post-picker.tsx";
import { useCommand } from "../parts/use-command.ts";
import { useWorkspace } from "../parts/workspace.tsx";
import css from "./pouches-screen.module.css";
import { Fingerprint } from "./fingerprint.tsx";

export function OfficeDrawer(props: {
  readonly line: LackingOffice;
  readonly posts: readonly Post[];
  readonly onSend: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const { t, formatInstant, formatNumber } = useText();
  const { today, settings } = useWorkspace();
  const command = useCommand();
  const { line, posts, onSend, onClose } = props;
  const { office, lastCameAt, entries } = line;
  const [isRevoking, setRevoking] = useState(false);
  const [note, setNote] = useState(office.note);
  const isRevoked = office.standing === "revoked";
  const compared = useFocusFound<HTMLDivElement>(office.comparedOn);
  const change = (values: Parameters<typeof changeOffice>[1], said?: string) =>
    void command(changeOffice(office, values), said);
  const facts = [
    { label: t("pouches.column.office"), value: <bdi>{office.office}</bdi> },
    { label: t("pouches.person"), value: <bdi>{office.person || t("decisions.empty")}</bdi> },
    { label: t("pouches.kind"), value: t(`pouches.role.${office.role}`) },
    {
      label: t("pouches.column.came"),
      value: lastCameAt === null ? t("pouches.never") : formatInstant(lastCameAt, settings.capitalTimeZone),
    },
    { label: t("pouches.column.lacks"), value: formatNumber(entries) },
  ];
  return (
    <Drawer
      title={t("pouches.one")}
      isOpen
      onClose={onClose}
      actions={
        isRevoked ? (
          <Button
            onPress={() => change({ standing: "trusted" }, t("pouches.trusted", { office: office.office }))}
          >
            {t("pouches.trust.again")}
          </Button>
        ) : (
          <>
            <Button onPress={() => setRevoking(true)}>{t("pouches.revoke")}</Button>
            <Button tone="primary" onPress={onSend}>
              {t("pouches.send")}
            </Button>
          </>
        )
      }
    >
      <div className={css["form"]}>
        {isRevoked && <Callout tone="danger">{t("pouches.revoked.text")}</Callout>}
        <FactsList facts={facts} />
        <Section title={t("pouches.fingerprint")} level={3} hint={t("pouches.fingerprint.compare")}>
          <Fingerprint value={office.fingerprint} />
          <div ref={compared} tabIndex={-1} className={css["compared"]}>
            {office.comparedOn === null ? (
              <Button size="small" onPress={() => change({ comparedOn: today }, t("pouches.compared.done"))}>
                {t("pouches.compared")}
              </Button>
            ) : (
              <p className={css["muted"]}>
                {t("pouches.comparedOn")} <Day on={office.comparedOn} />
              </p>
            )}
          </div>
        </Section>
        {office.role === "post" && (
          <PostPicker
            label={t("pouches.isPost")}
            hint={t("pouches.isPost.hint")}
            posts={posts}
            value={office.postId}
            onChange={(postId) => change({ postId }, t("pouches.changed"))}
          />
        )}
        <TextArea
          label={t("pouches.note")}
          value={note}
          onChange={setNote}
          onBlur={() => note !== office.note && change({ note })}
        />
        <Section title={t("history.title")} level={3}>
          <History records={[{ table: "offices", id: office.id }]} />
        </Section>
      </div>
      <Confirm
        title={t("pouches.revoke.title", { office: office.office })}
        confirmLabel={t("pouches.revoke")}
        isOpen={isRevoking}
        onClose={() => setRevoking(false)}
        onConfirm={() => {
          setRevoking(false);
          change({ standing: "revoked" }, t("pouches.revoked", { office: office.office }));
        }}
      >
        {t("pouches.revoke.text")}
      </Confirm>
    </Drawer>
  );
}

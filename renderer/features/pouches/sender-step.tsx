// A sender who is not trusted here: who it says it is, and what may be done about that. Nothing of it has been merged.
import { type ReactNode, useState } from "react";
import type { Post } from "#core/model/post.ts";
import { folded } from "#core/lib/fold-text.ts";
import { newId } from "#data/ids.ts";
import { allPosts, changePost } from "#data/posts.ts";
import { adoptedId } from "#data/pouch/adopt-post.ts";
import type { Arrival } from "#data/pouch/arrival.ts";
import { useLive } from "#data/use-live.tsx";
import { Button } from "#ui/controls/button.tsx";
import { Checkbox } from "#ui/controls/checkbox.tsx";
import { Callout } from "#ui/display/callout.tsx";
import { FactsList } from "#ui/display/facts-list.tsx";
import { Section } from "#ui/layout/section.tsx";
import { useText } from "#ui/text/use-text.ts";
import { PostPicker } from "../parts/post-picker.tsx";
import { Ready } from "../parts/ready.tsx";
import { useCommand } from "../parts/use-command.ts";
import { useWorkspace } from "../parts/workspace.tsx";
import { Fingerprint } from "./fingerprint.tsx";
import css from "./receive-screen.module.css";
import type { Receiving } from "./use-receive.ts";

interface SenderStepProps {
  readonly arrival: Arrival;
  readonly receiving: Receiving;
}

export function SenderStep(props: SenderStepProps): ReactNode {
  const { t, formatInstant } = useText();
  const { settings } = useWorkspace();
  const posts = useLive(allPosts, []);
  const { arrival, receiving } = props;
  const { info, standing } = arrival;
  const { from, madeAt, note } = info.manifest;
  const isRevoked = standing.kind === "revoked";
  const facts = [
    { label: t("pouches.column.office"), value: <bdi>{from.office || t("decisions.empty")}</bdi> },
    { label: t("pouches.person"), value: <bdi>{from.person || t("decisions.empty")}</bdi> },
    { label: t("pouches.kind"), value: t(`pouches.role.${from.role}`) },
    { label: t("pouches.sealedAt"), value: formatInstant(madeAt, settings.capitalTimeZone) },
    { label: t("pouches.holds"), value: t("pouches.holds.entries", { count: info.entries }) },
  ];
  return (
    <div className={css["step"]}>
      <Callout
        tone={standing.kind === "unknown" ? "info" : "danger"}
        title={t(`pouches.sender.${standing.kind}`, { office: from.office })}
      >
        {t(`pouches.sender.${standing.kind}.text`)}
      </Callout>
      <FactsList facts={facts} isWide />
      {note !== "" && <p className={css["note"]}>{note}</p>}
      <Section title={t("pouches.fingerprint")} level={3} hint={t("pouches.fingerprint.compare")}>
        <Fingerprint value={info.fingerprint} />
      </Section>
      {isRevoked ? (
        <div className={css["ways"]}>
          <Button onPress={receiving.restart}>{t("pouches.receive.other")}</Button>
        </div>
      ) : (
        <Ready live={posts}>{(all) => <Trust {...props} posts={all} />}</Ready>
      )}
    </div>
  );
}

function Trust({
  arrival,
  receiving,
  posts,
}: SenderStepProps & { readonly posts: readonly Post[] }): ReactNode {
  const { t } = useText();
  const { today, settings } = useWorkspace();
  const { from } = arrival.info.manifest;
  const asksPost = from.role === "post" && settings.role === "desk";
  const [postId, setPostId] = useState(() => (asksPost ? likelyPost(from.office, posts) : null));
  const [isCompared, setCompared] = useState(false);
  const isImpostor = arrival.standing.kind === "otherKeys";
  const adopts = adoptedId(arrival.info, settings) !== null;
  const command = useCommand();
  /** Under its own id, so that its records find it at once. */
  const addPost = async (name: string) => {
    const id = from.postId ?? newId();
    if (await command(changePost(id, { name }))) setPostId(id);
  };
  const trust = () => void receiving.trust({ postId, comparedOn: isCompared ? today : null });
  return (
    <>
      {asksPost && (
        <PostPicker
          label={t("pouches.isPost")}
          hint={t("pouches.isPost.hint")}
          posts={posts}
          value={postId}
          onChange={setPostId}
          onCreate={(name) => void addPost(name)}
        />
      )}
      {adopts && <Callout tone="info">{t("pouches.adopts", { office: from.office })}</Callout>}
      <Checkbox isSelected={isCompared} onChange={setCompared} hint={t("pouches.compared.hint")}>
        {t("pouches.compared.check")}
      </Checkbox>
      <div className={css["ways"]}>
        <Button onPress={receiving.restart}>{t("pouches.receive.other")}</Button>
        <Button
          tone={isImpostor ? "danger" : "primary"}
          isDisabled={isImpostor && !isCompared}
          isPending={receiving.isBusy}
          onPress={trust}
        >
          {t(isImpostor ? "pouches.trust.replace" : "pouches.trust")}
        </Button>
      </div>
    </>
  );
}

/** The one post whose name or city is in the office's own name; nobody guesses between two. */
function likelyPost(office: string, posts: readonly Post[]): string | null {
  const words = ` ${folded(office)} `;
  const named = posts.filter(({ name, city }) =>
    [name, city].some((word) => word !== "" && words.includes(` ${folded(word)} `)),
  );
  return named.length === 1 ? (named[0]?.id ?? null) : null;
}

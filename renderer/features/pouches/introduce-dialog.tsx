// First contact: a pouch that says who this office is, under words that are told by telephone.
import { type ReactNode, useEffect, useState } from "react";
import { sealIntroduction } from "#data/pouch/seal.ts";
import { allPosts } from "#data/posts.ts";
import { useLive, useSession } from "#data/use-live.tsx";
import { Button } from "#ui/controls/button.tsx";
import { Callout } from "#ui/display/callout.tsx";
import { Section } from "#ui/layout/section.tsx";
import { Dialog } from "#ui/overlays/dialog.tsx";
import { useText } from "#ui/text/use-text.ts";
import { PostPicker } from "../parts/post-picker.tsx";
import { useProposal } from "../parts/use-proposal.ts";
import vault from "../parts/vault-form.module.css";
import { useWorkspace } from "../parts/workspace.tsx";
import { Fingerprint } from "./fingerprint.tsx";
import css from "./pouches-screen.module.css";
import { useSealed } from "./use-sealed.ts";

export function IntroduceDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useText();
  const session = useSession();
  const { settings } = useWorkspace();
  const { proposal, redraw } = useProposal();
  const fingerprint = useOwnFingerprint();
  const posts = useLive(allPosts, []);
  const [postId, setPostId] = useState<string | null>(null);
  const [isSaved, setSaved] = useState(false);
  const { isPending, failure, seal } = useSealed(() => setSaved(true));
  const save = (passphrase: string) => {
    const name = t("pouches.introduce.file", { office: settings.officeName });
    void seal(() => sealIntroduction(session, session.view, { passphrase, name, forPost: postId }));
  };
  return (
    <Dialog
      title={t("pouches.introduce")}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t(isSaved ? "pouches.introduce.done" : "ui.dialog.cancel")}</Button>
          <Button
            tone={isSaved ? "secondary" : "primary"}
            isDisabled={!proposal}
            isPending={isPending}
            onPress={() => proposal && save(proposal.passphrase)}
          >
            {t("pouches.introduce.save")}
          </Button>
        </>
      }
    >
      <div className={css["form"]}>
        {failure !== null && (
          <Callout tone="danger" isAnnounced>
            {failure}
          </Callout>
        )}
        <p>{t("pouches.introduce.text")}</p>
        {settings.role === "desk" && posts.state === "ready" && (
          <PostPicker
            label={t("pouches.introduce.post")}
            hint={t("pouches.introduce.post.hint")}
            posts={posts.value}
            value={postId}
            onChange={setPostId}
            isOptional
          />
        )}
        <Section
          title={t("pouches.introduce.words")}
          level={3}
          hint={t("pouches.introduce.words.hint")}
          actions={
            !isSaved && (
              <Button size="small" onPress={redraw}>
                {t("vault.passphrase.redraw")}
              </Button>
            )
          }
        >
          <output className={vault["secret"]} aria-label={t("vault.passphrase.words")} translate="no">
            {proposal?.passphrase ?? ""}
          </output>
        </Section>
        <Section title={t("pouches.fingerprint.own")} level={3} hint={t("pouches.fingerprint.own.hint")}>
          <Fingerprint value={fingerprint} />
        </Section>
      </div>
    </Dialog>
  );
}

function useOwnFingerprint(): string {
  const { host } = useSession();
  const [fingerprint, setFingerprint] = useState("");
  useEffect(() => {
    let isGone = false;
    const ask = async () => {
      const answer = await host.call("pouch.device", {});
      if (!isGone && answer.ok) setFingerprint(answer.value.fingerprint);
    };
    void ask();
    return () => {
      isGone = true;
    };
  }, [host]);
  return fingerprint;
}

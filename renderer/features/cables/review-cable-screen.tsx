// The review of a cable: its words at the start, what was read in them at the end, each field to be ticked, mended or thrown away.
import { useState } from "react";
import { z } from "zod";
import { directiveFrom } from "#core/cable/draft-directive.ts";
import { openParts, sureFields } from "#core/cable/review-progress.ts";
import type { Draft } from "#core/model/draft.ts";
import type { Post } from "#core/model/post.ts";
import { zoneFrom } from "#core/rules/calendar.ts";
import { fileCable } from "#data/directives.ts";
import { draftById, endDraft } from "#data/drafts.ts";
import { sha256 } from "#data/hash.ts";
import { newId } from "#data/ids.ts";
import { allPosts } from "#data/posts.ts";
import { useLive } from "#data/use-live.tsx";
import { useCommands } from "#ui/commands/command-layer.tsx";
import { Button } from "#ui/controls/button.tsx";
import { EmptyState } from "#ui/display/empty-state.tsx";
import { Keys } from "#ui/display/kbd.tsx";
import { defineScreen, useNavigate, type ScreenProps } from "#ui/screen.ts";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { Ready } from "../parts/ready.tsx";
import { useCommand } from "../parts/use-command.ts";
import { useWorkspace } from "../parts/workspace.tsx";
import { noSupplies, ticksOf } from "./cable-draft.ts";
import css from "./review-cable-screen.module.css";
import { ReviewFields } from "./review-fields.tsx";
import { ReviewSource } from "./review-source.tsx";
import { useReview } from "./use-review.ts";

function ReviewCableScreen({ params }: ScreenProps<"/cables/$draftId", object>) {
  const { t } = useText();
  const navigate = useNavigate();
  const live = useLive(
    async (view) => ({ draft: await draftById(params.draftId)(view), posts: await allPosts(view) }),
    [params.draftId],
  );
  return (
    <Ready live={live}>
      {({ draft, posts }) =>
        draft === undefined ? (
          <EmptyState
            actions={<Button onPress={() => navigate(links.openCable())}>{t("cable.open.title")}</Button>}
          >
            {t("cable.review.gone")}
          </EmptyState>
        ) : (
          <ReviewPage draft={draft} posts={posts} />
        )
      }
    </Ready>
  );
}

function ReviewPage({ draft, posts }: { readonly draft: Draft; readonly posts: readonly Post[] }) {
  const { t, formatList } = useText();
  const navigate = useNavigate();
  const run = useCommand();
  const { settings } = useWorkspace();
  const review = useReview(draft, posts);
  const [active, setActive] = useState<string | null>(null);
  const [isFiling, setFiling] = useState(false);
  const { state, progress } = review;
  const open = openParts(progress);
  const ticks = ticksOf(state);
  const foreseen = directiveFrom(review.draft, ticks, noSupplies);
  const taskCount = foreseen.tasks.length;
  const left = review.draft.fields.filter(({ key, value }) => {
    const isOpen = !Object.hasOwn(state.ticks, key) && !Object.hasOwn(state.discarded, key);
    return isOpen && value !== null;
  }).length;
  const sure = sureFields(review.draft).filter(
    ({ key }) => !Object.hasOwn(state.ticks, key) && !Object.hasOwn(state.discarded, key),
  );

  const create = async () => {
    if (open.length > 0 || isFiling) return;
    setFiling(true);
    // What was ticked last is on disk, and nothing is kept after the draft has ended.
    await review.keeper.stop();
    const { status, sentAt = null } = foreseen.directive.values;
    const rows = directiveFrom(review.draft, ticks, {
      newId,
      // Posts were tasked when the cable went out, not when somebody read it into Chancery.
      taskedAt: status === "transmitted" ? sentAt : null,
      capitalTimeZone: zoneFrom(settings.capitalTimeZone),
      sourceName: state.sourceName,
      sourceText: review.source,
      sourceHash: await sha256(review.source),
    });
    if (await run(fileCable(rows, draft.id), t("cable.review.created", { count: rows.tasks.length }))) {
      navigate(links.directive(rows.directive.id), { replace: true });
      return;
    }
    review.keeper.resume();
    setFiling(false);
  };
  const throwAway = async () => {
    await review.keeper.stop();
    if (await run({ changes: [endDraft(draft.id)] }, t("cable.open.thrown-away"))) {
      navigate(links.openCable(), { replace: true });
    } else review.keeper.resume();
  };
  const tickSure = () =>
    review.tick(
      sure.map(({ key }) => key),
      true,
    );
  useCommands([
    {
      id: "review.create",
      labelKey: "cable.review.create",
      labelValues: { count: taskCount },
      keys: "Mod+Enter",
      when: () => open.length === 0,
      run: create,
    },
    { id: "review.sure", labelKey: "cable.review.tick-sure", keys: "a", run: tickSure },
  ]);

  return (
    <div className={css["screen"]}>
      <header className={css["head"]}>
        <div className={css["words"]}>
          <p className={css["eyebrow"]}>
            {t("cable.review.title")} {state.sourceName !== "" && <bdi>{state.sourceName}</bdi>}
          </p>
          <h1 className={css["title"]} title={draft.title}>
            <bdi>{draft.title}</bdi>
          </h1>
        </div>
        <Button tone="quiet" onPress={() => void throwAway()}>
          {t("cable.open.throw-away")}
        </Button>
        <Button keys="a" isDisabled={sure.length === 0} onPress={tickSure}>
          {t("cable.review.tick-sure-count", { count: sure.length })}
        </Button>
      </header>
      <div className={css["sides"]}>
        <ReviewSource review={review} active={active} onActive={setActive} />
        <ReviewFields review={review} active={active} onActive={setActive} />
      </div>
      <footer className={css["foot"]}>
        <p className={css["left"]} role="status">
          {open.length > 0
            ? t("cable.review.open", { parts: formatList(open.map((part) => t(`cable.part.${part}`))) })
            : left > 0
              ? t("cable.review.left", { count: left })
              : t("cable.review.all")}
        </p>
        <Keys keys="Mod+Enter" />
        <Button
          tone="primary"
          keys="Control+Enter"
          isDisabled={open.length > 0}
          isPending={isFiling}
          onPress={() => void create()}
        >
          {t("cable.review.create", { count: taskCount })}
        </Button>
      </footer>
    </div>
  );
}

export const reviewCableScreen = defineScreen({
  path: "/cables/$draftId",
  search: z.object({}),
  component: ReviewCableScreen,
});

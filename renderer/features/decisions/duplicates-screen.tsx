// Records that may be one, over the whole workspace: people first, then bodies; each pair compared, said to be two, or put off.
import type { ReactNode } from "react";
import { z } from "zod";
import { mergeableTables } from "#core/rules/merged.ts";
import { allOrganizations } from "#data/counterparts.ts";
import { goneFrom, setAside } from "#data/decisions.ts";
import { likePairs, waitingPair } from "#data/duplicates.ts";
import { useLive } from "#data/use-live.tsx";
import type { View } from "#data/view/view.ts";
import { Link } from "#ui/controls/link.tsx";
import { ToggleButtonGroup } from "#ui/controls/toggle-button-group.tsx";
import { EmptyState } from "#ui/display/empty-state.tsx";
import { PageHeader } from "#ui/layout/page-header.tsx";
import { defineScreen, type ScreenProps } from "#ui/screen.ts";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { Ready } from "../parts/ready.tsx";
import { useCommand } from "../parts/use-command.ts";
import { useWorkspace } from "../parts/workspace.tsx";
import css from "./decisions-screen.module.css";
import { PairCard } from "./pair-card.tsx";
import { useCardKeys } from "./use-card-keys.ts";
import { useWaitingList, WaitingCards } from "./waiting-cards.tsx";

const kinds = ["all", ...mergeableTables] as const;
const search = z.object({ of: z.enum(kinds).catch("all") });
type Props = ScreenProps<"/duplicates", z.infer<typeof search>>;

async function foundWork(view: View) {
  const [pairs, organizations, posts] = await Promise.all([
    likePairs(view),
    allOrganizations(view),
    view.page("posts", {}),
  ]);
  return { pairs, organizations, posts: new Map(posts.rows.map(({ id, name }) => [id, name])) };
}

function DuplicatesScreen(props: Props): ReactNode {
  const { t } = useText();
  const live = useLive(foundWork, []);
  return (
    <div className={css["screen"]}>
      <PageHeader
        eyebrow={
          <Link to={links.counterparts()} tone="plain">
            {t("counterparts.title")}
          </Link>
        }
        title={t("duplicates.title")}
        meta={t("duplicates.what")}
      />
      <Ready live={live}>{(work) => <Pairs work={work} {...props} />}</Ready>
    </div>
  );
}

type PairsProps = Props & { readonly work: Awaited<ReturnType<typeof foundWork>> };

function Pairs({ work, search: { of }, setSearch }: PairsProps): ReactNode {
  const { t } = useText();
  const { device } = useWorkspace();
  const run = useCommand();
  const { pairs, organizations, posts } = work;
  const waiting = pairs.map((found) => ({ ...waitingPair(found), found }));
  const wanted = waiting.filter(({ found }) => of === "all" || found.table === of);
  const list = useWaitingList(wanted);
  const place = useCardKeys(list.drawn);
  const count = (kind: (typeof kinds)[number]) =>
    kind === "all" ? pairs.length : pairs.filter(({ table }) => table === kind).length;
  return (
    <div className={css["body"]} ref={place} tabIndex={-1}>
      {pairs.length > 0 && (
        <ToggleButtonGroup
          label={t("duplicates.show")}
          options={kinds.map((id) => ({ id, label: t(`duplicates.of.${id}`, { count: count(id) }) }))}
          value={of}
          onChange={(next) => setSearch({ of: next })}
        />
      )}
      {wanted.length === 0 && <EmptyState>{t("duplicates.none")}</EmptyState>}
      <WaitingCards
        list={list}
        renderCard={(one, isAside) => (
          <PairCard
            found={one.found}
            organizations={organizations}
            posts={posts}
            isAside={isAside}
            onAside={(aside) => void run(setAside(one, aside, goneFrom(device.setAside, "pairs", waiting)))}
          />
        )}
      />
    </div>
  );
}

export const duplicatesScreen = defineScreen({ path: "/duplicates", search, component: DuplicatesScreen });

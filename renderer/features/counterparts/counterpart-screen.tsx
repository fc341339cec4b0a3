// One counterpart in three panels: who they are, what was said to them and when, where they stand on each issue.
import { type ReactNode } from "react";
import { z } from "zod";
import { personFile, type PersonFile } from "#data/people.ts";
import { useLive } from "#data/use-live.tsx";
import { useCommands } from "#ui/commands/command-layer.tsx";
import { Button } from "#ui/controls/button.tsx";
import { EmptyState } from "#ui/display/empty-state.tsx";
import { PageHeader } from "#ui/layout/page-header.tsx";
import { Split } from "#ui/layout/split.tsx";
import { defineScreen, type ScreenProps, useNavigate } from "#ui/screen.ts";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { ConflictBadge } from "../parts/conflict-badge.tsx";
import { Ready } from "../parts/ready.tsx";
import css from "./counterpart-screen.module.css";
import { Identity } from "./identity.tsx";
import { MeetingList } from "./meeting-list.tsx";
import { StanceCards } from "./stance-cards.tsx";

function CounterpartScreen({ params }: ScreenProps<"/counterparts/$counterpartId", object>): ReactNode {
  const { t } = useText();
  const live = useLive(personFile(params.counterpartId), [params.counterpartId]);
  return (
    <Ready live={live}>
      {(file) => (file ? <Person file={file} /> : <EmptyState>{t("counterpart.gone")}</EmptyState>)}
    </Ready>
  );
}

function Person({ file }: { readonly file: PersonFile }): ReactNode {
  const { t } = useText();
  const navigate = useNavigate();
  const { counterpart, post } = file;
  const log = () => navigate(links.logEngagement(post ? { post: post.id } : {}));
  useCommands([{ id: "counterpart.log", labelKey: "counterpart.log", keys: "l", run: log }]);
  return (
    <div className={css["screen"]}>
      <PageHeader
        title={<bdi>{counterpart.name}</bdi>}
        eyebrow={[post?.name, counterpart.country].filter(Boolean).join(", ")}
        meta={
          <>
            {counterpart.nativeName !== "" && <bdi>{counterpart.nativeName}</bdi>}
            <ConflictBadge conflicts={counterpart.conflicts} />
          </>
        }
        actions={<Button onPress={log}>{t("counterpart.log")}</Button>}
      />
      <Split
        list={<Identity file={file} />}
        listLabel={t("counterpart.identity")}
        facts={<StanceCards file={file} />}
        factsLabel={t("counterpart.positions")}
        onBack={() => navigate(links.counterparts())}
      >
        <MeetingList file={file} />
      </Split>
    </div>
  );
}

export const counterpartScreen = defineScreen({
  path: "/counterparts/$counterpartId",
  search: z.object({}),
  component: CounterpartScreen,
});

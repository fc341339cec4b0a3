// One counterpart in three panels: who they are, what was said to them and when, where they stand on each issue.
import { type ReactNode } from "react";
import { z } from "zod";
import { officeOn } from "#core/rules/offices.ts";
import { personFile, type PersonFile } from "#data/people.ts";
import { useLive } from "#data/use-live.tsx";
import { useCommands } from "#ui/commands/command-layer.tsx";
import { Button } from "#ui/controls/button.tsx";
import { Link } from "#ui/controls/link.tsx";
import { EmptyState } from "#ui/display/empty-state.tsx";
import { PageHeader } from "#ui/layout/page-header.tsx";
import { defineScreen, type ScreenProps, useNavigate } from "#ui/screen.ts";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { Attachments } from "../parts/attachments.tsx";
import { ConflictBadge } from "../parts/conflict-badge.tsx";
import { officeText } from "../parts/office-text.ts";
import { Ready } from "../parts/ready.tsx";
import { RecordMenu } from "../parts/record-menu.tsx";
import { useWorkspace } from "../parts/workspace.tsx";
import css from "./counterpart-screen.module.css";
import { Identity } from "./identity.tsx";
import { MergedHere } from "./merged-here.tsx";
import { MeetingList } from "./meeting-list.tsx";
import { StanceCards } from "./stance-cards.tsx";

const search = z.object({});
type Props = ScreenProps<"/counterparts/$counterpartId", z.infer<typeof search>>;

function CounterpartScreen({ params }: Props): ReactNode {
  const { t } = useText();
  const live = useLive(personFile(params.counterpartId), [params.counterpartId]);
  return (
    <Ready live={live}>
      {(file) =>
        file && !file.counterpart.deleted ? (
          <Person file={file} askedId={params.counterpartId} />
        ) : (
          <EmptyState actions={<Link to={links.counterparts()}>{t("counterparts.title")}</Link>}>
            {t("counterpart.gone")}
          </EmptyState>
        )
      }
    </Ready>
  );
}

function Person({ file, askedId }: { readonly file: PersonFile; readonly askedId: string }): ReactNode {
  const { t } = useText();
  const navigate = useNavigate();
  const { today } = useWorkspace();
  const { counterpart, post, organizations } = file;
  const log = () => navigate(links.logEngagement(post ? { post: post.id } : {}));
  useCommands([{ id: "counterpart.log", labelKey: "counterpart.log", keys: "l", run: log }]);
  const office = officeText(officeOn(counterpart, today), organizations);
  return (
    <div className={css["screen"]}>
      <PageHeader
        eyebrow={
          <Link to={links.counterparts()} tone="plain">
            {t("counterparts.title")}
          </Link>
        }
        title={
          <>
            <bdi>{counterpart.name}</bdi>
            {counterpart.nativeName !== "" && <bdi className={css["native"]}>{counterpart.nativeName}</bdi>}
          </>
        }
        meta={
          <>
            {office !== "" && <bdi>{office}</bdi>}
            {post !== undefined && (
              <Link to={links.post(post.id)}>
                <bdi>{post.name}</bdi>
              </Link>
            )}
            {counterpart.country !== "" && <bdi>{counterpart.country}</bdi>}
            <ConflictBadge conflicts={counterpart.conflicts} />
          </>
        }
        actions={
          <>
            <RecordMenu
              record={{ table: "counterparts", id: counterpart.id }}
              name={counterpart.name}
              onMoved={() => navigate(links.counterparts())}
            />
            <Button tone="primary" keys="l" onPress={log}>
              {t("counterpart.log")}
            </Button>
          </>
        }
      />
      <div className={css["panels"]}>
        <div className={css["identity"]}>
          <MergedHere file={file} askedId={askedId} />
          <Identity file={file} />
          <div className={css["panel"]}>
            <Attachments record={{ table: "counterparts", id: counterpart.id }} scope={counterpart.scope} />
          </div>
        </div>
        <div className={css["meetings"]}>
          <MeetingList file={file} />
        </div>
        <div className={css["stances"]}>
          <StanceCards file={file} />
        </div>
      </div>
    </div>
  );
}

export const counterpartScreen = defineScreen({
  path: "/counterparts/$counterpartId",
  search,
  component: CounterpartScreen,
});

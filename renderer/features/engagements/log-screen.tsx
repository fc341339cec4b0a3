// The screen that logs an engagement, or takes up a draft or a filed one again.
import { Suspense, use, useState } from "react";
import { useSession } from "#data/use-live.tsx";
import { newId } from "#data/ids.ts";
import { EmptyState } from "#ui/display/empty-state.tsx";
import { Skeleton } from "#ui/display/skeleton.tsx";
import { Link } from "#ui/controls/link.tsx";
import { defineScreen, type ScreenProps } from "#ui/screen.ts";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { LogForm } from "./log-form.tsx";
import { logSearch, type LogSearch } from "./log-search.ts";
import { type LogStart, logStart } from "./log-start.ts";

interface Opening {
  readonly search: LogSearch;
  readonly draftId: string;
  readonly start: Promise<LogStart>;
}

function LogScreen({ search, setSearch }: ScreenProps<"/engagements/log", LogSearch>) {
  const { view } = useSession();
  const open = (): Opening => {
    const draftId = search.draft || newId();
    return { search, draftId, start: logStart(search, draftId, new Date().toISOString())(view) };
  };
  const [opening, setOpening] = useState(open);
  // Another link to this screen opens another form; naming the draft in the link of the open one does not.
  if (!isSameForm(opening, search)) setOpening(open());
  return (
    <Suspense fallback={<Skeleton rows={12} />}>
      <Started
        key={opening.draftId}
        start={opening.start}
        onDraftMade={(draft) => draft !== search.draft && setSearch({ draft })}
      />
    </Suspense>
  );
}

function isSameForm(opening: Opening, search: LogSearch): boolean {
  if (search.draft !== "") return search.draft === opening.draftId;
  return (Object.keys(search) as (keyof LogSearch)[]).every((name) => search[name] === opening.search[name]);
}

interface StartedProps {
  readonly start: Promise<LogStart>;
  readonly onDraftMade: (draftId: string) => void;
}

function Started({ start, onDraftMade }: StartedProps) {
  const { t } = useText();
  const started = use(start);
  if (started.kind === "form") {
    return <LogForm key={started.draftId} start={started} onDraftMade={onDraftMade} />;
  }
  return (
    <EmptyState actions={<Link to={links.engagements()}>{t("engagement.toList")}</Link>}>
      {t(started.kind === "gone" ? "engagement.draft.gone" : "engagement.draft.unreadable")}
    </EmptyState>
  );
}

export const logScreen = defineScreen({ path: "/engagements/log", search: logSearch, component: LogScreen });

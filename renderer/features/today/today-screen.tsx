// The first screen: what is owed today, at the desk or at the post whose workspace this is.
import type { ReactNode } from "react";
import { z } from "zod";
import { type TodayFile, todayFile } from "#data/today-file.ts";
import { useLive } from "#data/use-live.tsx";
import { useCommands } from "#ui/commands/command-layer.tsx";
import { defineScreen, useNavigate } from "#ui/screen.ts";
import { links } from "../links.ts";
import { Ready } from "../parts/ready.tsx";
import { useWorkspace } from "../parts/workspace.tsx";
import { DeskToday } from "./desk-today.tsx";
import { FirstSteps } from "./first-steps.tsx";
import { PostToday } from "./post-today.tsx";

function TodayScreen(): ReactNode {
  const navigate = useNavigate();
  const { homePostId } = useWorkspace();
  const live = useLive(todayFile(homePostId), [homePostId]);
  useCommands([
    {
      id: "today.log",
      labelKey: "post.log",
      keys: "n",
      run: () => navigate(links.logEngagement(homePostId === null ? {} : { post: homePostId })),
    },
  ]);
  return (
    <Ready live={live}>
      {(file) => {
        if (isBare(file)) return <FirstSteps hasPosts={file.posts.length > 0} />;
        const home = file.posts.find(({ id }) => id === homePostId);
        return home === undefined ? <DeskToday file={file} /> : <PostToday file={file} post={home} />;
      }}
    </Ready>
  );
}

/** Nothing has been asked, done or begun here yet; posts alone are only the address book. */
function isBare(file: TodayFile): boolean {
  const { directives, tasks, engagements, followUps, drafts } = file;
  return [directives, tasks, engagements, followUps, drafts].every((rows) => rows.length === 0);
}

export const todayScreen = defineScreen({ path: "/", search: z.object({}), component: TodayScreen });

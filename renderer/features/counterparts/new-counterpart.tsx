// Entering somebody new: for which post, then who they are, beside whoever is known already and looks alike.
import { type ReactNode, useState } from "react";
import type { People } from "#data/people.ts";
import { Dialog } from "#ui/overlays/dialog.tsx";
import { useNavigate } from "#ui/screen.ts";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { NewPerson } from "../parts/new-person.tsx";
import { PostPicker } from "../parts/post-picker.tsx";
import { useWorkspace } from "../parts/workspace.tsx";
import css from "./counterparts-screen.module.css";

interface NewCounterpartProps {
  readonly all: People;
  /** The post the list is narrowed to; empty: none. */
  readonly postId: string;
  readonly onClose: () => void;
}

export function NewCounterpart({ all, postId, onClose }: NewCounterpartProps): ReactNode {
  const { t } = useText();
  const navigate = useNavigate();
  const { homePostId } = useWorkspace();
  const [chosen, setChosen] = useState<string | null>(postId === "" ? homePostId : postId);
  const post = all.posts.find(({ id }) => id === chosen);
  return (
    <Dialog title={t("counterparts.add")} isOpen onClose={onClose} size="large">
      <div className={css["stack"]}>
        <PostPicker
          label={t("counterparts.forPost")}
          posts={all.posts}
          value={chosen}
          onChange={setChosen}
          takesFocus={post === undefined}
        />
        {post && (
          <NewPerson
            post={post}
            name=""
            counterparts={all.counterparts}
            organizations={all.organizations}
            matchLabel={t("counterparts.open")}
            onMatch={({ id }) => navigate(links.counterpart(id))}
            onEntered={({ id }) => navigate(links.counterpart(id))}
            onCancel={onClose}
          />
        )}
      </div>
    </Dialog>
  );
}

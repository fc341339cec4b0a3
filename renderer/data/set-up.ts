// The first write of a new workspace: whose it is, how it marks its papers, and for a post, the post itself.
import type { Change } from "#core/log/change.ts";
import type { PostType } from "#core/model/enums.ts";
import { type Settings, workspaceSettingsId } from "#core/model/settings.ts";
import { regionOf, telegraphicName } from "#core/rules/post-place.ts";
import { asError } from "./follow.ts";
import { newId } from "./ids.ts";
import type { Session } from "./session.ts";
import { write } from "./write.ts";

export interface OfficeSetup {
  readonly label: string;
  readonly role: Settings["role"];
  readonly userName: string;
  readonly userRank: string;
  readonly capitalName: string;
  readonly capitalTimeZone: string;
  readonly bannerText: string;
  readonly bannerTone: Settings["bannerTone"];
  readonly ceiling: Settings["ceiling"];
  /** Only for a post workspace. */
  readonly post: {
    readonly city: string;
    readonly country: string;
    readonly type: PostType;
    readonly timeZone: string;
  } | null;
}

/** Throws what the write door answers where the disk refuses. */
export async function setUpOffice(session: Session, setup: OfficeSetup): Promise<void> {
  const { label, post, ...values } = setup;
  const postId = post ? newId() : null;
  const changes: Change[] = [
    {
      table: "settings",
      id: workspaceSettingsId,
      scope: "local",
      values: { ...values, officeName: label, postId },
    },
  ];
  if (post && postId) {
    changes.push({
      table: "posts",
      id: postId,
      scope: "all",
      values: {
        ...post,
        name: post.city,
        region: regionOf(post.country),
        addressNames: [telegraphicName(post.city)],
        weekend: ["6", "7"],
      },
    });
  }
  const written = await write(session, { changes });
  if (!written.ok) throw asError(written);
}

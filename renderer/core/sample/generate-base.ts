// The standing part of a generated workspace: settings, issues, posts, organizations, counterparts.
import type { Change } from "../log/change.ts";
import { postScope } from "../model/scope.ts";
import { workspaceSettingsId } from "../model/settings.ts";
import { firstNames, inventedName, titles, type Dice } from "./generate-words.ts";
import { capitalZone, change, deskOfficer } from "./teller.ts";

const zones = [
  "Europe/London",
  "Europe/Paris",
  "Europe/Warsaw",
  "Africa/Lagos",
  "Africa/Nairobi",
  "Asia/Riyadh",
  "Asia/Kolkata",
  "Asia/Jakarta",
  "Asia/Tokyo",
  "Australia/Sydney",
  "America/Mexico_City",
  "America/Sao_Paulo",
] as const;
const regions = ["EUR", "EAP", "AF", "NEA", "SCA", "WHA"] as const;
const languages = ["English", "French", "Spanish", "Arabic", "Portuguese", "Russian"] as const;
export const generatedIssues = 5;

/** A post as the generator needs to know it while it tells. */
export interface MadePost {
  readonly id: string;
  readonly city: string;
  readonly zone: string;
  readonly user: string;
  readonly organizationId: string;
  readonly counterparts: readonly { readonly id: string; readonly name: string; readonly title: string }[];
}

export function makePosts(count: number, counterpartsEach: number, dice: Dice): MadePost[] {
  return Array.from({ length: count }, (_, at) => {
    const number = String(at + 1).padStart(3, "0");
    return {
      id: `gp-${number}`,
      city: `${inventedName(dice)} ${number}`,
      zone: dice.pick(zones),
      user: `${dice.pick(firstNames)} ${inventedName(dice)}`,
      organizationId: `go-${number}`,
      counterparts: Array.from({ length: counterpartsEach }, (__, person) => ({
        id: `gc-${number}-${person + 1}`,
        name: `${dice.pick(firstNames)} ${inventedName(dice)}`,
        title: dice.pick(titles),
      })),
    };
  });
}

export function workspaceChanges(): Change[] {
  return [
    change("settings", workspaceSettingsId, "local", {
      role: "desk",
      officeName: "Generated desk",
      userName: deskOfficer,
      capitalName: "Washington",
      capitalTimeZone: capitalZone,
      bannerText: "UNCLASSIFIED // GENERATED",
    }),
    ...Array.from({ length: generatedIssues }, (_, at) =>
      change("issues", `gi-${at + 1}`, "all", {
        name: `Issue ${at + 1}`,
        description: "A generated subject.",
      }),
    ),
  ];
}

export function postChanges(post: MadePost, dice: Dice): Change[] {
  const gulf = post.zone === "Asia/Riyadh";
  return [
    change("posts", post.id, "all", {
      name: post.city,
      type: dice.chance(0.7) ? "embassy" : "consulateGeneral",
      city: post.city,
      country: `Country of ${post.city}`,
      region: dice.pick(regions),
      addressNames: [post.city.toUpperCase()],
      timeZone: post.zone,
      weekend: gulf ? ["5", "6"] : ["6", "7"],
      latitude: dice.below(140) - 60,
      longitude: dice.below(340) - 170,
      staff: { officer: { name: post.user, role: "Economic Officer", rotatesOn: null } },
    }),
    change("organizations", post.organizationId, "all", {
      name: `Ministry of Foreign Affairs of ${post.city}`,
      kind: "ministry",
      country: `Country of ${post.city}`,
    }),
  ];
}

export function counterpartChanges(post: MadePost, dice: Dice): Change[] {
  return post.counterparts.map(({ id, name, title }) =>
    change("counterparts", id, postScope(post.id), {
      name,
      postId: post.id,
      country: `Country of ${post.city}`,
      offices: {
        now: {
          title,
          organizationId: post.organizationId,
          level: dice.pick(["minister", "deputyMinister", "director", "desk"]),
          fromOn: null,
          toOn: null,
        },
      },
      languages: ["English", dice.pick(languages)],
    }),
  );
}

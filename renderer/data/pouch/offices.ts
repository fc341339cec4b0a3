// Offices with which pouches are exchanged: who they are, and the writes that trust, change and revoke them.
import type { PouchInfo, PublicDevice } from "#core/host/pouch.ts";
import { claimable } from "#core/exchange/pouch/who-may.ts";
import type { PatchOf } from "#core/model/entity.ts";
import type { Office, offices } from "#core/model/office.ts";
import type { Ask, View } from "../view/view.ts";
import type { WriteRequest } from "../write.ts";
import { adoptedId, adoptedPost } from "./adopt-post.ts";
import { ownSettings } from "./own-settings.ts";

/** By name; those revoked last. */
export const allOffices: Ask<readonly Office[]> = async (view) => {
  const { rows } = await view.page("offices", { sort: [{ field: "office" }] });
  return rows.toSorted((a, b) => Number(a.standing === "revoked") - Number(b.standing === "revoked"));
};

export type Sender = PouchInfo["manifest"]["from"];

/** What a sender is to this device. `otherKeys`: it has the name of a known device, and keys of its own. */
export type Standing =
  | { readonly kind: "unknown" }
  | { readonly kind: "trusted" | "revoked" | "otherKeys"; readonly office: Office };

export async function standingOf(view: View, from: Sender): Promise<Standing> {
  const [office] = await view.get("offices", [from.device]);
  if (!office) return { kind: "unknown" };
  if (!isSameKeys(office, from)) return { kind: "otherKeys", office };
  return { kind: office.standing, office };
}

function isSameKeys(office: Office, { sign, agree }: Sender): boolean {
  return office.signX === sign.x && office.agreeX === agree.x && office.agreeY === agree.y;
}

/** The keys an office is known by, as the host takes them. */
export function keysOf({ id, signX, agreeX, agreeY }: Office): PublicDevice {
  return {
    device: id,
    sign: { kty: "OKP", crv: "Ed25519", x: signX },
    agree: { kty: "EC", crv: "P-256", x: agreeX, y: agreeY },
  };
}

export interface Introduction {
  /** This workspace's record of the post it is; null for a desk. */
  readonly postId: string | null;
  /** Day on which the fingerprints were compared; null where nobody has. */
  readonly comparedOn: string | null;
}

/** From now on what this device sends is merged, pouches can be sealed for it, and a post takes on the name it gave it. */
export async function trustOffice(
  view: View,
  { manifest, fingerprint }: Pick<PouchInfo, "manifest" | "fingerprint">,
  { postId, comparedOn }: Introduction,
): Promise<WriteRequest> {
  const { from } = manifest;
  const [posts, others] = await Promise.all([view.page("posts", {}), view.page("offices", {})]);
  const taken = others.rows.filter(({ id }) => id !== from.device);
  const known = new Set([
    ...posts.rows.map(({ id }) => id),
    ...taken.flatMap(({ scopes }) => scopes.map((scope) => scope.slice("post/".length))),
  ]);
  const adopts = adoptedId({ manifest }, await ownSettings(view));
  return {
    changes: [
      ...(await adoptedPost(view, { adopts })),
      {
        table: "offices",
        id: from.device,
        scope: "local",
        values: {
          office: from.office,
          role: from.role,
          person: from.person,
          postId: from.role === "post" ? postId : null,
          scopes: from.role === "post" ? claimable(from.scopes, known) : [],
          signX: from.sign.x,
          agreeX: from.agree.x,
          agreeY: from.agree.y,
          fingerprint,
          standing: "trusted",
          comparedOn,
        },
      },
    ],
  };
}

export function changeOffice({ id }: Pick<Office, "id">, values: PatchOf<typeof offices>): WriteRequest {
  return { changes: [{ table: "offices", id, scope: "local", values }] };
}

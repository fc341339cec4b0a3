// One addressee and the post it means: matched by name, chosen by hand, made new, or left without a post on purpose.
import { Crosshair, Trash2, Undo2 } from "lucide-react";
import type { Addressee } from "#core/cable/reading.ts";
import { isAdded } from "#core/cable/review-additions.ts";
import { placeOf } from "#core/cable/post-names.ts";
import type { AddresseeMatch } from "#core/cable/review.ts";
import type { Post } from "#core/model/post.ts";
import { postTypeOf } from "#core/rules/post-match.ts";
import { newId } from "#data/ids.ts";
import { changePost } from "#data/posts.ts";
import { Button } from "#ui/controls/button.tsx";
import { Checkbox } from "#ui/controls/checkbox.tsx";
import { IconButton } from "#ui/controls/icon-button.tsx";
import { Badge } from "#ui/display/badge.tsx";
import { cx } from "#ui/lib/classes.ts";
import { useText } from "#ui/text/use-text.ts";
import { useEnumText } from "../parts/enum-text.ts";
import { PostPicker } from "../parts/post-picker.tsx";
import { useCommand } from "../parts/use-command.ts";
import css from "./addressee-row.module.css";
import row from "./review-row.module.css";
import type { ReviewRowProps } from "./review-row.tsx";
import type { Review } from "./use-review.ts";

/** "THE HAGUE" as a person writes it. */
function inWords(place: string): string {
  return place.toLowerCase().replaceAll(/(?<=^|[\s-])\p{L}/gu, (letter) => letter.toUpperCase());
}

export function AddresseeRow({ review, field, isActive, onActive }: ReviewRowProps) {
  const { t } = useText();
  const enumText = useEnumText();
  const { key, span, value } = field;
  if (value === null || typeof value === "string" || value.kind !== "addressee") return null;
  const { addressee, match } = value;
  const { state, posts } = review;
  const isTicked = Object.hasOwn(state.ticks, key);
  const isDiscarded = Object.hasOwn(state.discarded, key);
  const chosen = state.posts[key];
  const isOpen = review.draft.unmatched.includes(key) && chosen === undefined && !isDiscarded;
  const nameOf = (id: string) => posts.find((post) => post.id === id)?.name ?? t("tasks.unknown");
  return (
    <div
      className={cx(row["row"], css["row"], isActive && row["active"], isDiscarded && row["discarded"])}
      data-review={key}
      onFocus={() => onActive(key)}
    >
      <div className={css["name"]}>
        <Checkbox
          isSelected={isTicked}
          onChange={(on) => review.tick([key], on)}
          isDisabled={isDiscarded || isOpen}
        >
          <bdi>{addressee.name}</bdi>
        </Checkbox>
      </div>
      <div className={row["value"]}>
        {addressee.kind !== "action" && <Badge>{enumText("addressKind", addressee.kind)}</Badge>}{" "}
        {chosen === null ? (
          <span className={row["quiet"]}>{t("cable.addressee.no-post")}</span>
        ) : chosen !== undefined ? (
          <bdi>{nameOf(chosen)}</bdi>
        ) : (
          <MatchText match={match} nameOf={nameOf} />
        )}
      </div>
      <span className={row["tools"]}>
        {span !== null && (
          <IconButton
            size="small"
            label={t("field.show-source", { label: addressee.name })}
            icon={<Crosshair aria-hidden />}
            onPress={() => onActive(key)}
          />
        )}
        {!isAdded(key) && chosen !== undefined ? (
          <IconButton
            size="small"
            label={t("cable.addressee.undo", { name: addressee.name })}
            icon={<Undo2 aria-hidden />}
            onPress={() =>
              review.change((before) => ({
                ...before,
                posts: Object.fromEntries(Object.entries(before.posts).filter(([id]) => id !== key)),
              }))
            }
          />
        ) : isDiscarded ? (
          <IconButton
            size="small"
            label={t("cable.review.bring-back", { label: addressee.name })}
            icon={<Undo2 aria-hidden />}
            onPress={() => review.discard(key, false)}
          />
        ) : (
          <IconButton
            size="small"
            label={t("cable.review.leave-out", { label: addressee.name })}
            icon={<Trash2 aria-hidden />}
            onPress={() => review.discard(key, true)}
          />
        )}
      </span>
      {isOpen && !addressee.collective && (
        <AddresseeChoice review={review} addressee={addressee} fieldKey={key} match={match} />
      )}
    </div>
  );
}

function MatchText({
  match,
  nameOf,
}: {
  readonly match: AddresseeMatch;
  readonly nameOf: (id: string) => string;
}) {
  const { t } = useText();
  switch (match.kind) {
    case "one":
      return <bdi>{nameOf(match.postId)}</bdi>;
    case "collective":
      return match.postIds.length === 0 ? (
        <span className={row["warn"]}>{t("cable.addressee.which")}</span>
      ) : (
        t("cable.addressee.all", { count: match.postIds.length })
      );
    case "several":
      return (
        <span className={row["warn"]}>{t("cable.addressee.several", { count: match.postIds.length })}</span>
      );
    case "none":
      return <span className={row["warn"]}>{t("cable.addressee.unknown")}</span>;
  }
}

interface AddresseeChoiceProps {
  readonly review: Review;
  readonly addressee: Addressee;
  readonly fieldKey: string;
  readonly match: AddresseeMatch;
}

function AddresseeChoice({ review, addressee, fieldKey, match }: AddresseeChoiceProps) {
  const { t } = useText();
  const run = useCommand();
  const { posts } = review;
  const place = placeOf(addressee.name);
  const choose = (postId: string | null) => {
    review.change((before) => ({ ...before, posts: { ...before.posts, [fieldKey]: postId } }));
    // A post chosen by hand needs no second look.
    if (postId !== null) review.tick([fieldKey], true);
  };
  const create = async () => {
    const id = newId();
    const city = inWords(place);
    const request = changePost(id, {
      name: city,
      city,
      type: postTypeOf(addressee.name) ?? "embassy",
      addressNames: [place],
    });
    if (await run(request, t("cable.addressee.created", { post: city }))) choose(id);
  };
  const offered: readonly Post[] =
    match.kind === "several" ? posts.filter(({ id }) => match.postIds.includes(id)) : posts;
  return (
    <div className={css["choice"]}>
      <PostPicker
        label={t("cable.addressee.post", { name: addressee.name })}
        hideLabel
        posts={offered}
        value={null}
        onChange={(id) => {
          if (id !== null) choose(id);
        }}
        placeholder={t("cable.addressee.choose")}
      />
      <Button size="small" onPress={() => void create()}>
        {t("cable.addressee.create")}
      </Button>
      <Button size="small" tone="quiet" onPress={() => choose(null)}>
        {t("cable.addressee.leave")}
      </Button>
    </div>
  );
}

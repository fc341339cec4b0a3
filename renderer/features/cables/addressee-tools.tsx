// What can be done with all addressees at once: choosing posts the cable does not name, leaving out those without a post.
import { useState } from "react";
import { Button } from "#ui/controls/button.tsx";
import { MultiComboBox } from "#ui/controls/multi-combo-box.tsx";
import { CheckboxGroup } from "#ui/controls/checkbox-group.tsx";
import { Dialog } from "#ui/overlays/dialog.tsx";
import { addresseeKey } from "#core/cable/review-additions.ts";
import { useText } from "#ui/text/use-text.ts";
import { postOption } from "../parts/post-picker.tsx";
import stack from "../parts/stack.module.css";
import css from "./addressee-row.module.css";
import type { Review } from "./use-review.ts";

export function AddresseeTools({ review }: { readonly review: Review }) {
  const { t } = useText();
  const [isChoosing, setChoosing] = useState(false);
  const { state, draft } = review;
  const open = draft.unmatched.filter(
    (key) => state.posts[key] === undefined && !Object.hasOwn(state.discarded, key),
  );
  const leaveOut = () =>
    review.change((before) => ({
      ...before,
      posts: { ...before.posts, ...Object.fromEntries(open.map((key) => [key, null])) },
    }));
  return (
    <span className={css["tools"]}>
      {open.length > 0 && (
        <Button size="small" tone="quiet" onPress={leaveOut}>
          {t("cable.addressee.leave-all", { count: open.length })}
        </Button>
      )}
      <Button size="small" onPress={() => setChoosing(true)}>
        {t("cable.addressee.add")}
      </Button>
      {isChoosing && <ChoosePosts review={review} onClose={() => setChoosing(false)} />}
    </span>
  );
}

function ChoosePosts({ review, onClose }: { readonly review: Review; readonly onClose: () => void }) {
  const { t } = useText();
  const { posts, draft, state } = review;
  const [regions, setRegions] = useState<readonly string[]>([]);
  const [single, setSingle] = useState<readonly string[]>(state.chosen);
  const named = new Set(draft.posts.filter(({ key }) => !key.includes("/+")).map(({ postId }) => postId));
  const free = posts.filter(({ id, closedOn }) => !named.has(id) && closedOn === null);
  const groups = [...Map.groupBy(free, ({ region }) => region)].toSorted(([a], [b]) => a.localeCompare(b));
  const chosen = [
    ...new Set([...free.filter(({ region }) => regions.includes(region)).map(({ id }) => id), ...single]),
  ];
  const keep = () => {
    review.change((before) => ({ ...before, chosen }));
    // Chosen by hand, they need no second look.
    review.tick(chosen.map(addresseeKey), true);
    onClose();
  };
  return (
    <Dialog
      isOpen
      title={t("cable.addressee.add.title")}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t("ui.dialog.cancel")}</Button>
          <Button tone="primary" onPress={keep}>
            {t("tasks.add.take", { count: chosen.length })}
          </Button>
        </>
      }
    >
      <div className={stack["stack"]}>
        <p className={stack["muted"]}>{t("cable.addressee.add.hint")}</p>
        <CheckboxGroup
          label={t("tasks.add.regions")}
          isInline
          options={groups.map(([id, own]) => ({
            id,
            label: t("tasks.add.region", {
              region: id === "" ? t("tasks.no-region") : id,
              count: own.length,
            }),
          }))}
          value={regions}
          onChange={setRegions}
        />
        <MultiComboBox
          label={t("cable.addressee.single")}
          options={free.map(postOption)}
          value={single}
          onChange={setSingle}
        />
      </div>
    </Dialog>
  );
}

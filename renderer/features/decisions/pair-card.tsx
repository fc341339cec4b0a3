// A pair of records that may be one: both in short, what they are alike in, and the two answers; or later.
import { type ReactNode, useId } from "react";
import type { Organization } from "#core/model/organization.ts";
import { officesOf } from "#core/rules/offices.ts";
import { type FoundPair, type MergeableRow, saySeparate } from "#data/duplicates.ts";
import { Button } from "#ui/controls/button.tsx";
import { Link } from "#ui/controls/link.tsx";
import { Badge } from "#ui/display/badge.tsx";
import { useNavigate } from "#ui/screen.ts";
import { useText } from "#ui/text/use-text.ts";
import { links } from "../links.ts";
import { useEnumText } from "../parts/enum-text.ts";
import { officeText } from "../parts/office-text.ts";
import { useCommand } from "../parts/use-command.ts";
import css from "./decisions-screen.module.css";

export interface PairNames {
  readonly organizations: ReadonlyMap<string, Organization>;
  readonly posts: ReadonlyMap<string, string>;
}

interface PairCardProps extends PairNames {
  readonly found: FoundPair;
  readonly isAside: boolean;
  readonly onAside: (isAside: boolean) => void;
}

export function PairCard({ found, organizations, posts, isAside, onAside }: PairCardProps): ReactNode {
  const { t, formatList } = useText();
  const navigate = useNavigate();
  const run = useCommand();
  const headingId = useId();
  const { table, pair, because, isAsked } = found;
  // The record that was there first is proposed as the one to keep.
  const [first, second] = pair;
  const [one, other] = first.createdAt <= second.createdAt ? [first, second] : [second, first];
  return (
    <section data-card className={css["card"]} aria-labelledby={headingId}>
      <h2 id={headingId} className={css["title"]}>
        {t(`duplicates.question.${table}`)} {isAsked && <Badge tone="warning">{t("duplicates.asked")}</Badge>}
      </h2>
      {because.length > 0 && (
        <p className={css["muted"]}>
          {t("duplicates.alike", {
            what: formatList(because.map((reason) => t(`person.because.${reason}`))),
          })}
        </p>
      )}
      <div className={css["values"]}>
        {[one, other].map((row) => (
          <div key={row.id} className={css["side"]}>
            <RecordFacts row={row} organizations={organizations} posts={posts} />
          </div>
        ))}
      </div>
      <div className={css["foot"]}>
        <span data-choice={1}>
          <Button onPress={() => navigate(links.merge(table, one.id, other.id))}>
            {t("duplicates.compare")}
          </Button>
        </span>
        <span data-choice={2}>
          <Button onPress={() => void run(saySeparate(table, pair), t("duplicates.separated"))}>
            {t(`duplicates.separate.${table}`)}
          </Button>
        </span>
        <span data-choice={3}>
          <Button tone="quiet" onPress={() => onAside(!isAside)}>
            {t(isAside ? "decisions.notLater" : "decisions.later")}
          </Button>
        </span>
      </div>
    </section>
  );
}

function RecordFacts({ row, organizations, posts }: PairNames & { readonly row: MergeableRow }): ReactNode {
  const { t, formatDay } = useText();
  const enumText = useEnumText();
  const person = "offices" in row ? row : null;
  const office = person === null ? "" : officeText(officesOf(person)[0] ?? null, organizations);
  const kind = "kind" in row ? enumText("organizationKind", row.kind) : "";
  const above = "parentId" in row ? (organizations.get(row.parentId ?? "")?.name ?? "") : "";
  const facts = [office, kind, above, row.country, posts.get(person?.postId ?? "") ?? ""];
  return (
    <div>
      <p className={css["name"]}>
        {person === null ? (
          <bdi>{row.name}</bdi>
        ) : (
          <Link to={links.counterpart(row.id)}>
            <bdi>{row.name}</bdi>
          </Link>
        )}
        {person !== null && person.nativeName !== "" && (
          <>
            {" "}
            <bdi className={css["native"]}>{person.nativeName}</bdi>
          </>
        )}
      </p>
      {facts
        .filter((fact) => fact !== "")
        .map((fact) => (
          <p key={fact}>
            <bdi>{fact}</bdi>
          </p>
        ))}
      <p className={css["muted"]}>
        {t("duplicates.entered", { day: formatDay(row.createdAt.slice(0, 10)) })}
      </p>
    </div>
  );
}

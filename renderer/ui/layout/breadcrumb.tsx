// Where am I: the way from the area to this place, for the header.
import { Breadcrumb, Breadcrumbs } from "react-aria-components";
import { Link } from "../controls/link.tsx";
import { cx } from "../lib/classes.ts";
import { useText } from "../text/use-text.ts";
import css from "./breadcrumb.module.css";

export interface Crumb {
  readonly label: string;
  /** Absent for the place itself. */
  readonly to?: string | undefined;
}

export function Trail({ crumbs }: { readonly crumbs: readonly Crumb[] }) {
  const { t } = useText();
  return (
    <Breadcrumbs aria-label={t("ui.breadcrumb")} className={cx(css["trail"])}>
      {crumbs.map((crumb) => (
        <Breadcrumb key={`${crumb.to ?? ""} ${crumb.label}`} className={cx(css["crumb"])}>
          {crumb.to === undefined ? (
            <span className={css["here"]} title={crumb.label}>
              <bdi>{crumb.label}</bdi>
            </span>
          ) : (
            <Link to={crumb.to} tone="plain">
              <bdi>{crumb.label}</bdi>
            </Link>
          )}
        </Breadcrumb>
      ))}
    </Breadcrumbs>
  );
}

// Days and instants as a person of the field writes them; the relative word only beside the absolute.
import { useText } from "../text/use-text.ts";
import css from "./time.module.css";

interface Clock {
  /** IANA zone. */
  readonly zone: string;
  /** The place whose clock it is: "Nairobi". */
  readonly place: string;
}

export interface InstantProps {
  /** ISO 8601 with Z or an offset. */
  readonly at: string;
  readonly clock: Clock;
  /** A second clock beneath, such as the capital's. */
  readonly beneath?: Clock | undefined;
}

/** "Thu 26 Nov, 17:00 Nairobi", with the other clock beneath. */
export function Instant({ at, clock, beneath }: InstantProps) {
  const { formatInstant } = useText();
  return (
    <time dateTime={at} className={css["instant"]}>
      <span>
        {formatInstant(at, clock.zone)} <bdi>{clock.place}</bdi>
      </span>
      {beneath !== undefined && beneath.zone !== clock.zone && (
        <span className={css["beneath"]}>
          {formatInstant(at, beneath.zone)} <bdi>{beneath.place}</bdi>
        </span>
      )}
    </time>
  );
}

export interface DayProps {
  /** YYYY-MM-DD */
  readonly on: string;
  /** With it the distance is said too: "Thu 26 Nov, in 3 days". */
  readonly today?: string | undefined;
}

export function Day({ on, today }: DayProps) {
  const { formatDay, formatRelativeDays } = useText();
  const distance =
    today === undefined
      ? undefined
      : Temporal.PlainDate.from(today).until(Temporal.PlainDate.from(on), { largestUnit: "day" }).days;
  return (
    <time dateTime={on} className={css["day"]}>
      {formatDay(on)}
      {distance !== undefined && <span className={css["distance"]}> {formatRelativeDays(distance)}</span>}
    </time>
  );
}

// What a point is called in lists: the cable's own label, else its place.
import type { TalkingPoint } from "#core/model/talking-point.ts";

export function pointName({ label, order }: Pick<TalkingPoint, "label" | "order">): string {
  return `${label === "" ? String(order) : label}.`;
}

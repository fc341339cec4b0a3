// Whether a value of a review says anything: what is blank is not kept.
import type { ReviewValue } from "#core/cable/review.ts";

/** True where a value says something: what is blank is not kept. */
export function isWorded(value: ReviewValue): boolean {
  if (typeof value === "string") return value.trim() !== "";
  switch (value.kind) {
    case "instant":
      return value.at !== "";
    case "list":
      return value.words.length > 0;
    case "reference":
      return value.cited.mrn.trim() !== "";
    case "objective":
      return value.text.trim() !== "";
    case "level":
      return value.level !== null || value.text.trim() !== "";
    case "written":
      return value.material !== null || value.text.trim() !== "";
    case "point":
      return value.point.text.trim() !== "";
    case "deadline":
      return (
        value.deadline.kind === "soonest" ||
        value.deadline.value !== null ||
        value.deadline.text.trim() !== ""
      );
    case "marking":
    case "precedence":
    case "mode":
    case "addressee":
    case "postInstruction":
      return true;
  }
}

// Which counterparts are shown, as it stands in the link.
import { z } from "zod";
import { stances } from "#core/model/enums.ts";

export const peopleSearch = z.object({
  text: z.string().catch(""),
  post: z.string().catch(""),
  tag: z.string().catch(""),
  stance: z.enum(["", ...stances]).catch(""),
  sort: z.string().catch("name"),
});
export type PeopleSearch = z.infer<typeof peopleSearch>;

/** The filters that can be taken away one by one. */
export const filters = ["post", "tag", "stance"] as const;
export type Filter = (typeof filters)[number];

export const noFilters: Partial<PeopleSearch> = { text: "", post: "", tag: "", stance: "" };

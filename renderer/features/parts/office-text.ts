// An office in one line: "Director, Technology and Analysis Directorate".
import type { Office } from "#core/model/counterpart.ts";
import type { Organization } from "#core/model/organization.ts";

/** The title with its body; the one alone where the other is not known. A title that names its body is not said twice. */
export function officeText(
  office: Pick<Office, "title" | "organizationId"> | null,
  organizations: ReadonlyMap<string, Organization>,
): string {
  if (office === null) return "";
  const body = organizations.get(office.organizationId ?? "")?.name ?? "";
  if (office.title === "" || body === "") return office.title || body;
  return office.title.includes(body) ? office.title : `${office.title}, ${body}`;
}

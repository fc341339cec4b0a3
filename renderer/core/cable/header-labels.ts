// The labels a header may print before a colon, and the field each opens. To read another layout, add its labels here.

export type HeaderField =
  | "from"
  | "action"
  | "info"
  | "exempt"
  | "mrn"
  | "sentAt"
  | "precedence"
  | "marking"
  | "captions"
  | "passLines"
  | "order"
  | "tags"
  | "subject"
  | "references"
  | "drafter"
  | "approver"
  | "ignored";

const labels: Readonly<Record<HeaderField, readonly string[]>> = {
  from: ["FM", "FROM", "ORIGIN", "ORIGINATOR", "SENDER", "SENDING POST"],
  action: ["TO", "ACTION", "ACTION POSTS", "ACTION ADDRESSEE", "ACTION ADDRESSEES", "ACTION POST"],
  info: ["INFO", "INFORMATION", "INFO POSTS", "INFO ADDRESSEES", "CC", "COPY TO"],
  exempt: ["XMT", "EXEMPT", "EXEMPTED", "EXCLUDE", "EXCLUDED", "EXCEPT"],
  mrn: [
    "MRN",
    "MESSAGE REFERENCE NUMBER",
    "MESSAGE REFERENCE",
    "MESSAGE NUMBER",
    "CABLE NUMBER",
    "TELEGRAM NUMBER",
  ],
  sentAt: ["DTG", "DATE/DTG", "DATE / DTG", "DATE", "DATE-TIME GROUP", "DATE TIME GROUP", "SENT", "SENT ON"],
  precedence: ["PRECEDENCE", "PRIORITY"],
  marking: ["CLASSIFICATION", "MARKING", "SENSITIVITY"],
  captions: ["CAPTION", "CAPTIONS", "CHANNEL", "HANDLING", "HANDLING CAPTION", "HANDLING CAPTIONS"],
  passLines: ["PASS LINE", "PASS LINES", "PASSLINE", "PASS TO", "ATTN", "ATTENTION"],
  order: ["E.O", "EO", "EXECUTIVE ORDER"],
  tags: ["TAGS", "TAG", "TAGZ"],
  subject: ["SUBJECT", "SUBJ", "TITLE"],
  references: ["REF", "REFS", "REFERENCE", "REFERENCES", "REFTEL", "REFTELS", "REF(S)", "REFERENCE(S)"],
  drafter: ["DRAFTER", "DRAFTED BY", "DRAFTING OFFICER", "DRAFTING OFFICE"],
  approver: ["APPROVER", "APPROVED BY", "RELEASED BY", "RELEASER", "APPROVING OFFICER", "AUTHORIZED BY"],
  ignored: [
    "CLEARED BY",
    "CLEARANCE",
    "CLEARANCES",
    "CONTROL",
    "RECD",
    "RECEIVED",
    "VIA",
    "COUNTRY",
    "FILE",
    "BUREAU",
  ],
};

const fieldOfLabel: ReadonlyMap<string, HeaderField> = new Map(
  Object.entries(labels).flatMap(([field, words]) =>
    words.map((word) => [word, field as HeaderField] as const),
  ),
);

const longestLabel = 28;

/** The field a line's label opens, and where its value begins; null where no known label stands before a colon. */
export function labelledHead(upper: string): { field: HeaderField; rest: number } | null {
  const colon = upper.slice(0, longestLabel).indexOf(":");
  if (colon < 2) return null;
  const label = upper.slice(0, colon).trim().replace(/\.$/, "");
  const field = fieldOfLabel.get(label);
  if (field === undefined) return null;
  let rest = colon + 1;
  while (rest < upper.length && " :".includes(upper.charAt(rest))) rest += 1;
  return { field, rest };
}

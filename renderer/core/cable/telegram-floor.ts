// What the telegrams of the shared data truly say in their headers: the floor the reader is held to. Facts only, no text.

/**
 * One telegram's header. Addressees are written "NAME", "NAME/priority", "NAME/pouch" or "NAME#serial"; references
 * "label=number", with "@day" and " NOTAL" behind. A field left out is not there in the telegram.
 */
export interface TelegramFacts {
  readonly shape: "rawHeader" | "pageHeader" | "normalised";
  readonly place?: string;
  /** Instant, ISO. */
  readonly sentAt: string;
  /** "action info" precedences of the group. */
  readonly precedences?: string;
  readonly from?: string;
  readonly action?: readonly string[];
  readonly info?: readonly string[];
  readonly exempt?: readonly string[];
  readonly marking?: string;
  readonly mrn: string;
  readonly captions?: readonly string[];
  readonly passLines?: readonly string[];
  readonly order?: string;
  readonly tags?: readonly string[];
  readonly subject: string;
  readonly references?: readonly string[];
  readonly drafter?: string;
  readonly approver?: string;
  readonly signature: string;
  /** Numbers of the numbered paragraphs, as printed. */
  readonly paragraphs: readonly number[];
}

function embassies(cities: string, behind = ""): string[] {
  return cities.split(", ").map((city) => `AMEMBASSY ${city}${behind}`);
}

function upTo(last: number): number[] {
  return Array.from({ length: last }, (_, k) => k + 1);
}

/** By the number a telegram's file begins with. */
export const telegramFacts: Readonly<Record<string, TelegramFacts>> = {
  "01": {
    shape: "rawHeader",
    sentAt: "1974-11-27T00:43:00Z",
    precedences: "priority -",
    from: "SECSTATE WASHDC",
    action: ["ALL DIPLOMATIC POSTS/priority", "USMISSION USUN NEW YORK"],
    info: ["USMISSION GENEVA/priority", "AMEMBASSY ROME"],
    mrn: "STATE 261234",
    passLines: ["ROME FOR FAO"],
    order: "E.O. 11652: N/A",
    tags: ["UN", "FAO", "WFC"],
    subject: "UNGA CONSIDERATION OF WORLD FOOD CONFERENCE (WFC)",
    signature: "INGERSOLL",
    paragraphs: [1, 2, 3, 4, 5, 7],
  },
  "03": {
    shape: "rawHeader",
    sentAt: "1976-05-11T23:57:00Z",
    precedences: "priority routine",
    from: "SECSTATE WASHDC",
    action: embassies(
      "ABIDJAN, ABU DHABI, ACCRA, ADDIS ABABA, ALGIERS, BAMAKO, BANGUI, BANJUL, BELGRADE, BUENOS AIRES, BUJUMBURA, CAIRO, COLOMBO, CONAKRY, COTONOU, DACCA, DAKAR, DAMASCUS, DAR ES SALAAM, DOHA, FREETOWN, GABORONE, GEORGETOWN, JAKARTA, JIDDA, KABUL, KATHMANDU, KHARTOUM, KIGALI, KINGSTON, KINSHASA, KUALA LUMPUR, KUWAIT, LAGOS, LIBREVILLE, LILONGWE, LIMA, LOME, LUSAKA, MANAMA, MAPUTO, MASERU, MBABANE, MOGADISCIO, MONROVIA, MUSCAT, NDJAMENA, NEW DELHI, NIAMEY, NICOSIA, NOUAKCHOTT, OUAGADOUGOU, PANAMA, PORT OF SPAIN, PORT LOUIS, RABAT, RANGOON, SANA, SANTIAGO, SINGAPORE, TANANARIVE, TRIPOLI, TUNIS, VALLETTA, YAOUNDE",
      "/priority",
    ),
    info: ["AMEMBASSY SEOUL", "AMEMBASSY TEL AVIV", "USMISSION USUN NEW YORK", "AMEMBASSY BEIRUT/pouch"],
    mrn: "STATE 115833",
    passLines: ["KUWAIT POUCH BAGHDAD"],
    order: "E.O. 11652: GDS",
    tags: ["PFOR", "UN", "PORG"],
    subject: "MULTILATERAL AFFAIRS: REVIEW OF POST ACTIONS",
    signature: "KISSINGER",
    paragraphs: [1, 2, 3, 4, 5, 6, 6, 7],
  },
  "04": {
    shape: "rawHeader",
    sentAt: "1974-10-18T21:27:00Z",
    precedences: "priority routine",
    from: "SECSTATE WASHDC",
    action: embassies("CANBERRA, JAKARTA, LIMA, SAN JOSE, VIENNA", "/priority"),
    info: ["AMEMBASSY LONDON", "AMEMBASSY PARIS", "USMISSION USUN NEW YORK"],
    mrn: "STATE 230020",
    captions: ["EXDIS"],
    order: "E.O. 11652: GDS",
    tags: ["UN", "SF", "PFOR"],
    subject: "HIGH LEVEL APPROACH AGAINST EXPULSION OF SOUTH AFRICA FROM UN",
    signature: "KISSINGER",
    paragraphs: upTo(8),
  },
  "06": {
    shape: "rawHeader",
    sentAt: "1973-04-07T17:11:00Z",
    precedences: "priority -",
    from: "SECSTATE WASHDC",
    action: ["ALL DIPLOMATIC POSTS/priority", "AMEMBASSY BATHURST/pouch", "AMEMBASSY SUVA/pouch"],
    exempt: embassies("TAIPEI, BATHURST, SUVA"),
    mrn: "STATE 065086",
    order: "E.O. 11652: GDS",
    tags: ["WHO", "KS", "KN"],
    subject: "26 TH WHA: NORTH KOREAN APPLICATION FOR WHO MEMBERSHIP",
    references: ["=STATE 137863@1972-07-27"],
    signature: "ROGERS",
    paragraphs: upTo(7),
  },
  "07": {
    shape: "rawHeader",
    sentAt: "1974-03-28T21:23:00Z",
    precedences: "routine -",
    from: "SECSTATE WASHDC",
    action: ["ALL DIPLOMATIC POSTS"],
    info: ["USMISSION USUN NEW YORK", "USMISSION GENEVA", "AMEMBASSY BANJUL/pouch", "AMEMBASSY SUVA/pouch"],
    mrn: "STATE 062535",
    passLines: ["FOR AMBASSADOR FROM SISCO"],
    order: "E.O. 11652: GDS",
    tags: ["UN", "PINT", "PFOR", "VN", "VS", "CB"],
    subject: "PRG AND KHMER ISSUES IN INTERNATIONAL ORGANIZATIONS",
    references: [
      "A=STATE 51556@1973-03-20",
      "B=STATE 64695@1973-04-06",
      "C=A-4318@1973-05-17",
      "D=STATE 149073@1973-08-03 NOTAL",
      "E=A-1238@1974-02-13",
      "F=STATE 34222 NOTAL",
    ],
    signature: "RUSH",
    paragraphs: upTo(7),
  },
  "09": {
    shape: "rawHeader",
    sentAt: "1976-08-26T17:56:00Z",
    precedences: "priority routine",
    from: "SECSTATE WASHDC",
    action: [
      ...embassies(
        "BERN, BOGOTA, BANGKOK, BONN, BRUSSELS, CANBERRA, COPENHAGEN, DUBLIN, THE HAGUE, HELSINKI",
        "/priority",
      ),
      "USMISSION IAEA VIENNA/priority",
      ...embassies(
        "LONDON, LUXEMBOURG, MADRID, MONTEVIDEO, OSLO, OTTAWA, PARIS, ROME, SAN JOSE, SANTIAGO, STOCKHOLM, WELLINGTON",
        "/priority",
      ),
      "USMISSION GENEVA/priority",
    ],
    info: [
      "AMEMBASSY TEL AVIV",
      "USMISSION USUN NEW YORK",
      ...embassies("CAIRO, JIDDA, RABAT, TUNIS, AMMAN"),
      "USERDA HQ WASHDC",
      "USERDA HQ GERMANTOWN",
    ],
    mrn: "STATE 212234",
    order: "E.O. 11652: GDS",
    tags: ["IAEA", "AORG", "OCON"],
    subject: "THE PLO IN THE IAEA",
    references: ["=IAEA 6689 NOTAL"],
    signature: "KISSINGER",
    paragraphs: upTo(7),
  },
  "10": {
    shape: "rawHeader",
    sentAt: "1976-12-21T02:16:00Z",
    precedences: "routine -",
    from: "SECSTATE WASHDC",
    action: ["ALL DIPLOMATIC POSTS"],
    mrn: "STATE 307916",
    order: "E.O. 11652: N/A",
    tags: ["PFOR", "UNESCO"],
    subject: "MULTILATERAL AFFAIRS: RESULTS OF THE 19TH GENERAL CONFERENCE OF UNESCO",
    references: [
      "A=STATE 277363",
      "B=STATE 277362",
      "C=STATE 295248",
      "D=STATE 295249",
      "E=STATE 301115",
      "F=CFR NO 49",
    ],
    signature: "KISSINGER",
    paragraphs: upTo(8),
  },
  "13": {
    shape: "rawHeader",
    sentAt: "1976-03-11T14:30:00Z",
    precedences: "routine -",
    from: "AMEMBASSY BELGRADE",
    action: ["SECSTATE WASHDC#5876"],
    info: ["USMISSION GENEVA"],
    mrn: "BELGRADE 1584",
    captions: ["EXDIS"],
    passLines: [
      "PASS LABOR FOR SECRETARY USERY AND DEPUTY UNDERSECRETARY SEGALL; COMMERCE FOR UNDERSECRETARY",
      "DEPT FOR IO ASSISTANT SECRETARY LEWIS",
    ],
    order: "E.O. 11652: GDS",
    tags: ["ILO", "PORG"],
    subject: "MEETING WITH ILO DIRECTOR GENERAL BLANCHARD",
    signature: "SILBERMAN",
    paragraphs: upTo(9),
  },
  "15": {
    shape: "pageHeader",
    sentAt: "1973-04-07T12:18:00Z",
    precedences: "immediate -",
    from: "AMEMBASSY WARSAW",
    action: ["SECSTATE WASHDC/immediate#1634"],
    info: [
      ...embassies("BUDAPEST, JAKARTA, OTTAWA, SAIGON", "/immediate"),
      "WHITE HOUSE/immediate",
      "USDEL JEC PARIS/immediate",
    ],
    marking: "C",
    mrn: "WARSAW 1634",
    captions: ["EXDIS"],
    order: "E.O. 11652: GDS",
    tags: ["MARR", "VS", "PL", "MU"],
    subject: "ICCS: POLISH AND HUNGARIAN OBSTRUCTIONISM",
    references: ["A=STATE 064299", "B=STATE 059898"],
    signature: "DAVIES",
    paragraphs: upTo(4),
  },
  "16": {
    shape: "pageHeader",
    sentAt: "1974-02-06T02:14:00Z",
    precedences: "immediate -",
    from: "SECSTATE WASHDC",
    action: embassies("BONN, LONDON, PARIS, MOSCOW", "/immediate"),
    info: ["USMISSION BERLIN/immediate", "USMISSION NATO/immediate"],
    marking: "S",
    mrn: "STATE 024423",
    captions: ["EXDIS"],
    order: "E.O. 11652: GDS",
    tags: ["PFOR", "UR"],
    subject: "SECRETARY-GROMYKO DISCUSSION OF BERLIN PROBLEM",
    drafter: "EUR/CE:SGEORGE:EMT",
    approver: "THE SECRETARY",
    signature: "KISSINGER",
    paragraphs: upTo(6),
  },
  "17": {
    shape: "normalised",
    place: "Washington",
    sentAt: "1976-11-21T20:40:00Z",
    mrn: "STATE 285850",
    passLines: ["London for Ambassador, Geneva for Wisner"],
    subject: "Consulting British on Rhodesia Conference",
    signature: "KISSINGER",
    paragraphs: upTo(4),
  },
  "18": {
    shape: "normalised",
    place: "London",
    sentAt: "1976-11-22T16:59:00Z",
    mrn: "LONDON 18821",
    passLines: ["Department pass Geneva for Wisner and Nairobi for Reinhardt"],
    subject: "Meeting with Rowlands and Richard",
    references: ["=STATE 285850"],
    signature: "ARMSTRONG",
    paragraphs: upTo(9),
  },
  "19": {
    shape: "normalised",
    place: "Washington",
    sentAt: "1975-06-04T21:42:00Z",
    mrn: "STATE 130498",
    passLines: ["For Ambassador"],
    subject: "US-Libyan Relations",
    signature: "KISSINGER",
    paragraphs: upTo(5),
  },
  "21": {
    shape: "normalised",
    place: "Washington",
    sentAt: "1979-11-09T15:48:00Z",
    mrn: "STATE 292292",
    subject: "Secretary’s Message re U.N. Committee on Cyprus",
    signature: "VANCE",
    paragraphs: upTo(9),
  },
  "23": {
    shape: "normalised",
    place: "Washington",
    sentAt: "1975-11-08T17:00:00Z",
    mrn: "STATE 265503",
    subject: "Angolan Recognition",
    signature: "KISSINGER",
    paragraphs: upTo(9),
  },
};

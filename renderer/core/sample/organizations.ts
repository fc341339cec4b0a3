// Governments, their ministries and offices, and the companies the instruction names. Offices below a ministry are invented.
import type { PatchOf } from "../model/entity.ts";
import type { organizations } from "../model/organization.ts";
import type { Calendar } from "./calendar.ts";
import type { SampleWrite } from "./shape.ts";
import { capitalWrites, change } from "./teller.ts";

type Kind = NonNullable<PatchOf<typeof organizations>["kind"]>;
/** Id without "org-", name, kind, parent without "org-". */
type Row = readonly [string, string, Kind, string?];

interface Country {
  readonly name: string;
  readonly memberships: readonly string[];
  readonly rows: readonly Row[];
}

const countries: readonly Country[] = [
  {
    name: "United Kingdom",
    memberships: ["G7", "G20", "NATO", "OECD"],
    rows: [
      ["uk", "Government of the United Kingdom", "government"],
      ["uk-mfa", "Foreign, Commonwealth and Development Office", "ministry", "uk"],
      ["uk-tech", "Technology and Analysis Directorate", "directorate", "uk-mfa"],
      ["uk-desk", "Emerging Technology Desk", "desk", "uk-tech"],
    ],
  },
  {
    name: "France",
    memberships: ["EU", "G7", "G20", "NATO", "OECD"],
    rows: [
      ["fr", "Gouvernement de la République française", "government"],
      ["fr-mfa", "Ministère de l'Europe et des Affaires étrangères", "ministry", "fr"],
      ["fr-digital", "Sous-direction du numérique et des technologies critiques", "directorate", "fr-mfa"],
    ],
  },
  {
    name: "Germany",
    memberships: ["EU", "G7", "G20", "NATO", "OECD"],
    rows: [
      ["de", "Regierung der Bundesrepublik Deutschland", "government"],
      ["de-mfa", "Auswärtiges Amt", "ministry", "de"],
      ["de-digital", "Unterabteilung für internationale Digitalpolitik", "directorate", "de-mfa"],
    ],
  },
  {
    name: "Italy",
    memberships: ["EU", "G7", "G20", "NATO", "OECD"],
    rows: [
      ["it", "Governo della Repubblica Italiana", "government"],
      ["it-mfa", "Ministero degli Affari Esteri e della Cooperazione Internazionale", "ministry", "it"],
      ["it-innovation", "Direzione per l'innovazione e la ricerca", "directorate", "it-mfa"],
    ],
  },
  {
    name: "Netherlands",
    memberships: ["EU", "NATO", "OECD"],
    rows: [
      ["nl", "Regering van het Koninkrijk der Nederlanden", "government"],
      ["nl-mfa", "Ministerie van Buitenlandse Zaken", "ministry", "nl"],
      ["nl-security", "Directie Veiligheidsbeleid, afdeling nieuwe technologie", "desk", "nl-mfa"],
    ],
  },
  {
    name: "Belgium",
    memberships: ["EU", "NATO", "OECD"],
    rows: [
      ["be", "Gouvernement fédéral / Federale Regering", "government"],
      ["be-mfa", "FPS Foreign Affairs", "ministry", "be"],
      ["be-digital", "Division for Digital Diplomacy", "desk", "be-mfa"],
    ],
  },
  {
    name: "Poland",
    memberships: ["EU", "NATO", "OECD"],
    rows: [
      ["pl", "Rząd Rzeczypospolitej Polskiej", "government"],
      ["pl-mfa", "Ministerstwo Spraw Zagranicznych", "ministry", "pl"],
      ["pl-digital", "Ministerstwo Cyfryzacji", "ministry", "pl"],
      ["pl-cyber", "Departament Cyberbezpieczeństwa i Nowych Technologii", "directorate", "pl-mfa"],
    ],
  },
  {
    name: "Canada",
    memberships: ["G7", "G20", "NATO", "OECD", "APEC"],
    rows: [
      ["ca", "Government of Canada", "government"],
      ["ca-mfa", "Global Affairs Canada", "ministry", "ca"],
      ["ca-digital", "Digital Economy and Cyber Policy Bureau", "directorate", "ca-mfa"],
    ],
  },
  {
    name: "Japan",
    memberships: ["G7", "G20", "OECD", "APEC"],
    rows: [
      ["jp", "日本国政府", "government"],
      ["jp-mfa", "外務省 (Ministry of Foreign Affairs)", "ministry", "jp"],
      ["jp-economic", "経済安全保障課 (Economic Security Division)", "directorate", "jp-mfa"],
    ],
  },
  {
    name: "South Korea",
    memberships: ["G20", "OECD", "APEC"],
    rows: [
      ["kr", "대한민국 정부", "government"],
      ["kr-mfa", "외교부 (Ministry of Foreign Affairs)", "ministry", "kr"],
      ["kr-science", "과학기술외교과 (Science and Technology Diplomacy Division)", "directorate", "kr-mfa"],
    ],
  },
  {
    name: "Australia",
    memberships: ["G20", "OECD", "APEC"],
    rows: [
      ["au", "Australian Government", "government"],
      ["au-mfa", "Department of Foreign Affairs and Trade", "ministry", "au"],
      ["au-cyber", "Cyber and Critical Technology Branch", "directorate", "au-mfa"],
    ],
  },
  {
    name: "New Zealand",
    memberships: ["OECD", "APEC"],
    rows: [
      ["nz", "New Zealand Government", "government"],
      ["nz-mfa", "Manatū Aorere, Ministry of Foreign Affairs and Trade", "ministry", "nz"],
    ],
  },
  {
    name: "Indonesia",
    memberships: ["ASEAN", "G20", "APEC"],
    rows: [
      ["id", "Pemerintah Republik Indonesia", "government"],
      ["id-mfa", "Kementerian Luar Negeri", "ministry", "id"],
      ["id-digital", "Kementerian Komunikasi dan Digital", "ministry", "id"],
    ],
  },
  {
    name: "Singapore",
    memberships: ["ASEAN", "APEC"],
    rows: [
      ["sg", "Government of Singapore", "government"],
      ["sg-mfa", "Ministry of Foreign Affairs", "ministry", "sg"],
      ["sg-digital", "Digital Governance Office", "directorate", "sg"],
    ],
  },
  {
    name: "China",
    memberships: ["G20", "APEC", "BRICS"],
    rows: [
      ["cn", "中华人民共和国政府", "government"],
      ["cn-mfa", "外交部 (Ministry of Foreign Affairs)", "ministry", "cn"],
      ["cn-americas", "北美大洋洲司 (North American and Oceanian Affairs)", "directorate", "cn-mfa"],
    ],
  },
  {
    name: "India",
    memberships: ["G20", "BRICS"],
    rows: [
      ["in", "भारत सरकार", "government"],
      ["in-mfa", "विदेश मंत्रालय (Ministry of External Affairs)", "ministry", "in"],
      ["in-nest", "New and Emerging Strategic Technologies Division", "directorate", "in-mfa"],
    ],
  },
  {
    name: "Kenya",
    memberships: ["African Union"],
    rows: [
      ["ke", "Government of Kenya", "government"],
      ["ke-mfa", "State Department for Foreign Affairs", "ministry", "ke"],
    ],
  },
  {
    name: "South Africa",
    memberships: ["African Union", "G20", "BRICS"],
    rows: [
      ["za", "Government of South Africa", "government"],
      ["za-mfa", "Department of International Relations and Cooperation", "ministry", "za"],
    ],
  },
  {
    name: "Nigeria",
    memberships: ["African Union", "ECOWAS"],
    rows: [
      ["ng", "Federal Government of Nigeria", "government"],
      ["ng-mfa", "Federal Ministry of Foreign Affairs", "ministry", "ng"],
    ],
  },
  {
    name: "Brazil",
    memberships: ["G20", "BRICS", "Mercosur"],
    rows: [
      ["br", "Governo da República Federativa do Brasil", "government"],
      ["br-mfa", "Ministério das Relações Exteriores (Itamaraty)", "ministry", "br"],
      [
        "br-science",
        "Departamento de Ciência, Tecnologia e Propriedade Intelectual",
        "directorate",
        "br-mfa",
      ],
    ],
  },
  {
    name: "Mexico",
    memberships: ["G20", "OECD", "APEC"],
    rows: [
      ["mx", "Gobierno de los Estados Unidos Mexicanos", "government"],
      ["mx-mfa", "Secretaría de Relaciones Exteriores", "ministry", "mx"],
    ],
  },
  {
    name: "Argentina",
    memberships: ["G20", "Mercosur"],
    rows: [
      ["ar", "Gobierno de la República Argentina", "government"],
      ["ar-mfa", "Ministerio de Relaciones Exteriores, Comercio Internacional y Culto", "ministry", "ar"],
    ],
  },
  {
    name: "Saudi Arabia",
    memberships: ["G20", "GCC", "Arab League"],
    rows: [
      ["sa", "حكومة المملكة العربية السعودية", "government"],
      ["sa-mfa", "وزارة الخارجية (Ministry of Foreign Affairs)", "ministry", "sa"],
      ["sa-data", "Data and Artificial Intelligence Office", "directorate", "sa"],
    ],
  },
  {
    name: "United Arab Emirates",
    memberships: ["GCC", "Arab League", "BRICS"],
    rows: [
      ["ae", "حكومة دولة الإمارات العربية المتحدة", "government"],
      ["ae-mfa", "وزارة الخارجية (Ministry of Foreign Affairs)", "ministry", "ae"],
    ],
  },
  {
    name: "Egypt",
    memberships: ["African Union", "Arab League", "BRICS"],
    rows: [
      ["eg", "حكومة جمهورية مصر العربية", "government"],
      ["eg-mfa", "وزارة الخارجية (Ministry of Foreign Affairs)", "ministry", "eg"],
    ],
  },
];

const companies = [
  [
    "deepseek",
    "DeepSeek (深度求索)",
    "Named in the instruction as an example. Some governments already restrict its app on official devices.",
  ],
  ["moonshot", "Moonshot AI (月之暗面)", "Named in the instruction as an example."],
  ["minimax", "MiniMax (稀宇科技)", "Named in the instruction as an example."],
] as const;

/** The register of organizations as the desk keeps it; in place before the case. */
export function enterOrganizations(calendar: Calendar): SampleWrite[] {
  const governments = countries.flatMap((country) =>
    country.rows.map(([id, name, kind, parent]) =>
      change("organizations", `org-${id}`, "all", {
        name,
        kind,
        parentId: parent ? `org-${parent}` : null,
        country: country.name,
        memberships: parent ? [] : country.memberships,
      }),
    ),
  );
  const named = companies.map(([id, name, note]) =>
    change("organizations", `org-${id}`, "all", { name, kind: "company", country: "China", note }),
  );
  return [capitalWrites(calendar, -20, "11:20", governments), capitalWrites(calendar, -1, "15:10", named)];
}

// Lists in the encodings of the places they come from, none of which says so of itself.
import { describe, expect, test } from "vitest";
import type { Encoding } from "#core/host/open-files.ts";
import { encodings, type ReadOptions } from "#core/host/shapes.ts";
import { readAsFound } from "#core/host/open-files.ts";
import { decodeCodePage } from "./code-pages.ts";
import { decode, encodingOf } from "./encoding.ts";
import { decodeDosPage } from "./dos-pages.ts";
import { readContent } from "./index.ts";
import { listedTable } from "./made-reading.ts";
import { decodeWindows1252 } from "./windows-1252.ts";

/** What bytes stand for in an encoding, one byte or two. */
function lettersOf(encoding: Encoding, bytes: Uint8Array): string {
  if (encoding === "windows-1252") return decodeWindows1252(bytes) ?? "";
  if (encoding === "ibm437") return decodeDosPage(bytes, 437);
  if (encoding === "ibm850") return decodeDosPage(bytes, 850);
  return new TextDecoder(encoding).decode(bytes);
}

const tables = new Map<Encoding, ReadonlyMap<string, Uint8Array>>();

function tableOf(encoding: Encoding): ReadonlyMap<string, Uint8Array> {
  const known = tables.get(encoding);
  if (known) return known;
  const table = new Map<string, Uint8Array>();
  for (let high = 0; high < 256; high += 1) {
    const one = Uint8Array.of(high);
    const single = lettersOf(encoding, one);
    if (single.length === 1 && single !== "\ufffd") table.set(single, one);
    const isLead = high > 0x80 && /jis|jp|gb|big|kr/.test(encoding);
    for (let low = isLead ? 0x40 : 256; low < 256; low += 1) {
      const two = Uint8Array.of(high, low);
      const double = lettersOf(encoding, two);
      if (double.length === 1 && double !== "\ufffd" && !table.has(double)) table.set(double, two);
    }
  }
  tables.set(encoding, table);
  return table;
}

function written(text: string, encoding: Encoding): Uint8Array {
  const table = tableOf(encoding);
  return Buffer.concat(
    Array.from(text, (letter) => {
      const bytes = table.get(letter);
      if (bytes === undefined) throw new Error(`${letter} is not in ${encoding}`);
      return bytes;
    }),
  );
}

const lists: readonly [Encoding, string][] = [
  [
    "windows-1250",
    "Jméno;Město\nDvořák Jiří;Plzeň\nŠkoda Václav;Třebíč\nRůžička Tomáš;Kroměříž\nNěmec Zdeněk;Český Těšín\n",
  ],
  [
    "windows-1250",
    "Imię;Miasto\nŻółkiewski Łukasz;Łódź\nKwaśniewska Bożena;Wrocław\nŚwięcicki Józef;Poznań\n",
  ],
  ["windows-1251", "Имя;Город\nКовалёва Анна;Москва\nПЕТРОВ Сергей;Нижний Новгород\n"],
  ["koi8-r", "Имя;Город\nКовалёва Анна;Москва\nПетров Сергей;Нижний Новгород\n"],
  ["ibm866", "Имя;Город\nКовалева Анна;Москва\nПетров Сергей;Нижний Новгород\n"],
  ["iso-8859-5", "Имя;Город\nКовалева Анна;Москва\nПетров Сергей;Нижний Новгород\n"],
  ["x-mac-cyrillic", "Имя;Город\nКовалева Анна;Москва\nПетров Сергей;Нижний Новгород\n"],
  ["windows-1253", "Όνομα;Πόλη\nΓιώργος Αντωνίου;Αθήνα\nΜαρία Νικολάου;Θεσσαλονίκη\n"],
  [
    "windows-1254",
    "Adı;Şehir\nAyşe Yılmaz;İstanbul\nÇağrı Şimşek;Eskişehir\nGüneş Doğan;Iğdır\nDışişleri Bakanlığı;Ankara\n",
  ],
  ["windows-1255", "שם פרטי;עיר מגורים\nדוד כהן;ירושלים\nשרה לוי;תל אביב\nמשרד החוץ;ירושלים\n"],
  ["windows-1256", "الاسم;المدينة\nمحمد أحمد;القاهرة\nوزارة الخارجية;الرياض\n"],
  [
    "windows-1257",
    "Vardas;Miestas\nJūratė Žemaitytė;Šiauliai\nGediminas Šimkūnas;Panevėžys\nRūta Čiurlionytė;Kėdainiai\n",
  ],
  ["iso-8859-2", "Imię;Miasto\nŻółkiewski Łukasz;Łódź\nKwaśniewska Bożena;Wrocław\nŚwięcicki Józef;Poznań\n"],
  ["iso-8859-6", "الاسم;المدينة\nمحمد أحمد;القاهرة\nوزارة الخارجية;الرياض\n"],
  ["koi8-u", "Ім'я;Місто\nЛеся Українка;Київ\nЄвген Ґалаґан;Чернігів\nОлексій Їжакевич;Львів\n"],
  ["windows-874", "ชื่อ;เมือง\nกระทรวงการต่างประเทศ;กรุงเทพ\n"],
  ["macintosh", "Nom;Ville\nHélène Lefèvre;Besançon\nThérèse Noël;Évry\nJürgen Groß;Köln\n"],
  ["ibm850", "Nom;Ville\nHélène Lefèvre;Besançon\nThérèse Noël;Orléans\nJürgen Groß;Köln\n"],
  ["shift_jis", "氏名;役職\n山田太郎;外務省 課長\nサトウ　はなこ;大使館\n"],
  ["euc-jp", "氏名;役職\n山田太郎;外務省 課長です\nサトウ はなこ;大使館\n"],
  ["gb18030", "姓名;职务\n王小明;外交部副部长\n李建国;大使馆秘书\n"],
  ["big5", "姓名;職務\n王小明;外交部副部長\n李建國;大使館秘書\n"],
  ["euc-kr", "이름;도시\n김철수;서울\n이영희;부산\n"],
];

describe("what does not say its encoding", () => {
  test.each(lists)("%s", (encoding, text) => {
    expect(decode(written(text, encoding), null)).toEqual({ encoding, text });
  });

  test.each([
    "René",
    "Hélène Thérèse Agnès Benoît",
    "Müller, Jürgen; Groß",
    "José Muñoz",
    "Íñigo Peña",
    "João Magalhães Conceição Simões",
    "Søren Kjær Ørsted Åse",
    "Håkan Öberg, Jyväskylä",
    "Jóhanna Sigurðardóttir, Þór Guðmundsson",
    "Così è, Niccolò, Perù",
    "Côte d’Ivoire – “quoted”",
    "£20 and €30",
    "½ cup at 25°C",
    "CÔTE, MÜNCHEN, PEÑA, SÃO",
    "Niccolò Così, Forlì, Cantù, Perché è già più",
    "¿Qué? ¡Hola! 1ª y 2º",
  ])("%s of Western Europe is taken for nothing else", (text) => {
    expect(encodingOf(written(text, "windows-1252"), null)).toBe("windows-1252");
  });

  test("UTF-8 with stray bytes is no encoding of Asia", () => {
    const bytes = Buffer.from("name,city\nИванова,Москва\nRené,Orléans\n山田,東京\n");
    expect(encodingOf(Buffer.concat([Buffer.from([0xe9, 0x0a]), bytes]), null)).toBe("windows-1252");
  });

  test("a list is read with its letters, and as a person says where that was wrong", () => {
    const bytes = written("name;city\nГоша;Пермь\n", "windows-1251");
    const read = (options: Partial<ReadOptions>) =>
      readContent({ kind: "table", bytes, ...readAsFound, ...options });
    expect(read({}).encoding).toBe("windows-1251");
    expect(listedTable(read({})).rows[0]?.cells).toEqual(["Гоша", "Пермь"]);
    expect(listedTable(read({ encoding: "windows-1252" })).rows[0]?.cells[0]).toBe("Ãîøà");
  });

  test("every encoding there is can be chosen", () => {
    for (const encoding of encodings) {
      const bytes = Buffer.from("a\0", "latin1").subarray(0, encoding.startsWith("utf-16") ? 2 : 1);
      const letter = encoding === "utf-16be" ? "\u6100" : "a";
      expect(decode(bytes, encoding)).toEqual({ encoding, text: letter });
    }
  });

  test("letters of two bytes are never parted, however long the file", () => {
    const text = `姓名;职务\n${"王小明;外交部副部长\n".repeat(20_000)}`;
    expect(decode(written(text, "gb18030"), null).text).toBe(text);
  });

  test("ten megabytes without a blank are judged by what little of them is looked at", () => {
    const began = performance.now();
    expect(encodingOf(Buffer.alloc(10_000_000, 0xe9), null)).toBe("windows-1252");
    expect(performance.now() - began).toBeLessThan(2000);
  });
});

test("code pages of DOS in old documents", () => {
  expect(decodeCodePage(Uint8Array.of(0x81, 0x9b), 850)).toBe("üø");
  expect(decodeCodePage(Uint8Array.of(0x81, 0x9b), 437)).toBe("ü¢");
});

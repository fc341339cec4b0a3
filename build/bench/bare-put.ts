// The floor of everything the page stores: rows put into an IndexedDB database without a library or an index.

/** Answers the ms from opening an empty database to the last transaction's end. */
export async function putBare(tables: readonly { name: string; rows: readonly object[] }[]): Promise<number> {
  const name = "bench-bare";
  await once(indexedDB.deleteDatabase(name));
  const started = performance.now();
  const opening = indexedDB.open(name, 1);
  opening.addEventListener("upgradeneeded", () => {
    for (const table of tables) opening.result.createObjectStore(table.name, { keyPath: "id" });
  });
  const db = await once(opening);
  for (const table of tables) {
    for (let from = 0; from < table.rows.length; from += 2000) {
      await new Promise<void>((resolve, reject) => {
        const transaction = db.transaction(table.name, "readwrite", { durability: "relaxed" });
        for (const row of table.rows.slice(from, from + 2000)) transaction.objectStore(table.name).put(row);
        transaction.addEventListener("complete", () => resolve());
        transaction.addEventListener("error", () => reject(transaction.error));
      });
    }
  }
  const spent = performance.now() - started;
  db.close();
  await once(indexedDB.deleteDatabase(name));
  return spent;
}

function once<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error));
  });
}

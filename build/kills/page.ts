// The page that is killed: opens the workspace, says what its view holds, then writes without end and says what was saved.
import { valueOf } from "#data/follow.ts";
import { openSession } from "#data/session.ts";
import { write } from "#data/write.ts";
import { AppError } from "#core/host/errors.ts";
import { connect } from "#host/connect.ts";

/** Says that something is saved before it is: the fault that the test must find. */
const isHasty = location.pathname === "/hasty.html";
const inBurst = 300;

function say(word: "opened" | "saved" | "stopped", detail: unknown): void {
  console.log(`<<${word} ${JSON.stringify(detail)}>>`);
}

try {
  await run();
} catch (error) {
  say("stopped", error instanceof AppError ? error.code : String(error));
}

async function run(): Promise<void> {
  const host = valueOf(await connect());
  const [summary] = valueOf(await host.call("workspace.list", {}));
  const opened = valueOf(await host.call("workspace.open", { id: summary?.id ?? "" }));
  const session = await openSession(
    host,
    opened,
    () => undefined,
    () => undefined,
  );
  const rows = await session.db.rows("followUps").toArray();
  const numbers = (side: string) =>
    rows.flatMap(({ id }) => (id.startsWith(side) ? Number(id.slice(1)) : [])).toSorted((x, y) => x - y);
  const [left, right] = [numbers("a"), numbers("b")];
  say("opened", { left, right });
  const put = async (n: number) => {
    const change = (id: string) =>
      ({ table: "followUps", id, scope: "hq", values: { what: `Call ${n}`, owner: "Ann" } }) as const;
    valueOf(await write(session, { changes: [change(`a${n}`), change(`b${n}`)] }));
  };
  for (let n = (left.at(-1) ?? 0) + 1; ; n += inBurst) {
    if (isHasty) for (let m = n; m < n + inBurst; m += 1) say("saved", m);
    for (let m = n; m < n + inBurst; m += 1) {
      await put(m);
      if (!isHasty) say("saved", m);
    }
  }
}

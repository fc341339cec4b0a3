// A process that gives a workspace a vault, then key after key without end, until it is killed.
import { writeSync } from "node:fs";
import { cheapKdf } from "#services/vault/testing/cheap-kdf.ts";
import { Workspaces } from "../workspaces.ts";
import { passphrase, recoveryCode } from "./work.ts";

const [root = "", id = ""] = process.argv.slice(2);
const host = new Workspaces({ root, kdf: cheapKdf });
const [summary] = await host.list();
const opened = summary?.isProtected ? await host.unlock(id, passphrase) : await host.open(id);
writeSync(1, `start ${opened.head.frame}\n`);
if (opened.unsealed) await host.protect({ passphrase, recoveryCode });
for (;;) await host.newEpoch({ passphrase, recoveryCode });

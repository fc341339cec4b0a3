// Who may import whom, shown to bite: every rule meets a planted file that breaks it, and a neighbour that keeps it.
import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");
let project = "";

beforeAll(() => {
  project = mkdtempSync(path.join(tmpdir(), "chancery-layers-"));
  copyFileSync(path.join(root, ".oxlintrc.json"), path.join(project, ".oxlintrc.json"));
  copyFileSync(path.join(root, "tsconfig.json"), path.join(project, "tsconfig.json"));
  symlinkSync(path.join(root, "node_modules"), path.join(project, "node_modules"), "dir");
});

afterAll(() => rmSync(project, { recursive: true, force: true }));

function plant(file: string, text: string): void {
  const at = path.join(project, file);
  mkdirSync(path.dirname(at), { recursive: true });
  writeFileSync(at, text);
}

const bin = (name: string) => path.join(root, "node_modules/.bin", name);

function lint(file: string): string {
  const run = spawnSync(bin("oxlint"), [file], { cwd: project, encoding: "utf8" });
  return `${run.stdout}${run.stderr}`;
}

describe("imports that turn round are refused", () => {
  it.each([
    ["renderer/core/model/planted.ts", "react"],
    ["renderer/core/model/planted.ts", "node:fs"],
    ["renderer/core/log/planted.ts", "dexie"],
    ["renderer/core/rules/planted.ts", "#data/posts.ts"],
    ["renderer/core/rules/deep/planted.ts", "../../lib/result.ts"],
    ["renderer/ui/controls/planted.ts", "#core/model/post.ts"],
    ["renderer/ui/controls/planted.ts", "#data/posts.ts"],
    ["renderer/host/planted.ts", "react"],
    ["renderer/host/planted.tsx", "#data/posts.ts"],
    ["renderer/data/planted.ts", "react"],
    ["renderer/data/planted.tsx", "#ui/controls/button.tsx"],
    ["renderer/features/posts/planted.tsx", "../directives/list.tsx"],
    ["renderer/features/posts/planted.tsx", "#features/directives/list.tsx"],
    ["renderer/features/posts/planted.tsx", "dexie"],
    ["renderer/app/planted.tsx", "#services/index.ts"],
    ["renderer/app/planted.tsx", "node:path"],
    ["electron/services/planted.ts", "electron"],
    ["electron/services/planted.ts", "#data/posts.ts"],
    ["electron/transport/http-host.ts", "electron"],
    ["electron/serve.ts", "electron"],
    ["electron/main.ts", "#ui/controls/button.tsx"],
    ["electron/desktop/planted.ts", "#data/posts.ts"],
    ["e2e/specs/planted.ts", "#data/posts.ts"],
    ["e2e/specs/planted.ts", "#core/rules/task-state.ts"],
  ])("%s may not import %s", (file, from) => {
    plant(file, `import { planted } from "${from}";\nexport const kept = planted;\n`);
    expect(lint(file)).toContain("no-restricted-imports");
  });

  it.each([
    ["renderer/core/model/kept.ts", "zod"],
    ["renderer/core/model/kept.ts", "./post.ts"],
    ["renderer/core/exchange/kept.ts", "../model/post.ts"],
    ["renderer/core/exchange/columns/kept.ts", "#core/model/post.ts"],
    ["renderer/ui/controls/kept.tsx", "react-aria-components"],
    ["renderer/host/use-host.tsx", "react"],
    ["renderer/data/use-live.tsx", "react"],
    ["renderer/data/kept.ts", "dexie"],
    ["renderer/features/posts/kept.tsx", "../links.ts"],
    ["renderer/features/posts/kept.tsx", "../parts/ready.tsx"],
    ["renderer/features/posts/kept.tsx", "#data/posts.ts"],
    ["renderer/app/kept.tsx", "#features/posts/index.ts"],
    ["electron/services/kept.ts", "node:fs"],
    ["electron/main.ts", "electron"],
    ["e2e/specs/kept.ts", "#core/sample/history.ts"],
  ])("%s may import %s", (file, from) => {
    plant(file, `import { planted } from "${from}";\nexport const kept = planted;\n`);
    expect(lint(file)).not.toContain("no-restricted-imports");
  });

  it("refuses a cycle", () => {
    plant("renderer/core/log/one.ts", 'import { two } from "./two.ts";\nexport const one = () => two;\n');
    plant("renderer/core/log/two.ts", 'import { one } from "./one.ts";\nexport const two = () => one;\n');
    expect(lint("renderer/core/log")).toContain("no-cycle");
  });

  it("refuses any, a suppressed check and a promise nobody waits for", () => {
    plant(
      "renderer/data/loose.ts",
      "export const loose: any = 1;\n// @ts-ignore\nexport const other = loose;\n",
    );
    const found = lint("renderer/data/loose.ts");
    expect(found).toContain("no-explicit-any");
    expect(found).toContain("ban-ts-comment");
  });
});

describe("each environment has only its own globals", () => {
  it.each([
    ["renderer/core", "window.name"],
    ["renderer/core", "process.cwd()"],
    ["renderer/core", "document.title"],
    ["renderer", "process.cwd()"],
    ["electron", "document.title"],
  ])("%s does not know %s", (folder, expression) => {
    const config = readFileSync(path.join(root, folder, "tsconfig.json"), "utf8");
    const planted = path.join(project, `types-${folder.replace("/", "-")}`);
    rmSync(planted, { recursive: true, force: true });
    mkdirSync(planted, { recursive: true });
    cpSync(path.join(project, "tsconfig.json"), path.join(planted, "base.json"));
    writeFileSync(
      path.join(planted, "tsconfig.json"),
      config.replace(/"extends": "[^"]+"/, '"extends": "./base.json"').replace(/"vite\/client"/, ""),
    );
    writeFileSync(path.join(planted, "planted.ts"), `export const planted = ${expression};\n`);
    const run = spawnSync(bin("tsc"), ["-p", planted], { encoding: "utf8", cwd: project });
    expect(run.stdout).toMatch(/TS2304|TS2580|TS2584|TS2591/);
  });
});

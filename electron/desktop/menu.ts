// The native menu: the system's own roles, and commands of the page named by id. The page runs them.
import { app, Menu, type MenuItemConstructorOptions } from "electron";

interface MenuCommand {
  /** As the page's command list names it. */
  readonly id: string;
  readonly label: string;
  /** Shown only: the page listens for its keys itself. */
  readonly keys?: string;
}

type Line = MenuCommand | "separator";

const file: readonly Line[] = [
  { id: "cable.open", label: "Open Cable…", keys: "CmdOrCtrl+O" },
  { id: "engagement.log", label: "Log Engagement", keys: "CmdOrCtrl+E" },
  { id: "posts.import", label: "Import Posts…" },
  "separator",
  { id: "workspace.lock", label: "Lock Workspace", keys: "CmdOrCtrl+Shift+L" },
  { id: "workspace.leave", label: "Leave Workspace" },
  "separator",
];

/** Undo and Redo of the record; a text field keeps its own under the same keys. */
const edit: readonly Line[] = [
  { id: "edit.undo", label: "Undo Change", keys: "CmdOrCtrl+Z" },
  { id: "edit.redo", label: "Redo Change", keys: "CmdOrCtrl+Shift+Z" },
  "separator",
];

const go: readonly Line[] = [
  { id: "go.today", label: "Today" },
  { id: "go.directives", label: "Directives" },
  { id: "go.matrix", label: "Matrix" },
  { id: "go.engagements", label: "Engagements" },
  { id: "go.followUps", label: "Follow-ups" },
  { id: "go.counterparts", label: "Counterparts" },
  { id: "go.posts", label: "Posts" },
  { id: "go.reports", label: "Reports" },
  { id: "go.settings", label: "Settings" },
  "separator",
  { id: "app.search", label: "Search" },
];

/** Zoom stays for those who need it; nothing that reloads or inspects the page once packaged. */
export function setMenu(run: (id: string) => void): void {
  const isMac = process.platform === "darwin";
  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [{ role: "appMenu" as const }] : []),
    { label: "File", submenu: [...linesOf(file, run), { role: isMac ? "close" : "quit" }] },
    { label: "Edit", submenu: [...linesOf(edit, run), ...textRoles.map((role) => ({ role }))] },
    { label: "Go", submenu: linesOf(go, run) },
    {
      label: "View",
      submenu: [
        { role: "resetZoom" },
        { role: "zoomIn" },
        { role: "zoomOut" },
        { type: "separator" },
        { role: "togglefullscreen" },
        ...(app.isPackaged ? [] : [{ role: "toggleDevTools" as const }]),
      ],
    },
    { role: "windowMenu" },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

const textRoles = ["undo", "redo", "cut", "copy", "paste", "delete", "selectAll"] as const;

function linesOf(lines: readonly Line[], run: (id: string) => void): MenuItemConstructorOptions[] {
  return lines.map((line) => {
    if (line === "separator") return { type: "separator" };
    const { id, label, keys } = line;
    const shown = keys === undefined ? {} : { accelerator: keys, registerAccelerator: false };
    return { id, label, ...shown, click: () => run(id) };
  });
}

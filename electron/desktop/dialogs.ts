// The system's open and save dialogs. Paths stay on this side.
import path from "node:path";
import {
  app,
  type BrowserWindow,
  dialog,
  type FileFilter,
  type OpenDialogOptions,
  type SaveDialogOptions,
} from "electron";

/** The open window, or null while there is none. */
type Owner = () => BrowserWindow | null;

/** Filters are named by their endings, which need no translation. */
export function systemDialogs(owner: Owner): {
  chooseFile(extensions: readonly string[]): Promise<string | null>;
  chooseTarget(suggestedName: string, extension: string): Promise<string | null>;
  chooseFolder(): Promise<string | null>;
} {
  return {
    chooseFile: async (extensions) => {
      const options: OpenDialogOptions = {
        properties: ["openFile", "dontAddToRecent"],
        filters: [filterFor(extensions), { name: "*.*", extensions: ["*"] }],
      };
      const window = owner();
      const { canceled, filePaths } = await (window
        ? dialog.showOpenDialog(window, options)
        : dialog.showOpenDialog(options));
      return canceled ? null : (filePaths[0] ?? null);
    },
    chooseFolder: async () => {
      const options: OpenDialogOptions = {
        defaultPath: app.getPath("downloads"),
        properties: ["openDirectory", "createDirectory", "dontAddToRecent"],
      };
      const window = owner();
      const { canceled, filePaths } = await (window
        ? dialog.showOpenDialog(window, options)
        : dialog.showOpenDialog(options));
      return canceled ? null : (filePaths[0] ?? null);
    },
    chooseTarget: async (suggestedName, extension) => {
      const options: SaveDialogOptions = {
        defaultPath: path.join(app.getPath("downloads"), suggestedName),
        properties: ["createDirectory", "dontAddToRecent", "showOverwriteConfirmation"],
        filters: extension === "" ? [] : [filterFor([extension])],
      };
      const window = owner();
      const { canceled, filePath } = await (window
        ? dialog.showSaveDialog(window, options)
        : dialog.showSaveDialog(options));
      return canceled || filePath === "" ? null : filePath;
    },
  };
}

function filterFor(extensions: readonly string[]): FileFilter {
  return { name: extensions.map((extension) => `*.${extension}`).join(", "), extensions: [...extensions] };
}

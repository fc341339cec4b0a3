// The only bridge into the page: one channel for asks, one for events. It does not grow with methods.
import { contextBridge, ipcRenderer, type IpcRendererEvent } from "electron";

contextBridge.exposeInMainWorld("chancery", {
  call: (method: string, ask: unknown): Promise<unknown> => ipcRenderer.invoke("chancery", method, ask),
  hear: (hear: (event: string, detail: unknown) => void): (() => void) => {
    const pass = (_event: IpcRendererEvent, name: string, detail: unknown): void => hear(name, detail);
    ipcRenderer.on("chancery.event", pass);
    return () => void ipcRenderer.off("chancery.event", pass);
  },
});

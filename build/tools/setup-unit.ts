// What Chromium and Electron have and Node 20 lacks: IndexedDB and Temporal.
import "fake-indexeddb/auto";
import "temporal-polyfill/global";

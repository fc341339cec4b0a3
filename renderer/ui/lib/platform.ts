// What machine the page is on, for key names only.

export const isMac = typeof navigator !== "undefined" && navigator.platform.startsWith("Mac");

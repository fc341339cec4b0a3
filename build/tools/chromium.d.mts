// Types of chromium.mjs, for the configs and tests written in TypeScript.
export function findChromium(): string | null;
export function chromiumArgs(): string[];
export function chromiumLaunch(): { executablePath?: string; args: string[] };

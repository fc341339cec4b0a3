// Types of electron-path.mjs, for the tests written in TypeScript.
export function findElectron(): string | null;
export function fetchElectron(limitSeconds: number): Promise<string | null>;

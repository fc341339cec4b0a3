// The page takes no markup from text. React Aria empties its announcer by setting inner markup to "", which is no
// markup at all: that one text passes the browser's trusted-types check, everything else stays blocked.

interface TrustedTypes {
  createPolicy(name: string, rules: { readonly createHTML: (text: string) => string | null }): unknown;
}

// The browser has them; TypeScript's page library does not know the name yet.
const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
trustedTypes?.createPolicy("default", { createHTML: (text) => (text === "" ? "" : null) });

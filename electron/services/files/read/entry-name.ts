// Names inside of an archive that could mean a place outside of it, or two things at once.

const deviceNames = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** A relative path of plain parts. Nothing is ever written to it; a name that tries is reason enough to refuse. */
export function isSafeEntryName(name: string): boolean {
  if (name === "" || name.length > 1000 || /[\\:*?"<>|]/.test(name) || hasControls(name)) return false;
  const parts = (name.endsWith("/") ? name.slice(0, -1) : name).split("/");
  return parts.every(
    (part) => part !== "" && part !== "." && part !== ".." && !/[. ]$/.test(part) && !deviceNames.test(part),
  );
}

function hasControls(name: string): boolean {
  return Array.from(name).some((char) => char < " " || char === "\u007f");
}

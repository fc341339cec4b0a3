// Days and lengths of time as spreadsheets count them, as text.

const msPerDay = 86_400_000;
/** The last day there is: 9999-12-31, counted from 1900. */
const lastSerial = 2_958_465;
const serialOf1904 = 1462;
/** Spreadsheets count a 29 February 1900 that never was. */
const phantomDay = 60;

/**
 * "2026-11-26", "2026-11-26 17:00", or "17:00" for a fraction of a day alone; null for what is no day. Seconds are given
 * only where there are some.
 */
export function sheetDay(serial: number, is1904: boolean): string | null {
  const counted = is1904 && serial >= 1 ? serial + serialOf1904 : serial;
  if (!Number.isFinite(counted) || counted < 0 || counted >= lastSerial + 1) return null;
  const seconds = Math.round((counted % 1) * 86_400);
  const day = Math.floor(counted) + (seconds === 86_400 ? 1 : 0);
  const time = clockOf(seconds % 86_400);
  if (day === 0) return time;
  if (day === phantomDay) return null;
  // Day 1 is 1900-01-01; after the phantom day the count is one too far.
  const since = Date.UTC(1899, 11, 31) + (day > phantomDay ? day - 1 : day) * msPerDay;
  const on = new Date(since).toISOString().slice(0, 10);
  return time === "00:00" ? on : `${on} ${time}`;
}

/** A length of time in days, in hours ("h"), minutes ("m") or seconds: "36:00", "36:00:30", "2160:30". */
export function elapsedTime(days: number, unit: string): string | null {
  const seconds = Math.round(Math.abs(days) * 86_400);
  if (!Number.isSafeInteger(seconds)) return null;
  const sign = days < 0 && seconds > 0 ? "-" : "";
  if (unit === "s") return `${sign}${seconds}`;
  if (unit === "m") return `${sign}${two(seconds / 60)}:${two(seconds % 60)}`;
  const rest = seconds % 60 === 0 ? "" : `:${two(seconds % 60)}`;
  return `${sign}${two(seconds / 3600)}:${two((seconds / 60) % 60)}${rest}`;
}

function clockOf(seconds: number): string {
  const minutes = `${two(seconds / 3600)}:${two((seconds / 60) % 60)}`;
  return seconds % 60 === 0 ? minutes : `${minutes}:${two(seconds % 60)}`;
}

function two(value: number): string {
  return String(Math.floor(value)).padStart(2, "0");
}

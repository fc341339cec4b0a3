// A number of bytes in words people use for files.
import { useText } from "#ui/text/use-text.ts";

const kilobyte = 1000;
const megabyte = 1_000_000;

export function useFileSize(): (bytes: number) => string {
  const { formatNumber } = useText();
  return (bytes) => {
    if (bytes < kilobyte) return formatNumber(bytes, { style: "unit", unit: "byte", unitDisplay: "long" });
    return bytes < megabyte
      ? formatNumber(bytes / kilobyte, { style: "unit", unit: "kilobyte", maximumFractionDigits: 0 })
      : formatNumber(bytes / megabyte, { style: "unit", unit: "megabyte", maximumFractionDigits: 1 });
  };
}

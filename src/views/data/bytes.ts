import { formatNumber } from '../../base/format';

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'] as const;

/** `990 KB`, `1.4 MB`: bytes by thousands, as file managers show them. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${formatNumber(value, unit > 0 && value < 9.95 ? 1 : 0)} ${UNITS[unit]!}`;
}

import { formatDayWords } from '../../base/format';
import { dayOf } from '../../base/period';
import type { Lang } from '../../base/text';

/** A moment by the user's own clock: 2026年11月23日 09:05. */
export function momentWords(atMs: number, lang: Lang): string {
  const at = new Date(atMs);
  const two = (n: number): string => String(n).padStart(2, '0');
  const day = formatDayWords(dayOf(at.getFullYear(), at.getMonth() + 1, at.getDate()), lang);
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

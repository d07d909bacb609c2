import { formatDayWords, formatPeriodWords } from '../../../base/format';
import { lastDayOf } from '../../../base/period';
import type { Lang } from '../../../base/text';
import type { TimeAxis } from '../../exhibits/exhibit';

/** Every period in full: which of them are written is the program's choice, and the workbook names each row. */
export function axisLabels({ frequency, first, labels, weekEndsOn }: TimeAxis, lang: Lang): readonly string[] {
  return labels.map((_, i) =>
    frequency === 'week'
      ? formatDayWords(lastDayOf('week', first + i, weekEndsOn), lang)
      : formatPeriodWords(frequency, first + i, lang, weekEndsOn),
  );
}

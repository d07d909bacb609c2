import type { EChartsOption } from 'echarts';
import { formatChange, formatNumber } from '../../base/format';
import { type Lang, say } from '../../base/text';
import type { TargetBulletsData } from '../../briefing/exhibits/exhibit';
import { tooltipHtml } from '../escape-html';
import { drawTargetBars, targetProgressHeight } from '../target-progress-option';
import type { ChartTheme } from '../theme';
import { markOption } from './mark-option';
import { emptyMarks } from './parts';
import { EXHIBIT_TEXT } from './text';

type Drawn = TargetBulletsData['rows'][number] & { readonly share: number; readonly gap: number };

function drawnOf({ rows }: TargetBulletsData): readonly Drawn[] {
  return rows.filter((row): row is Drawn => row.share !== null && row.gap !== null);
}

export function targetBulletsHeight(data: TargetBulletsData): number {
  return targetProgressHeight(drawnOf(data).length) + 24;
}

/** Shares of the year's target; regions without one are counted at the foot. */
export function targetBulletsOption(data: TargetBulletsData, lang: Lang, theme: ChartTheme): EChartsOption {
  const drawn = drawnOf(data);
  const missing = data.rows.length - drawn.length;
  if (drawn.length === 0)
    return markOption({ items: [], draw: (size) => ({ frame: emptyMarks(lang, size, theme), items: [] }) }, theme);
  return drawTargetBars(
    {
      rows: drawn.map(({ name, share, gap, usual, whole }) => ({ name, share, gap, duePast: usual, whole })),
      due: data.due,
      // A name that says the share already is not given it twice.
      dueWords: /\d/.test(data.dueName) ? data.dueName : `${data.dueName} ${formatNumber(data.due, 1)}%`,
      note: [
        ...(drawn.some((r) => r.usual !== null) ? [EXHIBIT_TEXT.usual[lang]] : []),
        ...(missing === 0 ? [] : [say(EXHIBIT_TEXT.missing, lang, { count: missing })]),
      ].join(lang === 'zh' ? '；' : '; '),
      lang,
      tooltip: (i) => {
        const row = drawn[i];
        if (!row) return '';
        return tooltipHtml(row.name, [
          [EXHIBIT_TEXT.share[lang], `${formatNumber(row.share, 1)}%`],
          [EXHIBIT_TEXT.gap[lang], formatChange(row.gap, 'points', lang)],
          [EXHIBIT_TEXT.usual[lang], `${formatNumber(row.usual, 1)}%`],
        ]);
      },
    },
    theme,
  );
}

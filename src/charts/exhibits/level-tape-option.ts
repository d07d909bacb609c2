import type { EChartsOption } from 'echarts';
import type { Lang } from '../../base/text';
import type { LevelTapeData } from '../../briefing/exhibits/exhibit';
import { drawLevelTape, tapeHeight } from '../level-tape-option';
import type { ChartTheme } from '../theme';
import { widthOf } from './marks';

const MOST_PX = 220;

export function levelTapeHeight({ rows }: LevelTapeData): number {
  return tapeHeight(rows.length);
}

/** Levels over time; the frame marks the period reported on. */
export function levelTapeOption(data: LevelTapeData, lang: Lang, theme: ChartTheme): EChartsOption {
  const { rows, frequency, weekEndsOn, first, labels } = data;
  return drawLevelTape({
    rows,
    frequency,
    weekEndsOn,
    first,
    count: labels.length,
    period: first + labels.length - 1,
    lang,
    theme,
    namesPx: Math.min(MOST_PX, 16 + Math.max(0, ...rows.map((r) => widthOf(r.short, 11)))),
  });
}

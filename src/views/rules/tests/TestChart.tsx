import { formatNumber } from '../../../base/format';
import { levelKey } from '../../../base/level';
import { trackWords } from '../../../backtest/rule-test-report';
import type { RuleTestResult, RuleTestTrack } from '../../../backtest/rule-tests';
import type { AssessmentView } from '../../../platform/engine-api';
import { useLang } from '../../../store/place';
import { sparklineShape } from '../../parts/sparkline-path';
import { useT } from '../../parts/use-text';
import { differenceAt } from './result-words';
import { TESTS_TEXT } from './text';

const WIDTH = 240;
const LINE = 26;
const STRIP = 9;
const GAP = 2;

interface TestChartProps {
  readonly view: Pick<AssessmentView, 'catalogue'>;
  readonly result: RuleTestResult;
}

/** The first series as a line; below it the row of expectations that differs first, expected over got. */
export function TestChart({ view, result }: TestChartProps) {
  const t = useT(TESTS_TEXT);
  const lang = useLang();
  const series = result.series[0]!;
  const figures = [...series.values].filter((v) => Number.isFinite(v));
  const range = [Math.min(...figures), Math.max(...figures)] as const;
  const track = trackToShow(result);
  const { path } = sparklineShape(series.values, range, WIDTH, LINE);
  const differences = Array.from({ length: result.count }, (_, i) => differenceAt(track, i)).filter(Boolean).length;
  const words = t('chartWords', {
    indicator: view.catalogue.byId.get(series.indicatorId)?.short[lang] ?? series.indicatorId,
    from: formatNumber(figures[0] ?? null, 2),
    to: formatNumber(figures.at(-1) ?? null, 2),
    count: result.count,
    what: trackWords(track.about, lang),
    differences,
  });
  const top = LINE + 4;
  const height = top + 2 * STRIP + GAP + 5;
  const step = (WIDTH - 6) / result.count;
  return (
    <svg
      className="sparkline test-chart"
      width={WIDTH}
      height={height}
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-label={words}
    >
      <path d={path} />
      {Array.from({ length: result.count }, (_, i) => {
        const x = 3 + i * step;
        const width = Math.max(1, step - 0.6);
        return (
          <g key={i}>
            <rect className={fillOf(track, track.expected[i]!)} x={x} y={top} width={width} height={STRIP} />
            <rect className={fillOf(track, track.got[i]!)} x={x} y={top + STRIP + GAP} width={width} height={STRIP} />
            {differenceAt(track, i) && (
              <rect className="test-differs" x={x} y={top + 2 * STRIP + GAP + 1.5} width={width} height={3} />
            )}
          </g>
        );
      })}
    </svg>
  );
}

/** The row with the first difference; without one, levels of the region before those of a rule. */
function trackToShow({ tracks, difference }: RuleTestResult): RuleTestTrack {
  const same = JSON.stringify(difference?.about);
  return tracks.find((track) => JSON.stringify(track.about) === same) ?? tracks[0]!;
}

/** Levels in their colours; states in two shades, for they are no levels. */
function fillOf({ about }: RuleTestTrack, byte: number): string {
  if (byte < 0) return 'test-open';
  if (about.of === 'state') return byte === 0 ? 'test-level-normal' : 'test-state';
  return `test-level-${levelKey(byte)}`;
}

import { memo } from 'react';
import { formatNumber } from '../../base/format';
import { levelKey } from '../../base/level';
import { PARTS_TEXT } from './text';
import { sparklineShape } from './sparkline-path';
import { useT } from './use-text';

interface SparklineProps {
  readonly values: ArrayLike<number>;
  /** Common scale of all rows. */
  readonly range: readonly [number, number];
  /** Level at the end: colours the last dot. */
  readonly level: number;
  readonly decimals?: number;
  readonly width?: number;
  readonly height?: number;
}

export const Sparkline = memo(function Sparkline({
  values,
  range,
  level,
  decimals = 1,
  width = 104,
  height = 24,
}: SparklineProps) {
  const t = useT(PARTS_TEXT);
  const { path, last } = sparklineShape(values, range, width, height);
  const words =
    path === ''
      ? t('sparklineEmpty')
      : t('sparkline', {
          count: values.length,
          from: formatNumber(values[0] ?? null, decimals),
          to: formatNumber(values[values.length - 1] ?? null, decimals),
        });
  return (
    <svg
      className="sparkline"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={words}
    >
      <path d={path} />
      {last && <circle cx={last.x} cy={last.y} r={2.6} className={`dot-${levelKey(level)}`} />}
    </svg>
  );
});

import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef, useState } from 'react';
import { withUnit } from '../../../base/format';
import {
  INSUFFICIENT,
  LEVEL_KEYS,
  levelKey,
  levelName,
  levelShort,
  WARNING_LEVELS,
  type WarningLevel,
} from '../../../base/level';
import { dodge } from '../../../charts/dodge';
import { yearMarks } from '../../../charts/period-axis';
import { yearOf } from '../../../base/period';
import type { AssessmentView } from '../../../platform/engine-api';
import type { RuleSeries } from '../../../levels/rule-series';
import type { RulePreview } from '../../../platform/rule-answers';
import { type Rule, SignalState, thresholdOf } from '../../../signals/rule';
import { useLang } from '../../../store/place';
import { useT } from '../../parts/use-text';
import { figure } from './rule-diff';
import { EDIT_TEXT } from './text';
import { planeOf, pulledTo, roundTicks, stepOf, unbroken } from './threshold-geometry';

const HEIGHT = 250;
const LEFT = 44;
const RIGHT = 88;
const BOTTOM = 62;
const TOP = 10;
const PLOT = HEIGHT - TOP - BOTTOM;
/** Labels are as tall as a finger's target wants (WCAG 2.5.8). */
const LABEL_PX = 24;

interface ThresholdChartProps {
  readonly view: AssessmentView;
  readonly rule: Rule;
  readonly series: RuleSeries;
  readonly levelNow: RulePreview['levelNow'];
  /** Factor of the noise guard in the region that is shown. */
  readonly factor: number;
  readonly unit: string;
  readonly description: string;
  readonly onPull: (level: WarningLevel, value: number) => void;
  readonly onRelease: () => void;
}

/**
 * The statistic over time with its threshold lines, which can be pulled by pointer and keyboard; below it the counted
 * levels as they are now and as the draft has them. Drawn here and not by ECharts: its lines take neither focus nor keys.
 */
export function ThresholdChart(props: ThresholdChartProps) {
  const { view, rule, series, levelNow, factor, unit, description, onPull, onRelease } = props;
  const t = useT(EDIT_TEXT);
  const lang = useLang();
  const box = useRef<SVGSVGElement>(null);
  const width = useWidth(box);
  const { sign } = series;
  const shown = useMemo(() => series.statistic.map((v) => v * sign), [series, sign]);
  const lines = WARNING_LEVELS.map((level) => {
    const value = thresholdOf(rule.thresholds, level);
    return typeof value === 'number' ? value : undefined;
  });
  const shownLines = lines.map((v) => (v === undefined ? NaN : v * factor * sign));
  const fresh = planeOf([shown, shownLines], PLOT);
  // While a line is pulled the plane must not run away under the pointer.
  const [held, setHeld] = useState<typeof fresh | null>(null);
  const plane = held ?? fresh;
  const inner = Math.max(width - LEFT - RIGHT, 1);
  const toX = (t_: number): number => LEFT + ((t_ + 0.5) / series.statistic.length) * inner;
  const toY = (v: number): number => TOP + plane.toY(v);
  const step = stepOf(plane.high - plane.low, rule.decimals);
  const floor = rule.guard ? 10 ** -rule.decimals : -Infinity;

  const pull = (level: WarningLevel, wanted: number): void => {
    const value = pulledTo(lines, level, wanted, rule.decimals, floor);
    if (value !== lines[level - 1]) onPull(level, value);
  };
  const onMove = (level: WarningLevel) => (event: PointerEvent<SVGGElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const y = event.clientY - box.current!.getBoundingClientRect().top - TOP;
    pull(level, (plane.toValue(y) * sign) / factor);
  };
  const onKey = (level: WarningLevel) => (event: KeyboardEvent) => {
    const up = { ArrowUp: 1, ArrowRight: 1, PageUp: 10, ArrowDown: -1, ArrowLeft: -1, PageDown: -10 }[event.key];
    if (up === undefined) return;
    event.preventDefault();
    // Up on the screen is up, also where down is worse.
    pull(level, lines[level - 1]! + up * sign * step * (event.shiftKey ? 10 : 1));
  };
  const release = (): void => {
    setHeld(null);
    onRelease();
  };

  const ticks = roundTicks(plane.low, plane.high);
  const labelY = dodge(
    WARNING_LEVELS.flatMap((l) => (lines[l - 1] === undefined ? [] : [plane.toY(shownLines[l - 1]!)])),
    LABEL_PX,
    0,
    PLOT,
  );
  const levels = WARNING_LEVELS.filter((l) => lines[l - 1] !== undefined);
  return (
    <svg ref={box} className="pull-chart" width="100%" height={HEIGHT} role="group" aria-label={description}>
      {width > 0 && (
        <>
          {levels.map((level, i) => {
            const from = toY(shownLines[level - 1]!);
            const next = levels[i + 1];
            const to = next === undefined ? (sign === 1 ? TOP : TOP + PLOT) : toY(shownLines[next - 1]!);
            return (
              <rect
                key={level}
                className={`pull-band band-${LEVEL_KEYS[level]}`}
                x={LEFT}
                width={inner}
                y={Math.min(from, to)}
                height={Math.abs(to - from)}
              />
            );
          })}
          {ticks.map((v) => (
            <text key={v} className="pull-axis" x={LEFT - 6} y={toY(v) + 4} textAnchor="end">
              {figure(v)}
            </text>
          ))}
          {[...yearMarks(view.frequency, view.first, series.statistic.length, 8)].map((p) => (
            <g key={p}>
              <line className="pull-tick" x1={toX(p - view.first)} x2={toX(p - view.first)} y1={TOP} y2={TOP + PLOT} />
              <text className="pull-axis" x={toX(p - view.first)} y={HEIGHT - 4}>
                {yearOf(view.frequency, p)}
              </text>
            </g>
          ))}
          {unbroken(shown).map((run) =>
            run.length === 1 ? (
              <circle key={run[0]![0]} className="pull-dot" cx={toX(run[0]![0])} cy={toY(run[0]![1])} r={2} />
            ) : (
              <path
                key={run[0]![0]}
                className="pull-line"
                d={run.map(([at, v], i) => `${i === 0 ? 'M' : 'L'}${toX(at).toFixed(1)} ${toY(v).toFixed(1)}`).join('')}
              />
            ),
          )}
          <Tape y={TOP + PLOT + 10} label={t('inForceTape')} levels={levelNow} toX={toX} inner={inner} lang={lang} />
          <Tape
            y={TOP + PLOT + 26}
            label={t('draftTape')}
            levels={series.level.map((l, i) => (series.state[i]! >= SignalState.insufficient ? INSUFFICIENT : l))}
            toX={toX}
            inner={inner}
            lang={lang}
          />
          {levels.map((level, i) => {
            const y = toY(shownLines[level - 1]!);
            const at = TOP + labelY[i]!;
            const value = lines[level - 1]!;
            const words = withUnit(figure(value * sign), unit);
            return (
              <g
                key={level}
                className={`pull-handle text-${LEVEL_KEYS[level]}`}
                role="slider"
                tabIndex={0}
                aria-label={t('line', { level: levelName(level)[lang] })}
                aria-orientation="vertical"
                aria-valuenow={value * sign}
                aria-valuemin={plane.low}
                aria-valuemax={plane.high}
                aria-valuetext={words}
                onPointerDown={(e) => {
                  e.currentTarget.setPointerCapture(e.pointerId);
                  setHeld(fresh);
                }}
                onPointerMove={onMove(level)}
                onPointerUp={release}
                onPointerCancel={release}
                onKeyDown={onKey(level)}
                onBlur={onRelease}
              >
                <line className="pull-catch" x1={LEFT} x2={LEFT + inner} y1={y} y2={y} />
                <line className="pull-threshold" x1={LEFT} x2={LEFT + inner} y1={y} y2={y} />
                <path className="pull-lead" d={`M${LEFT + inner} ${y}L${LEFT + inner + 8} ${at}`} />
                <rect className="pull-label" x={LEFT + inner + 8} y={at - 12} width={RIGHT - 10} height={24} rx={3} />
                <text x={LEFT + inner + 14} y={at + 4}>
                  {levelShort(level)[lang].split(' ')[0]} {figure(value * sign)}
                </text>
              </g>
            );
          })}
        </>
      )}
    </svg>
  );
}

interface TapeProps {
  readonly y: number;
  readonly label: string;
  readonly levels: ArrayLike<number> | null;
  readonly toX: (t: number) => number;
  readonly inner: number;
  readonly lang: 'zh' | 'en';
}

/** Counted levels as a row of cells; quiet ones are left to the ground. */
function Tape({ y, label, levels, toX, inner }: TapeProps) {
  const cells = levels ? runsOf(levels) : [];
  return (
    <g aria-hidden="true">
      <text className="pull-axis" x={LEFT - 6} y={y + 10} textAnchor="end">
        {label}
      </text>
      <rect className="pull-ground" x={LEFT} width={inner} y={y} height={12} />
      {cells.map(({ from, to, level }) => (
        <rect
          key={from}
          className={`cell-${levelKey(level)}`}
          x={toX(from - 0.5)}
          width={toX(to + 0.5) - toX(from - 0.5)}
          y={y}
          height={12}
        />
      ))}
    </g>
  );
}

/** Stretches of one level, normal ones left out. */
function runsOf(levels: ArrayLike<number>): { from: number; to: number; level: number }[] {
  const runs: { from: number; to: number; level: number }[] = [];
  for (let t = 0; t < levels.length; t++) {
    const level = levels[t]!;
    if (level === 0) continue;
    const last = runs.at(-1);
    if (last && last.level === level && last.to === t - 1) last.to = t;
    else runs.push({ from: t, to: t, level });
  }
  return runs;
}

/** Width of an element in pixels, followed; 0 until it is known. */
function useWidth(box: { readonly current: Element | null }): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const watch = new ResizeObserver(([entry]) => setWidth(Math.round(entry!.contentRect.width)));
    watch.observe(element);
    return () => watch.disconnect();
  }, [box]);
  return width;
}

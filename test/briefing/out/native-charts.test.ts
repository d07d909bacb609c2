import { describe, expect, test } from 'vitest';
import { SAMPLE_STATES, sampleExhibit } from '../../../mock-data/exhibits';
import type { Exhibit, ExhibitKind } from '../../../src/briefing/exhibits/exhibit';
import { drawingOf } from '../../../src/briefing/out/drawing';
import { lookOf } from '../../../src/briefing/out/native/chart-look';
import { bookOf, columnLetters } from '../../../src/briefing/out/native/chart-book';
import { chartXml } from '../../../src/briefing/out/native/chart-xml';
import { shiftsOf } from '../../../src/briefing/out/native/end-labels';
import type { NativeChart } from '../../../src/briefing/out/native/native-chart';
import { niceScale, numberFormat } from '../../../src/briefing/out/native/scale';
import { levelPaint } from '../../../src/briefing/out/palette';
import { levelColours, CHART_THEMES } from '../../../src/charts/theme';
import { xmlFault } from './read-back';

const chartsOf = (exhibit: Exhibit): readonly NativeChart[] => {
  const drawing = drawingOf(exhibit, 'zh', 60);
  return drawing.kind === 'charts' ? drawing.charts : [];
};
const sample = <K extends ExhibitKind>(kind: K, state: (typeof SAMPLE_STATES)[number] = 'gaps') =>
  sampleExhibit(kind, state, 'zh');
const seriesOf = (chart: NativeChart, name: string) =>
  chart.groups.flatMap((group) => [...group.series]).find((series) => series.name === name)!;

describe('every kind in every state', () => {
  const charts = SAMPLE_STATES.flatMap((state) =>
    (
      [
        'ranked-bars',
        'small-multiples',
        'forecast-fan',
        'supply-demand',
        'slope',
        'diffusion-curve',
        'target-bullets',
        'revision-lines',
        'index-waterfall',
      ] as const
    ).flatMap((kind) =>
      chartsOf(sampleExhibit(kind, state, 'en') as Exhibit).map((chart) => ({ id: `${kind} ${state}`, chart })),
    ),
  );

  test('is well-formed, with a plot inside the chart and every value on its scale', () => {
    for (const { id, chart } of charts) {
      const look = lookOf(chart, { widthPt: 400, heightPt: 240 }, { font: 'Arial', lang: 'en-GB', sizePt: 9 });
      expect(xmlFault(chartXml(chart, look)), id).toBeNull();
      expect(look.plot.x + look.plot.w, id).toBeLessThanOrEqual(1);
      expect(look.plot.y + look.plot.h, id).toBeLessThanOrEqual(1);
      expect(Math.min(look.plot.w, look.plot.h), id).toBeGreaterThan(0.1);
      expect(chart.value.max, id).toBeGreaterThan(chart.value.min);
      for (const group of chart.groups)
        if (group.kind === 'line' || group.kind === 'scatter')
          for (const value of group.series.flatMap((s) => [...s.values]))
            if (value !== null) {
              expect(value, id).toBeGreaterThanOrEqual(chart.value.min - 1e-9);
              expect(value, id).toBeLessThanOrEqual(chart.value.max + 1e-9);
            }
    }
  });

  test('has as many values as categories in each series, and a column of the workbook for each', () => {
    for (const { id, chart } of charts) {
      for (const group of chart.groups)
        for (const series of group.series)
          expect(series.values.length, id).toBe('xs' in series ? series.xs.length : chart.categories.length);
      const { columns, places } = bookOf(chart);
      expect(
        places.every(({ y }) => columns.some((_, i) => columnLetters(i) === y)),
        id,
      ).toBe(true);
    }
  });
});

describe('the figures of the exhibit are the figures of the chart', () => {
  test('the fan: bands add up to the ends of the intervals, which stand behind it too', () => {
    const exhibit = sample('forecast-fan', 'ordinary');
    const [chart] = chartsOf(exhibit);
    const { steps, history, intervals, labels } = exhibit.data;
    const bands = chart!.groups.find((group) => group.kind === 'area')!.series;
    const ahead = labels.length - steps.length;
    steps.forEach((step, i) => {
      let sum = 0;
      const edges = bands.map(({ values }) => (sum += values[ahead + i]!));
      const expected = [...step.lower.toReversed(), ...step.upper];
      edges.forEach((edge, k) => expect(edge).toBeCloseTo(expected[k]!, 9));
    });
    expect(chart!.behind).toHaveLength(2 * intervals.length);
    expect(chart!.behind[0]!.values.slice(ahead)).toEqual(steps.map(({ lower }) => lower[0]!));
    expect(seriesOf(chart!, '实际').values.slice(0, ahead)).toEqual(history);
    expect(
      seriesOf(chart!, '实际')
        .values.slice(ahead)
        .every((value) => value === null),
    ).toBe(true);
    expect(seriesOf(chart!, '预测').values.slice(ahead)).toEqual(steps.map(({ mean }) => mean));
  });

  test('the waterfall: pieces stand on their base and end where the running total is, also below zero', () => {
    const ordinary = sample('index-waterfall', 'ordinary');
    const crossing = {
      ...ordinary,
      data: {
        ...ordinary.data,
        from: 3,
        to: 1,
        steps: [
          { id: 'a', name: 'a', change: -5 },
          { id: 'b', name: 'b', change: -1 },
          { id: 'c', name: 'c', change: 4 },
        ],
      },
    };
    for (const exhibit of [ordinary, crossing]) {
      const [chart] = chartsOf(exhibit);
      const [bars] = chart!.groups;
      let at = exhibit.data.from;
      exhibit.data.steps.forEach(({ change }, i) => {
        const pieces = bars!.series.map(({ values }) => values[i + 1] ?? 0);
        const sum = (sign: 1 | -1): number => pieces.filter((value) => value * sign > 0).reduce((a, b) => a + b, 0);
        const [low, high] = [Math.min(at, at + change), Math.max(at, at + change)];
        expect(sum(1)).toBeCloseTo(Math.max(high, 0), 9);
        expect(sum(-1)).toBeCloseTo(Math.min(low, 0), 9);
        at += change;
      });
      expect(at).toBeCloseTo(exhibit.data.to, 9);
      expect(chart!.behind[0]!.values).toEqual([
        exhibit.data.from,
        ...exhibit.data.steps.map(({ change }) => expect.closeTo(change, 9) as number),
        exhibit.data.to,
      ]);
    }
  });

  test('small multiples: values, a line for each threshold, and a mark for each period at a level', () => {
    const exhibit = sample('small-multiples');
    chartsOf(exhibit).forEach((chart, i) => {
      const panel = exhibit.data.panels[i]!;
      const [lines] = chart.groups;
      expect(seriesOf(chart, panel.name).values).toEqual(panel.values);
      const drawn = lines!.series.filter((s) => 'line' in s && s.line !== null && s.line.dash).map((s) => s.values[0]);
      expect(drawn).toEqual(panel.lines.filter((line) => line !== null));
      const marks = lines!.series.filter((s) => 'line' in s && s.line === null);
      panel.levels.forEach((level, t) => {
        const marked = marks.filter((s) => s.values[t] !== null).map((s) => s.values[t]);
        expect(marked).toEqual(level >= 1 && level <= 4 && panel.values[t] !== null ? [panel.values[t]] : []);
      });
    });
  });

  test('slope, revisions, diffusion, targets, ranks, supply and demand', () => {
    const slope = sample('slope');
    slope.data.rows.forEach((row) =>
      expect(seriesOf(chartsOf(slope)[0]!, row.name).values).toEqual([row.from, row.to]),
    );
    const revision = sample('revision-lines');
    expect(seriesOf(chartsOf(revision)[0]!, revision.data.beforeName).values).toEqual(revision.data.before);
    expect(seriesOf(chartsOf(revision)[0]!, revision.data.afterName).values).toEqual(revision.data.after);
    const diffusion = sample('diffusion-curve');
    for (const { name, values } of diffusion.data.series)
      expect(seriesOf(chartsOf(diffusion)[0]!, name).values).toEqual(values);
    const targets = sample('target-bullets');
    const [bullets] = chartsOf(targets);
    expect(seriesOf(bullets!, '完成进度').values).toEqual(targets.data.rows.map(({ share }) => share));
    expect(seriesOf(bullets!, targets.data.dueName).values).toEqual(targets.data.rows.map(() => targets.data.due));
    const ranks = sample('ranked-bars');
    const [values, changes] = chartsOf(ranks);
    expect(values!.groups[0]!.series[0]!.values).toEqual(ranks.data.rows.map(({ value }) => value));
    changes!.groups[0]!.series[0]!.values.forEach((value, i) => {
      const { change } = ranks.data.rows[i]!;
      if (change === null) expect(value).toBeNull();
      else expect(value).toBeCloseTo(change, ranks.data.change.decimals);
    });
    const market = sample('supply-demand');
    const points = chartsOf(market)[0]!.groups[0]!.series.flatMap((s) =>
      'xs' in s ? s.values.map((y, i) => [s.xs[i], y]) : [],
    );
    for (const { x, y } of [...market.data.points, ...market.data.path]) expect(points).toContainEqual([x, y]);
  });
});

describe('the parts of a chart', () => {
  test('labels at the ends stand apart, in the order of their values, as near as they can', () => {
    const scale = { min: 0, max: 10, step: 2, format: '', title: '' };
    const values = [5, 5.1, 9, 5.05, 0];
    const shifts = shiftsOf(values, scale, 0.1);
    const places = values.map((value, i) => (10 - value) / 10 + shifts[i]!).toSorted((a, b) => a - b);
    for (let i = 1; i < places.length; i += 1) expect(places[i]! - places[i - 1]!).toBeGreaterThanOrEqual(0.1 - 1e-9);
    expect(shifts[2]).toBe(0);
    expect(shifts[1]! + shifts[0]! + shifts[3]!).toBeCloseTo(0, 9);
  });

  test('scales have round steps around the values', () => {
    expect(niceScale([3.4, 4.2], { format: '' })).toMatchObject({ min: 3.4, max: 4.2, step: 0.2 });
    expect(niceScale([12, 87], { format: '', zero: true })).toMatchObject({ min: 0, max: 100, step: 25 });
    expect(niceScale([], { format: '' }).max).toBeGreaterThan(0);
    expect(niceScale([5, 5], { format: '' })).toMatchObject({ min: 4.5, max: 5.5 });
  });

  test('formats spell numbers as the texts do', () => {
    expect(numberFormat(1, '%')).toBe('#,##0.0"%";−#,##0.0"%"');
    expect(numberFormat(0, 'persons')).toBe('#,##0" persons";−#,##0" persons"');
    expect(numberFormat(1, '个百分点', true)).toBe('+#,##0.0"个百分点";−#,##0.0"个百分点";#,##0.0"个百分点"');
  });

  test('levels have the colours of the screens', () => {
    for (const byte of [0, 1, 2, 3, 4, 255]) {
      const { fill, on, text } = levelColours(CHART_THEMES.light, byte);
      expect(levelPaint(byte)).toEqual({ fill: hex(fill), on: hex(on), text: hex(text) });
    }
  });
});

const hex = (colour: string): string => colour.slice(1).toUpperCase();

import { formatNumber, formatPeriodWords, formatSigned, withUnit } from '../../src/base/format';
import { defineText } from '../../src/base/text';
import type { ExhibitOf, ExhibitTable, MeasureData } from '../../src/briefing/exhibits/exhibit';
import { column, courseOf, levelsOf, placesOf, type Sample, timeOf, wholePlace, words, wordsOf } from './context';

const TEXT = defineText({
  region: { zh: '地区', en: 'Region' },
  period: { zh: '时期', en: 'Period' },
  change: { zh: '变化', en: 'Change' },
  claims: { zh: '新申领失业保险金人数同比', en: 'New benefit claims on the year before' },
  claimsFull: { zh: '当月新申领失业保险金人数', en: 'New benefit claims of the month' },
  persons: { zh: '人', en: 'persons' },
  points: { zh: '个百分点', en: 'pp' },
  rate: { zh: '城镇登记失业率', en: 'Registered unemployment rate' },
  against: { zh: '同比', en: 'on the year before' },
  worst: { zh: '{name}居首，为{value}', en: '{name} stands first at {value}' },
  none: { zh: '本期没有可比的数字', en: 'No figure that can be compared in this period' },
  ranked: {
    zh: '{measure}，{unit}；右侧为同比变化，%，2026年10月',
    en: '{measure}, {unit}; right: change on the year before, %, Oct 2026',
  },
  slope: { zh: '{measure}，{unit}，2025年10月与2026年10月', en: '{measure}, {unit}, Oct 2025 and Oct 2026' },
  multiples: {
    zh: '{measure}，{unit}，至2026年10月；虚线为预警线',
    en: '{measure}, {unit}, to Oct 2026; dashed: lines of the rule',
  },
  multiplesTitle: { zh: '{count}项中{warned}项越过预警线', en: '{warned} of {count} are past a line' },
  active: { zh: '生效', en: 'active' },
  normal: { zh: '正常', en: 'normal' },
  missing: { zh: '数据不足', en: 'no data' },
  seekers: { zh: '求职人数', en: 'Seekers' },
  openings: { zh: '需求人数', en: 'Openings' },
  perThousand: { zh: '人/千名劳动力', en: 'per 1,000 of the labour force' },
  supply: {
    zh: '求职人数与需求人数，{unit}；对角线为求人倍率1',
    en: 'Seekers and openings, {unit}; on the diagonal one opening per seeker',
  },
  supplyTitle: {
    zh: '{count}个地区中{short}个岗位少于求职者',
    en: 'Fewer openings than seekers in {short} of {count} regions',
  },
});

const measureOf = (name: string, unit: string, decimals: number): MeasureData => ({ name, unit, decimals });

export function rankedBarsSample(sample: Sample): ExhibitOf<'ranked-bars'> {
  const { lang, state } = sample;
  const places = placesOf(sample);
  const levels = levelsOf(sample, places.length);
  const measure = measureOf(TEXT.claimsFull[lang], TEXT.persons[lang], 0);
  const values = courseOf(sample, places.length, 2400, 700);
  const changes = courseOf(sample, places.length, 4, 14);
  const rows = places
    .map(({ code, name }, i) => ({
      code,
      name,
      level: levels[i]!,
      value: values[i] === null ? null : Math.max(state === 'extremes' && i < 2 ? -90 : 0, Math.round(values[i]!)),
      change: changes[i]!,
    }))
    .sort((a, b) => (b.value ?? -1e9) - (a.value ?? -1e9));
  const table: ExhibitTable = {
    columns: [
      column(TEXT.region[lang], '', 'start'),
      column(measure.name, measure.unit),
      column(TEXT.change[lang], '%'),
    ],
    rows: rows.map((r) => [
      words(r.name),
      { text: formatNumber(r.value), value: r.value },
      { text: formatSigned(r.change, 1), value: r.change },
    ]),
  };
  const first = rows[0]!;
  const said = {
    measure: measure.name,
    unit: measure.unit,
    name: first.name,
    value: withUnit(formatNumber(first.value), measure.unit),
  };
  return {
    kind: 'ranked-bars',
    ...wordsOf(sample, first.value === null ? TEXT.none : TEXT.worst, TEXT.ranked, said, table),
    data: { measure, against: TEXT.against[lang], change: measureOf(TEXT.change[lang], '%', 1), rows },
  };
}

export function slopeSample(sample: Sample): ExhibitOf<'slope'> {
  const { lang, state } = sample;
  const places = placesOf(sample);
  const levels = levelsOf(sample, places.length);
  const measure = measureOf(TEXT.rate[lang], '%', 1);
  const from = courseOf(sample, places.length, 3.6, 0.25);
  const to = courseOf(sample, places.length, 3.9, 0.35);
  const rows = places.map(({ code, name }, i) => ({
    code,
    name,
    level: levels[i]!,
    from: from[i]!,
    to: state === 'extremes' && i === 0 ? 21.5 : to[i]!,
    emphasis: i % 5 === 0 && state !== 'quiet',
  }));
  const table: ExhibitTable = {
    columns: [column(TEXT.region[lang], '', 'start'), column('2025-10', '%'), column('2026-10', '%')],
    rows: rows.map((r) => [words(r.name), ...[r.from, r.to].map((v) => ({ text: formatNumber(v, 1), value: v }))]),
  };
  const first = [...rows].sort((a, b) => (b.to ?? -1) - (a.to ?? -1))[0]!;
  const said = { measure: measure.name, unit: '%', name: first.name, value: withUnit(formatNumber(first.to, 1), '%') };
  return {
    kind: 'slope',
    ...wordsOf(sample, first.to === null ? TEXT.none : TEXT.worst, TEXT.slope, said, table),
    data: { measure, from: formatPeriodWords('month', 24309, lang), to: formatPeriodWords('month', 24321, lang), rows },
  };
}

export function smallMultiplesSample(sample: Sample): ExhibitOf<'small-multiples'> {
  const { lang, state } = sample;
  const { count, ...axis } = timeOf({ ...sample, state: state === 'one' || state === 'many' ? 'ordinary' : state });
  const places = placesOf(sample).slice(0, state === 'many' ? 24 : 6);
  const measure = measureOf(TEXT.claims[lang], '%', 1);
  const lines = [10, 20, 35, 60];
  const panels = places.map(({ code, name }, i) => {
    const values = courseOf(sample, count, state === 'quiet' ? 2 : 6 + 5 * i, 6);
    const levels = values.map((v) => (v === null ? 255 : lines.filter((line) => v >= line).length));
    const now = levels.at(-1)!;
    return {
      id: code,
      name,
      measure,
      values,
      lines: i === 4 ? [10, null, 35, null] : lines,
      worse: 1 as const,
      levels,
      state: (now === 255 ? TEXT.missing : now > 0 ? TEXT.active : TEXT.normal)[lang],
    };
  });
  const table: ExhibitTable = {
    columns: [column(TEXT.period[lang], '', 'start'), ...panels.map((p) => column(p.name, '%'))],
    rows: axis.labels.map((_, i) => [
      words(formatPeriodWords('month', axis.first + i, lang)),
      ...panels.map((p) => ({ text: formatSigned(p.values[i] ?? null, 1), value: p.values[i] ?? null })),
    ]),
  };
  const warned = panels.filter((p) => p.levels.at(-1)! > 0 && p.levels.at(-1)! < 5).length;
  const said = { measure: measure.name, unit: '%', count: panels.length, warned };
  return {
    kind: 'small-multiples',
    ...wordsOf(sample, TEXT.multiplesTitle, TEXT.multiples, said, table),
    data: { ...axis, panels, shared: state !== 'extremes' },
  };
}

export function supplyDemandSample(sample: Sample): ExhibitOf<'supply-demand'> {
  const { lang, state } = sample;
  const unit = TEXT.perThousand[lang];
  const places = placesOf(sample);
  const levels = levelsOf(sample, places.length);
  const xs = courseOf(sample, places.length, 12, 2.4);
  const ys = courseOf(sample, places.length, 12, 2.4);
  const points = places.flatMap(({ code, name }, i) => {
    const [x, y] = [xs[i]!, ys[i]!];
    return x === null || y === null ? [] : [{ code, name, x: Math.abs(x), y: Math.abs(y), level: levels[i]! }];
  });
  const { count, first } = timeOf(sample);
  const px = courseOf({ ...sample, state: state === 'extremes' ? 'ordinary' : state }, Math.min(count, 13), 12.4, 0.7);
  const py = courseOf({ ...sample, state: state === 'extremes' ? 'ordinary' : state }, Math.min(count, 13), 11.8, 0.7);
  const path = px.flatMap((_, i) => {
    const [x, y] = [px[i]!, py[i]!];
    return x === null || y === null
      ? []
      : [{ label: formatPeriodWords('month', first + count - px.length + i, lang), x, y }];
  });
  const table: ExhibitTable = {
    columns: [
      column(TEXT.region[lang], '', 'start'),
      column(TEXT.seekers[lang], unit),
      column(TEXT.openings[lang], unit),
    ],
    rows: places.map(({ name }, i) => [
      words(name),
      ...[xs[i]!, ys[i]!].map((v) =>
        v === null ? words('—') : { text: formatNumber(Math.abs(v), 1), value: Math.abs(v) },
      ),
    ]),
  };
  const said = { unit, count: points.length, short: points.filter((p) => p.y < p.x).length };
  return {
    kind: 'supply-demand',
    ...wordsOf(sample, points.length === 0 ? TEXT.none : TEXT.supplyTitle, TEXT.supply, said, table),
    data: {
      x: measureOf(TEXT.seekers[lang], unit, 1),
      y: measureOf(TEXT.openings[lang], unit, 1),
      points,
      path,
      pathName: wholePlace(lang).short,
    },
  };
}

import { formatNumber, formatPeriodWords, formatSigned } from '../../src/base/format';
import { levelName } from '../../src/base/level';
import { defineText, type Text } from '../../src/base/text';
import type { ExhibitOf, ExhibitTable } from '../../src/briefing/exhibits/exhibit';
import { column, courseOf, placesOf, round, type Sample, timeOf, wholePlace, words, wordsOf } from './context';

const TEXT = defineText({
  region: { zh: '地区', en: 'Region' },
  period: { zh: '时期', en: 'Period' },
  rate: { zh: '城镇登记失业率', en: 'Registered unemployment rate' },
  output: { zh: '规模以上工业增加值同比', en: 'Industrial output on the year before' },
  fan: {
    zh: '{measure}，%；2026年10月后为预测，色带为80%和95%区间',
    en: '{measure}, %; forecast after Oct 2026 with its 80% and 95% intervals',
  },
  fanTitle: { zh: '{months}个月后预计为{mean}%', en: '{mean}% expected {months} months ahead' },
  actual: { zh: '实际', en: 'Actual' },
  expected: { zh: '预测', en: 'Expected' },
  revised: { zh: '修订改变了{count}个月的数字', en: 'The revision changed the figures of {count} months' },
  revisedNone: { zh: '本期没有修订', en: 'Nothing was revised' },
  revisions: { zh: '{measure}，%；两次发布的数字', en: '{measure}, %; as published twice' },
  before: { zh: '10月10日所知', en: 'As known on 10 Oct' },
  after: { zh: '11月10日所知', en: 'As known on 10 Nov' },
  target: { zh: '{count}个地区中{behind}个落后于时序进度', en: '{behind} of {count} regions are behind schedule' },
  targets: {
    zh: '城镇新增就业占全年目标的份额，%，2026年1—10月累计',
    en: 'New urban jobs, share of the year’s target, %, Jan–Oct 2026',
  },
  share: { zh: '完成比例', en: 'Share of target' },
  gap: { zh: '与时序相比', en: 'Against schedule' },
  due: { zh: '时序 83.3%', en: 'Due 83.3%' },
  points: { zh: '个百分点', en: 'pp' },
  index: { zh: '综合指数由{from}到{to}', en: 'The composite index went from {from} to {to}' },
  steps: {
    zh: '各类指标对综合指数变化的贡献，分，2026年9月至10月',
    en: 'What each family adds to the change of the composite index, points, Sep to Oct 2026',
  },
  family: { zh: '指标类', en: 'Family' },
  change: { zh: '贡献', en: 'Contribution' },
  month9: { zh: '2026年9月', en: 'Sep 2026' },
  month10: { zh: '2026年10月', en: 'Oct 2026' },
});

export function forecastFanSample(sample: Sample): ExhibitOf<'forecast-fan'> {
  const { lang, state } = sample;
  const steps = state === 'one' ? 1 : 6;
  const { count, ...axis } = timeOf(state === 'one' ? { ...sample, state: 'ordinary' } : sample, steps);
  const raw = courseOf({ ...sample, state: state === 'insufficient' ? 'gaps' : state }, count, 3.6, 0.08);
  // What the forecast goes on from is always there: without it there is none.
  const history = raw.map((v, i) =>
    i === count - 1 ? (v ?? 3.7) : state === 'insufficient' && i < count - 3 ? null : v,
  );
  const last = history.at(-1)!;
  const flat = state === 'quiet' || state === 'ties';
  const ahead = Array.from({ length: steps }, (_, k) => {
    const mean = round(last + (flat ? 0 : 0.05 * (k + 1)), 2);
    const narrow = state === 'ties' ? 0 : (state === 'extremes' ? 2.5 : 0.12) * Math.sqrt(k + 1);
    return {
      mean,
      lower: [round(mean - narrow, 2), round(mean - 1.6 * narrow, 2)],
      upper: [round(mean + narrow, 2), round(mean + 1.6 * narrow, 2)],
    };
  });
  const lines = [
    { level: 1, name: levelName(1)[lang], values: ahead.map(() => round(last + 0.2, 1)) },
    {
      level: 2,
      name: levelName(2)[lang],
      values: ahead.map((_, k) => (state === 'gaps' && k === 2 ? null : round(last + 0.4, 1))),
    },
  ];
  const table: ExhibitTable = {
    columns: [column(TEXT.period[lang], '', 'start'), column(TEXT.actual[lang], '%'), column(TEXT.expected[lang], '%')],
    rows: axis.labels.map((_, i) => [
      words(formatPeriodWords('month', axis.first + i, lang)),
      ...[history[i] ?? null, ahead[i - count]?.mean ?? null].map((v) => ({ text: formatNumber(v, 1), value: v })),
    ]),
  };
  const said = { measure: TEXT.rate[lang], months: steps, mean: formatNumber(ahead.at(-1)!.mean, 1) };
  return {
    kind: 'forecast-fan',
    ...wordsOf(sample, TEXT.fanTitle, TEXT.fan, said, table),
    data: {
      ...axis,
      measure: { name: TEXT.rate[lang], unit: '%', decimals: 1 },
      history,
      steps: ahead,
      intervals: [80, 95],
      lines: state === 'quiet' ? [] : lines,
    },
  };
}

export function revisionLinesSample(sample: Sample): ExhibitOf<'revision-lines'> {
  const { lang, state } = sample;
  const { count, ...axis } = timeOf(sample);
  const after = courseOf(sample, count, 5.2, 0.9);
  const before = after.map((v, i) =>
    v === null || i === count - 1
      ? null
      : state === 'quiet' || i % 5 !== 2
        ? v
        : round(v * (state === 'ties' ? 1 : 0.82) - 0.4, 1),
  );
  const table: ExhibitTable = {
    columns: [column(TEXT.period[lang], '', 'start'), column(TEXT.before[lang], '%'), column(TEXT.after[lang], '%')],
    rows: axis.labels.map((_, i) => [
      words(formatPeriodWords('month', axis.first + i, lang)),
      ...[before[i] ?? null, after[i] ?? null].map((v) => ({ text: formatNumber(v, 1), value: v })),
    ]),
  };
  const changed = before.filter((v, i) => v !== null && v !== after[i]).length;
  return {
    kind: 'revision-lines',
    ...wordsOf(
      sample,
      changed === 0 ? TEXT.revisedNone : TEXT.revised,
      TEXT.revisions,
      { measure: TEXT.output[lang], count: changed },
      table,
    ),
    data: {
      ...axis,
      measure: { name: TEXT.output[lang], unit: '%', decimals: 1 },
      before,
      after,
      beforeName: TEXT.before[lang],
      afterName: TEXT.after[lang],
    },
  };
}

const DUE = 83.3;

export function targetBulletsSample(sample: Sample): ExhibitOf<'target-bullets'> {
  const { lang, state } = sample;
  const places = [wholePlace(lang), ...placesOf(sample)];
  const shares = courseOf(
    { ...sample, state: state === 'extremes' ? 'ordinary' : state },
    places.length,
    state === 'quiet' ? 96 : 84,
    7,
  );
  const rows = places.map(({ code, name }, i) => {
    const share = state === 'extremes' && i < 3 ? [0, 412.5, 12][i]! : shares[i]!;
    return {
      code,
      name,
      share,
      usual: i % 4 === 3 || share === null ? null : round(84 + (i % 3), 1),
      gap: share === null ? null : round(share - DUE, 1),
      whole: i === 0,
    };
  });
  const table: ExhibitTable = {
    columns: [
      column(TEXT.region[lang], '', 'start'),
      column(TEXT.share[lang], '%'),
      column(TEXT.gap[lang], TEXT.points[lang]),
    ],
    rows: rows.map((r) => [
      words(r.name),
      { text: formatNumber(r.share, 1), value: r.share },
      { text: formatSigned(r.gap, 1), value: r.gap },
    ]),
  };
  const parts = rows.slice(1);
  return {
    kind: 'target-bullets',
    ...wordsOf(
      sample,
      TEXT.target,
      TEXT.targets,
      { count: parts.length, behind: parts.filter((r) => r.gap !== null && r.gap < 0).length },
      table,
    ),
    data: { due: DUE, dueName: TEXT.due[lang], rows },
  };
}

const FAMILIES: readonly Text[] = [
  { zh: '就业失业重点指标', en: 'Key employment indicators' },
  { zh: '人力资源市场供求', en: 'Labour-market supply and demand' },
  { zh: '宏观经济运行', en: 'Macro economy' },
  { zh: '新就业形态与创业', en: 'New forms of employment' },
];

export function indexWaterfallSample(sample: Sample): ExhibitOf<'index-waterfall'> {
  const { lang, state } = sample;
  const names =
    state === 'many' || state === 'long-names'
      ? placesOf(sample)
          .slice(0, 12)
          .map((p) => p.name)
      : FAMILIES.slice(0, state === 'one' ? 1 : 4).map((f) => f[lang]);
  const from = state === 'extremes' ? 2 : 31.4;
  const drawn = courseOf({ ...sample, state: 'ordinary' }, names.length, 0.6, 2.4);
  const steps = names.map((name, i) => ({
    id: `step-${i}`,
    name,
    change:
      state === 'quiet' || state === 'insufficient'
        ? 0
        : state === 'ties'
          ? 1.5
          : state === 'extremes'
            ? [62, 41, -70, 33][i]!
            : state === 'gaps' && i === 1
              ? 0
              : drawn[i]!,
  }));
  const to = round(
    steps.reduce((sum, s) => sum + s.change, from),
    1,
  );
  const table: ExhibitTable = {
    columns: [column(TEXT.family[lang], '', 'start'), column(TEXT.change[lang])],
    rows: steps.map((s) => [words(s.name), { text: formatSigned(s.change, 1), value: s.change }]),
  };
  return {
    kind: 'index-waterfall',
    ...wordsOf(sample, TEXT.index, TEXT.steps, { from: formatNumber(from, 1), to: formatNumber(to, 1) }, table),
    data: { fromName: TEXT.month9[lang], from, toName: TEXT.month10[lang], to, steps },
  };
}

import { formatNumber, formatShare } from '../../base/format';
import type { Indicator } from '../../base/indicators';
import { defineText } from '../../base/text';
import type { Outlook, OutlookAhead } from '../../outlook/outlook';
import type { Sentence } from '../briefing';
import { indicatorWords, placeOf, valueSaid } from './figure-words';
import { inRow, type Part, type Said } from './said';
import { type Named, spelled, type Teller, tight } from './teller';

const T = defineText({
  expected: {
    zh: '预计{period}{region}{indicator}{form}为{mean}（{level}预测区间{low}至{high}）。',
    en: '{indicator} in {region}{form}: {mean} expected in {period} ({level} interval: {low} to {high}).',
  },
  line: {
    zh: '今后{horizon}内，{indicator}达到{name}线（{line}）的概率{probability}。',
    en: '{indicator}: the probability of reaching the line of {name} ({line}) within {horizon} is {probability}.',
  },
  worse: {
    zh: '今后{horizon}内，{indicator}差于过去一年各期的概率{probability}。',
    en: '{indicator}: the probability of a value within {horizon} that is worse than any of the past year is {probability}.',
  },
  single: { zh: '（当月数）', en: ' (figure of the single month)' },
  least: { zh: '不足{share}', en: 'less than {share}' },
  most: { zh: '在{share}以上', en: 'more than {share}' },
  just: { zh: '为{share}', en: '{share}' },
  quality: {
    zh: '用同样方法对该指标过往{forecasts}次预测作检验，平均误差{error}（沿用上期数的平均误差{naive}），实际值落在{level}区间内的占{coverage}。',
    en: 'Tested {forecasts} times on this series, the method erred by {error} on average, the last figure carried on by {naive}; {coverage} of what came lay inside the {level} interval.',
  },
  untested: {
    zh: '{indicator}尚无过往预测可检验，预测区间按模型估计，未经历史误差校准。',
    en: '{indicator}: no past forecasts to test; the interval is the model’s own, not calibrated by past errors.',
  },
  uncalibrated: {
    zh: '{indicators}过往预测次数不足，预测区间按模型估计，未经历史误差校准。',
    en: 'Too few past forecasts to calibrate by: the interval is the model’s own ({indicators}).',
  },
  refused: {
    zh: '{indicator}走势不能预测：{reason}。',
    en: 'What {indicator} will be cannot be told: {reason}.',
  },
  refusedAll: { zh: '走势不能预测：{reason}。', en: 'What lies ahead cannot be told: {reason}.' },
  none: {
    zh: '本简报范围内没有可预测的总体指标，走势不能判断。',
    en: 'There is no indicator of the whole that could be forecast: what lies ahead cannot be told.',
  },
});

/** What is expected, how sure, the next line, and how good such forecasts were here; or why it cannot be told. */
export function tellOutlook(t: Teller): Sentence[] {
  const { outlooks, whole } = t.facts;
  if (outlooks.length === 0 || !whole) return [t.tell('outlook.none', T.none)];
  const rough = outlooks.flatMap(({ indicatorId, ahead }) => {
    const indicator = indicatorId === null ? undefined : t.indicator(indicatorId);
    return indicator && ahead && tested(ahead) && !ahead.calibrated ? [indicatorWords(indicator, t.lang)] : [];
  });
  return [
    ...outlooks.flatMap((outlook) => tellOne(t, whole, outlook)),
    ...(rough.length === 0
      ? []
      : [t.tell('outlook.calibration', T.uncalibrated, { indicators: inRow(rough, t.lang) })]),
  ];
}

function tellOne(t: Teller, region: Named, outlook: Outlook): Sentence[] {
  const indicator = outlook.indicatorId === null ? undefined : t.indicator(outlook.indicatorId);
  const id = `outlook.${outlook.indicatorId ?? 'none'}`;
  const at = { regionCode: region.code };
  if (!outlook.ahead || !indicator) {
    const reason = t.numbersIn(reasonWords(t, outlook), `refused.${outlook.indicatorId ?? 'all'}`, at);
    return [
      indicator
        ? t.tell(`${id}.refused`, T.refused, { indicator: indicatorWords(indicator, t.lang), reason })
        : t.tell(`${id}.refused`, T.refusedAll, { reason }),
    ];
  }
  const words: Words = {
    t,
    region,
    indicator,
    ahead: outlook.ahead,
    horizon: outlook.ahead.steps.length,
    // What counts up over the year is forecast by its single months.
    single: indicator.kind === 'cumulative' && outlook.form !== 'reported',
  };
  return [...expected(words, id), ...nextLine(words, id), ...quality(words, id)];
}

function reasonWords({ lang }: Teller, { refused }: Outlook): string {
  return refused?.[lang] ?? '—';
}

interface Words {
  readonly t: Teller;
  readonly region: Named;
  readonly indicator: Indicator;
  readonly ahead: OutlookAhead;
  readonly horizon: number;
  readonly single: boolean;
}

/** Period of the step `k` ahead, from 0. */
function periodAhead({ ahead }: Words, k: number): number {
  return ahead.first + ahead.values.length + k;
}

function value(w: Words, key: string, x: number, k: number): Said {
  const { t, region, indicator, ahead } = w;
  return t.bound({
    key: `${key}:${indicator.id}`,
    indicatorId: indicator.id,
    regionCode: region.code,
    at: periodAhead(w, k),
    value: x,
    unit: indicator.unit,
    said: valueSaid(x, indicator, t.lang, 2),
    knownOn: spelled(ahead.knownOn),
  });
}

function percent({ t, region, indicator }: Words, key: string, share: number, shown = share): Said {
  return t.bound({
    key: `${key}:${indicator.id}`,
    indicatorId: indicator.id,
    regionCode: region.code,
    value: share * 100,
    unit: 'percent',
    said: formatShare(shown),
  });
}

/** No probability reads nought or certain: 不足1% · less than 1%. */
function probabilitySaid(w: Words, share: number): Said {
  const key = 'forecast.probability';
  if (share < 0.01) return w.t.say(T.least, { share: percent(w, key, share, 0.01) });
  if (share > 0.99) return w.t.say(T.most, { share: percent(w, key, share, 0.99) });
  return w.t.say(T.just, { share: percent(w, key, share) });
}

const LEVEL_KEY = 'forecast.interval';

function expected(w: Words, id: string): Sentence[] {
  const { t, region, indicator, ahead, horizon } = w;
  const last = ahead.steps[horizon - 1];
  const level = ahead.levels[0];
  if (!last || level === undefined) return [];
  const parts: Record<string, Part> = {
    period: t.period(periodAhead(w, horizon - 1)),
    region: placeOf(t, region, indicator),
    indicator: indicatorWords(indicator, t.lang),
    form: w.single ? T.single[t.lang] : '',
    mean: value(w, 'forecast.mean', last.mean, horizon - 1),
    level: percent(w, LEVEL_KEY, level / 100),
    low: value(w, 'forecast.low', last.low[0]!, horizon - 1),
    high: value(w, 'forecast.high', last.high[0]!, horizon - 1),
  };
  return [t.tell(`${id}.expected`, T.expected, parts)];
}

function nextLine(w: Words, id: string): Sentence[] {
  const { t, region, indicator, ahead } = w;
  const horizon = t.span(`forecast.horizon:${indicator.id}`, w.horizon, { regionCode: region.code });
  const name = indicatorWords(indicator, t.lang);
  const { next, probability } = ahead;
  if (next && Number.isFinite(next.probability)) {
    const inline = t.levels.inline(next.level)[t.lang];
    return [
      t.tell(`${id}.line`, T.line, {
        horizon,
        indicator: name,
        name: t.lang === 'zh' ? tight(inline).replace(/ /g, '') : inline,
        line: value(w, 'forecast.line', next.value, w.horizon - 1),
        probability: probabilitySaid(w, next.probability),
      }),
    ];
  }
  // The months of a year's count have their seasons: that January is the lowest says nothing.
  if (!Number.isFinite(probability) || w.single) return [];
  return [
    t.tell(`${id}.line`, T.worse, {
      horizon,
      indicator: name,
      probability: probabilitySaid(w, probability),
    }),
  ];
}

/** There were forecasts of this series, and something came that they can be held against. */
function tested({ quality: { forecasts, error } }: OutlookAhead): boolean {
  return forecasts > 0 && Number.isFinite(error);
}

function quality(w: Words, id: string): Sentence[] {
  const { t, region, indicator, ahead } = w;
  const { forecasts, error, naiveError, coverage } = ahead.quality;
  if (!tested(ahead)) return [t.tell(`${id}.quality`, T.untested, { indicator: indicatorWords(indicator, t.lang) })];
  const at = { regionCode: region.code };
  const size = (key: string, x: number): Said =>
    t.bound({
      key: `${key}:${indicator.id}`,
      indicatorId: indicator.id,
      ...at,
      value: x,
      unit: indicator.unit === 'percent' ? 'points' : indicator.unit,
      said: errorSaid(t, indicator, x),
    });
  const said = t.tell(`${id}.quality`, T.quality, {
    forecasts: t.count(`forecast.tested:${indicator.id}`, forecasts, at),
    error: size('forecast.error', error),
    naive: size('forecast.naiveError', naiveError),
    level: percent(w, LEVEL_KEY, ahead.levels[0]! / 100),
    coverage: percent(w, 'forecast.coverage', coverage),
  });
  return [said];
}

/** An error is a difference: of rates in percentage points, to one decimal more than the figures have. */
function errorSaid({ lang }: Teller, indicator: Indicator, x: number): string {
  if (indicator.unit === 'percent')
    return `${formatNumber(x, indicator.decimals + 1)}${lang === 'zh' ? '个百分点' : ' percentage points'}`;
  return indicator.decimals > 0 ? formatNumber(x, indicator.decimals + 1) : valueSaid(x, indicator, lang);
}

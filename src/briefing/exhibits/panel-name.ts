import type { Indicator } from '../../base/indicators';
import { type Frequency, PERIODS_PER_YEAR } from '../../base/period';
import { defineText, type Lang, say, type Text } from '../../base/text';
import type { Rule } from '../../signals/rule';

const T = defineText({
  level: { zh: '{short}', en: '{short}' },
  onYear: { zh: '{short}同比', en: '{short} YoY' },
  onPrevious: { zh: '{short}环比', en: '{short}, on previous' },
  onLag: { zh: '{short}较{lag}期前', en: '{short}, on {lag} before' },
  rise: { zh: '{short}自低点升幅', en: '{short}, from low' },
  streak: { zh: '{short}连续恶化', en: '{short}, worse in a row' },
  progress: { zh: '{short}落后进度', en: '{short}, behind' },
  scale: { zh: '{short}占劳动力', en: '{short} per labour force' },
  trigger: { zh: '{name}（规模）', en: '{name} (scale)' },
});

const BY_KIND: Readonly<Record<string, Text>> = {
  level: T.level,
  rise: T.rise,
  streak: T.streak,
  progress: T.progress,
  scale: T.scale,
};

/** What a rule tests, as it heads a chart a third of a page wide; in full see `ruleWords`. */
export function panelName(
  { detector, role, name }: Rule,
  indicator: Indicator,
  frequency: Frequency,
  lang: Lang,
): string {
  const { kind, params } = detector;
  const lag = typeof params.lag === 'number' ? params.lag : 1;
  const change = lag === PERIODS_PER_YEAR[frequency] ? T.onYear : lag === 1 ? T.onPrevious : T.onLag;
  const text = kind === 'change' ? change : BY_KIND[kind];
  const said = text ? say(text, lang, { short: indicator.short[lang], lag }) : name[lang];
  // The same statistic may serve as a signal and as a trigger of its own: the trigger says so.
  return role === 'scale' && kind !== 'scale' ? say(T.trigger, lang, { name: said }) : said;
}

import { defineText } from '../../base/text';
import type { Sentence } from '../briefing';
import { figureSaid, valueOf } from './figure-words';
import { inRow } from './said';
import type { Teller } from './teller';

const NAMED = 3;
const MARKET = ['openings', 'seekers', 'openings_to_seekers', 'online_postings'];

const T = defineText({
  figure: { zh: '{said}。', en: '{said}.' },
  fewer: {
    zh: '需求人数少于求职人数的{noun}{count}个（{all}个有数据），求人倍率最低的为{list}。',
    en: 'Fewer openings than seekers in {count} of {all} {noun} with figures; openings per seeker are lowest in {list}.',
  },
  enough: {
    zh: '有数据的{all}个{noun}需求人数均不少于求职人数，求人倍率最低的为{list}。',
    en: 'None of the {all} {noun} with figures has fewer openings than seekers; openings per seeker are lowest in {list}.',
  },
  one: { zh: '{region}（{value}）', en: '{region} ({value})' },
});

/** Supply and demand: the figures of the whole, then where openings are fewest per seeker. */
export function tellMarket(t: Teller): Sentence[] {
  const { whole } = t.facts;
  const figures = MARKET.flatMap((id) => {
    const said = whole ? figureSaid(t, whole, id) : null;
    return said ? [t.tell(`market.figure.${id}`, T.figure, { said })] : [];
  });
  return [...figures, ...tellTight(t)];
}

function tellTight(t: Teller): Sentence[] {
  const indicator = t.indicator('openings_to_seekers');
  if (!indicator) return [];
  // A late report is not ranked among those of the period.
  const known = t.facts.parts.flatMap((region) => {
    const figure = t.figure(indicator.id, region.code);
    return figure && figure.value !== null && figure.at === t.facts.period
      ? [{ region, figure, value: figure.value }]
      : [];
  });
  if (known.length < 2) return [];
  const lowest = known.toSorted((a, b) => a.value - b.value).slice(0, NAMED);
  const fewer = known.filter(({ value }) => value < 1).length;
  const list = inRow(
    lowest.map(({ region, figure }) =>
      t.say(T.one, { region: t.name(region), value: valueOf(t, figure, indicator) ?? '' }),
    ),
    t.lang,
  );
  return [
    t.tell('market.tight', fewer > 0 ? T.fewer : T.enough, {
      noun: t.facts.noun[t.lang],
      count: t.count('count.fewerOpenings', fewer),
      all: t.count('count.market', known.length),
      list,
    }),
  ];
}

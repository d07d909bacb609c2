import { formatNumber, formatSigned, roundTo } from '../../base/format';
import { FAMILIES, FAMILY_NAMES } from '../../base/indicators';
import { defineText } from '../../base/text';
import type { Sentence } from '../briefing';
import type { RegionFacts } from '../facts/facts';
import { allParts } from '../facts/find';
import { inRow, type Said } from './said';
import { isInsufficient, levelBack, type Teller, within } from './teller';

const T = defineText({
  share: {
    zh: '有等级的{graded}个{noun}中，{level}及以上的占{now}；{past}为{before}。',
    en: 'Of {graded} {noun} with a level, {now} stand at {level} or above; {past} it was {before}.',
  },
  shareTop: {
    zh: '有等级的{graded}个{noun}中，{level}的占{now}；{past}为{before}。',
    en: 'Of {graded} {noun} with a level, {now} stand at {level}; {past} it was {before}.',
  },
  shareAlone: {
    zh: '有等级的{graded}个{noun}中，{level}及以上的占{now}。',
    en: 'Of {graded} {noun} with a level, {now} stand at {level} or above.',
  },
  parts: {
    zh: '{region}综合风险指数由各指标族构成：{list}。',
    en: 'The composite risk index of {region} is made of: {list}.',
  },
  part: { zh: '{family}{value}', en: '{family} {value}' },
  moved: {
    zh: '与{past}相比，各指标族对指数的贡献变化：{list}。',
    en: 'Contributions to it, compared with {past}: {list}.',
  },
});

/** How far warnings have spread: shares of the regions at the ends of the tree, else of the parts, now and a step before. */
export function tellSpread(t: Teller): Sentence[] {
  const { ends, endsNoun, noun } = t.facts;
  const regions = ends.length > 0 ? ends : allParts(t.facts);
  if (regions.length < 2) return [];
  const shareAt = (back: number, level: number) => {
    const graded = regions.map((r) => levelBack(r, back) ?? 255).filter((byte) => !isInsufficient(byte));
    return graded.length === 0
      ? null
      : { graded: graded.length, share: (100 * graded.filter((byte) => byte >= level).length) / graded.length };
  };
  return t.facts.rules.schemeLevels.flatMap((level) => {
    const now = shareAt(0, level);
    const before = shareAt(t.step, level);
    if (!now || (now.share === 0 && (before === null || before.share === 0))) return [];
    const percent = (key: string, value: number): Said =>
      t.bound({ key, value, unit: 'percent', said: `${formatNumber(value, 1)}%` });
    const inline = t.levels.inline(level)[t.lang];
    const parts = {
      graded: t.count('count.graded', now.graded),
      noun: (ends.length > 0 ? endsNoun : noun)[t.lang],
      level: t.lang === 'zh' ? inline.replace(/ /g, '') : inline,
      now: percent(`share.level${level}`, now.share),
    };
    return [
      before
        ? t.tell(`spread.level${level}`, level === t.facts.rules.schemeLevels.at(-1) ? T.shareTop : T.share, {
            ...parts,
            past: t.past(t.step),
            before: percent(`share.before${level}`, before.share),
          })
        : t.tell(`spread.level${level}`, T.shareAlone, parts),
    ];
  });
}

/** What each family of indicators adds to the composite index of a region, and how that has changed. */
export function tellComposition(t: Teller, region: RegionFacts | null): Sentence[] {
  const now = region?.contributions.now;
  if (!region || !now) return [];
  const { before } = region.contributions;
  const list = (of: (family: (typeof FAMILIES)[number]) => number, key: string, signed: boolean): Said =>
    inRow(
      FAMILIES.filter((family) => !signed || roundTo(of(family), 1) !== 0).map((family) => {
        const value = of(family);
        const said = signed ? formatSigned(value, 1) : formatNumber(value, 1);
        const name = FAMILY_NAMES[family][t.lang];
        return t.say(T.part, {
          family: t.lang === 'zh' ? name : within(name),
          value: t.bound({ key: `${key}.${family}`, value, unit: 'index', said, regionCode: region.code }),
        });
      }),
      t.lang,
    );
  const changed = before !== null && FAMILIES.some((family) => roundTo(now[family] - before[family], 1) !== 0);
  return [
    t.tell(`composition.${region.code}`, T.parts, {
      region: t.name(region),
      list: list((family) => now[family], 'contribution', false),
    }),
    ...(changed
      ? [
          t.tell(`composition.${region.code}.moved`, T.moved, {
            past: t.past(1, 'with'),
            list: list((family) => now[family] - before[family], 'contribution.change', true),
          }),
        ]
      : []),
  ];
}

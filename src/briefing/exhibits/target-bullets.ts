import { formatMonthRange, formatNumber } from '../../base/format';
import { seasonOf } from '../../base/period';
import { defineText, type Lang } from '../../base/text';
import type { BriefingFacts } from '../facts/facts';
import { change, figure, figureColumn, word, wordColumn } from './cells';
import type { ExhibitOf, ExhibitTable, TargetBulletsData } from './exhibit';
import { comparisonOf, measureOf, worstValueFirst } from './figures';
import { TARGETS_DUE, TARGETS_SUBTITLE, targetsTitle } from './target-words';
import { EXHIBIT_TEXT as T } from './text';
import { sourceLine, type Wording, wordingOf } from './wording';

const OWN = defineText({
  whole: { zh: '{name}完成全年目标的{share}%', en: '{name} has reached {share}% of the year’s target' },
  share: { zh: '完成全年目标', en: 'Share of target' },
  gap: { zh: '与时序相比', en: 'Against schedule' },
  usual: { zh: '前三年同期', en: 'Last three years by then' },
  value: { zh: '累计', en: 'Year to date' },
  goal: { zh: '全年目标', en: 'Target of the year' },
  description: { zh: '子弹图，{due}：{list}。{absent}', en: 'Bullet chart, {due}: {list}. {absent}' },
  item: { zh: '{name}{share}%', en: '{name} {share}%' },
});

/** Control indicator of the plan that is held against its target where nothing else is asked for. */
const USUAL = 'new_urban_jobs';

type Row = TargetBulletsData['rows'][number] & { readonly achieved: number | null; readonly goal: number | null };

/** Progress on the year's target: the whole first, then the parts from the furthest on. Null where there are no targets. */
export function targetBullets(facts: BriefingFacts, lang: Lang, about = USUAL): ExhibitOf<'target-bullets'> | null {
  const w = wordingOf(facts, lang);
  const regions = [...(facts.whole ? [facts.whole] : []), ...facts.parts];
  const comparison = comparisonOf(
    facts,
    about,
    regions.map(({ code }) => code),
  );
  const due = comparison?.figures.find((one) => one?.target)?.target?.due;
  if (!comparison || due === undefined) return null;
  const { indicator, at, figures } = comparison;
  const all = regions.map((region, i): Row => {
    const { target = null, value = null } = figures[i] ?? {};
    return {
      code: region.code,
      name: region.name[lang],
      share: target?.share ?? null,
      usual: target?.usual ?? null,
      gap: target ? target.share - due : null,
      whole: region === facts.whole,
      achieved: value,
      goal: target?.goal ?? null,
    };
  });
  const parts = worstValueFirst(
    all.filter(({ whole }) => !whole),
    ({ share }) => share,
    1,
  );
  const rows: readonly Row[] = [...all.filter(({ whole }) => whole), ...parts];
  const said = formatNumber(due, 1);
  const drawn = rows.filter(({ share }) => share !== null);
  const covered =
    lang === 'zh' && facts.frequency === 'month'
      ? formatMonthRange(at - seasonOf('month', at), at, lang)
      : w.period(at);
  const absent = rows.filter(({ share }) => share === null).map(({ name }) => name);
  const list = drawn.map(({ name, share }) => w.say(OWN.item, { name, share: formatNumber(share, 1) }));
  const dueName = w.say(TARGETS_DUE, { due: said });
  return {
    kind: 'target-bullets',
    id: about === USUAL ? 'target-bullets' : `target-bullets:${about}`,
    title: finding(drawn, w),
    subtitle: w.say(TARGETS_SUBTITLE, { indicator: indicator.name[lang], period: covered, due: said }),
    description: w
      .say(OWN.description, {
        due: dueName,
        list: w.items(list),
        absent: absent.length === 0 ? '' : w.say(T.noFigure, { names: w.items(absent) }),
      })
      .trim(),
    source: sourceLine(w, false),
    table: tableOf(rows, measureOf(indicator, lang), w),
    data: {
      due,
      dueName,
      rows: rows.map(({ code, name, share, usual, gap, whole }) => ({ code, name, share, usual, gap, whole })),
    },
  };
}

function finding(drawn: readonly Row[], w: Wording): string {
  const noun = w.facts.noun[w.lang];
  const progress = drawn.flatMap(({ name, gap, whole }) => (gap === null || whole ? [] : [{ name, gap }]));
  const whole = drawn.find((row) => row.whole);
  // The whole alone is told by its gap.
  if (progress.length === 0)
    return targetsTitle(whole?.gap == null ? [] : [{ name: whole.name, gap: whole.gap }], noun, w.lang);
  const parts = targetsTitle(progress, noun, w.lang).replace(/^All /, whole ? 'all ' : 'All ');
  return whole
    ? w.clauses([w.say(OWN.whole, { name: w.facts.whole!.short[w.lang], share: formatNumber(whole.share, 1) }), parts])
    : parts;
}

function tableOf(rows: readonly Row[], { unit, decimals }: ReturnType<typeof measureOf>, w: Wording): ExhibitTable {
  return {
    columns: [
      wordColumn(w.say(T.region)),
      figureColumn(w.say(OWN.value), unit),
      figureColumn(w.say(OWN.goal), unit),
      figureColumn(w.say(OWN.share), '%'),
      figureColumn(w.say(OWN.gap), w.say(T.pointsShort)),
      figureColumn(w.say(OWN.usual), '%'),
    ],
    rows: rows.map((row) => [
      word(row.name),
      figure(row.achieved, decimals),
      figure(row.goal, decimals),
      figure(row.share, 1),
      change(row.gap, 1),
      figure(row.usual, 1),
    ]),
  };
}

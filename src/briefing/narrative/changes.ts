import { levelRank } from '../../base/level';
import { defineText, type Text } from '../../base/text';
import type { SignalDerivation } from '../../levels/derivation';
import type { Sentence } from '../briefing';
import type { RegionFacts } from '../facts/facts';
import { allParts } from '../facts/find';
import { inSeries, joined, type Said } from './said';
import { ruleOf } from './signal-words';
import { isInsufficient, levelBack, levelNow, type Named, signalsOf, type Teller, warns } from './teller';

/** So many signals and regions are named; the rest is counted. Defaults of ours. */
const NAMED = 6;
const NAMED_MOVES = 20;

const T = defineText({
  rise: {
    zh: '与{past}相比，等级上升的{count}个：{list}{rest}。',
    en: 'At a higher level than {past}: {count}. {list}{rest}.',
  },
  fall: {
    zh: '与{past}相比，等级下降的{count}个：{list}{rest}。',
    en: 'At a lower level than {past}: {count}. {list}{rest}.',
  },
  lost: {
    zh: '与{past}相比，因数据不足失去等级的{count}个：{list}{rest}。',
    en: 'Graded {past}, now without enough data: {count}. {list}{rest}.',
  },
  regained: {
    zh: '与{past}相比，恢复定级的{count}个：{list}{rest}。',
    en: 'Without enough data {past}, graded again: {count}. {list}{rest}.',
  },
  none: {
    zh: '与{past}相比，{count}个{noun}的等级均无变化。',
    en: 'The level of all {noun} ({count}) is what it was {past}.',
  },
  noneGraded: {
    zh: '与{past}相比，两期均有等级的{count}个{noun}等级均无变化。',
    en: 'The {count} {noun} with a level both now and {past} stand where they stood.',
  },
  noLevels: {
    zh: '本期没有可判定的等级，与{past}相比有无变化不能判断。',
    en: 'Nothing has a level in this period: whether anything has changed from {past} cannot be told.',
  },
  noneWhole: { zh: '与{past}相比，{region}等级无变化。', en: '{region} stands where it stood {past}.' },
  noBase: {
    zh: '数据自{period}起，没有更早的时期可比。',
    en: 'The figures begin in {period}: there is no earlier period to compare with.',
  },
  move: { zh: '{region}由{before}变为{now}', en: '{region}, from {before} to {now}' },
  up: { zh: '{region}由{before}升至{now}', en: '{region}, up from {before} to {now}' },
  down: { zh: '{region}由{before}降至{now}', en: '{region}, down from {before} to {now}' },
  whole: { zh: '与{past}相比，{move}。', en: 'Compared with {past}: {move}.' },
  newSignals: {
    zh: '新生效的预警信号{count}项：{list}{rest}。',
    en: 'Signals that became active: {count}. {list}{rest}.',
  },
  pending: {
    zh: '待确认的信号{count}项：{list}{rest}。',
    en: 'Signals waiting for confirmation: {count}. {list}{rest}.',
  },
  recovering: {
    zh: '处于恢复期的信号{count}项：{list}{rest}。',
    en: 'Signals that are recovering: {count}. {list}{rest}.',
  },
  ended: { zh: '已解除的信号{count}项：{list}{rest}。', en: 'Signals that have ended: {count}. {list}{rest}.' },
  mute: {
    zh: '本期没有规则出结果，信号有无变化不能判断。',
    en: 'No rule gives a result for this period: whether a signal has changed cannot be told.',
  },
  quiet: {
    zh: '本期没有新生效、待确认、恢复中或解除的信号。',
    en: 'No signal became active, waits for confirmation, recovers or has ended in this period.',
  },
  rest: { zh: '；其余{count}项从略', en: '; {count} more are left out here' },
  restMoves: { zh: '；其余{count}个从略', en: '; {count} more are left out here' },
  signal: { zh: '{region}{rule}（{level}）', en: '{region}: {rule} ({level})' },
  unlevelled: { zh: '{region}{rule}', en: '{region}: {rule}' },
});

/** Which regions rose, fell, lost or regained their level; or that none did. */
export function tellMoves(t: Teller): Sentence[] {
  const { whole, noun } = t.facts;
  const parts = allParts(t.facts);
  const regions: readonly Levelled[] = parts.length === 0 && whole ? [whole] : parts;
  const moved = new Map<Move, Levelled[]>();
  for (const region of regions) {
    const kind = moveOf(t, region);
    if (kind) moved.set(kind, [...(moved.get(kind) ?? []), region]);
  }
  const past = t.past(t.step);
  if (regions.every((region) => levelBack(region, t.step) === null))
    return [t.tell('changes.none', T.noBase, { period: t.period(t.facts.first) })];
  const told = MOVES.flatMap((kind) => {
    const found = moved.get(kind) ?? [];
    if (found.length === 0) return [];
    const list = inSeries(
      found.slice(0, NAMED_MOVES).map((region) => moveSaid(t, region, kind)),
      t.lang,
    );
    const left = found.length - NAMED_MOVES;
    return [
      t.tell(`changes.${kind}`, T[kind], {
        past,
        count: t.count(`count.${kind}`, found.length),
        list,
        rest: left > 0 ? t.say(T.restMoves, { count: t.count(`count.${kind}.rest`, left) }) : '',
      }),
    ];
  });
  const ofWhole = whole && parts.length > 0 ? moveOf(t, whole) : null;
  const all =
    whole && ofWhole
      ? [t.tell('changes.whole', T.whole, { past: t.past(t.step, 'with'), move: moveSaid(t, whole, ofWhole) }), ...told]
      : told;
  if (told.length > 0) return all;
  const graded = regions.filter((region) => !isInsufficient(levelNow(region)));
  if (graded.length === 0) return [...all, t.tell('changes.none', T.noLevels, { past: t.past(t.step, 'with') })];
  if (whole && parts.length === 0) return [t.tell('changes.none', T.noneWhole, { past, region: t.name(whole) })];
  return [
    ...all,
    t.tell('changes.none', graded.length === parts.length ? T.none : T.noneGraded, {
      past,
      count: t.count('count.unmoved', graded.length),
      noun: noun[t.lang],
    }),
  ];
}

type Levelled = Named & { readonly levels: readonly number[] };

const MOVES = ['rise', 'fall', 'lost', 'regained'] as const;
type Move = (typeof MOVES)[number];

function moveOf({ step }: Teller, region: Levelled): Move | null {
  const before = levelBack(region, step);
  const now = levelNow(region);
  if (before === null || before === now) return null;
  if (isInsufficient(now)) return 'lost';
  if (isInsufficient(before)) return 'regained';
  return levelRank(now) > levelRank(before) ? 'rise' : 'fall';
}

function moveSaid(t: Teller, region: Levelled, kind: Move): Said {
  const at = t.facts.period - t.step;
  return t.say(T[kind === 'rise' ? 'up' : kind === 'fall' ? 'down' : 'move'], {
    region: t.name(region),
    before: t.level(region, levelBack(region, t.step)!, at, 'short'),
    now: t.level(region, levelNow(region), t.facts.period, 'short'),
  });
}

interface Found {
  readonly region: RegionFacts;
  readonly signal: SignalDerivation;
  readonly before: SignalDerivation | undefined;
}

const counted = (signal: SignalDerivation | undefined): boolean => signal !== undefined && warns(signal.level);

/** Which signals are told under which heading, against the period before. */
const SIGNAL_LISTS: readonly { readonly id: string; readonly text: Text; readonly is: (found: Found) => boolean }[] = [
  { id: 'newSignals', text: T.newSignals, is: ({ signal, before }) => counted(signal) && !counted(before) },
  { id: 'pending', text: T.pending, is: ({ signal }) => signal.state === 'pending' },
  { id: 'recovering', text: T.recovering, is: ({ signal }) => signal.state === 'recovering' },
  {
    id: 'ended',
    text: T.ended,
    is: ({ signal, before }) => !counted(signal) && counted(before) && !isInsufficient(signal.level),
  },
];

/** Signals that are new, wait, recover or have ended, of the whole and its parts; worst first, so many by name. */
export function tellSignals(t: Teller): Sentence[] {
  const all = t.regions
    .flatMap((region) =>
      signalsOf(region.derivation).map((signal): Found => {
        const before = region.derivationBefore ? signalsOf(region.derivationBefore) : [];
        return { region, signal, before: before.find(({ ruleId }) => ruleId === signal.ruleId) };
      }),
    )
    .toSorted(
      (a, b) =>
        levelRank(b.signal.level) - levelRank(a.signal.level) || (b.signal.severity ?? 0) - (a.signal.severity ?? 0),
    );
  const told = SIGNAL_LISTS.flatMap(({ id, text, is }) => {
    const found = all.filter(is);
    if (found.length === 0) return [];
    const rest = found.length - NAMED;
    return [
      t.tell(`changes.${id}`, text, {
        count: t.count(`signals.${id}`, found.length),
        list: joined(
          found.slice(0, NAMED).map((one) => foundSaid(t, one)),
          t.lang === 'zh' ? '；' : '; ',
        ),
        rest: rest > 0 ? t.say(T.rest, { count: t.count(`signals.${id}.rest`, rest) }) : '',
      }),
    ];
  });
  if (told.length > 0) return told;
  const judged = all.some(({ signal }) => !isInsufficient(signal.level));
  return [t.tell('changes.quiet', judged ? T.quiet : T.mute)];
}

/** One signal by its rule and level. */
function foundSaid(t: Teller, { region, signal }: Found): Said {
  const rule = ruleOf(t, signal.ruleId)?.name[t.lang] ?? signal.ruleId;
  const words = {
    region: t.name(region),
    rule: t.numbersIn(rule, `name.${signal.ruleId}`, { regionCode: region.code }),
  };
  if (!warns(signal.level)) return t.say(T.unlevelled, words);
  const level = t.level(region, signal.level, t.facts.period, 'short');
  const of = {
    ...level.figures[0]!,
    key: `signal:${signal.ruleId}@${level.figures[0]!.regionCode}@${level.figures[0]!.period}`,
  };
  return t.say(T.signal, {
    ...words,
    level: { text: level.text, figures: [{ ...of, indicatorId: signal.indicatorId }] },
  });
}

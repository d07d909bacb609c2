import { formatNumber, formatPeriodWords, withUnit } from '../../base/format';
import { levelNumeral, levelShort } from '../../base/level';
import { formatDay } from '../../base/period';
import { say, type Lang } from '../../base/text';
import { unitShort } from '../../base/units';
import type { AssessmentView, RevisionNote } from '../../platform/engine-api';
import type { Change } from './changes';
import type { Driver } from '../../store/drivers';
import { OVERVIEW_TEXT as T } from './text';

const NAMED = 4;

/** A change in words, without the region's name: "由Ⅱ橙升至Ⅰ红：监测岗位 Ⅰ、新申领失业金 Ⅱ". */
export function changeWords(change: Change, lang: Lang): string {
  if (!('to' in change)) return say(T[change.kind], lang, { signals: signalWords(change.signals, lang) });
  const words = say(T[change.kind], lang, { from: levelShort(change.from)[lang], to: levelShort(change.to)[lang] });
  if (change.kind !== 'rise' || change.drivers.length === 0) return words;
  return `${words}${lang === 'zh' ? '：' : ': '}${signalWords(change.drivers, lang)}`;
}

function signalWords(signals: readonly Driver[], lang: Lang): string {
  const words = signals.slice(0, NAMED).map((s) => `${s.name[lang]}\u00a0${levelNumeral(s.level)}`.trim());
  const list = words.join(lang === 'zh' ? '、' : ', ');
  if (signals.length <= NAMED) return list;
  return say(T.namesAndMore, lang, { names: list, count: formatNumber(signals.length) });
}

export function revisionWords(view: AssessmentView, note: RevisionNote, lang: Lang): string {
  const indicator = view.catalogue.byId.get(note.indicatorId);
  const region = view.tree.indexOf.get(note.regionCode);
  const unit = unitShort(indicator?.unit ?? '')[lang];
  const figure = (value: number): string => withUnit(formatNumber(value, indicator?.decimals ?? 2), unit);
  return say(T.revised, lang, {
    region: region === undefined ? note.regionCode : view.tree.regions[region]!.name[lang],
    period: formatPeriodWords(view.frequency, note.period, lang, view.weekEndsOn),
    indicator: indicator?.short[lang] ?? note.indicatorId,
    before: figure(note.before),
    after: figure(note.after),
    day: formatDay(note.knownOn),
  });
}

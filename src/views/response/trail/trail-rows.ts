import { formatPeriodWords } from '../../../base/format';
import { parsePeriod } from '../../../base/period';
import { type Lang, sayBoth, type Text } from '../../../base/text';
import type { Actor } from '../../../response/actor';
import { LAYER_NAMES } from '../../../response/actor-text';
import type { Act } from '../../../response/trail/act';
import type { Entry } from '../../../response/trail/entry';
import { type ActNames, describeAct } from '../../../response/trail/words';
import { TRAIL_TEXT } from './text';

/** What of the trail is shown; empty = no limit. `by`: key of an office and person, `on`: id of a case, a warning … */
export interface TrailFilter {
  readonly by: string;
  readonly kind: string;
  readonly on: string;
  readonly text: string;
}

/** Office and person in one word: what two entries have in common that the same desk made. */
export function actorKey({ role, regionCode, name }: Actor): string {
  return `${role} ${regionCode} ${name}`;
}

/** `盟市级 乌海市 王科长`; the top office needs no layer beside its name. */
export function actorWords({ role, regionCode, name }: Actor, names: Pick<ActNames, 'region'>, lang: Lang): string {
  const layer = role === 'region' ? [] : [LAYER_NAMES[role][lang]];
  return [...layer, names.region(regionCode)[lang], name].join(lang === 'zh' ? ' ' : ', ');
}

/** Ids of what an act is on: a case, a warning, a silence, a household. */
export function subjectsOf(act: Act): readonly string[] {
  const given = act as Readonly<Record<string, unknown>>;
  return ['case', 'warning', 'id', 'household'].flatMap((key) => {
    const value = given[key];
    return typeof value === 'string' && value !== '' ? [value] : [];
  });
}

/** What can be chosen as `on`: cases by their title, warnings by region and first period; newest first, each once. */
export function subjectsIn(
  entries: readonly Entry[],
  names: Pick<ActNames, 'region'>,
  weekEndsOn: number,
): readonly { readonly id: string; readonly words: Text }[] {
  const found = new Map<string, Text>();
  for (const { act } of entries.toReversed()) {
    if ('warning' in act && act.warning !== null && !found.has(act.warning)) {
      found.set(act.warning, warningWords(act.warning, names, weekEndsOn));
    }
    if (act.kind === 'open-case' && !found.has(act.case)) found.set(act.case, { zh: act.title, en: act.title });
  }
  return [...found].map(([id, words]) => ({ id, words }));
}

function warningWords(id: string, names: Pick<ActNames, 'region'>, weekEndsOn: number): Text {
  const at = id.lastIndexOf('@');
  const since = parsePeriod(id.slice(at + 1));
  if (at < 0 || !since) return { zh: id, en: id };
  const { frequency, period } = since;
  return sayBoth(TRAIL_TEXT.warningOf, {
    region: names.region(id.slice(0, at)),
    period: {
      zh: formatPeriodWords(frequency, period, 'zh', weekEndsOn),
      en: formatPeriodWords(frequency, period, 'en', weekEndsOn),
    },
  });
}

/** By number of an entry: the one that took it back. Both stay in the trail. */
export function takenBackBy(entries: readonly Entry[]): ReadonlyMap<number, Entry> {
  const by = new Map<number, Entry>();
  for (const entry of entries) if (entry.act.kind === 'undo') by.set(entry.act.seq, entry);
  return by;
}

/** Is the entry to be shown? The text is sought in the sentence in both languages, in what was typed, and in the digest. */
export function isShown(entry: Entry, filter: TrailFilter, names: ActNames): boolean {
  const { act, by } = entry;
  if (filter.by !== '' && actorKey(by) !== filter.by) return false;
  if (filter.kind !== '' && act.kind !== filter.kind) return false;
  if (filter.on !== '' && !subjectsOf(act).includes(filter.on)) return false;
  const words = filter.text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const sentence = describeAct(entry, names);
  const whole = [
    sentence.zh,
    sentence.en,
    JSON.stringify(act),
    actorWords(by, names, 'zh'),
    actorWords(by, names, 'en'),
    entry.digest,
    String(entry.seq),
  ]
    .join('\n')
    .toLowerCase();
  return words.every((word) => whole.includes(word));
}

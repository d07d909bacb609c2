import type { AssessmentView } from '../../platform/engine-api';
import type { Actor } from '../../response/actor';
import type { Plan } from '../../response/plan';
import { filterInbox, shownLevel } from '../../response/warnings/filter';
import type { Warning } from '../../response/warnings/inbox';
import { byteOf, IN_QUEUE, SHOWN_BY } from './grade';
import type { Selection } from './selection';

/** What choosing has to know beside the selection. */
export interface ChooseWorld {
  readonly view: AssessmentView;
  readonly plan: Plan;
  readonly actor: Actor | null;
}

/** What the summary counts: all that fits but for its own switches. */
export function chooseGround(
  warnings: readonly Warning[],
  selection: Selection,
  { view, plan, actor }: ChooseWorld,
): readonly Warning[] {
  const { show, families, area: region, text, mine } = selection;
  return filterInbox(
    warnings.filter(SHOWN_BY[show]),
    { levels: [], states: [], overdue: false, families, region, text, mine: mine ? actor : null },
    { tree: view.tree, plan, words: (warning) => wordsOf(warning, view) },
  );
}

/** Of the ground, what the switches of the summary leave: several of one kind are "or", the kinds are "and". */
export function chooseBySwitches(ground: readonly Warning[], { grades, queues }: Selection): readonly Warning[] {
  if (grades.length === 0 && queues.length === 0) return ground;
  const levels = grades.map(byteOf);
  return ground.filter(
    (w) =>
      (levels.length === 0 || levels.includes(shownLevel(w))) &&
      (queues.length === 0 || queues.some((queue) => IN_QUEUE[queue](w))),
  );
}

/** Names of a spell do not change: they are put together once. */
const spoken = new WeakMap<Warning['spell'], string>();

/** All that a warning is found by beside its region, in both languages: the area above, indicators, notes and reasons. */
function wordsOf({ spell, record }: Warning, view: AssessmentView): string {
  let words = spoken.get(spell);
  if (words === undefined) {
    const { tree, catalogue } = view;
    const parent = tree.regions[tree.regions[tree.indexOf.get(spell.regionCode) ?? -1]?.parent ?? -1];
    const names = [parent?.name, ...spell.signals.map((s) => catalogue.byId.get(s.indicatorId)?.name)];
    words = names.flatMap((name) => (name ? [name.zh, name.en] : [])).join('\n');
    spoken.set(spell, words);
  }
  if (record === null) return words;
  return [words, record.reason, ...record.notes.map((n) => n.note)].join('\n');
}

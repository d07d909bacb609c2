import { type Lang, say } from '../../../base/text';
import { csvText } from '../../../observations/to-csv';
import { formatMoment } from '../../../response/calendar/moment';
import { ACT_NAMES } from '../../../response/trail/text';
import type { Entry } from '../../../response/trail/entry';
import { type ActNames, describeAct } from '../../../response/trail/words';
import { LAYER_NAMES } from '../../../response/actor-text';
import { TRAIL_TEXT } from './text';
import { subjectsOf, takenBackBy } from './trail-rows';

const SCHEMA = 'fengsui-trail/1';

/** A whole trail in a file. `head` says where it ended: what was cut off behind it is found out by that. */
export interface TrailFile {
  readonly schema: typeof SCHEMA;
  /** Some of it was done on invented figures; each entry says for itself. */
  readonly demonstration: boolean;
  readonly head: { readonly seq: number; readonly digest: string };
  readonly entries: readonly unknown[];
}

/** The trail as it is kept, entry by entry, also those that do not stand the check. */
export function trailJson(entries: readonly Entry[]): string {
  const last = entries.at(-1);
  const file: TrailFile = {
    schema: SCHEMA,
    demonstration: entries.some((entry) => (entry as Entry | null)?.basis?.demonstration === true),
    head: { seq: last?.seq ?? 0, digest: last?.digest ?? '' },
    entries,
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/** A file that `trailJson` made; null when it is another one. Entries are unchecked. */
export function readTrailFile(text: string): Pick<TrailFile, 'head' | 'entries'> | null {
  try {
    const raw = JSON.parse(text) as Partial<TrailFile> | null;
    const head = raw?.head;
    if (raw?.schema !== SCHEMA || !Array.isArray(raw.entries)) return null;
    if (typeof head?.seq !== 'number' || typeof head.digest !== 'string') return null;
    return { head, entries: raw.entries };
  } catch {
    return null;
  }
}

const COLUMNS = [
  'seq',
  'at',
  'role',
  'office',
  'person',
  'what',
  'sentence',
  'on',
  'takenBack',
  'rules',
  'plan',
  'knownOn',
  'data',
  'demonstration',
  'previous',
  'digest',
] as const;

/** One line for each entry, oldest first; foreign text is neutral for spreadsheets. */
export function trailCsv(entries: readonly Entry[], names: ActNames, lang: Lang): string {
  const taken = takenBackBy(entries);
  const head = COLUMNS.map((key) => csvText(TRAIL_TEXT[key][lang])).join(',');
  const lines = entries.map((entry) => {
    const { seq, at, by, act, basis, previous, digest } = entry;
    const undo = taken.get(seq);
    const cells: Readonly<Record<(typeof COLUMNS)[number], string>> = {
      seq: String(seq),
      at: csvText(formatMoment(at, lang)),
      role: csvText(LAYER_NAMES[by.role][lang]),
      office: csvText(names.region(by.regionCode)[lang]),
      person: csvText(by.name),
      what: csvText(ACT_NAMES[act.kind][lang]),
      sentence: csvText(describeAct(entry, names)[lang]),
      on: csvText(subjectsOf(act).join(' ')),
      takenBack: csvText(undo ? say(TRAIL_TEXT.takenBackBy, lang, { seq: undo.seq }) : ''),
      rules: csvText(basis.rules),
      plan: csvText(basis.plan),
      knownOn: csvText(basis.knownOn ?? ''),
      data: csvText(basis.data),
      demonstration: basis.demonstration ? csvText(TRAIL_TEXT.demonstrationMark[lang]) : '',
      previous: csvText(previous),
      digest: csvText(digest),
    };
    return COLUMNS.map((key) => cells[key]).join(',');
  });
  return `${[head, ...lines].join('\n')}\n`;
}

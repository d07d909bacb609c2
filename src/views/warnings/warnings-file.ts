import { formatDay, formatPeriod } from '../../base/period';
import { INSUFFICIENT, levelName } from '../../base/level';
import { defineText, type Lang } from '../../base/text';
import { csvText } from '../../observations/to-csv';
import type { AssessmentView } from '../../platform/engine-api';
import { formatMoment } from '../../response/calendar/moment';
import type { Warning } from '../../response/warnings/inbox';
import { shownLevel } from '../../response/warnings/filter';
import { WARNINGS_TEXT } from './text';
import { parentName, pathOf, regionName, signalWords, stateWords, stepWords } from './words';

const HEAD = defineText({
  code: { zh: '区划代码', en: 'Region code' },
  region: { zh: '地区', en: 'Region' },
  parent: { zh: '所属', en: 'Part of' },
  level: { zh: '等级', en: 'Level' },
  top: { zh: '最高等级', en: 'Highest level' },
  state: { zh: '状态', en: 'State' },
  since: { zh: '开始', en: 'Since' },
  until: { zh: '结束', en: 'Until' },
  path: { zh: '等级变化', en: 'Course' },
  signals: { zh: '信号', en: 'Signals' },
  index: { zh: '综合指数', en: 'Composite index' },
  step: { zh: '下一环节', en: 'Next step' },
  due: { zh: '时限（北京时间）', en: 'Due (Beijing time)' },
  silence: { zh: '静默至', en: 'Silent until' },
});
const COLUMNS = Object.keys(HEAD) as (keyof typeof HEAD)[];
const ALL_SIGNALS = 100;

/** A warning as a line of a table: every cell as text. */
function cellsOf(warning: Warning, view: AssessmentView, lang: Lang): readonly string[] {
  const { spell, due, silence } = warning;
  const period = (p: number): string => formatPeriod(view.frequency, p, view.weekEndsOn);
  const level = (byte: number): string => (byte === 0 ? WARNINGS_TEXT.pending[lang] : levelName(byte)[lang]);
  const cells: Record<keyof typeof HEAD, string> = {
    code: spell.regionCode,
    region: regionName(view, spell.regionCode, lang),
    parent: parentName(view, spell.regionCode, lang),
    level: level(shownLevel(warning)),
    top: spell.top === 0 ? (shownLevel(warning) === INSUFFICIENT ? '' : level(0)) : level(spell.top),
    state: stateWords(warning, lang),
    since: period(spell.since),
    until: spell.until === null ? '' : period(spell.until),
    path: pathOf(warning, lang)
      .map((s) => s.word)
      .join('→'),
    signals: signalWords(warning, view, lang, ALL_SIGNALS),
    index: Number.isFinite(spell.index) ? String(Number(spell.index.toPrecision(6))) : '',
    step: due === null ? '' : stepWords(due, lang),
    due: due === null ? '' : formatMoment(due.at, lang),
    silence: silence === null ? '' : formatDay(silence.until),
  };
  return COLUMNS.map((column) => cells[column]);
}

/** The list as CSV in one language; first its source, with the mark of figures that are not real. Foreign text is neutral for spreadsheets. */
export function warningsCsv(warnings: readonly Warning[], view: AssessmentView, source: string, lang: Lang): string {
  const lines = [[source], COLUMNS.map((column) => HEAD[column][lang]), ...warnings.map((w) => cellsOf(w, view, lang))];
  return lines.map((cells) => `${cells.map(csvText).join(',')}\r\n`).join('');
}

/** The same for pasting into a sheet or a document: tabs between cells. */
export function warningsTsv(warnings: readonly Warning[], view: AssessmentView, source: string, lang: Lang): string {
  const neutral = (cell: string): string => {
    const flat = cell.replace(/[\t\r\n]+/g, ' ');
    return /^[=+\-@]/.test(flat) ? `'${flat}` : flat;
  };
  return [[source], COLUMNS.map((column) => HEAD[column][lang]), ...warnings.map((w) => cellsOf(w, view, lang))]
    .map((cells) => cells.map(neutral).join('\t'))
    .join('\n');
}

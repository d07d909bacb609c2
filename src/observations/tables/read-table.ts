import { formatPeriod, FREQUENCIES, NO_DAY } from '../../base/period';
import { Status } from '../../base/status';
import { sayBoth } from '../../base/text';
import { ownText } from '../issue-log';
import { DETAIL, EXPECTED } from '../text';
import { cellWords } from './cell-words';
import { NBS_DATABASE, NOTE } from './header-words';
import type { Label, LabelReader, Vocabulary } from './label';
import { createLineRuns } from './line-runs';
import type { TablePlan } from './plan';
import { headAgain, isNote } from './row-kinds';
import { createRowLabels, NO_TIME, type RegionMeaning, type RowLabels, tellRegion, type TimeWords } from './row-labels';
import { type Cell, rowNumber, type SheetRow } from './sheet';
import { createFigureTaker, type FigureTaker, type RowFacts } from './take-figure';
import type { Slot, Taking } from './taking';
import { TABLE_DETAIL, TABLE_EXPECTED } from './text';
import type { RowKind } from './understanding';

/** What one table adds to a file's figures and what was seen on the way, for the last checks. */
export interface TableRead {
  onRow(row: SheetRow): void;
  end(): void;
  readonly figures: FigureTaker;
  readonly labels: RowLabels;
  regionMeanings(): ReadonlyMap<string, RegionMeaning>;
  /** Index of the first row of this table in the draft. */
  readonly from: number;
  /** Rows stand newest first / oldest first, counted. */
  readonly order: Readonly<Record<'series' | 'rows', { falls: number; rises: number }>>;
  kindOf(line: number): RowKind;
}

const SUBTOTAL: RegionMeaning = { kind: 'subtotal', candidates: [], count: { n: 0 } };

/** Reads the rows of a table by its plan. Each text is understood once; a row costs its cells. */
export function createTableReader(
  plan: TablePlan,
  sheet: number,
  vocabulary: Vocabulary,
  read: LabelReader,
  taking: Taking,
): TableRead {
  const { at, measures, context, head } = plan;
  const labels = createRowLabels(plan, vocabulary, read, taking);
  const figures = createFigureTaker(plan, sheet, labels, vocabulary, taking);
  const order = { series: { falls: 0, rises: 0 }, rows: { falls: 0, rises: 0 } };
  const kinds = new Map<number, RowKind>();
  const from = taking.draft.length;
  const lastHead = head.rows.at(-1)?.line ?? head.above.at(-1)?.line ?? 0;
  const furniture = head.above.some(({ cells }) => cells.some((c) => NBS_DATABASE.test(c)));
  const runs = createLineRuns(taking, sheet, plan.placeName);
  const isHeadAgain = headAgain(plan);
  const above = new Map<number, string>();
  const constant = constantRegion();
  /** What a row alone, without figures, said for the rows below it. */
  let section: { region: RegionMeaning | null; words: Label | null; time: TimeWords } = {
    region: null,
    words: null,
    time: NO_TIME,
  };
  const facts: RowFacts = {
    row: 0,
    region: null,
    time: NO_TIME,
    words: null,
    unit: '',
    knownOn: NO_DAY,
    status: Status.observed,
  };
  const lastRow: { time: Slot | null; region: RegionMeaning | null; words: Label | null } = {
    time: null,
    region: null,
    words: null,
  };

  for (const row of head.above) tellAbove(row.line, row.kind, row.cells);
  for (const row of head.rows) {
    kinds.set(row.line, 'header');
    if (row.kind === 'units') runs.tell('unit', row.line, row.cells.filter((c) => c !== '').join(' '));
  }

  function tellAbove(line: number, kind: RowKind, cells: readonly string[]): void {
    kinds.set(line, kind);
    if (furniture) return;
    runs.tell(kind, line, cells.filter((c) => c !== '').join(' '), context.units);
  }

  function constantRegion(): RegionMeaning | null {
    return context.region === null ? null : labels.region(context.region.code, '', '');
  }

  /** Text of a label column in this row; where cells are merged downwards, that of the row above. */
  function labelAt(cells: readonly Cell[], column: number): string {
    if (column < 0) return '';
    const text = cellWords(cells[column]);
    if (!plan.fillDown.has(column)) return text;
    if (text !== '') above.set(column, ownText(text));
    return text === '' ? (above.get(column) ?? '') : text;
  }

  function onRow({ line, cells }: SheetRow): void {
    if (line <= lastHead) return;
    let filled = 0;
    let count = 0;
    for (const cell of cells) if (cell !== '' && (typeof cell !== 'string' || cell.trim() !== '')) filled++;
    if (filled === 0) {
      runs.blank(line);
      return;
    }
    for (const { column } of measures) if (cellWords(cells[column]) !== '') count++;
    if (count === 0 || (count < 3 && filled <= 3 && isNote(cells))) {
      if (aside(line, cells, filled)) return;
    }
    if (isHeadAgain(cells)) {
      kinds.set(line, 'header');
      return;
    }
    runs.data(line);
    takeRow(line, cells);
  }

  /** A row without figures: a name for the rows below it, a note, or a row whose figures are all missing (false). */
  function aside(line: number, cells: readonly Cell[], filled: number): boolean {
    const texts = cells.map(cellWords);
    const column = texts.findIndex((t) => t !== '');
    const text = texts[column]!;
    const label = read(text);
    const role = plan.columns[column]?.role;
    const isRegion = label.region !== null || label.subtotal;
    const isTime = label.period !== null || label.yearless !== '';
    const known =
      isRegion ||
      (isTime && label.words === '') ||
      (label.words !== '' && vocabulary.indicators.find(label.words, {}).id !== null);
    if (filled === 1 && known && !NOTE.test(text)) {
      if (isRegion && role !== 'region_name' && role !== 'region_code' && at.region_name < 0) {
        section = { ...section, region: labels.region(label.region?.code ?? '', label.region ? '' : text, '') };
        kinds.set(line, 'header');
        return true;
      }
      if (isTime && at.period !== column && at.year !== column && at.month !== column) {
        section = { ...section, time: labels.time(text, '', '') };
        kinds.set(line, 'header');
        return true;
      }
      if (!isRegion && !isTime && role !== 'indicator' && at.indicator < 0) {
        section = { ...section, words: label };
        kinds.set(line, 'header');
        return true;
      }
    }
    if (known && !NOTE.test(text)) return false;
    // A label that stands where the labels of the figures stand, in a row of its own form, has no figures.
    const labelled = [at.region_code, at.region_name, at.indicator, at.period, at.year].filter((c) => c >= 0);
    const said = (c: number): boolean => texts[c] !== '' || (plan.fillDown.has(c) && above.has(c));
    if (filled > 1 && labelled.every(said) && !NOTE.test(text)) return false;
    // A name with its unit among the names of indicators: a series of which nothing is published yet.
    if (column === at.indicator && label.unit !== null && !NOTE.test(text)) return false;
    const kind: RowKind = filled === 1 || NOTE.test(text) ? 'footnote' : 'unread';
    kinds.set(line, kind);
    if (!furniture) runs.tell(kind, line, texts.filter((t) => t !== '').join(' '));
    else runs.data(line);
    return true;
  }

  function takeRow(line: number, cells: readonly Cell[]): void {
    const row = rowNumber(sheet, line);
    const ownCode = at.region_code < 0 ? '' : cellWords(cells[at.region_code]);
    const ownName = at.region_name < 0 ? '' : cellWords(cells[at.region_name]);
    // Of a code and a name the one that is there speaks for the row; only both together repeat the row above.
    const code = ownName !== '' && ownCode === '' ? '' : labelAt(cells, at.region_code);
    const name = ownCode !== '' && ownName === '' ? '' : labelAt(cells, at.region_name);
    const parent = labelAt(cells, at.parent_name);
    const time =
      at.period < 0 && at.year < 0 && at.month < 0
        ? NO_TIME
        : labels.time(labelAt(cells, at.period), labelAt(cells, at.year), labelAt(cells, at.month));
    const indicatorText = labelAt(cells, at.indicator);
    const words = indicatorText === '' ? section.words : labels.indicator(indicatorText);
    const unit = labelAt(cells, at.unit);
    const rowTime = time === NO_TIME ? section.time : time;
    // Codes and names of a parent alone are the parent's own row.
    const region =
      code !== '' || name !== ''
        ? labels.region(code, name, parent)
        : parent !== ''
          ? labels.region('', parent, '')
          : words?.region
            ? labels.region(words.region.code, '', '')
            : (section.region ?? constant);
    if (region !== null && region.kind !== 'region') {
      region.count.n++;
      notARegion(region, name || code || parent, rowTime, row, line, cells);
      return;
    }
    const total = [indicatorText, rowTime.period || rowTime.yearless !== '' ? '' : rowTime.text].find(isTotal);
    if (total !== undefined) {
      notARegion(SUBTOTAL, total, NO_TIME, row, line, cells);
      return;
    }
    if (region) {
      if (region.contradicted && region.count.n === 0) tellContradicted(region, code, name, row);
      region.count.n++;
    }
    const knownOn = at.known_on < 0 ? labels.knownOn('') : labels.knownOn(cellWords(cells[at.known_on]));
    const status = at.status < 0 ? Status.observed : labels.status(cellWords(cells[at.status]));
    if (status === null) {
      const given = cellWords(cells[at.status]);
      taking.tell(
        'unknown_status',
        'fault',
        placeAt(row, at.status, String(line)),
        given,
        EXPECTED.status,
        sayBoth(DETAIL.unknownStatus, { given: given.slice(0, 60) }),
      );
      hold(cells);
      return;
    }
    if (at.source >= 0 && taking.sources.size < 2) taking.sources.add(ownText(cellWords(cells[at.source])));
    if (knownOn === null) {
      taking.tell(
        'bad_known_on',
        'fault',
        placeAt(row, at.known_on, String(line)),
        cellWords(cells[at.known_on]),
        TABLE_EXPECTED.period,
        sayBoth(TABLE_DETAIL.badPeriod, { given: cellWords(cells[at.known_on]).slice(0, 60) }),
      );
      hold(cells);
      return;
    }
    noteOrder(rowTime === NO_TIME ? null : labels.combine(NO_TIME, rowTime), region, words);
    facts.row = row;
    facts.region = region;
    facts.time = rowTime;
    facts.words = words;
    facts.unit = unit;
    facts.knownOn = knownOn;
    facts.status = status;
    for (let k = 0; k < measures.length; k++) figures.take(k, cells[measures[k]!.column], facts);
  }

  const placeAt = (row: number, column: number, where: string): { row: number; column: string; where: string } => ({
    row,
    column: column >= 0 ? (plan.columns[column]?.header ?? '') : '',
    where,
  });

  /** The code counts; a name that means another region is told once. */
  function tellContradicted(region: RegionMeaning & { kind: 'region' }, code: string, name: string, row: number): void {
    const own = taking.regionNames[region.index]!;
    const detail = sayBoth(DETAIL.nameMismatch, { code: region.code, name: own, given: name.slice(0, 60) });
    const place = placeAt(row, at.region_name, `${code} ${name}`);
    taking.tell('region_name_mismatch', 'note', place, name, sayBoth(EXPECTED.name, { name: own }), detail);
  }

  function hold(cells: readonly Cell[]): void {
    for (const { column } of measures) {
      if (cellWords(cells[column]) === '') continue;
      taking.rows++;
      taking.held++;
    }
  }

  /** A total down the rows of another axis: 合计 among months or indicators. */
  const isTotal = (text: string): boolean => text !== '' && read(text).subtotal;

  function notARegion(
    meaning: RegionMeaning,
    given: string,
    time: TimeWords,
    row: number,
    line: number,
    cells: readonly Cell[],
  ): void {
    kinds.set(line, meaning.kind === 'subtotal' ? 'subtotal' : 'data');
    const when = time.period
      ? ` ${formatPeriod(time.period.frequency, time.period.period, time.period.weekEndsOn)}`
      : time.text === ''
        ? ''
        : ` ${time.text}`;
    if (meaning.kind === 'unknown' || meaning.kind === 'ambiguous') hold(cells);
    if (meaning.kind === 'none') return;
    tellRegion(
      taking,
      meaning,
      given,
      placeAt(row, at.region_name >= 0 ? at.region_name : at.region_code, `${given}${when}`),
    );
  }

  /** Does time go back from row to row? Told apart for rows of one series and for rows as they stand. */
  function noteOrder(time: Slot | null, region: RegionMeaning | null, words: Label | null): void {
    if (!time || FREQUENCIES[time.frequency] === 'year') return;
    const last = lastRow;
    if (last.time?.frequency === time.frequency && last.time.period !== time.period) {
      const back = time.period < last.time.period;
      const same = last.region === region && last.words === words;
      if (back) order.rows.falls++;
      else order.rows.rises++;
      if (same && back) order.series.falls++;
      else if (same) order.series.rises++;
    }
    last.time = time;
    last.region = region;
    last.words = words;
  }

  return {
    onRow,
    end: () => runs.end(),
    figures,
    labels,
    regionMeanings: () => labels.regionWords(),
    from,
    order,
    kindOf: (line) => kinds.get(line) ?? 'data',
  };
}

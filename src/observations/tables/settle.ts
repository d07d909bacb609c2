import { FREQUENCIES, formatDay, formatPeriod, lastDayOf } from '../../base/period';
import { sayBoth } from '../../base/text';
import { compact } from '../draft';
import type { FigurePlan } from './figure-plans';
import type { TablePlan } from './plan';
import type { TableRead } from './read-table';
import { rowNumber } from './sheet';
import { type Gap, tellMissing } from './take-figure';
import type { Slot, Taking } from './taking';
import { TABLE_DETAIL, TABLE_EXPECTED } from './text';

/**
 * What can be said of a table only when all of it was read: figures of quarters and years among months, gaps by design,
 * order of time, signs, and the furniture of its head.
 */
export function settleTable(table: TableRead, plan: TablePlan, taking: Taking, sheet: number): void {
  tellLayout(table, plan, taking, sheet);
  tellUnsaid(table, plan, taking, sheet);
  settleGaps(table, taking);
  holdCoarser(table, taking);
  tellNegatives(table, taking);
}

function tellLayout(table: TableRead, plan: TablePlan, taking: Taking, sheet: number): void {
  const { head, heads, columns } = plan;
  const names = head.rows.filter((r) => r.kind === 'names');
  const [first, last] = [names[0]?.line ?? 0, names.at(-1)?.line ?? 0];
  const at = (line: number, where: string, column = ''): { row: number; column: string; where: string } => ({
    row: rowNumber(sheet, line),
    column,
    where,
  });
  const nothing = TABLE_EXPECTED.nothing;
  if (heads.spanned) {
    taking.tell('merged_header', 'note', at(first, `lines ${first}-${last}`), '', nothing, TABLE_DETAIL.mergedHeader);
  }
  const system = plan.date1904 ? '1904' : '1900';
  const tellSerial = (text: string, day: string, line: number, where: string): void =>
    taking.tell(
      'excel_serial_date',
      'note',
      at(line, where),
      text,
      TABLE_EXPECTED.period,
      sayBoth(TABLE_DETAIL.serial, { text, day, system }),
    );
  const firstDay = (period: number): string => formatDay(lastDayOf('month', period - 1) + 1);
  if (heads.serials) {
    const { line, text, period } = heads.serials;
    tellSerial(text, firstDay(period.period), line, `line ${line}`);
  }
  const serial = table.labels.serial();
  const timeColumn = [plan.at.period, plan.at.month, plan.at.year].find((c) => c >= 0);
  const timeHeader = timeColumn === undefined ? '' : columns[timeColumn]!.header;
  if (serial && serial.period.frequency === 'month')
    tellSerial(serial.text, firstDay(serial.period.period), last, timeHeader || 'period');
  for (const column of columns) {
    if (column.role === 'index') {
      const where = column.header || `column ${column.column + 1}`;
      taking.tell(
        'index_column',
        'note',
        at(first, where, column.header),
        column.header,
        nothing,
        TABLE_DETAIL.indexColumn,
      );
    } else if (column.role === 'ignore' && column.confidence < 1 && column.header !== '') {
      const detail = sayBoth(TABLE_DETAIL.unknownColumn, { words: column.header.slice(0, 60) });
      taking.tell(
        'unknown_column',
        'note',
        at(first, column.header, column.header),
        column.header,
        TABLE_EXPECTED.indicator,
        detail,
      );
    }
  }
  if (plan.trailing > 0) {
    const detail = sayBoth(TABLE_DETAIL.trailing, { count: plan.trailing });
    taking.tell('trailing_columns', 'note', at(0, 'end of each line'), '', nothing, detail);
  }
  const { spellings } = table.labels;
  if (spellings.size > 1 && mixed(table)) {
    const list = [...spellings.values()].join(' / ');
    taking.tell(
      'mixed_dates',
      'note',
      at(last, timeHeader || 'period', timeHeader),
      list,
      TABLE_EXPECTED.period,
      sayBoth(TABLE_DETAIL.mixedDates, { list }),
    );
  }
  if (isReversed(plan)) taking.tell('reversed_time', 'note', at(first, 'columns'), '', nothing, TABLE_DETAIL.reversed);
  else if (rowsReversed(table)) {
    taking.tell('reversed_time', 'note', at(first, 'rows', timeHeader), '', nothing, TABLE_DETAIL.reversed);
  }
}

/** A table of which no word was understood lacks more than the names of its indicators. */
function tellUnsaid(table: TableRead, plan: TablePlan, taking: Taking, sheet: number): void {
  const { at, measures, context, regionsAcross, head } = plan;
  if (taking.draft.length > table.from || table.figures.words().some((w) => w.meaning)) return;
  const saysRegion =
    regionsAcross || context.region || at.region_code >= 0 || at.region_name >= 0 || at.parent_name >= 0;
  const saysTime = context.period || at.period >= 0 || at.year >= 0 || at.month >= 0;
  const unsaid = [
    ...(saysRegion || measures.some((m) => m.region) ? [] : [TABLE_DETAIL.noRegion]),
    ...(saysTime || measures.some((m) => m.period || m.yearless !== '') ? [] : [TABLE_DETAIL.noPeriod]),
  ];
  if (unsaid.length === 0) return;
  const line = head.rows.findLast((r) => r.kind === 'names')?.line ?? 1;
  const place = { row: rowNumber(sheet, line), column: '', where: plan.placeName || 'table' };
  const given = plan.columns.map((c) => c.header).filter((h) => h !== '');
  for (const why of unsaid)
    taking.tell(
      'not_understood',
      'fault',
      place,
      given.join(', '),
      TABLE_EXPECTED.table,
      sayBoth(TABLE_DETAIL.notUnderstood, { why }),
    );
}

function rowsReversed({ order: { series, rows } }: TableRead): boolean {
  const { falls, rises } = series.falls + series.rises > 0 ? series : rows;
  // A few rows out of place (one entered twice, one added late) do not make it another order.
  return falls > 1 && rises * 10 <= falls;
}

/** Several spellings of one frequency: a quarter among months is another matter. */
function mixed({ labels, figures: { slots } }: TableRead): boolean {
  const byFrequency = new Map<number, number>();
  const texts = new Set(labels.spellings.values());
  for (const { frequency, text } of slots.keys())
    if (texts.has(text)) byFrequency.set(frequency, (byFrequency.get(frequency) ?? 0) + 1);
  return [...byFrequency.values()].some((n) => n > 1);
}

/** Columns of one indicator and region go back in time. */
function isReversed({ measures }: TablePlan): boolean {
  const before = new Map<string, number>();
  let falls = 0;
  for (const { period, words, region } of measures) {
    if (!period || period.frequency === 'year') continue;
    const series = `${words} ${region?.code ?? ''} ${period.frequency} ${period.cumulative}`;
    const last = before.get(series);
    if (last !== undefined && period.period > last) return false;
    if (last !== undefined && period.period < last) falls++;
    before.set(series, period.period);
  }
  return falls > 1;
}

/** Januaries without a figure, and Februaries where the file never has one, are no gaps of the reporting. */
function settleGaps({ figures: { gaps }, from }: TableRead, taking: Taking): void {
  if (gaps.length === 0) return;
  const { draft } = taking;
  const withFebruary = new Set<number>();
  for (let i = from; i < draft.length; i++) {
    if (FREQUENCIES[draft.frequency[i]!] === 'month' && draft.period[i]! % 12 === 1)
      withFebruary.add(draft.indicator[i]!);
  }
  const byForm = new Map<string, Set<number>>();
  let first: Gap | null = null;
  for (const gap of gaps) {
    const { region, plan, slot, row, given, column } = gap;
    if (slot.period % 12 === 1 && withFebruary.has(plan.slot!.index)) {
      tellMissing(taking, region, plan, slot, row, given, column);
      continue;
    }
    first ??= gap;
    const form = formOf(plan, slot) === 'ytd' ? 'ytd' : 'monthly';
    byForm.set(form, (byForm.get(form) ?? new Set()).add(slot.period));
  }
  if (!first) return;
  const parts = [...byForm].sort((a, b) => b[1].size - a[1].size);
  const where = parts
    .map(
      ([form, periods]) =>
        `${[...periods]
          .sort((a, b) => a - b)
          .map((p) => formatPeriod('month', p))
          .join(', ')} ${form}`,
    )
    .join('; ');
  const place = { row: first.row, column: first.column, where };
  taking.tell('structural_missing', 'note', place, first.given, TABLE_EXPECTED.nothing, TABLE_DETAIL.structural);
}

const formOf = (plan: FigurePlan, slot: Slot): 'ytd' | 'month' =>
  plan.cumulative || slot.cumulative ? 'ytd' : 'month';

/**
 * Figures of quarters and years of an indicator that also has finer ones here are not loaded: most are sums or means of
 * those, and none is a month.
 */
function holdCoarser({ from, figures: { slots, respelt } }: TableRead, taking: Taking): void {
  const { draft } = taking;
  // Weeks are finest; then months, quarters, years.
  const fineness = [1, 2, 3, 0];
  const finest = new Map<number, number>();
  for (let i = from; i < draft.length; i++) {
    const f = fineness[draft.frequency[i]!]!;
    const k = draft.indicator[i]!;
    if (f < (finest.get(k) ?? Infinity)) finest.set(k, f);
  }
  const texts = new Map<string, { text: string; inHead: boolean }>();
  for (const [{ frequency, period, text }, inHead] of slots) {
    const key = `${frequency} ${period}`;
    if (fineness[frequency]! > 1 && !texts.has(key)) texts.set(key, { text, inHead });
  }
  if (texts.size === 0) return;
  const told = new Set<string>();
  const drop = new Uint8Array(draft.length);
  let dropped = 0;
  for (let i = from; i < draft.length; i++) {
    const frequency = draft.frequency[i]!;
    const k = draft.indicator[i]!;
    if (fineness[frequency]! < 2 || fineness[frequency] === finest.get(k)) continue;
    drop[i] = 1;
    dropped++;
    const name = FREQUENCIES[frequency]!;
    const { text: first, inHead } = texts.get(`${frequency} ${draft.period[i]!}`) ?? {
      text: formatPeriod(name, draft.period[i]!),
      inHead: false,
    };
    const text = (!inHead && respelt.get(draft.row[i]!)) || first;
    const where = inHead ? text : `${taking.regionNames[draft.region[i]!] ?? ''} ${text}`;
    if (inHead && told.has(where)) continue;
    told.add(where);
    const place = { row: draft.row[i]!, column: inHead ? text : '', where, ...(!inHead && { indicator: k }) };
    taking.tell(
      'non_monthly_period',
      'fault',
      place,
      text,
      TABLE_EXPECTED.period,
      sayBoth(TABLE_DETAIL.nonMonthly, { frequency: name }),
    );
  }
  taking.held += dropped;
  if (dropped > 0) compact(draft, drop);
}

/** Where figures below zero stand, in runs of neighbouring periods. */
function tellNegatives({ from, figures }: TableRead, taking: Taking): void {
  const { draft } = taking;
  const runs = new Map<string, { form: string; periods: Set<number>; frequency: number; row: number }>();
  for (let i = from; i < draft.length; i++) {
    if (draft.value[i]! >= 0 || Number.isNaN(draft.value[i]!)) continue;
    const toDate = figures.cumulative.has(draft.indicator[i]!);
    const form = toDate ? 'ytd' : FREQUENCIES[draft.frequency[i]!]!;
    const key = `${form} ${draft.frequency[i]!}`;
    let run = runs.get(key);
    if (!run) runs.set(key, (run = { form, periods: new Set(), frequency: draft.frequency[i]!, row: draft.row[i]! }));
    run.periods.add(draft.period[i]!);
  }
  if (runs.size === 0) return;
  const parts = [...runs.values()].sort((a, b) => b.periods.size - a.periods.size);
  const where = parts
    .map(({ form, periods, frequency }) => `${spansOf([...periods], frequency)} ${form}`)
    .join(' and ');
  taking.tell(
    'negative_values',
    'note',
    { row: parts[0]!.row, column: '', where },
    '',
    TABLE_EXPECTED.nothing,
    TABLE_DETAIL.negative,
  );
}

/** `2020-02..2020-07, 2020-09` */
function spansOf(periods: number[], frequency: number): string {
  const name = FREQUENCIES[frequency]!;
  periods.sort((a, b) => a - b);
  const spans: [number, number][] = [];
  for (const p of periods) {
    const last = spans.at(-1);
    if (last && last[1] === p - 1) last[1] = p;
    else spans.push([p, p]);
  }
  return spans
    .map(([a, b]) => (a === b ? formatPeriod(name, a) : `${formatPeriod(name, a)}..${formatPeriod(name, b)}`))
    .join(', ');
}

import { FREQUENCIES } from '../../base/period';
import { Status } from '../../base/status';
import { sayBoth } from '../../base/text';
import { append } from '../draft';
import { ownText } from '../issue-log';
import { cellWords } from './cell-words';
import { createFigurePlans, type FigurePlan } from './figure-plans';
import { DETAIL, EXPECTED } from '../text';
import { BAD, type Figure, type Groups, MISSING, readFigure, WRONG_UNIT } from './figures';
import type { Label, Vocabulary } from './label';
import type { MeasureColumn, Scope, TablePlan } from './plan';
import { NO_TIME, type RegionMeaning, type RowLabels, tellRegion, type TimeWords } from './row-labels';
import { type Cell, rowNumber } from './sheet';
import type { Slot, Taking } from './taking';
import { TABLE_DETAIL, TABLE_EXPECTED } from './text';
import type { WordUnderstanding } from './understanding';

/** What a row's labels say of its figures. One object for all rows of a table: a row costs no more than its cells. */
export interface RowFacts {
  row: number;
  region: RegionMeaning | null;
  time: TimeWords;
  words: Label | null;
  unit: string;
  knownOn: number;
  status: number;
}

/** An empty cell of a January or February that may never be published. */
export interface Gap {
  readonly region: number;
  readonly plan: FigurePlan;
  readonly slot: Slot;
  readonly row: number;
  readonly given: string;
  readonly column: string;
}

export interface FigureTaker {
  take(column: number, cell: Cell | undefined, facts: RowFacts): void;
  readonly groups: Groups;
  readonly gaps: readonly Gap[];
  /** Every time of a figure, and whether it stands in the head. */
  readonly slots: ReadonlyMap<Slot, boolean>;
  /** Text of the period by row, where another row writes the same one otherwise. */
  readonly respelt: ReadonlyMap<number, string>;
  words(): WordUnderstanding[];
  readonly cumulative: ReadonlySet<number>;
}

/** Takes the figures of a table cell by cell: what the column and the row say of each, together. */
export function createFigureTaker(
  plan: TablePlan,
  sheet: number,
  labels: RowLabels,
  vocabulary: Vocabulary,
  taking: Taking,
): FigureTaker {
  const { at, measures, head } = plan;
  const plans = createFigurePlans(plan, vocabulary, taking);
  const groups: Groups = { grouped: 0, plain: 0 };
  const gaps: Gap[] = [];
  const slots = new Map<Slot, boolean>();
  const respelt = new Set<Slot>();
  const respeltRows = new Map<number, string>();
  const lastHead = head.rows.at(-1)?.line ?? 0;
  const columnTime = measures.map(
    (m): TimeWords =>
      m.period || m.yearless !== '' ? { period: m.period, yearless: m.yearless, text: ownText(m.header) } : NO_TIME,
  );
  const columnRegion = measures.map((m) => regionOfColumn(m));
  /** Words that turned out to be those of a region name no indicator. */
  const figureColumns = measures.map((m, k) => (columnRegion[k] && !m.region ? { ...m, words: '' } : m));
  const toldColumns = new Set<MeasureColumn>();
  const toldForms = new Set<string>();
  const toldLacks = new Set<string>();

  function regionOfColumn(m: MeasureColumn): RegionMeaning | null {
    if (m.subtotal) return { kind: 'subtotal', candidates: [], count: { n: 0 } };
    if (m.region) return labels.region(m.region.code, '', '');
    // Among regions a word that is none is a region that nobody knows.
    if (!plan.regionsAcross || m.words === '') return null;
    const hand = plan.mapping && Object.hasOwn(plan.mapping.regions, m.words);
    const known = hand || vocabulary.indicators.find(m.words, {}).id === null;
    return known ? labels.region('', m.words, '') : null;
  }

  const place = (row: number, column: number, where: string): { row: number; column: string; where: string } => ({
    row,
    column: column >= 0 ? (plan.columns[column]?.header ?? '') : '',
    where,
  });

  function takeCell(k: number, cell: Cell | undefined, facts: RowFacts): void {
    const measure = measures[k]!;
    const { row, status } = facts;
    const region = columnRegion[k] ?? facts.region;
    if (region !== null && region.kind !== 'region') {
      tellColumn(measure, region, cell, row);
      return;
    }
    const scope: Scope = region?.code === 'CN' ? 'country' : plan.scope;
    const figures = plans.of(figureColumns[k]!, facts.words, facts.unit, scope, row);
    const slot = labels.combine(columnTime[k]!, facts.time);
    const empty = cellWords(cell) === '';
    if (figures.slot === null) {
      figures.word.count++;
      if (empty || figures.ignored) return;
      taking.rows++;
      taking.held++;
      return;
    }
    figures.word.count++;
    const figure = readFigure(cell, figures, groups);
    taking.rows++;
    if (region === null || slot === null) {
      if (figure === MISSING) taking.rows--;
      else noPlace(measure, region, facts.time, row);
      return;
    }
    if (slot.span !== '') {
      if (figure === MISSING) taking.rows--;
      else {
        taking.held++;
        tellSpan(measure, region.index, slot, row, figures.slot.index, slot.span);
      }
      return;
    }
    if (!slots.has(slot)) {
      for (const { frequency, period } of slots.keys())
        if (frequency === slot.frequency && period === slot.period) respelt.add(slot);
      slots.set(slot, columnTime[k] !== NO_TIME);
    }
    if (respelt.has(slot) && columnTime[k] === NO_TIME) respeltRows.set(row, slot.text);
    if (figure === MISSING && status === Status.expectedGap) {
      append(
        taking.draft,
        region.index,
        figures.slot.index,
        slot.frequency,
        slot.period,
        NaN,
        status,
        facts.knownOn,
        row,
      );
      return;
    }
    if (figure === MISSING) {
      gapOrMissing(cell, measure, figures, region.index, slot, row);
      return;
    }
    if (typeof figure !== 'number') {
      refuse(figure, cell, measure, figures, region.index, slot, row);
      return;
    }
    takeFigure(figure, measure, figures, region.index, slot, facts);
  }

  function tellColumn(measure: MeasureColumn, region: RegionMeaning, cell: Cell | undefined, row: number): void {
    if (region.kind === 'unknown' || region.kind === 'ambiguous') {
      if (cellWords(cell) !== '') {
        taking.rows++;
        taking.held++;
      }
    }
    region.count.n++;
    if (toldColumns.has(measure)) return;
    toldColumns.add(measure);
    const words = measure.words || measure.header;
    tellRegion(taking, region, words, {
      row: lastHead === 0 ? row : rowNumber(sheet, lastHead),
      column: measure.header,
      where: words,
    });
  }

  /** A figure whose region or time nothing says: told once for the table when it is so for all of it. */
  function noPlace(measure: MeasureColumn, region: RegionMeaning | null, time: TimeWords, row: number): void {
    taking.held++;
    const inColumn = measure.period !== null || measure.yearless !== '';
    if (region === null || (time.text === '' && !inColumn)) {
      const why = region === null ? TABLE_DETAIL.noRegion : TABLE_DETAIL.noPeriod;
      if (toldLacks.has(why.en)) return;
      toldLacks.add(why.en);
      const detail = sayBoth(TABLE_DETAIL.notUnderstood, { why });
      taking.tell(
        'not_understood',
        'fault',
        place(row, -1, plan.placeName || 'table'),
        '',
        TABLE_EXPECTED.table,
        detail,
      );
      return;
    }
    const given = time.text || measure.header;
    const lacksYear = time.yearless !== '' || measure.yearless !== '';
    const detail = sayBoth(lacksYear ? TABLE_DETAIL.noYear : TABLE_DETAIL.badPeriod, { given: given.slice(0, 60) });
    const column = [at.period, at.month, at.year].find((c) => c >= 0) ?? measure.column;
    const name = region.kind === 'region' ? (taking.regionNames[region.index] ?? '') : '';
    taking.tell(
      'bad_period',
      'fault',
      place(row, column, `${name} ${given}`.trim()),
      given,
      TABLE_EXPECTED.period,
      detail,
    );
  }

  function gapOrMissing(
    cell: Cell | undefined,
    measure: MeasureColumn,
    figures: FigurePlan,
    region: number,
    slot: Slot,
    row: number,
  ): void {
    const { indicator } = figures.slot!;
    taking.missing++;
    const given = cellWords(cell);
    if (indicator.janFeb === 'joint-published' && FREQUENCIES[slot.frequency] === 'month' && slot.period % 12 < 2) {
      gaps.push({ region, plan: figures, slot, row, given, column: measure.header });
      return;
    }
    tellMissing(taking, region, figures, slot, row, given, measure.header);
  }

  function refuse(
    why: Exclude<Figure, number>,
    cell: Cell | undefined,
    measure: MeasureColumn,
    figures: FigurePlan,
    region: number,
    slot: Slot,
    row: number,
  ): void {
    taking.held++;
    const given = cellWords(cell);
    const where = {
      ...place(row, measure.column, taking.placeWords(region, slot.frequency, slot.period)),
      indicator: figures.slot!.index,
    };
    if (why === BAD) {
      taking.tell(
        'bad_value',
        'fault',
        where,
        given,
        TABLE_EXPECTED.number,
        sayBoth(TABLE_DETAIL.badValue, { given: given.slice(0, 60) }),
      );
    } else if (why === WRONG_UNIT) {
      const words = { given: given.slice(0, 60), words: figures.word.text.slice(0, 60) };
      taking.tell(
        'unit_mismatch',
        'fault',
        where,
        given,
        sayBoth(TABLE_EXPECTED.unit, { unit: figures.to }),
        sayBoth(TABLE_DETAIL.unitMismatch, words),
      );
    }
  }

  function takeFigure(
    value: number,
    measure: MeasureColumn,
    figures: FigurePlan,
    region: number,
    slot: Slot,
    { row, status, knownOn }: RowFacts,
  ): void {
    const indicator = figures.slot!;
    if (!taking.indicators.inRange(indicator, value)) {
      taking.held++;
      const where = taking.placeWords(region, slot.frequency, slot.period);
      taking.tell(
        'out_of_range',
        'fault',
        { ...place(row, measure.column, where), indicator: indicator.index },
        String(value),
        sayBoth(EXPECTED.range, { low: indicator.low, high: indicator.high }),
        sayBoth(DETAIL.outOfRange, { given: String(value) }),
      );
      return;
    }
    if (!formFits(figures, slot)) {
      taking.held++;
      tellForm(measure, region, slot, row, indicator.index);
      return;
    }
    taking.indicators.sawFrequency(indicator, FREQUENCIES[slot.frequency]!);
    append(taking.draft, region, indicator.index, slot.frequency, slot.period, value, status, knownOn, row);
  }

  /** Among months a sum of the year so far is one period more; a table of such sums is of another form. */
  function tellForm(measure: MeasureColumn, region: number, slot: Slot, row: number, indicator: number): void {
    if (!ofColumn(measure) || monthsBeside(measure)) {
      tellSpan(measure, region, slot, row, indicator, 'year-to-date');
      return;
    }
    if (toldForms.has(measure.header)) return;
    toldForms.add(measure.header);
    const where = place(row, measure.column, measure.header);
    taking.tell('form_mismatch', 'fault', where, slot.text, TABLE_EXPECTED.period, TABLE_DETAIL.formCumulative);
  }

  /** Another span than that of the series; of a column it is told once. */
  function tellSpan(
    measure: MeasureColumn,
    region: number,
    slot: Slot,
    row: number,
    indicator: number,
    frequency: string,
  ): void {
    const inRows = !ofColumn(measure);
    const words = inRows ? `${taking.regionNames[region]} ${slot.text}` : measure.header;
    if (!inRows && toldForms.has(words)) return;
    toldForms.add(words);
    const where = { ...place(row, measure.column, words), ...(inRows && { indicator }) };
    const detail = sayBoth(TABLE_DETAIL.nonMonthly, { frequency });
    taking.tell('non_monthly_period', 'fault', where, slot.text, TABLE_EXPECTED.period, detail);
  }

  const ofColumn = ({ period, yearless }: MeasureColumn): boolean => period !== null || yearless !== '';

  /** January counts for either form. */
  const monthsBeside = ({ words }: MeasureColumn): boolean =>
    measures.some((m) => m.words === words && m.period && !m.period.cumulative && m.period.period % 12 > 0);

  /** A sum of the year so far is no month of an indicator of single months; January alone is both. */
  function formFits(figures: FigurePlan, slot: Slot): boolean {
    if (!slot.cumulative || figures.acceptsCumulative || figures.cumulative || slot.period % 12 === 0) return true;
    return slot.period % 12 === 1 && figures.slot!.indicator.janFeb === 'joint-published';
  }

  return {
    take: takeCell,
    groups,
    gaps,
    slots,
    respelt: respeltRows,
    words: () => plans.words(),
    cumulative: plans.cumulative,
  };
}

export function tellMissing(
  taking: Taking,
  region: number,
  plan: FigurePlan,
  slot: Slot,
  row: number,
  given: string,
  column: string,
): void {
  const where = {
    row,
    column,
    where: taking.placeWords(region, slot.frequency, slot.period),
    indicator: plan.slot!.index,
  };
  taking.tell(
    'missing_value',
    'note',
    where,
    given,
    TABLE_EXPECTED.number,
    sayBoth(TABLE_DETAIL.missing, { given: given.slice(0, 60) }),
  );
}

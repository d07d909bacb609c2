import { type Cell, cellText } from '../tables/sheet';
import {
  adjustmentOf,
  breakdownPart,
  conceptOf,
  type DimensionKind,
  OTHER_SHARE,
  statusWord,
  unitWord,
  WHOLE,
} from './statistical-codes';

/** A column of a statistical table: a dimension of its figures, the figure itself or what is said of it. */
export interface StatisticalColumn {
  readonly id: string;
  readonly kind: DimensionKind;
}
/** A cell as its id and, where the file has it, the label of that id. */
export interface Coded {
  readonly code: string;
  readonly label: string;
}

/** A long table in the columns that the reader of tables knows. */
export interface StatisticalTable {
  readonly head: readonly string[];
  row(cells: readonly Coded[], value: Cell): readonly Cell[];
}

/**
 * Tables of SDMX-CSV and JSON-stat in our columns. The dimensions beside region and time — what is measured, of whom,
 * adjusted how — make the name of the indicator together, so that parts never mix with the whole: the unemployment rate
 * of all ages, seasonally adjusted, is `unemployment_rate_sa`, that of people under 25 `unemployment_rate_sa_age_lt25`.
 * `title`: what the data set is called, where no dimension says what is measured.
 */
export function statisticalTable(columns: readonly StatisticalColumn[], title: string): StatisticalTable {
  const at = (kind: DimensionKind): number => columns.findIndex((c) => c.kind === kind);
  const [region, time, status, unit, power] = (['region', 'time', 'status', 'unit', 'power'] as const).map(at) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const naming = columns.flatMap(({ kind }, k) =>
    kind === 'indicator' || kind === 'adjustment' || kind === 'breakdown' ? [k] : [],
  );
  const names = new Map<string, string>();
  const codeAt = (cells: readonly Coded[], k: number): string => (k < 0 ? '' : (cells[k]?.code ?? ''));

  function nameOf(cells: readonly Coded[], dataset: string, unitText: string): string {
    const explicit = naming.filter((k) => columns[k]!.kind === 'indicator').map((k) => cells[k]!);
    const measured = explicit.map(({ code, label }) => label || code).join(' ');
    const concept = conceptOf(measured || `${dataset} ${title}`, unitText);
    // Ids of a catalogue are taken at their word; the name of another measure is left to the reader of tables.
    const own = explicit.length === 1 && /^[a-z][a-z0-9]*(_[a-z0-9]+)+$/.test(explicit[0]!.code);
    const whole = own ? explicit[0]!.code : (concept ?? (measured || title));
    const parts = naming.flatMap((k) => {
      const { id, kind } = columns[k]!;
      const { code } = cells[k]!;
      if (kind === 'adjustment') return concept && !own ? adjustmentOf(code) || [] : [];
      return kind === 'breakdown' && !WHOLE.test(code) ? breakdownPart(id, code) : [];
    });
    const share = OTHER_SHARE.test(codeAt(cells, unit)) ? ['of_population'] : [];
    return [whole, ...parts, ...share].join('_');
  }

  return {
    head: [
      ...(region < 0 ? [] : ['region_code', 'region_name']),
      'indicator',
      ...(time < 0 ? [] : ['time_period']),
      'value',
      ...(unit < 0 ? [] : ['unit']),
      ...(status < 0 ? [] : ['obs_status']),
    ],
    row(cells, value) {
      const unitText = unit < 0 ? '' : unitWord(codeAt(cells, unit), codeAt(cells, power));
      const dataset = columns
        .flatMap(({ id }, k) => (/^(dataflow|structure_id)$/i.test(id) ? [cells[k]?.code ?? ''] : []))
        .join(' ');
      const key = [dataset, codeAt(cells, unit), unitText, ...naming.map((k) => cells[k]?.code ?? '')].join('\u0000');
      let name = names.get(key);
      if (name === undefined) {
        const full = columns.map((_, k) => cells[k] ?? { code: '', label: '' });
        names.set(key, (name = nameOf(full, dataset, unitText)));
      }
      const shown = OTHER_SHARE.test(codeAt(cells, unit)) ? '%' : unitText;
      return [
        ...(region < 0 ? [] : [codeAt(cells, region), cells[region]?.label ?? '']),
        name,
        ...(time < 0 ? [] : [codeAt(cells, time)]),
        cellText(value).trim() === ':' ? '' : value,
        ...(unit < 0 ? [] : [shown]),
        ...(status < 0 ? [] : [statusWord(codeAt(cells, status))]),
      ];
    },
  };
}

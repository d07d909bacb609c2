/**
 * Codes that statistical offices publish with (Eurostat's dictionaries; the SDMX cross-domain code lists of
 * observation status, unit, adjustment and sex; OECD and ECB where they differ), in the words that tables are read by.
 */

export type DimensionKind =
  | 'region'
  | 'time'
  | 'value'
  | 'status'
  | 'unit'
  | 'power'
  | 'indicator'
  | 'adjustment'
  | 'breakdown'
  /** Says nothing of the figure: its frequency stands in its period, the rest speaks of the file. */
  | 'skip';

/** By the id of a column or dimension; what no line names is a breakdown. */
const KINDS: readonly (readonly [DimensionKind, RegExp])[] = [
  ['region', /^(geo|ref_area|region|region_code|reporter|location|country)$/i],
  ['time', /^(time|time_period|period)$/i],
  ['value', /^(obs_value|value)$/i],
  ['status', /^(obs_status|obs_flag|status)$/i],
  ['unit', /^(unit|unit_measure|units)$/i],
  ['power', /^(unit_mult|powercode)$/i],
  ['indicator', /^(indicator|indic|indic_\w+|measure|subject|variable|na_item|concept|item|series)$/i],
  ['adjustment', /^(s_adj|adjustment|seasonal_adjust(ment)?)$/i],
  [
    'skip',
    /^(freq|frequency|structure|structure_id|structure_name|action|dataflow|last[ _]update|conf_status|decimals)$/i,
  ],
];

export function kindOf(id: string): DimensionKind {
  return KINDS.find(([, pattern]) => pattern.test(id))?.[0] ?? 'breakdown';
}

/** The whole, not a part of it: all ages, both sexes, no transformation. */
export const WHOLE = /^(t|tot|total|_t|_z|_x|all|y15-74|y15t74|y_ge15)?$/i;

/** What is left of the words of a unit code; with `UNIT_MULT` it is counted in thousands or more. */
const UNIT_CODES: Readonly<Record<string, string>> = {
  pc_act: '%',
  pc: '%',
  pt: '%',
  pt_lf: '%',
  pct: '%',
  per: '人',
  pers: '人',
  ps: '人',
  nr: '人',
  ths_per: '千人',
  ths_pers: '千人',
};
const COUNTED: Readonly<Record<string, string>> = { '0': '人', '3': '千人', '4': '万人' };

/** Word of the unit for a code with its power of ten; the code itself where it is none of these. */
export function unitWord(code: string, power: string): string {
  const word = UNIT_CODES[code.toLowerCase()] ?? code;
  return word === '人' ? (COUNTED[power || '0'] ?? `10^${power} persons`) : word;
}

/** Share of another whole than the labour force: never the rate. */
export const OTHER_SHARE = /^(pc_pop|pt_pop|pt_wap)$/i;

const ADJUSTMENTS: Readonly<Record<string, string>> = {
  sa: 'sa',
  s: 'sa',
  y: 'sa',
  sca: 'sa',
  nsa: 'nsa',
  n: 'nsa',
};

/** `sa`, `nsa`, empty where the file does not say it; any other treatment by its code. */
export function adjustmentOf(code: string): string {
  return WHOLE.test(code) ? '' : (ADJUSTMENTS[code.toLowerCase()] ?? idPart(code));
}

/** Status by the letters of a flag (`bp`: a break, provisional): the most doubtful one counts. */
const FLAGS: readonly (readonly [string, string])[] = [
  ['imputed', 'if'],
  ['suspect', 'uv'],
  ['provisional', 'pes'],
  ['', 'abcdghjklmnoqrtwxz:'],
];

/** A status word for a flag of one to three letters; anything else as it stands, to be told. */
export function statusWord(flag: string): string {
  if (!/^[a-z:]{1,3}$/i.test(flag)) return flag;
  const letters = flag.toLowerCase();
  return FLAGS.find(([, of]) => [...letters].some((c) => of.includes(c)))?.[0] ?? flag;
}

/** What the words of a data set are about; the unit decides between the number of the unemployed and their rate. */
export function conceptOf(words: string, unit: string): string | null {
  if (/\bUNE_?RT|unemployment[ _-]rate|失业率/i.test(words))
    return unit === '千人' || unit === '人' ? 'unemployed_persons' : 'unemployment_rate';
  if (/\bUNE_|\bUNE\b|\bunemploy(ment|ed)\b/i.test(words))
    return unit === '%' ? 'unemployment_rate' : 'unemployed_persons';
  if (/\b(labou?r force|active population|economically active)\b/i.test(words) && unit !== '%') return 'labor_force';
  return null;
}

/** A code as part of an indicator's id: `Y_LT25` → `_lt25`, `Y25-74` → `y25_74`. */
const idPart = (code: string): string => code.toLowerCase().replace(/[^a-z0-9]+/g, '_');

const SEXES: Readonly<Record<string, string>> = { m: 'male', f: 'female' };

/** What sets a part apart in the id of its indicator: `age_lt25`, `age25_74`, `female`. */
export function breakdownPart(id: string, code: string): string {
  const dimension = idPart(id);
  if (dimension === 'sex') return SEXES[code.toLowerCase()] ?? `sex_${idPart(code)}`;
  return dimension === 'age' ? `age${idPart(code.replace(/^Y/i, ''))}` : `${dimension}_${idPart(code)}`;
}

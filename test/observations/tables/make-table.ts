import { defaultRegionTree } from '../../../src/base/catalogue';
import { formatPeriod } from '../../../src/base/period';

/** A table as people make it, out of a seed, with what must be read from it. */
export interface MadeTable {
  /** Rows above the head, of the head, of figures and below them. */
  readonly above: string[][];
  readonly head: string[][];
  readonly body: string[][];
  readonly below: string[][];
  /** Columns of labels on the left. */
  readonly labels: number;
  readonly layout: Layout;
  /** `region|indicator|period` → value, canonical. */
  readonly expected: ReadonlyMap<string, number>;
  /** Types of issues that must be told, and no other. */
  readonly issues: Set<string>;
  readonly what: string;
}

export const rowsOf = ({ above, head, body, below }: MadeTable): string[][] => [...above, ...head, ...body, ...below];

export interface Random {
  (): number;
}

/** mulberry32 */
export function randomOf(seed: number): Random {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = a;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

interface Kind {
  readonly id: string;
  readonly names: readonly string[];
  /** Unit words, with the power of ten from them to the indicator's own unit. */
  readonly units: readonly (readonly [word: string, power: number])[];
  readonly percent: boolean;
  readonly decimals: number;
  readonly max: number;
  readonly negative?: true;
}

/** What a file may call these indicators in leagues and counties. */
const KINDS: readonly Kind[] = [
  {
    id: 'unemployment_rate',
    names: ['失业率', '城镇调查失业率', '调查失业率'],
    units: [
      ['%', 0],
      ['％', 0],
    ],
    percent: true,
    decimals: 1,
    max: 12,
  },
  {
    id: 'registered_unemployment_rate',
    names: ['城镇登记失业率', '登记失业率'],
    units: [['%', 0]],
    percent: true,
    decimals: 2,
    max: 9,
  },
  {
    id: 'unemployed_persons',
    names: ['失业人数', '失业人员数'],
    units: [
      ['人', 0],
      ['万人', 4],
      ['千人', 3],
    ],
    percent: false,
    decimals: 0,
    max: 900_000,
  },
  {
    id: 'new_urban_jobs',
    names: ['城镇新增就业人数', '城镇新增就业'],
    units: [
      ['人', 0],
      ['万人', 4],
    ],
    percent: false,
    decimals: 0,
    max: 90_000,
  },
  {
    id: 'benefit_recipients',
    names: ['领取失业保险金人数'],
    units: [['人', 0]],
    percent: false,
    decimals: 0,
    max: 50_000,
  },
  {
    id: 'openings',
    names: ['市场需求人数'],
    units: [
      ['人', 0],
      ['万人', 4],
    ],
    percent: false,
    decimals: 0,
    max: 70_000,
  },
  {
    id: 'labor_force',
    names: ['劳动力', '劳动力人数'],
    units: [
      ['人', 0],
      ['万人', 4],
    ],
    percent: false,
    decimals: 0,
    max: 3_000_000,
  },
  {
    id: 'coal_output',
    names: ['原煤产量'],
    units: [
      ['万吨', 0],
      ['吨', -4],
    ],
    percent: false,
    decimals: 0,
    max: 9_000,
  },
  { id: 'pmi', names: ['制造业采购经理指数'], units: [], percent: false, decimals: 1, max: 65 },
];

const MONTH_SPELLINGS: readonly ((y: number, m: number) => string)[] = [
  (y, m) => `${y}-${String(m).padStart(2, '0')}`,
  (y, m) => `${y}年${m}月`,
  (y, m) => `${y}年${String(m).padStart(2, '0')}月`,
  (y, m) => `${y}.${String(m).padStart(2, '0')}`,
  (y, m) => `${y}/${m}`,
  (y, m) => `${y}/${m}/1`,
  (y, m) => `${y}${String(m).padStart(2, '0')}`,
  (y, m) => `${y}年${m}月份`,
  (y, m) => `${String(y).slice(2)}年${m}月`,
  (y, m) =>
    `${['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][m - 1]}-${String(y).slice(2)}`,
  (y, m) => `${y}M${String(m).padStart(2, '0')}`,
  (y, m) => String(serialOf(y, m)),
];
const SERIAL = MONTH_SPELLINGS.length - 1;
const DOTTED = 3;

/** Day count of a spreadsheet for the first of a month. */
function serialOf(year: number, month: number): number {
  return Math.round(Date.UTC(year, month - 1, 1) / 86_400_000) + 25_569;
}

const tree = defaultRegionTree();
const LEAGUES = tree.regions.filter((r) => r.level === 'league');
const MISSING = ['', '—', '-', '…', '...', 'N/A', '/', '暂无'];
const FULL_WIDTH = (text: string): string =>
  text.replace(/[0-9.]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

export type Axis = 'region' | 'indicator' | 'month';
export interface Layout {
  readonly what: string;
  readonly down: readonly Axis[];
  readonly across: readonly Axis[];
}
/** Where the three axes of a panel stand. */
const LAYOUTS: readonly Layout[] = [
  { what: 'long', down: ['region', 'indicator', 'month'], across: [] },
  { what: 'regions down, months across', down: ['region'], across: ['month'] },
  { what: 'months down, regions across', down: ['month'], across: ['region'] },
  { what: 'regions and months down, indicators across', down: ['region', 'month'], across: ['indicator'] },
  { what: 'months and regions down, indicators across', down: ['month', 'region'], across: ['indicator'] },
  { what: 'indicators down, months across', down: ['indicator'], across: ['month'] },
  { what: 'months down, indicators across', down: ['month'], across: ['indicator'] },
  { what: 'regions and indicators down, months across', down: ['region', 'indicator'], across: ['month'] },
  { what: 'months over indicators', down: ['region'], across: ['month', 'indicator'] },
  { what: 'indicators over months', down: ['region'], across: ['indicator', 'month'] },
  { what: 'regions over indicators', down: ['month'], across: ['region', 'indicator'] },
  { what: 'indicators over regions', down: ['month'], across: ['indicator', 'region'] },
  { what: 'regions over months', down: ['indicator'], across: ['region', 'month'] },
  { what: 'regions down, indicators across', down: ['region'], across: ['indicator'] },
  { what: 'indicators down, regions across', down: ['indicator'], across: ['region'] },
];

const HEADERS: Readonly<Record<Axis, readonly string[]>> = {
  region: ['地区', '盟市', '地区名称', 'region', ''],
  indicator: ['指标', '指标名称', '项目', 'indicator'],
  month: ['月份', '时间', '年月', '时期', 'period', '日期'],
};

export function makeTable(seed: number): MadeTable {
  const random = randomOf(seed);
  const below = (n: number): number => Math.floor(random() * n);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;
  const chance = (p: number): boolean => random() < p;
  const sample = <T>(list: readonly T[], n: number): T[] => {
    const rest = [...list];
    return Array.from({ length: Math.min(n, list.length) }, () => rest.splice(below(rest.length), 1)[0]!);
  };

  const layout = pick(LAYOUTS);
  const axes = [...layout.down, ...layout.across];
  const has = (axis: Axis): boolean => axes.includes(axis);
  const issues = new Set<string>();

  // The panel.
  const county = chance(0.25);
  const parent = pick(LEAGUES);
  const pool = county ? tree.regions.filter((r) => r.parent === tree.indexOf.get(parent.code)) : LEAGUES;
  const unique = pool.filter((r) => tree.regions.filter((o) => o.name.zh === r.name.zh).length === 1);
  const regions = sample(unique, has('region') ? 2 + below(Math.min(11, unique.length - 1)) : 1);
  const kinds = sample(KINDS, has('indicator') ? 1 + below(3) : 1);
  const monthCount = has('month') ? 2 + below(13) : 1;
  const start = (2009 + below(15)) * 12 + below(12);
  const months = Array.from({ length: monthCount }, (_, k) => start + k);
  const reversed = has('month') && monthCount > 2 && chance(0.2);
  if (reversed) months.reverse();

  // How names are written.
  const english = chance(0.1);
  const regionStyle = english ? 'english' : pick(['full', 'full', 'short', 'spaced', 'padded'] as const);
  const regionName = (r: (typeof LEAGUES)[number]): string => {
    if (regionStyle === 'english') return r.name.en;
    if (regionStyle === 'short' && !county) return r.name.zh.replace(/[市盟]$/, '');
    if (regionStyle === 'spaced') return [...r.name.zh].join(' ');
    return regionStyle === 'padded' ? ` ${r.name.zh}　` : r.name.zh;
  };
  const named = kinds.map((kind) => ({
    kind,
    name: pick(kind.names),
    unit: kind.units.length > 0 ? pick(kind.units) : null,
  }));
  const oneUnit = new Set(named.map(({ unit }) => unit?.[0] ?? '')).size === 1;
  const inLong = layout.across.length === 0;
  const unitPlaces = [
    'name',
    ...(oneUnit && named[0]!.unit ? ['row', 'title'] : []),
    ...(inLong ? ['column'] : []),
  ] as const;
  let unitPlace = pick(unitPlaces);
  const needsTitle = !has('region') || !has('indicator') || !has('month');
  const indicatorText = (n: (typeof named)[number]): string =>
    unitPlace === 'name' && n.unit
      ? `${n.name}${pick(['({u})', '（{u}）', '({u})']).replace('{u}', n.unit[0])}`
      : n.name;
  if (!has('indicator') && unitPlace === 'name') unitPlace = named[0]!.unit ? 'row' : 'name';
  const texts = named.map(indicatorText);

  let spelling = below(MONTH_SPELLINGS.length);
  const across = layout.across.includes('month');
  if (!across && spelling === DOTTED) spelling = 1;
  const oneYear = new Set(months.map((m) => Math.floor(m / 12))).size === 1;
  const yearless = has('month') && oneYear && needsTitle && chance(0.25);
  const yearRow = across && !yearless && layout.across.length === 1 && chance(0.2);
  const twoColumns = layout.down.includes('month') && !yearless && chance(0.2);
  const monthText = (p: number): string => {
    const [y, m] = [Math.floor(p / 12), (p % 12) + 1];
    return yearless || yearRow ? `${m}月` : MONTH_SPELLINGS[spelling]!(y, m);
  };
  if (has('month') && !yearless && !yearRow && !twoColumns && spelling === SERIAL) issues.add('excel_serial_date');

  // The figures, as they stand in a cell.
  const missing = chance(0.3);
  const mark = pick(MISSING);
  const grouped = chance(0.25);
  const signs = chance(0.3);
  const wide = chance(0.1);
  const expected = new Map<string, number>();
  let largeGrouped = 0;
  let gaps = 0;
  const cellOf = (r: (typeof LEAGUES)[number], n: (typeof named)[number], p: number): string => {
    if (missing && n.kind.id !== 'coal_output' && chance(0.08)) {
      gaps++;
      return mark;
    }
    const { kind, unit } = n;
    const whole = Math.max(1, Math.round(random() * kind.max * 10 ** kind.decimals));
    const value = whole / 10 ** kind.decimals;
    expected.set(`${r.code}|${kind.id}|${formatPeriod('month', p)}`, value);
    const power = unit?.[1] ?? 0;
    let text = power === 0 ? String(value) : shifted(whole, kind.decimals + power);
    if (kind.percent && signs) return wide ? FULL_WIDTH(`${text}`) + '％' : `${text}%`;
    if (grouped && !kind.percent) {
      const [head = '', tail] = text.split('.');
      const inGroups = head.replace(/\B(?=(\d{3})+$)/g, ',');
      if (inGroups !== head) largeGrouped++;
      text = tail === undefined ? inGroups : `${inGroups}.${tail}`;
    }
    return wide ? FULL_WIDTH(text) : text;
  };

  // The grid: every combination of the axes down is a row, of those across a column.
  const size: Readonly<Record<Axis, number>> = {
    region: regions.length,
    indicator: named.length,
    month: months.length,
  };
  type At = Partial<Record<Axis, number>>;
  const combine = (list: readonly Axis[]): At[] =>
    list.reduce<At[]>(
      (all, axis) => all.flatMap((at) => Array.from({ length: size[axis] }, (_, k) => ({ ...at, [axis]: k }))),
      [{}],
    );
  const labelOf = (axis: Axis, k: number): string =>
    axis === 'region' ? regionName(regions[k]!) : axis === 'indicator' ? texts[k]! : monthText(months[k]!);
  const downs = combine(layout.down);
  const acrosses = layout.across.length === 0 ? [{}] : combine(layout.across);

  const codeColumn = layout.down[0] === 'region' && chance(0.2);
  const index = chance(0.15);
  const headers = new Map(layout.down.map((axis) => [axis, pick(HEADERS[axis])] as const));
  if (codeColumn || layout.across.length !== 1) if (headers.get('region') === '') headers.set('region', '地区');
  const sparse = layout.down.length > 1 && !codeColumn && chance(0.2);

  const body: string[][] = [];
  let last: At = {};
  downs.forEach((at, i) => {
    const cells: string[] = [];
    if (index) cells.push(String(i + 1));
    if (codeColumn) cells.push(regions[at.region!]!.code);
    for (const [d, axis] of layout.down.entries()) {
      const repeat = sparse && d === 0 && last[axis] === at[axis];
      if (axis === 'month' && twoColumns) {
        const p = months[at.month!]!;
        cells.push(String(Math.floor(p / 12)), String((p % 12) + 1));
      } else cells.push(repeat ? '' : labelOf(axis, at[axis]!));
    }
    last = at;
    for (const over of acrosses) {
      const place = { ...at, ...over };
      cells.push(cellOf(regions[place.region ?? 0]!, named[place.indicator ?? 0]!, months[place.month ?? 0]!));
    }
    if (unitPlace === 'column') cells.push(named[at.indicator!]!.unit?.[0] ?? '');
    body.push(cells);
  });

  // The head.
  const labels = [
    ...(index ? ['序号'] : []),
    ...(codeColumn ? ['行政区划代码'] : []),
    ...layout.down.flatMap((axis) => (axis === 'month' && twoColumns ? ['年份', '月份'] : [headers.get(axis)!])),
  ];
  const head: string[][] = [];
  if (layout.across.length === 0)
    head.push([...labels, pick(['数值', '数据', 'value']), ...(unitPlace === 'column' ? ['单位'] : [])]);
  else {
    const levels = layout.across.map((axis) => acrosses.map((at) => labelOf(axis, (at as At)[axis]!)));
    if (yearRow) levels.unshift(acrosses.map((at) => `${Math.floor(months[(at as At).month!]! / 12)}年`));
    levels.forEach((level, r) => {
      const lastLevel = r === levels.length - 1;
      const shown = level.map((t, c) =>
        !lastLevel && c > 0 && level[c - 1] === t && sameAbove(levels, r, c) ? '' : t,
      );
      if (shown.some((t, c) => t === '' && level[c] !== '')) issues.add('merged_header');
      head.push([...(r === 0 ? labels : labels.map(() => '')), ...shown]);
    });
  }
  if (index) issues.add('index_column');
  if (reversed && (across ? true : monthCount > 2)) issues.add('reversed_time');

  // What stands around it.
  const width = Math.max(...[...head, ...body].map((r) => r.length));
  const period = months[0]!;
  const yearWords = `${Math.floor(period / 12)}年`;
  const titleParts = [
    has('region') ? pick(['', '内蒙古自治区', '全区各盟市']) : regions[0]!.name.zh,
    has('indicator') ? pick(['就业', '主要指标', '']) : named[0]!.name,
  ];
  const when = has('month') ? (yearless ? yearWords : pick(['', ''])) : `${yearWords}${(period % 12) + 1}月`;
  const shape = pick(['{p}{t}情况表', '{t}（{p}）', '{p}{t}', '{t}统计表（{p}）']);
  const title = shape
    .replace('{p}', when)
    .replace('{t}', titleParts.join('') || '情况')
    .replace('（）', '');
  const above: string[][] = [];
  const full = (cells: string[]): string[] => [
    ...cells,
    ...Array.from({ length: Math.max(0, width - cells.length) }, () => ''),
  ];
  if (needsTitle || unitPlace === 'title' || chance(0.3)) {
    above.push(full([unitPlace === 'title' ? `${title}（单位：${named[0]!.unit![0]}）` : title]));
    issues.add('title_row');
  }
  if (unitPlace === 'row') {
    const cell = `${pick(['单位：', '计量单位:', '单位: '])}${named[0]!.unit![0]}`;
    above.push(chance(0.5) ? full([cell]) : [...Array.from({ length: width - 1 }, () => ''), cell]);
    issues.add('unit_row');
  }
  const lower: string[][] = [];
  if (layout.down[0] === 'region' && layout.down.length === 1 && chance(0.3) && body.length > 1) {
    const total = [
      ...(index ? [String(body.length + 1)] : []),
      ...(codeColumn ? [''] : []),
      pick(['合计', '全区合计', '总计', '平均', '小计']),
    ];
    lower.push([...total, ...acrosses.map(() => String(1 + below(9)))]);
    issues.add('subtotal_row');
  }
  if (chance(0.2)) {
    if (chance(0.4)) {
      lower.push(full([]));
      issues.add('blank_row');
    }
    lower.push(
      full([
        pick(['注：本表为初步数。', '资料来源：统计局', '备注：不含开发区', '制表：就业处', '说明：2017年起口径调整']),
      ]),
    );
    issues.add('footnote_row');
  }
  const trailing = chance(0.1) ? 1 + below(3) : 0;
  const pad = (row: readonly string[]): string[] => [...row, ...Array.from({ length: trailing }, () => '')];
  if (trailing > 0) issues.add('trailing_columns');
  if (gaps > 0) issues.add('missing_value');
  if (largeGrouped > 0) issues.add('thousands_separator');
  if (
    named.some(
      ({ unit }, k) =>
        unit !== null && unit[1] !== 0 && [...expected.keys()].some((key) => key.includes(`|${named[k]!.kind.id}|`)),
    )
  ) {
    issues.add('unit_scale');
  }
  return {
    above: above.map(pad),
    head: head.map(pad),
    body: body.map(pad),
    below: lower.map(pad),
    labels: labels.length,
    layout,
    expected,
    issues,
    what: `${seed}: ${layout.what}, ${regions.length}×${named.length}×${months.length}`,
  };
}

const sameAbove = (levels: readonly (readonly string[])[], r: number, c: number): boolean =>
  levels.slice(0, r).every((above) => above[c] === above[c - 1]);

/** `digits` × 10^−places in decimal notation. */
function shifted(digits: number, places: number): string {
  if (places <= 0) return String(digits * 10 ** -places);
  const text = String(digits).padStart(places + 1, '0');
  return `${text.slice(0, -places)}.${text.slice(-places)}`.replace(/\.?0+$/, '');
}

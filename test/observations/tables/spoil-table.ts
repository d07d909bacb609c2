import type { MadeTable, Random } from './make-table';

/** One more thing that people do to tables: changes it, and says so; null where it does not fit. */
type Spoiler = readonly [what: string, spoil: (made: MadeTable, random: Random) => boolean];

const width = ({ head }: MadeTable): number => head[0]!.length;
const blank = (n: number): string[] => Array.from({ length: n }, () => '');
/** Adds a column behind the last one of all rows. */
function addColumn(made: MadeTable, headers: readonly string[], cell: (row: number) => string): void {
  made.above.forEach((row) => row.push(''));
  made.head.forEach((row, r) => row.push(headers[r] ?? ''));
  made.body.forEach((row, r) => row.push(cell(r)));
  made.below.forEach((row) => row.push(''));
}
const trailing = (made: MadeTable): boolean => made.issues.has('trailing_columns');
const last = <T>(list: readonly T[]): T => list[list.length - 1]!;

const COLUMNS = new Set(['a column of remarks', 'ranks', 'a year beside its months', 'a total beside the regions']);

const SPOILERS: readonly Spoiler[] = [
  [
    'numbers of columns below the head',
    (made) => {
      if (trailing(made)) return false;
      const letters = ['甲', '乙', '丙', '丁', '戊'].slice(0, made.labels);
      made.head.push([...letters, ...Array.from({ length: width(made) - made.labels }, (_, k) => String(k + 1))]);
      return true;
    },
  ],
  [
    'a region that nobody knows',
    (made, random) => {
      const { down } = made.layout;
      if (down[0] !== 'region' || made.head[0]![0] === '行政区划代码' || made.head[0]![1] === '行政区划代码')
        return false;
      const row = [...made.body[0]!];
      const at = made.head[0]![0] === '序号' ? 1 : 0;
      if (row[at] === '' || made.body.length < 2) return false;
      row[at] = ['张家口市', '其他', '大同市'][Math.floor(random() * 3)]!;
      if (at === 1) row[0] = String(made.body.length + 1);
      made.body.push(row);
      made.issues.add('unknown_region');
      return true;
    },
  ],
  [
    'a column of remarks',
    (made, random) => {
      if (trailing(made)) return false;
      addColumn(made, ['备注'], () => (random() < 0.3 ? '初步数' : ''));
      return true;
    },
  ],
  [
    'ranks',
    (made) => {
      if (trailing(made) || made.body.length < 2) return false;
      addColumn(made, ['排名'], (r) => String(r + 1));
      return true;
    },
  ],
  [
    'the head again between the rows',
    (made) => {
      if (made.head.length !== 1 || made.body.length < 4) return false;
      made.body.splice(Math.floor(made.body.length / 2), 0, [...made.head[0]!]);
      return true;
    },
  ],
  [
    'a blank row between the rows',
    (made) => {
      if (made.body.length < 4) return false;
      made.body.splice(2, 0, blank(width(made)));
      made.issues.add('blank_row');
      return true;
    },
  ],
  [
    'a year beside its months',
    (made) => {
      const { across } = made.layout;
      if (across.length !== 1 || across[0] !== 'month' || made.head.length !== 1 || trailing(made)) return false;
      addColumn(made, ['2012年'], () => '3');
      made.issues.add('non_monthly_period');
      return true;
    },
  ],
  [
    'a total beside the regions',
    (made) => {
      if (last(made.layout.across) !== 'region' || made.head.length !== 1 || trailing(made)) return false;
      addColumn(made, ['合计'], () => '3');
      made.issues.add('subtotal_row');
      return true;
    },
  ],
  [
    'who filled it in, and when',
    (made) => {
      if (width(made) < 3) return false;
      made.above.push(['填报单位：就业服务中心', ...blank(width(made) - 2), '填报日期：2031年1月5日']);
      made.issues.add('title_row');
      return true;
    },
  ],
  [
    'a row twice',
    (made, random) => {
      const row = made.body[Math.floor(random() * made.body.length)]!;
      const figures = row.slice(made.labels).filter((c) => /[0-9０-９]/.test(c)).length;
      // A row that nobody takes is no repeat of another.
      if (made.issues.has('unknown_region')) return false;
      if (made.head[0]!.includes('序号') || row.slice(0, made.labels).includes('') || figures === 0) return false;
      // At the end it would be the one row that goes forward in a table that goes back.
      made.body.splice(made.issues.has('reversed_time') ? made.body.indexOf(row) : made.body.length, 0, [...row]);
      made.issues.add('exact_duplicate');
      return true;
    },
  ],
];

/** Does none, one or two more things to a table, columns before rows; answers which. */
export function spoil(made: MadeTable, random: Random): string[] {
  const wanted = Math.floor(random() * 3);
  const chosen = new Set(Array.from({ length: wanted }, () => Math.floor(random() * SPOILERS.length)));
  const [columns, rows] = [true, false].map((ofColumns) =>
    [...chosen].map((k) => SPOILERS[k]!).filter(([what]) => COLUMNS.has(what) === ofColumns),
  );
  return [...columns!, ...rows!].filter(([, change]) => change(made, random)).map(([what]) => what);
}

import { memo, useMemo } from 'react';
import { formatNumber, formatSigned } from '../../base/format';
import { levelNumeral, levelRank } from '../../base/level';
import type { Lang } from '../../base/text';
import { setPlace, useLang, usePlace } from '../../store/place';
import { courseRange, type Flag, type RankedRegion } from '../../store/ranking';
import { DataTable, type TableColumn } from './DataTable';
import { LevelBadge } from './LevelBadge';
import { PlaceLink } from './PlaceLink';
import { Sparkline } from './Sparkline';
import type { Sort } from './table-sort';
import { PARTS_TEXT } from './text';
import { useT } from './use-text';

/** Index points from which a change is set in colour; less is the index's own restlessness. */
const NOTABLE_CHANGE = 2;

const FLAG_KEYS = {
  stale: 'flagStale',
  partial: 'flagPartial',
  gap: 'flagGap',
  diffusion: 'flagDiffusion',
  coverage: 'flagCoverage',
} as const satisfies Record<Flag, keyof typeof PARTS_TEXT>;

interface RegionTableProps {
  readonly caption: string;
  readonly rows: readonly RankedRegion[];
  readonly coursePeriods: number;
  /** With a column that names the region above. */
  readonly staged?: boolean;
  readonly maxHeight?: number;
}

/** Regions with level, index, change, course, drivers and what is to be said of their data. The order stands in the address. */
export const RegionTable = memo(function RegionTable({
  caption,
  rows,
  coursePeriods,
  staged,
  maxHeight,
}: RegionTableProps) {
  const t = useT(PARTS_TEXT);
  const lang = useLang();
  const sort = readSort(usePlace().free.sort);
  const range = useMemo(() => courseRange(rows), [rows]);
  const columns = useMemo((): readonly TableColumn<RankedRegion>[] => {
    const parent: TableColumn<RankedRegion> = {
      key: 'parent',
      head: t('parent'),
      className: 'nowrap',
      sortBy: (r) => r.parent?.[lang] ?? null,
      cell: (r) => r.parent?.[lang] ?? '',
    };
    return [
      {
        key: 'level',
        head: t('level'),
        sortBy: (r) => levelRank(r.level),
        firstDirection: 'descending',
        cell: badge,
      },
      {
        key: 'region',
        head: t('region'),
        rowHeader: true,
        className: 'nowrap',
        sortBy: (r) => r.code,
        cell: (r) => link(r, lang),
      },
      ...(staged ? [parent] : []),
      {
        key: 'index',
        head: t('index'),
        align: 'end',
        sortBy: (r) => r.index,
        firstDirection: 'descending',
        cell: (r) => formatNumber(r.index, 1),
      },
      {
        key: 'change',
        head: t('change'),
        align: 'end',
        sortBy: (r) => r.change,
        firstDirection: 'descending',
        cell: change,
      },
      {
        key: 'course',
        head: t('course', { count: coursePeriods }),
        cell: (r) => course(r, range),
      },
      { key: 'drivers', head: t('drivers'), className: 'small', cell: (r) => driverWords(r, lang) || t('none') },
      {
        key: 'flags',
        head: t('flags'),
        className: 'small quiet',
        cell: (r) => flagWords(r, t).join(lang === 'zh' ? '、' : '; '),
      },
    ];
  }, [t, lang, range, staged, coursePeriods]);
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={(r) => r.code}
      sort={sort}
      onSort={(s) => setPlace({ free: { sort: `${s.key}-${s.direction}` } }, { replace: true })}
      maxHeight={maxHeight}
      limit={120}
    />
  );
});

const badge = (row: RankedRegion) => <LevelBadge level={row.level} />;

const link = (row: RankedRegion, lang: Lang) => (
  <PlaceLink to={{ screen: 'region', region: row.code }}>{row.name[lang]}</PlaceLink>
);

const change = (row: RankedRegion) => <span className={toneOf(row.change)}>{formatSigned(row.change, 1)}</span>;

const course = (row: RankedRegion, range: readonly [number, number]) => (
  <Sparkline values={row.course} range={range} level={row.level} />
);

function toneOf(points: number): string | undefined {
  if (!(Math.abs(points) >= NOTABLE_CHANGE)) return undefined;
  return points > 0 ? 'worse' : 'better';
}

function driverWords(row: RankedRegion, lang: Lang): string {
  return row.drivers.map((d) => `${d.name[lang]}\u00a0${levelNumeral(d.level)}`).join(lang === 'zh' ? '、' : ', ');
}

function flagWords(row: RankedRegion, t: ReturnType<typeof useT<keyof typeof PARTS_TEXT>>): readonly string[] {
  return [
    ...(row.insufficient > 0 ? [t('missingRules', { count: row.insufficient })] : []),
    // The count says it already.
    ...row.flags.filter((f) => f !== 'partial' || row.insufficient === 0).map((f) => t(FLAG_KEYS[f])),
  ];
}

/** `index-descending` from the address. */
function readSort(text: string | undefined): Sort | null {
  const match = /^(\w+)-(ascending|descending)$/.exec(text ?? '');
  return match ? { key: match[1]!, direction: match[2] as Sort['direction'] } : null;
}

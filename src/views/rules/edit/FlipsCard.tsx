import { useState } from 'react';
import { formatNumber, formatPeriodWords, formatSigned } from '../../../base/format';
import { formatPeriod } from '../../../base/period';
import { INSUFFICIENT } from '../../../base/level';
import type { AssessmentView } from '../../../platform/engine-api';
import type { Flip, Flips, RulePreview } from '../../../platform/rule-answers';
import { useLang } from '../../../store/place';
import { shortName } from '../../../base/region-names';
import { Choice } from '../../parts/Button';
import { Card } from '../../parts/Card';
import { DataTable, type TableColumn } from '../../parts/DataTable';
import { LevelBadge } from '../../parts/LevelBadge';
import { PlaceLink } from '../../parts/PlaceLink';
import { useT } from '../../parts/use-text';
import { FlipStrip } from './FlipStrip';
import { EDIT_TEXT } from './text';

interface FlipsCardProps {
  readonly view: AssessmentView;
  readonly preview: RulePreview;
  /** A newer answer is under way. */
  readonly busy: boolean;
}

/** Which region-months would have been otherwise, under the draft as it is on the screen. */
export function FlipsCard({ view, preview, busy }: FlipsCardProps) {
  const t = useT(EDIT_TEXT);
  const [which, setWhich] = useState<'rule' | 'levels'>('rule');
  const flips = preview[which];
  const moved = flips.total;
  const others = flips.total - flips.raised - flips.lowered;
  return (
    <Card title={t('flips')} subtitle={t('flipsSubtitle')} className="flips">
      <Choice
        label={t('flipsOf')}
        name="flips-of"
        value={which}
        options={[
          { value: 'rule', label: t('ofRule') },
          { value: 'levels', label: t('ofLevels') },
        ]}
        onChange={setWhich}
      />
      <p className="flips-head" role="status" aria-busy={busy} data-testid="flips">
        {moved === 0 ? (
          t('noFlips')
        ) : (
          <>
            <strong className={flips.raised > 0 ? 'worse' : ''}>
              {t('raised', { count: formatNumber(flips.raised) })}
            </strong>
            <strong className={flips.lowered > 0 ? 'better' : ''}>
              {t('lowered', { count: formatNumber(flips.lowered) })}
            </strong>
            {others > 0 && <span className="quiet">{t('others', { count: formatNumber(others) })}</span>}
          </>
        )}
      </p>
      <CountsTable flips={flips} />
      {moved > 0 && (
        <>
          {flips.stripCodes.length > 0 && <FlipStrip view={view} flips={flips} />}
          <FlipTable view={view} flips={flips} />
        </>
      )}
    </Card>
  );
}

/** Region-periods at each level, now and under the draft. */
function CountsTable({ flips }: { readonly flips: Flips }) {
  const t = useT(EDIT_TEXT);
  const alert = (counts: readonly number[]): number => counts[1]! + counts[2]! + counts[3]! + counts[4]!;
  const rows = [
    ...[4, 3, 2, 1, 0, 5].map((i) => ({
      level: i === 5 ? INSUFFICIENT : i,
      before: flips.before[i]!,
      after: flips.after[i]!,
    })),
    { level: null, before: alert(flips.before), after: alert(flips.after) },
  ];
  const columns: TableColumn<(typeof rows)[number]>[] = [
    {
      key: 'level',
      head: t('level'),
      rowHeader: true,
      cell: levelCell(t('alertTotal')),
    },
    { key: 'before', head: t('before'), align: 'end', cell: (r) => formatNumber(r.before) },
    { key: 'after', head: t('after'), align: 'end', cell: (r) => formatNumber(r.after) },
    {
      key: 'difference',
      head: t('difference'),
      align: 'end',
      cell: (r) => (r.after === r.before ? '' : formatSigned(r.after - r.before)),
    },
  ];
  return <DataTable caption={t('levelCounts')} columns={columns} rows={rows} rowKey={(r) => String(r.level)} />;
}

const levelCell = (total: string) => (row: { readonly level: number | null }) =>
  row.level === null ? total : <LevelBadge level={row.level} />;

const turnCell = (flip: Flip) => (
  <>
    <LevelBadge level={flip.from} form="numeral" /> → <LevelBadge level={flip.to} form="numeral" />
  </>
);

/** To the region at that period, where its derivation says why. */
const regionCell =
  ({ tree, frequency, weekEndsOn }: AssessmentView, lang: 'zh' | 'en') =>
  ({ regionCode, period }: Flip) => (
    <PlaceLink to={{ screen: 'region', region: regionCode, period: formatPeriod(frequency, period, weekEndsOn) }}>
      {shortName(tree.regions[tree.indexOf.get(regionCode)!]!)[lang]}
    </PlaceLink>
  );

function FlipTable({ view, flips }: { readonly view: AssessmentView; readonly flips: Flips }) {
  const t = useT(EDIT_TEXT);
  const lang = useLang();
  const { frequency, weekEndsOn } = view;
  const columns: TableColumn<Flip>[] = [
    {
      key: 'region',
      head: t('region'),
      rowHeader: true,
      className: 'nowrap',
      cell: regionCell(view, lang),
    },
    {
      key: 'period',
      head: t('period'),
      className: 'nowrap',
      cell: (f) => formatPeriodWords(frequency, f.period, lang, weekEndsOn),
    },
    {
      key: 'fromTo',
      head: t('fromTo'),
      className: 'nowrap',
      cell: turnCell,
    },
  ];
  return (
    <>
      <h3 className="label">{t('flipList')}</h3>
      <DataTable
        caption={t('flipList')}
        columns={columns}
        rows={flips.list}
        rowKey={(f) => `${f.regionCode} ${f.period}`}
        maxHeight={260}
        limit={60}
      />
      {flips.total > flips.list.length && (
        <p className="quiet">{t('firstOf', { count: formatNumber(flips.list.length) })}</p>
      )}
    </>
  );
}

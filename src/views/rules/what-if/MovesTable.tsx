import { formatNumber, formatPeriodWords } from '../../../base/format';
import { FAMILY_NAMES } from '../../../base/indicators';
import { levelShort } from '../../../base/level';
import { formatPeriod } from '../../../base/period';
import type { Lang } from '../../../base/text';
import type { AssessmentView } from '../../../platform/engine-api';
import type { LevelMove, WhatIfResult } from '../../../platform/rule-answers';
import { useLang } from '../../../store/place';
import { DataTable, type TableColumn } from '../../parts/DataTable';
import { LevelBadge } from '../../parts/LevelBadge';
import { PlaceLink } from '../../parts/PlaceLink';
import { useT } from '../../parts/use-text';
import { WHAT_IF_TEXT } from './text';

/** Every region-period within the data whose level moves, and by which families and rules. */
export function MovesTable({ view, result }: { readonly view: AssessmentView; readonly result: WhatIfResult }) {
  const t = useT(WHAT_IF_TEXT);
  const lang = useLang();
  const { moves } = result;
  const all = result.moved + result.graded;
  if (all === 0) return <p className="quiet">{t('noMoves')}</p>;
  const columns: TableColumn<LevelMove>[] = [
    {
      key: 'region',
      head: t('regionHead'),
      rowHeader: true,
      cell: placeCell(view, lang),
      sortBy: (m) => m.regionCode,
    },
    {
      key: 'period',
      head: t('periodHead'),
      className: 'nowrap',
      cell: (m) => formatPeriodWords(view.frequency, m.period, lang, view.weekEndsOn),
      sortBy: (m) => m.period,
    },
    { key: 'before', head: t('before'), cell: beforeBadge },
    { key: 'after', head: t('after'), cell: afterBadge },
    {
      key: 'families',
      head: t('families'),
      className: 'small',
      cell: (m) => m.families.map((f) => FAMILY_NAMES[f.family][lang]).join(' · '),
    },
    { key: 'rules', head: t('rulesMoved'), className: 'small', cell: (m) => becauseOf(view, m, lang) },
  ];
  return (
    <>
      <DataTable
        caption={t('moved')}
        columns={columns}
        rows={moves}
        rowKey={(m) => `${m.regionCode} ${m.period}`}
        maxHeight={360}
        limit={50}
      />
      {moves.length < all && (
        <p className="quiet">{t('moreMoves', { count: formatNumber(all), listed: formatNumber(moves.length) })}</p>
      )}
    </>
  );
}

const beforeBadge = (m: LevelMove) => <LevelBadge level={m.before} />;
const afterBadge = (m: LevelMove) => <LevelBadge level={m.after} />;

/** The region, with the way to its screen at that period: there its actual level is proved. */
const placeCell = (view: AssessmentView, lang: Lang) =>
  function cell(m: LevelMove) {
    const period = formatPeriod(view.frequency, m.period, view.weekEndsOn);
    return (
      <PlaceLink to={{ screen: 'region', region: m.regionCode, period }}>
        {view.tree.regions[view.tree.indexOf.get(m.regionCode)!]!.name[lang]}
      </PlaceLink>
    );
  };

function becauseOf(view: AssessmentView, m: LevelMove, lang: Lang): string {
  const rules = m.rules.map(({ ruleId, before, after }) => {
    const name = view.ruleSet.rules.find((r) => r.id === ruleId)?.name[lang] ?? ruleId;
    return `${name} ${levelShort(before)[lang]} → ${levelShort(after)[lang]}`;
  });
  if (rules.length > 0) return rules.join(' · ');
  return WHAT_IF_TEXT[m.byOwn ? 'cameIn' : 'byChildren'][lang];
}

import { memo, useMemo } from 'react';
import { AGAINST_PREVIOUS, formatNumber } from '../../base/format';
import { rankRegions } from '../../store/ranking';
import { regionsNoun } from '../../base/region-names';
import { Card } from '../parts/Card';
import { RegionTable } from '../parts/RegionTable';
import { useT } from '../parts/use-text';
import type { Shown } from './shown';
import { REGION_TEXT } from './text';

const COURSE_PERIODS = 24;

/** The regions right below this one. */
export const ChildrenCard = memo(function ChildrenCard({
  view,
  period,
  lang,
  region,
}: Shown & { readonly region: number }) {
  const t = useT(REGION_TEXT);
  const children = view.tree.children[region]!;
  const rows = useMemo(() => rankRegions(view, children, period, COURSE_PERIODS), [view, children, period]);
  const warned = rows.filter((r) => r.level >= 1 && r.level <= 4).length;
  const title = t('children', {
    count: formatNumber(rows.length),
    noun: regionsNoun(view.tree, children)[lang],
    warned: formatNumber(warned),
  });
  return (
    <Card title={title} subtitle={t('childrenSubtitle', { against: AGAINST_PREVIOUS[view.frequency][lang] })}>
      <RegionTable caption={title} rows={rows} coursePeriods={COURSE_PERIODS} maxHeight={520} />
    </Card>
  );
});

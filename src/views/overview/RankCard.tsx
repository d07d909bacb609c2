import { memo, useMemo } from 'react';
import { AGAINST_PREVIOUS, formatList, formatNumber } from '../../base/format';
import { FAMILIES, FAMILY_NAMES } from '../../base/indicators';
import { setPlace } from '../../store/place';
import { rankRegions } from '../../store/ranking';
import { regionsNoun } from '../../base/region-names';
import { Choice, Toggle } from '../parts/Button';
import { Card } from '../parts/Card';
import { RegionTable } from '../parts/RegionTable';
import { useSourceWords } from '../parts/use-source';
import { useT } from '../parts/use-text';
import { rankTitle } from './rank-title';
import type { Shown } from './shown';
import { OVERVIEW_TEXT } from './text';
import type { Listing } from './watch';

const COURSE_PERIODS = 24;

interface RankCardProps extends Shown {
  readonly listed: readonly number[];
  readonly listing: Listing;
  readonly withPromoted: boolean;
}

/** Where risk is now: the regions by level and index, with what drives them. */
export const RankCard = memo(function RankCard(props: RankCardProps) {
  const { view, watch, period, lang, listed, listing, withPromoted } = props;
  const t = useT(OVERVIEW_TEXT);
  const rows = useMemo(() => rankRegions(view, listed, period, COURSE_PERIODS), [view, listed, period]);
  const nameOf = (region: number): string => view.tree.regions[region]!.name[lang];
  const title = rankTitle(rows, regionsNoun(view.tree, listed)[lang], lang);
  return (
    <Card
      className="rank-card"
      title={title}
      subtitle={t('rankSubtitle', { against: AGAINST_PREVIOUS[view.frequency][lang], count: COURSE_PERIODS })}
      tools={
        <>
          {watch.promoted.length > 0 && listing === 'parts' && (
            <Toggle
              on={withPromoted}
              onChange={(on) => setPlace({ free: { promoted: on ? '1' : null } }, { replace: true })}
            >
              {t('withPromoted', { names: formatList(watch.promoted.map(nameOf), lang) })}
            </Toggle>
          )}
          {watch.ends.length > 0 && (
            <Choice<Listing>
              label={t('listing')}
              name="listing"
              value={listing}
              options={[
                { value: 'parts', label: regionsNoun(view.tree, watch.parts)[lang] },
                { value: 'ends', label: regionsNoun(view.tree, watch.ends)[lang] },
              ]}
              onChange={(value) => setPlace({ free: { list: value === 'ends' ? 'ends' : null } }, { replace: true })}
            />
          )}
        </>
      }
      footer={<RankFooter view={view} lang={lang} />}
    >
      <RegionTable
        caption={title}
        rows={rows}
        coursePeriods={COURSE_PERIODS}
        staged={listing === 'ends'}
        maxHeight={640}
      />
    </Card>
  );
});

const RankFooter = memo(function RankFooter({ view, lang }: Pick<Shown, 'view' | 'lang'>) {
  const t = useT(OVERVIEW_TEXT);
  const source = useSourceWords();
  const { used, reason } = view.levels.weighting;
  const weights = FAMILIES.filter((f) => view.levels.weights[f] > 0).map(
    (f) => `${FAMILY_NAMES[f][lang]} ${formatNumber(view.levels.weights[f], 2)}`,
  );
  return (
    <>
      {t('rankFooter', {
        source,
        rules: view.ruleSet.name[lang],
        rulesVersion: view.ruleSet.version,
        scheme: view.scheme.name[lang],
        schemeVersion: view.scheme.version,
        basis: t(view.rules.builtIn ? 'basisOurs' : 'basisUser'),
      })}
      {lang === 'zh' ? '。' : '. '}
      {t('weights', {
        how: t(`weighting_${used}`),
        weights: weights.join(lang === 'zh' ? '、' : ', '),
      })}
      {reason && (lang === 'zh' ? `（${reason.zh}）` : ` (${reason.en})`)}
    </>
  );
});

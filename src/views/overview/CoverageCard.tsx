import { memo } from 'react';
import { formatDayWords, formatNumber, formatShare } from '../../base/format';
import { regionsNoun } from '../../base/region-names';
import { Card } from '../parts/Card';
import { PlaceLink } from '../parts/PlaceLink';
import { useT } from '../parts/use-text';
import { countLevels } from './counts';
import type { Shown } from './shown';
import { OVERVIEW_TEXT } from './text';

interface CoverageCardProps extends Shown {
  readonly listed: readonly number[];
}

/** How far the figures reach, and how fresh they are: what a level may rest on. */
export const CoverageCard = memo(function CoverageCard({ view, period, lang, listed }: CoverageCardProps) {
  const t = useT(OVERVIEW_TEXT);
  const at = period - view.first;
  const share = formatShare(view.coverageByPeriod[at]!);
  const counts = countLevels(view, listed, period);
  const noun = regionsNoun(view.tree, listed)[lang];
  const lines = [
    `${t('coverageNow', { share })}${at > 0 ? `${lang === 'zh' ? '（' : ' ('}${t('coverageBefore', { share: formatShare(view.coverageByPeriod[at - 1]!) })}${lang === 'zh' ? '）' : ')'}` : ''}`,
    t('judged', {
      judged: formatNumber(listed.length - counts.insufficient),
      noun,
      not: formatNumber(counts.insufficient),
    }),
    view.lastKnownOn === null ? t('lastKnownNone') : t('lastKnown', { day: formatDayWords(view.lastKnownOn, lang) }),
    ...(view.asOf === null ? [] : [t('asOfKnown', { day: formatDayWords(view.asOf, lang) })]),
  ];
  return (
    <Card title={t('coverageTitle', { share })} subtitle={t('coverageSubtitle')}>
      <ul className="plain-list">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>
        <PlaceLink to={{ screen: 'data' }}>{t('toData')}</PlaceLink>
      </p>
    </Card>
  );
});

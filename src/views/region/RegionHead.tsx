import { type ComponentType, lazy, Suspense } from 'react';
import {
  AGAINST_PREVIOUS,
  formatNumber,
  formatPeriodWords,
  formatScaled,
  formatShare,
  formatSigned,
} from '../../base/format';
import { flagWords } from '../../levels/derivation-text';
import { readPreference } from '../../platform/preferences';
import { TRAIT_NAMES } from '../../response/text';
import { flagsAt } from '../../store/ranking';
import { indexAt, levelAt, periodsAtLevel } from '../../store/view-select';
import { LevelBadge } from '../parts/LevelBadge';
import { CopyLink } from '../parts/CopyLink';
import { PlaceLink } from '../parts/PlaceLink';
import { useT } from '../parts/use-text';
import type { Shown } from './shown';
import { REGION_TEXT } from './text';

// The response side is large: the figures neither wait for it nor fall with it. The warnings screen tells the same.
const Reviews = lazy(() => import('./RegionReviews').then((m) => ({ default: m.RegionReviews }), nothing));
const nothing = (): { readonly default: ComponentType<{ readonly code: string }> } => ({ default: () => null });

/** Has this browser ever seen an entry of the trail? Without one there is no review, and nothing to fetch or work out for it. */
const hasTrail = (): boolean => readPreference('fengsui.trail-head') !== null;

/** Name, level and what is known of the region, in one line; flags of the data below it. */
export function RegionHead({ view, period, lang, region }: Shown & { readonly region: number }) {
  const t = useT(REGION_TEXT);
  const { code, name, parent, labourForce, traits, coalSteelPowerShare } = view.tree.regions[region]!;
  const level = levelAt(view, region, period)!;
  const index = indexAt(view, region, period);
  const change = index - indexAt(view, region, period - 1);
  const months = formatNumber(periodsAtLevel(view, region, period));
  const against = AGAINST_PREVIOUS[view.frequency][lang];
  const facts = [
    formatPeriodWords(view.frequency, period, lang, view.weekEndsOn),
    t(view.frequency === 'month' ? 'nthMonth' : 'nth', { count: months }),
    ...(Number.isFinite(index)
      ? [
          t('index', {
            value: formatNumber(index, 1),
            change: `${against}${lang === 'zh' ? '' : ' '}${formatSigned(change, 1)}`,
          }),
        ]
      : []),
    ...(labourForce > 0 ? [t('labourForce', { value: formatScaled(labourForce, lang) })] : []),
    ...(coalSteelPowerShare > 0 ? [t('coalShare', { share: formatShare(coalSteelPowerShare) })] : []),
    ...traits.flatMap((trait) =>
      Object.hasOwn(TRAIT_NAMES, trait) ? [TRAIT_NAMES[trait as keyof typeof TRAIT_NAMES][lang]] : [],
    ),
  ];
  const flags = flagsAt(view, region, period);
  return (
    <header className="region-head">
      <div className="region-title">
        <h1>{name[lang]}</h1>
        <LevelBadge level={level} large />
        <p className="region-facts">{facts.join(' · ')}</p>
      </div>
      <p className="quiet">
        {parent >= 0 && (
          <>
            {t('partOf')}
            <PlaceLink to={{ screen: 'region', region: view.tree.regions[parent]!.code }}>
              {view.tree.regions[parent]!.name[lang]}
            </PlaceLink>
            {' · '}
          </>
        )}
        <PlaceLink to={{ screen: 'indicators', region: code, free: { reg: code } }}>{t('toIndicators')}</PlaceLink>
        {' · '}
        <PlaceLink to={{ screen: 'warnings', free: { area: code } }}>{t('toWarnings')}</PlaceLink>
        {' · '}
        <CopyLink view={view} />
        {hasTrail() && (
          <Suspense fallback={null}>
            <Reviews code={code} />
          </Suspense>
        )}
        {flags.length > 0 && ` · ${flags.map((flag) => flagWords(flag)[lang]).join(lang === 'zh' ? '；' : '; ')}`}
      </p>
    </header>
  );
}

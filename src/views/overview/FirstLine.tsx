import { memo, useMemo } from 'react';
import { formatNumber, formatShare } from '../../base/format';
import { regionsNoun } from '../../base/region-names';
import { levelAt, periodsAtLevel } from '../../store/view-select';
import { LevelBadge } from '../parts/LevelBadge';
import { PlaceLink } from '../parts/PlaceLink';
import { useT } from '../parts/use-text';
import { atOrAbove, countLevels, labourForceAtOrAbove } from './counts';
import { judgementOf } from './judgement';
import { keyFigures } from './key-figures';
import type { Shown } from './shown';
import { OVERVIEW_TEXT } from './text';

const YELLOW = 2;

/** The judgement in words, with the level of the whole before it and the key figures behind it. */
export const FirstLine = memo(function FirstLine({ view, watch, period, lang }: Shown) {
  const t = useT(OVERVIEW_TEXT);
  const judgement = useMemo(() => judgementOf(view, watch, period, lang), [view, watch, period, lang]);
  const figures = useMemo(() => keyFigures(view, period, lang), [view, period, lang]);
  const force = labourForceAtOrAbove(view, watch.parts, period, YELLOW);
  const noun = regionsNoun(view.tree, watch.parts)[lang];
  const spread =
    force === null
      ? t('spreadCount', { count: formatNumber(atOrAbove(countLevels(view, watch.parts, period), YELLOW)), noun })
      : t('spreadForce', { share: formatShare(force) });
  const whole = watch.whole === null ? null : view.tree.regions[watch.whole]!;
  return (
    <section className="card first-line" aria-label={t('title')}>
      <div className="first-level">
        {whole && watch.whole !== null ? (
          <>
            <p className="label">
              <PlaceLink to={{ screen: 'region', region: whole.code }}>
                {t('wholeLevel', { whole: whole.name[lang] })}
              </PlaceLink>
            </p>
            <p className="first-badge">
              <LevelBadge level={levelAt(view, watch.whole, period)!} large />
              <span className="quiet">
                {t(view.frequency === 'month' ? 'nthMonth' : 'nth', {
                  count: formatNumber(periodsAtLevel(view, watch.whole, period)),
                })}
              </span>
            </p>
          </>
        ) : (
          <p className="label">{t('partsLevel')}</p>
        )}
        <p className="quiet">{spread}</p>
      </div>
      <div className="first-words">
        <p>
          <strong>{judgement.lead}</strong>
          {lang === 'en' && ' '}
          {judgement.sentences.join(lang === 'en' ? ' ' : '')}
        </p>
      </div>
      <div className="first-figures" role="group" aria-label={t('keyFigures')}>
        {figures.length === 0 && <p className="quiet">{t('noHeadline')}</p>}
        {figures.map((figure) => (
          <div key={figure.id} className="key-figure">
            <p className="label">{figure.label}</p>
            <p>
              <span className="key-number">{figure.figure}</span> <span className="quiet">{figure.unit}</span>
            </p>
            {figure.notes.map((note) => (
              <p key={note.words} className={`quiet ${note.tone}`}>
                {note.words}
              </p>
            ))}
          </div>
        ))}
      </div>
    </section>
  );
});

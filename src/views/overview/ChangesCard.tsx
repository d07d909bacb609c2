import { memo, useMemo, useState } from 'react';
import { AGAINST_PREVIOUS, formatNumber } from '../../base/format';
import { useEngineCall } from '../../store/use-engine-call';
import { Button } from '../parts/Button';
import { Card } from '../parts/Card';
import { LevelBadge } from '../parts/LevelBadge';
import { PlaceLink } from '../parts/PlaceLink';
import { Skeleton } from '../parts/states';
import { useT } from '../parts/use-text';
import { changesAt, type Change } from './changes';
import { changeWords, revisionWords } from './change-words';
import type { Shown } from './shown';
import { OVERVIEW_TEXT } from './text';

const SHOWN = 8;
const REVISIONS_SHOWN = 5;

interface ChangesCardProps extends Shown {
  readonly listed: readonly number[];
}

/** What is new since the period before: levels, signals, and figures that were revised. */
export const ChangesCard = memo(function ChangesCard({ view, period, lang, listed }: ChangesCardProps) {
  const t = useT(OVERVIEW_TEXT);
  const [all, setAll] = useState(false);
  const changes = useMemo(() => changesAt(view, listed, period), [view, listed, period]);
  const shown = all ? changes : changes.slice(0, SHOWN);
  const count = (kind: Change['kind']): string => formatNumber(changes.filter((c) => c.kind === kind).length);
  return (
    <Card
      title={t('changesTitle', {
        against: AGAINST_PREVIOUS[view.frequency][lang],
        up: count('rise'),
        down: count('fall'),
      })}
      subtitle={t('changesSubtitle')}
    >
      {changes.length === 0 && <p className="quiet">{t(period === view.first ? 'changesFirst' : 'changesNone')}</p>}
      <ul className="changes">
        {shown.map((change) => {
          const { code, name } = view.tree.regions[change.region]!;
          return (
            <li key={`${change.region}-${change.kind}`}>
              <LevelBadge level={'to' in change ? change.to : change.level} />
              <span>
                <PlaceLink to={{ screen: 'region', region: code }}>{name[lang]}</PlaceLink> {changeWords(change, lang)}
              </span>
            </li>
          );
        })}
      </ul>
      {shown.length < changes.length && (
        <Button look="plain" onClick={() => setAll(true)}>
          {t('more', { count: formatNumber(changes.length - shown.length) })}
        </Button>
      )}
      <Revisions view={view} period={period} lang={lang} />
    </Card>
  );
});

function Revisions({ view, period, lang }: Omit<Shown, 'watch'>) {
  const t = useT(OVERVIEW_TEXT);
  const [all, setAll] = useState(false);
  const { data, loading, error } = useEngineCall(`revisions ${period}`, (engine, options) =>
    engine.revisions(period, options),
  );
  if (error) return <p className="quiet">{t('revisionsFailed')}</p>;
  if (!data) return loading ? <Skeleton lines={2} /> : null;
  if (data.length === 0) return <p className="quiet">{t('revisionsNone')}</p>;
  const shown = all ? data : data.slice(0, REVISIONS_SHOWN);
  return (
    <>
      <ul className="changes" aria-busy={loading}>
        {shown.map((note) => (
          <li key={`${note.regionCode}-${note.indicatorId}-${note.period}-${note.knownOn}`}>
            <span className="tag">{t('revision')}</span>
            <span>{revisionWords(view, note, lang)}</span>
          </li>
        ))}
      </ul>
      {shown.length < data.length && (
        <Button look="plain" onClick={() => setAll(true)}>
          {t('more', { count: formatNumber(data.length - shown.length) })}
        </Button>
      )}
    </>
  );
}

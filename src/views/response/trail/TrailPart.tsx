import { useMemo, useState } from 'react';
import { formatNumber } from '../../../base/format';
import { questionOf } from '../../../response/case/checklist';
import { ACT_RULES } from '../../../response/trail/machine';
import { ACT_NAMES } from '../../../response/trail/text';
import type { ActKind } from '../../../response/trail/act';
import { setPlace, useLang, usePlace } from '../../../store/place';
import { useReadyView } from '../../../store/session';
import { trailNames } from '../../../store/trail-names';
import { useResponse } from '../../../store/use-response';
import { Button, Select } from '../../parts/Button';
import { Card } from '../../parts/Card';
import { Empty, Skeleton } from '../../parts/states';
import { useT } from '../../parts/use-text';
import { ForeignTrails } from './ForeignTrails';
import { TRAIL_TEXT } from './text';
import { TrailList } from './TrailList';
import { actorKey, actorWords, subjectsIn, type TrailFilter } from './trail-rows';
import { useShown } from './use-shown';
import { VerifyCard } from './VerifyCard';
import './trail.css';

const KINDS = Object.keys(ACT_RULES) as ActKind[];
/** So many warnings and reviews can be chosen, the newest; others by the address or the search. */
const MOST_SUBJECTS = 300;

/** Who did what, when and why, on which figures: the whole trail, and whether it is sound. */
export function TrailPart() {
  const t = useT(TRAIL_TEXT);
  const lang = useLang();
  const view = useReadyView();
  const { free } = usePlace();
  const phase = useResponse((s) => s.phase);
  const entries = useResponse((s) => s.entries);
  const plan = useResponse((s) => s.plan);
  const cases = useResponse((s) => s.state.cases);
  const names = useMemo(
    () => ({
      ...trailNames(view, plan),
      item: (id: string) => questionOf(id) ?? { zh: id, en: id },
      review: (id: string) => ({ zh: cases.get(id)?.title ?? id, en: cases.get(id)?.title ?? id }),
    }),
    [view, plan, cases],
  );
  const [said, setSaid] = useState('');
  const filter: TrailFilter = { by: free.by ?? '', kind: free.act ?? '', on: free.on ?? '', text: free.q ?? '' };
  const shown = useShown(entries, filter, names);
  const actors = useMemo(() => {
    const found = new Map(entries.map(({ by }) => [actorKey(by), by]));
    return [...found].map(([key, by]) => ({ value: key, label: actorWords(by, names, lang) }));
  }, [entries, names, lang]);
  const subjects = useMemo(
    () =>
      subjectsIn(entries, names, view.weekEndsOn)
        .slice(0, MOST_SUBJECTS)
        .map(({ id, words }) => ({ value: id, label: words[lang] })),
    [entries, names, view.weekEndsOn, lang],
  );
  const kinds = useMemo(() => {
    const used = new Set(entries.map(({ act }) => act.kind));
    return KINDS.filter((kind) => used.has(kind)).map((kind) => ({
      value: kind as string,
      label: ACT_NAMES[kind][lang],
    }));
  }, [entries, lang]);
  const choose = (patch: Readonly<Record<string, string>>): void =>
    setPlace(
      { free: Object.fromEntries(Object.entries(patch).map(([key, value]) => [key, value === '' ? null : value])) },
      { replace: true },
    );
  const all = { value: '', label: t('all') };
  const isFiltered = Object.values(filter).some((value) => value !== '');

  if (phase === 'loading') return <Skeleton lines={6} />;
  return (
    <div className="trail">
      <VerifyCard names={names} />
      <Card title={t('title')} subtitle={t('subtitle')} className="trail-card">
        {entries.length === 0 ? (
          <Empty title={t('empty')}>
            <p>{t('emptyHint')}</p>
          </Empty>
        ) : (
          <>
            <div className="trail-filter">
              <Select
                label={t('filterBy')}
                value={filter.by}
                options={withOther([all, ...actors], filter.by, t('otherSubject', { id: filter.by }))}
                onChange={(by) => choose({ by })}
              />
              <Select
                label={t('filterKind')}
                value={filter.kind}
                options={withOther(
                  [all, ...kinds],
                  filter.kind,
                  ACT_NAMES[filter.kind as ActKind]?.[lang] ?? t('otherSubject', { id: filter.kind }),
                )}
                onChange={(act) => choose({ act })}
              />
              <Select
                label={t('filterOn')}
                value={filter.on}
                options={withOther([all, ...subjects], filter.on, t('otherSubject', { id: filter.on }))}
                onChange={(on) => choose({ on })}
              />
              <label className="field">
                <span className="field-label">{t('filterText')}</span>
                <input
                  type="search"
                  className="input"
                  value={filter.text}
                  maxLength={100}
                  onChange={(e) => choose({ q: e.target.value })}
                />
              </label>
              {isFiltered && (
                <Button look="plain" onClick={() => choose({ by: '', act: '', on: '', q: '' })}>
                  {t('clearFilter')}
                </Button>
              )}
              <span className="quiet" role="status">
                {t('shown', { shown: formatNumber(shown.length), all: formatNumber(entries.length) })}
              </span>
            </div>
            <p className="quiet trail-said" role="status" data-testid="trail-said">
              {said}
            </p>
            {shown.length === 0 ? (
              <Empty title={t('noneShown')} />
            ) : (
              <TrailList entries={shown} names={names} onSaid={setSaid} />
            )}
          </>
        )}
      </Card>
      <ForeignTrails />
    </div>
  );
}

type Options = readonly { readonly value: string; readonly label: string }[];

/** A choice that the address names and the list does not have stands in it, too: nothing is filtered unseen. */
function withOther(options: Options, value: string, label: string): Options {
  return options.some((option) => option.value === value) ? options : [...options, { value, label }];
}

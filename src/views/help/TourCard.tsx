import { useEffect } from 'react';
import { defineText } from '../../base/text';
import { keepTour, useHelp } from '../../store/help';
import { useLang, usePlace } from '../../store/place';
import { useReadyView } from '../../store/session';
import { useResponse } from '../../store/use-response';
import { levelAt, indexAt, periodOf } from '../../store/view-select';
import { levelRank } from '../../base/level';
import type { AssessmentView } from '../../platform/engine-api';
import { Button } from '../parts/Button';
import { PlaceLink } from '../parts/PlaceLink';
import { useT } from '../parts/use-text';
import { advanceTour, readTour, TOUR_STEPS, type TourFacts } from './tour-steps';

const T = defineText({
  title: { zh: '入门：三件真事', en: 'Tour: three real jobs' },
  watch: { zh: '一、看', en: '1 Watch' },
  act: { zh: '二、办', en: '2 Act' },
  brief: { zh: '三、报', en: '3 Brief' },
  done: { zh: '已完成', en: 'done' },
  open: { zh: '未完成', en: 'to do' },
  go: { zh: '去做', en: 'Go there' },
  stop: { zh: '结束', en: 'End' },
  finished: { zh: '三件事都做完了。', en: 'All three jobs are done.' },
  real: {
    zh: '所做的都是真的：预警的签收在留痕中，可撤销；简报在草稿中。',
    en: 'What you did is real: the acknowledgement is in the trail and can be taken back; the briefing is among the drafts.',
  },
});

/** The steps of the tour, ticked off by what really happened. Stands in a corner and covers nothing that has to be clicked for long. */
export function TourCard({ hidden }: { readonly hidden: boolean }) {
  const t = useT(T);
  const lang = useLang();
  const facts = useFacts();
  const kept = useHelp().tour;
  const tour = readTour(kept);
  const advanced = advanceTour(tour, facts);
  useEffect(() => {
    if (advanced !== tour) keepTour(JSON.stringify(advanced));
  });
  const next = TOUR_STEPS.find((step) => !advanced.done.includes(step.id));
  const end = (): void => keepTour(JSON.stringify({ ...advanced, phase: 'closed' }));
  return (
    <aside className="tour" hidden={hidden} aria-label={t('title')}>
      <div className="tour-head">
        <h2>{t('title')}</h2>
        <Button look="plain" onClick={end}>
          {t('stop')}
        </Button>
      </div>
      <ol className="tour-steps">
        {TOUR_STEPS.map((step) => {
          const done = advanced.done.includes(step.id);
          return (
            <li
              key={step.id}
              className={done ? 'tour-done' : undefined}
              aria-current={step === next ? 'step' : undefined}
            >
              <span className="tour-mark" aria-hidden="true">
                {done ? '✓' : '○'}
              </span>
              <span>
                <span className="quiet">{t(step.job)}</span> {step.todo[lang]}
                <span className="visually-hidden">{done ? t('done') : t('open')}</span>
                {step === next && (
                  <span className="tour-why">
                    {step.why[lang]} <PlaceLink to={step.to(facts)}>{t('go')}</PlaceLink>
                  </span>
                )}
              </span>
            </li>
          );
        })}
      </ol>
      <p role="status" className="quiet">
        {next ? '' : `${t('finished')} ${t('real')}`}
      </p>
    </aside>
  );
}

function useFacts(): TourFacts {
  const place = usePlace();
  const view = useReadyView();
  const actorChosen = useResponse((s) => s.actor !== null);
  const acknowledged = useResponse((s) => [...s.state.warnings.values()].filter((w) => w.acknowledged !== null).length);
  return { place, worst: worstOf(view, place.period), actorChosen, acknowledged };
}

/** Of the regions below the top: the highest level, then the highest index. */
function worstOf(view: AssessmentView, wanted: string | null): string | null {
  const period = periodOf(view, wanted);
  const { tree } = view;
  const parts = tree.roots.length === 1 ? tree.children[tree.roots[0]!]! : tree.roots;
  const rank = (r: number): number => levelRank(levelAt(view, r, period) ?? 0) * 1000 + (indexAt(view, r, period) || 0);
  const worst = (parts.length > 0 ? parts : tree.roots).toSorted((a, b) => rank(b) - rank(a))[0];
  return worst === undefined ? null : tree.regions[worst]!.code;
}

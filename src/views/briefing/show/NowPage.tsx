import { formatNumber } from '../../../base/format';
import { INSUFFICIENT } from '../../../base/level';
import type { Period } from '../../../base/period';
import { regionsNoun } from '../../../base/region-names';
import type { AssessmentView } from '../../../platform/engine-api';
import { isOver } from '../../../response/warnings/warning-states';
import { useLang } from '../../../store/place';
import { levelAt, periodsAtLevel } from '../../../store/view-select';
import { LevelBadge } from '../../parts/LevelBadge';
import { useT } from '../../parts/use-text';
import { useInbox } from '../../warnings/use-inbox';
import { headlineScale } from './headline';
import { SHOW_TEXT } from './text';

/** Highest first; what cannot be told stands last and is always said. */
const SHOWN_LEVELS = [4, 3, 2, 1, 0, INSUFFICIENT];

interface NowPageProps {
  readonly view: AssessmentView;
  readonly period: Period;
  /** The judgement of the briefing; empty until it is made. */
  readonly headline: string;
  readonly source: string;
  readonly number: string;
}

/** Where we stand, in figures that can be read across a room. */
export function NowPage({ view, period, headline, source, number }: NowPageProps) {
  const t = useT(SHOW_TEXT);
  const lang = useLang();
  const { tree } = view;
  const root = tree.roots.length === 1 ? tree.roots[0]! : null;
  const below = root === null ? tree.roots : tree.children[root]!;
  const parts = below.length > 0 ? below : tree.roots;
  const levels = parts.map((region) => levelAt(view, region, period) ?? INSUFFICIENT);
  const noun = regionsNoun(tree, parts)[lang];
  return (
    <div className="show-frame">
      <article className="show-page wall-now">
        <header className="show-head">
          <p className="show-kicker">{t('present')}</p>
          <h1 className="show-finding" style={{ '--scale': headlineScale(headline) } as React.CSSProperties}>
            {headline || t('present')}
          </h1>
        </header>
        <div className="wall-figures">
          {root !== null && (
            <section className="wall-whole">
              <h2>{tree.regions[root]!.name[lang]}</h2>
              <LevelBadge level={levelAt(view, root, period) ?? INSUFFICIENT} form="full" large />
              <p>
                {t(view.frequency === 'month' ? 'onSinceMonth' : 'onSince', {
                  count: formatNumber(periodsAtLevel(view, root, period)),
                })}
              </p>
            </section>
          )}
          <section className="wall-counts">
            <h2>{t('levelsNow', { count: formatNumber(parts.length), noun })}</h2>
            <ul>
              {SHOWN_LEVELS.map((level) => (
                <li key={level}>
                  <LevelBadge level={level} />
                  <strong>{formatNumber(levels.filter((l) => l === level).length)}</strong>
                </li>
              ))}
            </ul>
          </section>
          <OpenWarnings view={view} />
        </div>
        <footer className="show-foot">
          <span className="show-source">{source}</span>
          <span className="show-number">{number}</span>
        </footer>
      </article>
    </div>
  );
}

/** As the inbox counts them: everything that is not over. */
function OpenWarnings({ view }: { readonly view: AssessmentView }) {
  const t = useT(SHOW_TEXT);
  const { warnings } = useInbox(view);
  const open = warnings?.filter(({ state }) => !isOver(state)) ?? [];
  const waiting = open.filter(({ due }) => due?.step === 'acknowledge').length;
  const overdue = open.filter(({ due }) => due?.urgency === 'overdue').length;
  return (
    <section className="wall-warnings">
      <h2>{t('openWarnings')}</h2>
      {warnings === null ? (
        <p>{t('warningsUnknown')}</p>
      ) : (
        <>
          <strong>{formatNumber(open.length)}</strong>
          {open.length > 0 && (
            <p>
              {waiting > 0 ? t('unacknowledged', { count: formatNumber(waiting) }) : t('allAcknowledged')}
              {overdue > 0 && <span className="worse"> · {t('overdue', { count: formatNumber(overdue) })}</span>}
            </p>
          )}
        </>
      )}
    </section>
  );
}

import { useMemo } from 'react';
import { formatPeriodWords } from '../../../../base/format';
import { compareBriefings, type FigureMove, type PageMove } from '../../../../briefing/compare-briefings';
import type { Draft } from '../../../../store/briefings-state';
import { useLang } from '../../../../store/place';
import { useReadyView } from '../../../../store/session';
import { PlaceLink } from '../../../parts/PlaceLink';
import { Failed, Skeleton } from '../../../parts/states';
import { useT } from '../../../parts/use-text';
import type { BriefingAsking } from '../../use-query';
import { changeWords, figureLine, isMeasured, signedWords } from './figure-words';
import { SIDE_TEXT } from './text';
import { useBefore } from './use-before';

interface ComparePartProps {
  readonly draft: Draft;
  readonly asking: BriefingAsking | null;
}

/** What this briefing says otherwise than the one of the period before: figures first, then sentence by sentence. */
export function ComparePart({ draft: { briefing }, asking }: ComparePartProps) {
  const t = useT(SIDE_TEXT);
  const lang = useLang();
  const before = useBefore(briefing, asking);
  const moves = useMemo(
    () => (before.briefing ? compareBriefings(before.briefing, briefing) : null),
    [before.briefing, briefing],
  );
  if (before.period === null) return <p className="side-part small">{t('compareNone')}</p>;
  const { error } = before;
  const words = formatPeriodWords(briefing.frequency, before.period, lang, briefing.weekEndsOn);
  const pages = moves?.pages.filter((p) => p.state !== 'both' || p.added.length + p.gone.length + p.changed.length > 0);
  return (
    <div className="side-part compare" data-testid="compare">
      <h3>{t('compareWith', { period: words })}</h3>
      <p className="quiet">{before.saved === null ? t('compareMade') : t('compareSaved', { name: before.saved })}</p>
      {error && (
        <Failed title={t('compareFailed')} detail={`${error.what[lang]} ${error.where}`} onRetry={before.retry} />
      )}
      {!moves && !error && <Skeleton lines={6} />}
      {moves && pages?.length === 0 && <p className="small">{t('noChange')}</p>}
      {moves && pages && (
        <>
          <FigureTable pages={pages} />
          {pages.map((page) => (
            <PageChanges key={page.id} page={page} />
          ))}
          {moves.same > 0 && <p className="quiet">{t('sameSentences', { n: moves.same })}</p>}
        </>
      )}
    </div>
  );
}

/** Every figure that stands in both, once. */
function FigureTable({ pages }: { readonly pages: readonly PageMove[] }) {
  const t = useT(SIDE_TEXT);
  const lang = useLang();
  const view = useReadyView();
  const all = pages.flatMap((p) => p.changed.flatMap((s) => s.figures.filter(isMeasured)));
  // What is said alike differs only behind the last figure that is told.
  const figures = [...new Map(all.map((f) => [f.key, f])).values()].filter(
    ({ before, now }) => signedWords(before) !== signedWords(now),
  );
  if (figures.length === 0) return null;
  const named = (move: FigureMove) => figureLine(move.now, view, lang);
  return (
    <table className="compare-figures" aria-label={t('figuresTitle')}>
      <thead>
        <tr>
          <th scope="col">{t('figuresTitle')}</th>
          <th scope="col" className="end">
            {t('before')}
          </th>
          <th scope="col" className="end">
            {t('now')}
          </th>
          <th scope="col" className="end">
            {t('change')}
          </th>
        </tr>
      </thead>
      <tbody>
        {figures.map((move) => (
          <tr key={move.key}>
            <th scope="row">
              {named(move).region} · {named(move).what}
            </th>
            <td className="end">{signedWords(move.before)}</td>
            <td className="end">{signedWords(move.now)}</td>
            <td className="end">{changeWords(move, lang)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function PageChanges({ page }: { readonly page: PageMove }) {
  const t = useT(SIDE_TEXT);
  return (
    <section>
      <h4>
        {page.state === 'gone' ? page.heading : <PlaceLink to={{ free: { page: page.id } }}>{page.heading}</PlaceLink>}
        {page.state !== 'both' && <span className="quiet"> · {t(page.state === 'new' ? 'newPage' : 'gonePage')}</span>}
      </h4>
      <ul className="compare-sentences">
        {page.changed.map(({ id, before, now }) => (
          <li key={id} className="compare-pair">
            <p className="compare-then">
              <span className="label">{t('before')}</span> {before.text}
            </p>
            <p>
              <span className="label">{t('now')}</span> {now.text}
            </p>
          </li>
        ))}
        {page.added.map(({ id, text }) => (
          <li key={id}>
            <p>
              <span className="label">{t('newSentence')}</span> {text}
            </p>
          </li>
        ))}
        {page.gone.map(({ id, text }) => (
          <li key={id}>
            <p className="compare-then">
              <span className="label">{t('goneSentence')}</span> {text}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

import type { Briefing } from '../../../../briefing/briefing';
import { setPlace } from '../../../../store/place';
import { Button } from '../../../parts/Button';
import { useT } from '../../../parts/use-text';
import { type CheckPlace, type Finding, HEAD_PAGE } from './check-list';
import { SIDE_TEXT } from './text';

interface CheckPartProps {
  readonly findings: readonly Finding[];
  readonly briefing: Briefing;
}

/** What to look at before the briefing is sent; each one leads to its place. */
export function CheckPart({ findings, briefing }: CheckPartProps) {
  const t = useT(SIDE_TEXT);
  const group = (weight: Finding['weight']) => findings.filter((f) => f.weight === weight);
  return (
    <div className="side-part" data-testid="check-list">
      <h3>{t('checkTitle')}</h3>
      {findings.length === 0 && <p className="small">{t('allClear')}</p>}
      {(['must', 'note'] as const).map(
        (weight) =>
          group(weight).length > 0 && (
            <section key={weight}>
              <h4 className={weight === 'must' ? 'check-head check-must' : 'check-head'}>
                {t(weight)} · {group(weight).length}
              </h4>
              <ul className="check-list">
                {group(weight).map(({ id, words, place }) => (
                  <li key={id}>
                    {words}
                    {place && (
                      <Button look="plain" onClick={() => go(place)}>
                        {placeWords(place)}
                      </Button>
                    )}
                  </li>
                ))}
              </ul>
            </section>
          ),
      )}
    </div>
  );

  function placeWords({ page }: CheckPlace): string {
    if (page === HEAD_PAGE) return t('toHead');
    return t('toPage', { n: briefing.pages.findIndex((p) => p.id === page) + 1 });
  }

  /** To the page, and to the sentence on it once it stands there. */
  function go({ page, sentence }: CheckPlace): void {
    setPlace({ free: { page, side: sentence === null ? 'check' : 'basis' } });
    if (sentence === null) return;
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-sentence="${CSS.escape(sentence)}"] .sentence-text`)?.focus(),
    );
  }
}

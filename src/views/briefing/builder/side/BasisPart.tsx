import type { BoundFigure, Sentence } from '../../../../briefing/briefing';
import { agreeTo, isOwn, setSentence } from '../../../../briefing/edit-briefing';
import { useLang } from '../../../../store/place';
import { useReadyView } from '../../../../store/session';
import { Button } from '../../../parts/Button';
import { PlaceLink } from '../../../parts/PlaceLink';
import { useT } from '../../../parts/use-text';
import { type FigureLine, figureLine } from './figure-words';
import type { SideProps } from './side-props';
import { SIDE_TEXT } from './text';

/** The figures of a sentence, or of a page: each with region, period, value and day; and what a hand has changed. */
export function BasisPart({ draft, page, sentence, edit }: SideProps) {
  const t = useT(SIDE_TEXT);
  const { briefing } = draft;
  const contentLang = briefing.lang === 'zh' ? 'zh-CN' : 'en';
  const said = page?.sentences.find((s) => s.id === sentence) ?? null;
  const figures = said ? said.figures : (page?.sentences.flatMap((s) => s.figures) ?? []);
  return (
    <div className="side-part">
      {said && page && <HandPart sentence={said} page={page.id} contentLang={contentLang} edit={edit} />}
      <h3 className="label">{said ? t('basisOf') : t('basisOfPage')}</h3>
      {!said && <p className="quiet">{t('basisHint')}</p>}
      {figures.length === 0 ? <p className="small">{t('noFigures')}</p> : <FigureList figures={figures} />}
      <h3 className="label">{t('basisLine')}</h3>
      <p className="small" lang={contentLang}>
        {briefing.sourceLine}
      </p>
      <p className="small" lang={contentLang}>
        {briefing.basisLine}
      </p>
    </div>
  );
}

function FigureList({ figures }: { readonly figures: readonly BoundFigure[] }) {
  const t = useT(SIDE_TEXT);
  const lang = useLang();
  const view = useReadyView();
  // One figure may be said twice on a page.
  const lines = new Map(figures.map((f) => [`${f.key} ${f.said}`, { figure: f, line: figureLine(f, view, lang) }]));
  return (
    <ul className="figure-list">
      {[...lines].map(([key, { figure, line }]) => (
        <li key={key}>
          <strong className="figure-said">{line.said}</strong>
          <span className="figure-words">
            {wordsOf(line)}
            {line.exact !== '' && <span className="quiet">{t('exact', { value: line.exact })}</span>}
            {line.knownOn !== '' && <span className="quiet">{t('knownOn', { day: line.knownOn })}</span>}
            {line.at !== null && (
              <span className="figure-links">
                <PlaceLink to={{ screen: 'region', region: figure.regionCode, period: line.at }}>
                  {t('toRegion')}
                </PlaceLink>
                {figure.indicatorId !== null && (
                  <PlaceLink
                    to={{
                      screen: 'indicators',
                      period: line.at,
                      free: { ind: figure.indicatorId, reg: figure.regionCode },
                    }}
                  >
                    {t('toIndicator')}
                  </PlaceLink>
                )}
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

const wordsOf = ({ what, region, period }: FigureLine): string =>
  [region, what, period].filter((word) => word !== '').join(' · ');

interface HandPartProps {
  readonly sentence: Sentence;
  readonly page: string;
  readonly contentLang: string;
  readonly edit: SideProps['edit'];
}

/** Of a sentence by hand: what the program had written, and what it would write now; taking or keeping is one click. */
function HandPart({ sentence, page, contentLang, edit }: HandPartProps) {
  const t = useT(SIDE_TEXT);
  const { id, byHand, moved } = sentence;
  if (!byHand || isOwn(sentence)) return null;
  return (
    <section className={moved ? 'hand-part hand-moved' : 'hand-part'}>
      {moved && <h3>{t('movedTitle')}</h3>}
      <p className="label">{t('wasSaid')}</p>
      <p className="small" lang={contentLang}>
        {byHand.generated}
      </p>
      {moved ? (
        <>
          <p className="label">{t('saysNow')}</p>
          <p className="small hand-new" lang={contentLang}>
            {moved.generated}
          </p>
          <FigureList figures={moved.figures} />
          <p className="hand-ways">
            <Button look="primary" onClick={() => edit((now) => agreeTo(now, page, id, 'new'))}>
              {t('takeNew')}
            </Button>
            <Button onClick={() => edit((now) => agreeTo(now, page, id, 'mine'))}>{t('keepMine')}</Button>
          </p>
        </>
      ) : (
        <Button onClick={() => edit((now) => setSentence(now, page, id, byHand.generated))}>
          {t('backToGenerated')}
        </Button>
      )}
    </section>
  );
}

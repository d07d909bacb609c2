import { formatPeriod } from '../../base/period';
import type { AssessmentView } from '../../platform/engine-api';
import { setPlace, useLang, usePlace } from '../../store/place';
import { useDemonstrationMark, useReadyView } from '../../store/session';
import { Button } from '../parts/Button';
import { Empty, Failed, Skeleton } from '../parts/states';
import { useT } from '../parts/use-text';
import { Chips } from './Chips';
import { Controls } from './Controls';
import { Definitions } from './Definitions';
import { FiguresCard } from './FiguresCard';
import { inkRegion } from './figures';
import './indicators.css';
import { LeadLagFigure } from './LeadLagFigure';
import { RankingFigure } from './RankingFigure';
import { SeriesFigures } from './SeriesFigures';
import { MAX_CHARTS, MAX_LINES, readSelection, type Selection } from './selection';
import { TEXT } from './text';
import { useFigures } from './use-figures';
import { keepsPlainWords, sourceWords } from './words';

/** How does this figure move, here and elsewhere? Any indicators × regions, as charts, as a ranking and as a table. */
export function IndicatorsScreen() {
  const view = useReadyView();
  const place = usePlace();
  const lang = useLang();
  const t = useT(TEXT);
  const selection = readSelection(place, view);
  const nothing = selection.indicators.length === 0 || selection.regionCodes.length === 0;
  return (
    <div className="screen indicators" data-testid="screen-indicators" data-ready="indicators">
      <h1 className="visually-hidden">{t('screen')}</h1>
      <Controls view={view} selection={selection} />
      {selection.faults.length > 0 && (
        <div className="address-faults" role="status">
          <ul>
            {selection.faults.map((fault) => (
              <li key={fault.en}>{fault[lang]}</li>
            ))}
          </ul>
        </div>
      )}
      {nothing ? <Nothing view={view} /> : <Figures view={view} selection={selection} />}
      {selection.indicators.length > 0 && <Definitions indicators={selection.indicators} />}
    </div>
  );
}

/** Nothing chosen: the usual choice is one click away. */
function Nothing({ view }: { readonly view: AssessmentView }) {
  const lang = useLang();
  const t = useT(TEXT);
  const place = usePlace();
  const usual = readSelection({ ...place, free: {} }, view).indicators[0];
  return (
    <section className="card">
      <Empty title={t('empty')}>
        {usual && (
          <>
            <p>{t('emptyHint')}</p>
            <Button look="primary" onClick={() => setPlace({ free: { ind: null, reg: null } })}>
              {t('useDefault', { name: usual.name[lang] })}
            </Button>
          </>
        )}
      </Empty>
    </section>
  );
}

function Figures({ view, selection }: { readonly view: AssessmentView; readonly selection: Selection }) {
  const lang = useLang();
  const t = useT(TEXT);
  const mark = useDemonstrationMark();
  const shown = useFigures(view, selection);
  const { figures } = shown;
  if (!figures) {
    return (
      <section className="card">
        {shown.error ? (
          <Failed
            title={t('failed')}
            detail={`${shown.error.what[lang]} ${shown.error.where} ${shown.error.todo[lang]}`}
            onRetry={shown.retry}
          />
        ) : (
          <Skeleton lines={6} height={420} />
        )}
      </section>
    );
  }
  const ink = inkRegion(shown.selection, figures, view);
  const source = sourceWords(shown.selection.indicators, view, mark, lang);
  const plain = keepsPlainWords(figures, shown.selection.asked, lang);
  const period = (p: number): string => formatPeriod(view.frequency, p, view.weekEndsOn);
  const marked = (name: string): string => (mark ? `${mark[lang]} ${name}` : name);
  const range = { from: period(shown.selection.from), to: period(shown.selection.to) };
  const first = shown.selection.indicators[0]!.short[lang];
  const others = shown.selection.indicators.length - 1;
  const names = others > 0 ? t('andOthers', { name: first, n: lang === 'zh' ? others + 1 : others }) : first;
  return (
    <div aria-busy={shown.loading} className={shown.loading ? 'is-loading' : ''}>
      <p className="visually-hidden" role="status">
        {shown.loading && t('loadingMore')}
      </p>
      <Chips view={view} selection={selection} ink={ink} />
      <div className="indicator-notes">
        {plain && <p>{plain}</p>}
        {selection.regionCodes.length > MAX_LINES && (
          <p>{t('tooManyLines', { n: selection.regionCodes.length, max: MAX_LINES })}</p>
        )}
        {figures.length > MAX_CHARTS && <p>{t('tooManyCharts', { n: figures.length, max: MAX_CHARTS })}</p>}
      </div>
      <div className={figures.length === 1 ? 'indicator-pair' : 'indicator-stack'}>
        <SeriesFigures
          figures={figures}
          ink={ink}
          source={source}
          fileName={(f) => marked(t('fileName', { names: f.indicator.short[lang], ...range }))}
        />
        <RankingFigure
          view={view}
          selection={shown.selection}
          figures={figures}
          ink={ink}
          source={source}
          fileName={(f) => marked(t('rankingFile', { names: f.indicator.short[lang], at: period(f.at) }))}
        />
      </div>
      <LeadLagFigure
        view={view}
        regionCode={ink ?? shown.selection.regionCodes[0]!}
        chosen={shown.selection.indicators}
        source={source}
      />
      <FiguresCard figures={figures} source={source} fileName={marked(t('fileName', { names, ...range }))} />
    </div>
  );
}

import { useMemo } from 'react';
import { unitOfChange, unitShort } from '../../../base/units';
import type { Backtest } from '../../../platform/engine-backtest-api';
import { useLang } from '../../../store/place';
import { useReadyView } from '../../../store/session';
import { useEngineCall } from '../../../store/use-engine-call';
import { DataTable, type TableColumn } from '../../parts/DataTable';
import { LevelBadge } from '../../parts/LevelBadge';
import { PlaceLink } from '../../parts/PlaceLink';
import { Failed, Skeleton } from '../../parts/states';
import { useT } from '../../parts/use-text';
import { FIGURES, figureWords, type ScoreRow, scoreRows } from './figures';
import { FIGURE_TEXT } from './figure-text';
import { thresholdWords } from './score-names';
import { FEW_DATES, freeOf, lineKey, queryOf, usualSettings } from './settings';
import { BACKTEST_TEXT } from './text';
import './backtest.css';

const SHOWN = FIGURES.filter(({ key }) => ['hits', 'misses', 'away', 'lead', 'perRegionDecade'].includes(key));

/** How one of the rules that grade has done on the loaded data, in few figures. */
export function TrackRecord({ ruleId }: { readonly ruleId: string }) {
  const t = useT(BACKTEST_TEXT);
  const lang = useLang();
  const view = useReadyView();
  const settings = useMemo(() => usualSettings(view), [view]);
  const { query } = useMemo(
    // Small numbers are shown as what they are: whoever reads the record decides.
    () => queryOf({ ...settings, least: '1' }, view, () => ({ ruleSet: view.ruleSet, scheme: view.scheme })),
    [settings, view],
  );
  const answer = useEngineCall<Backtest>(query && JSON.stringify(query), (engine, options) =>
    engine.backtest(query!, { ruleId: null, atLeast: 1, regionCode: null }, options),
  );
  const found = answer.data;
  const rows = useMemo(
    () => (found?.result ? scoreRows(found.result.sets[0]!).filter((r) => r.rule?.id === ruleId) : []),
    [found, ruleId],
  );
  const indicator = view.catalogue.byId.get(settings.on);
  return (
    <section className="bt-record" aria-label={t('record')}>
      <h3>{t('record')}</h3>
      {answer.error ? (
        <Failed title={t('failed')} detail={answer.error.what[lang]} onRetry={answer.retry} />
      ) : !found ? (
        query ? (
          <Skeleton lines={3} />
        ) : (
          <p className="quiet">{t('recordNone')}</p>
        )
      ) : found.refused || rows.length === 0 ? (
        <p className="quiet">{found.refused?.[lang] ?? t('recordNone')}</p>
      ) : (
        <>
          <DataTable
            caption={t('record')}
            columns={columnsOf(lang, t('threshold'))}
            rows={rows}
            rowKey={(r) => r.key}
          />
          {found.result && found.result.episodes.dates < FEW_DATES && <p className="caution">{t('fewDates')}</p>}
          <p className="quiet">
            {t('recordOf', {
              indicator: indicator?.short[lang] ?? settings.on,
              within: settings.within,
              rise: settings.rise,
              unit: unitShort(unitOfChange(indicator?.unit ?? ''))[lang],
            })}{' '}
            <PlaceLink
              to={{ free: { ...freeOf(settings, settings), tab: 'backtest', line: lineKey(ruleId, rows[0]!.atLeast) } }}
            >
              {t('recordOpen')}
            </PlaceLink>
          </p>
        </>
      )}
    </section>
  );
}

function columnsOf(lang: 'zh' | 'en', threshold: string): TableColumn<ScoreRow>[] {
  return [
    {
      key: 'line',
      head: threshold,
      rowHeader: true,
      className: 'nowrap',
      cell: (r) => (
        <>
          <LevelBadge level={r.atLeast} form="numeral" /> {thresholdWords(r)}
        </>
      ),
    },
    ...SHOWN.map(
      (spec): TableColumn<ScoreRow> => ({
        key: spec.key,
        head: FIGURE_TEXT[spec.key][lang],
        align: 'end',
        cell: (row) => {
          const { figure, beside } = figureWords(spec, row, lang);
          return (
            <>
              {figure}
              {beside !== '' && <span className="bt-beside">{beside}</span>}
            </>
          );
        },
      }),
    ),
  ];
}

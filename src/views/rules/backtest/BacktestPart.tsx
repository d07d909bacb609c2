import { useMemo } from 'react';
import { formatNumber, formatPeriodWords, formatShare } from '../../../base/format';
import { type Issue, quoteGiven } from '../../../base/issue';
import type { ShapeFault } from '../../../base/check';
import { say } from '../../../base/text';
import { useLang, usePlace } from '../../../store/place';
import { useReadyView } from '../../../store/session';
import { useRuleBook, useRules } from '../../../store/use-rules';
import { Button } from '../../parts/Button';
import { Card } from '../../parts/Card';
import { Empty, Failed, Skeleton } from '../../parts/states';
import { useT } from '../../parts/use-text';
import { Faults } from '../shelf/Faults';
import { CalibrateCard } from './CalibrateCard';
import { CloseCard } from './CloseCard';
import { DifferencesCard } from './DifferencesCard';
import { ScoresCard } from './ScoresCard';
import { SettingsCard } from './SettingsCard';
import type { ShownResult } from './shown-result';
import { FEW_DATES, focusOf, queryOf } from './settings';
import { BACKTEST_TEXT } from './text';
import { type BacktestAnswer, useBacktest } from './use-backtest';
import { useRuleChoices, useSettings } from './use-settings';
import './backtest.css';

/** Are the rules any good? Their record on the past of the loaded data, and lines that would have done better. */
export function BacktestPart() {
  const phase = useRules((s) => s.phase);
  useRuleBook();
  if (phase === 'loading') return <Skeleton lines={8} />;
  return <ReadyPart />;
}

function ReadyPart() {
  const t = useT(BACKTEST_TEXT);
  const view = useReadyView();
  const { free } = usePlace();
  const choices = useRuleChoices(view);
  const [settings, commit] = useSettings(view);
  const { query } = useMemo(() => queryOf(settings, view, choices.rulesBy), [settings, view, choices]);
  const focus = useMemo(() => focusOf(free), [free]);
  const names = [settings.test, ...(settings.against === '' ? [] : [settings.against])].map(choices.nameOf);
  const asked = useBacktest(query, names, focus);
  const { answer, running } = asked;
  return (
    <div className="backtest">
      <SettingsCard view={view} settings={settings} choices={choices} onRun={commit} />
      <div className="bt-result" data-testid="backtest-result" aria-busy={running !== null}>
        <Status asked={asked} />
        {answer && answer.found.faults.length > 0 && (
          <Card title={t('csvFaults', { count: formatNumber(answer.found.faults.length) })}>
            <GivenFaults issues={answer.found.faults} />
          </Card>
        )}
        {answer?.found.refused && <Refused words={answer.found.refused} />}
        {answer?.found.result && (
          <Results view={view} query={answer.query} result={answer.found.result} names={answer.names} />
        )}
      </div>
    </div>
  );
}

function Status({ asked }: { readonly asked: BacktestAnswer }) {
  const t = useT(BACKTEST_TEXT);
  const lang = useLang();
  const { running, stopped, error } = asked;
  const share = formatShare(running);
  return (
    <>
      <div role="status">
        {running !== null && (
          <p className="bt-row">
            <progress value={running} max={1} aria-label={t('running', { share })} />
            {t('running', { share })}
            <Button onClick={asked.cancel}>{t('cancel')}</Button>
          </p>
        )}
        {stopped && (
          <p className="bt-row">
            {t('stopped')}
            <Button onClick={asked.again}>{t('again')}</Button>
          </p>
        )}
      </div>
      {error && (
        <Failed title={t('failed')} detail={`${error.what[lang]} ${error.where}`.trim()} onRetry={asked.again} />
      )}
    </>
  );
}

function Refused({ words }: { readonly words: { readonly zh: string; readonly en: string } }) {
  const t = useT(BACKTEST_TEXT);
  const lang = useLang();
  return (
    <Card>
      <Empty title={t('refused')}>
        <p>{words[lang]}</p>
        <p className="quiet">{t('lowerLeast')}</p>
      </Empty>
    </Card>
  );
}

/** Faults of the list that was given, each with its line, as other files of the product show theirs. */
function GivenFaults({ issues }: { readonly issues: readonly Issue[] }) {
  const t = useT(BACKTEST_TEXT);
  const faults = issues.map((issue): ShapeFault => {
    const words = {
      zh: `${issue.expected.zh}（${issue.detail.zh}）`,
      en: `${issue.expected.en} (${issue.detail.en})`,
    };
    const path = issue.row === 0 ? '.' : t('line', { row: issue.row, column: issue.column }).trim();
    return { path, expected: words.en, given: quoteGiven(issue.given), words };
  });
  return <Faults caption={t('csvFaults', { count: formatNumber(issues.length) })} faults={faults} />;
}

function Results({ view, query, result, names }: ShownResult) {
  const t = useT(BACKTEST_TEXT);
  const lang = useLang();
  const spelt = (position: number): string =>
    formatPeriodWords(view.frequency, result.first + position, lang, view.weekEndsOn);
  const { dates, all, regions } = result.episodes;
  const basis = !query.asKnown
    ? t('basisNow')
    : result.asKnown
      ? t('basisThen', { days: result.publicationDays, count: formatNumber(result.assessments) })
      : t('basisUndated');
  const shown = { view, query, result, names };
  return (
    <>
      <div className="bt-basis">
        <p>
          {say(BACKTEST_TEXT.foundEpisodes, lang, {
            from: spelt(result.from),
            to: spelt(result.to),
            dates: formatNumber(dates),
            regions: formatNumber(regions),
            all: formatNumber(all),
          })}
        </p>
        {dates < FEW_DATES && <p className="caution">{t('fewDates')}</p>}
        <p className="quiet">{basis}</p>
      </div>
      <ScoresCard {...shown} />
      {result.sets.length > 1 && <DifferencesCard {...shown} />}
      <CloseCard {...shown} />
      <CalibrateCard {...shown} />
    </>
  );
}

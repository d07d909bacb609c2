import { useState } from 'react';
import { formatNumber, formatPeriodWords, withUnit } from '../../../base/format';
import { LEVEL_KEYS, levelNumeral, WARNING_LEVELS } from '../../../base/level';
import type { AssessmentView } from '../../../platform/engine-api';
import type { RulePreview } from '../../../platform/rule-answers';
import { type Rule, thresholdOf } from '../../../signals/rule';
import { guardFactor } from '../../../signals/thresholds';
import { setPlace, useLang } from '../../../store/place';
import { useRules } from '../../../store/use-rules';
import type { EngineAnswer } from '../../../store/use-engine-call';
import { RegionPicker } from '../../region/RegionPicker';
import { Card } from '../../parts/Card';
import { DataTable } from '../../parts/DataTable';
import { Empty, Failed, Skeleton } from '../../parts/states';
import { useSourceWords } from '../../parts/use-source';
import { useT } from '../../parts/use-text';
import { figure } from './rule-diff';
import { measureOf, ownBasis } from './rule-list';
import { EDIT_TEXT } from './text';
import { ThresholdChart } from './ThresholdChart';

interface PullCardProps {
  readonly view: AssessmentView;
  readonly rule: Rule;
  readonly at: number;
  readonly regionCode: string;
  readonly preview: EngineAnswer<RulePreview>;
  /** The draft has faults: what stands here is the last that had none. */
  readonly faulty: boolean;
  /** The draft grades figures of the frequency that is graded now. */
  readonly comparable: boolean;
}

/** The chosen rule in one region, with lines to pull. */
export function PullCard({ view, rule, at, regionCode, preview, faulty, comparable }: PullCardProps) {
  const t = useT(EDIT_TEXT);
  const lang = useLang();
  const edit = useRules((s) => s.edit);
  const seal = useRules((s) => s.seal);
  const source = useSourceWords();
  const { tree } = view;
  const region = tree.regions[tree.indexOf.get(regionCode)!]!;
  const measure = measureOf(rule, view.catalogue.byId.get(rule.indicator), view.frequency, lang);
  const words = [measure.words, measure.unit].filter((w) => w !== '').join(lang === 'zh' ? '，' : ', ');
  const factor = guardFactor(rule, region.labourForce);
  const answer = preview.data?.ruleId === rule.id && preview.data.regionCode === regionCode ? preview.data : null;
  const pull = (level: (typeof WARNING_LEVELS)[number], value: number): void => {
    edit(['ruleSet', 'rules', at, 'thresholds', LEVEL_KEYS[level]], value, ownBasis(rule, at));
  };
  return (
    <Card
      title={t('drag')}
      subtitle={t('dragSubtitle', { region: region.name[lang], measure: measure.words })}
      tools={<RegionPicker view={view} lang={lang} code={regionCode} onChoose={(code) => setPlace({ region: code })} />}
      footer={factor > 1 ? `${t('widened', { factor: formatNumber(factor, 2) })} · ${source}` : source}
    >
      {faulty && <p className="quiet">{t('fixFirst')}</p>}
      {preview.error && (
        <Failed
          title={t('previewFailed')}
          detail={`${preview.error.what[lang]} ${preview.error.where}`}
          onRetry={preview.retry}
        />
      )}
      {!comparable && <Empty title={t('otherFrequency')} />}
      {comparable && !answer && !preview.error && !faulty && <Skeleton lines={1} height={250} />}
      {answer && !answer.series && (
        <Empty title={answer.refused?.[lang] ?? t('noSeries')}>
          <p>{t('noSeriesHelp')}</p>
        </Empty>
      )}
      {answer?.series && (
        <>
          <ThresholdChart
            view={view}
            rule={rule}
            series={answer.series}
            levelNow={answer.levelNow}
            factor={factor}
            unit={measure.unit}
            description={describe()}
            onPull={pull}
            onRelease={seal}
          />
          <StatisticTable view={view} series={answer.series} rule={rule} unit={measure.unit} />
        </>
      )}
    </Card>
  );

  function describe(): string {
    const { statistic, sign } = answer!.series!;
    const last = statistic.findLast((v) => Number.isFinite(v)) ?? Number.NaN;
    const lines = WARNING_LEVELS.flatMap((l) => {
      const line = thresholdOf(rule.thresholds, l);
      return typeof line === 'number' ? `${levelNumeral(l)} ${withUnit(figure(line * sign), measure.unit)}` : [];
    });
    return t('chartWords', {
      region: region.name[lang],
      measure: words,
      from: formatPeriodWords(view.frequency, view.first, lang, view.weekEndsOn),
      to: formatPeriodWords(view.frequency, view.first + view.count - 1, lang, view.weekEndsOn),
      last: withUnit(formatNumber(last * sign, rule.decimals), measure.unit),
      lines: lines.join(lang === 'zh' ? '、' : ', '),
    });
  }
}

interface StatisticTableProps {
  readonly view: AssessmentView;
  readonly rule: Rule;
  readonly series: NonNullable<RulePreview['series']>;
  readonly unit: string;
}

/** The figures of the drawing, newest first; made when they are asked for. */
function StatisticTable({ view, rule, series, unit }: StatisticTableProps) {
  const t = useT(EDIT_TEXT);
  const lang = useLang();
  const [open, setOpen] = useState(false);
  const rows = open ? Array.from(series.statistic, (value, i) => ({ period: view.first + i, value })).toReversed() : [];
  return (
    <div className="chart-tools">
      <details onToggle={(e) => setOpen(e.currentTarget.open)}>
        <summary>{t('tableOf')}</summary>
        {open && (
          <DataTable
            caption={t('drag')}
            columns={[
              {
                key: 'period',
                head: t('period'),
                rowHeader: true,
                cell: (r) => formatPeriodWords(view.frequency, r.period, lang, view.weekEndsOn),
              },
              {
                key: 'value',
                head: t('statistic'),
                align: 'end',
                cell: (r) => withUnit(formatNumber(r.value * series.sign, rule.decimals), unit),
              },
            ]}
            rows={rows}
            rowKey={(r) => String(r.period)}
          />
        )}
      </details>
    </div>
  );
}

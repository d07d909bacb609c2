import { useMemo } from 'react';
import { alarmShareOption } from '../../../charts/alarm-share-option';
import { alarmTapeHeight, alarmTapeOption } from '../../../charts/alarm-tape-option';
import { leadDotsOption } from '../../../charts/lead-dots-option';
import { rocOption } from '../../../charts/roc-option';
import { CHART_THEMES } from '../../../charts/theme';
import type { BacktestClose } from '../../../platform/engine-backtest-api';
import { setPlace, useLang, usePlace, useTheme } from '../../../store/place';
import { Select } from '../../parts/Button';
import { Card } from '../../parts/Card';
import { ChartView } from '../../parts/ChartView';
import { Figure } from '../../parts/Figure';
import { useSourceWords } from '../../parts/use-source';
import { useT } from '../../parts/use-text';
import { RegionOptions } from '../what-if/RegionOptions';
import { type ScoreRow, scoreRows } from './figures';
import { lineSentences } from './line-words';
import { alarmName, markLabel } from './score-names';
import { focusOf, lineKey } from './settings';
import type { ShownResult } from './shown-result';
import { BACKTEST_TEXT } from './text';

/** One alarm closely: what its scores mean in words, its ROC curve, its leads, its alarms over time. */
export function CloseCard(shown: ShownResult) {
  const { view, result } = shown;
  const t = useT(BACKTEST_TEXT);
  const lang = useLang();
  const { free } = usePlace();
  const rows = useMemo(() => scoreRows(result.sets[0]!), [result]);
  const focus = focusOf(free);
  const key = lineKey(focus.ruleId, focus.atLeast);
  const row = rows.find((r) => r.key === key);
  const close = result.focus[0];
  const name = row ? alarmName(row.rule, row.atLeast, lang) : '';
  const options = [
    ...(row ? [] : [{ value: key, label: '—' }]),
    ...rows.map((r) => ({ value: r.key, label: alarmName(r.rule, r.atLeast, lang) })),
  ];
  return (
    <Card
      title={name === '' ? t('close') : `${t('close')}${lang === 'zh' ? '：' : ': '}${name}`}
      tools={
        <Select
          label={t('lineOf')}
          value={key}
          options={options}
          onChange={(line) => setPlace({ free: { line } }, { replace: true })}
        />
      }
    >
      {row && close ? (
        <>
          <ul className="plain-list bt-said" data-testid="backtest-said">
            {lineSentences(row, view.frequency, lang).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <Figures shown={shown} row={row} rows={rows} close={close} name={name} />
        </>
      ) : (
        <p className="quiet">{t('notInSet')}</p>
      )}
    </Card>
  );
}

interface FiguresProps {
  readonly shown: ShownResult;
  readonly row: ScoreRow;
  readonly rows: readonly ScoreRow[];
  readonly close: BacktestClose;
  readonly name: string;
}

function Figures({ shown, row, rows, close, name }: FiguresProps) {
  const { view, query, result, names } = shown;
  const lang = useLang();
  const theme = CHART_THEMES[useTheme()];
  const source = useSourceWords();
  const other = result.focus[1];
  const otherRows = useMemo(() => (result.sets[1] ? scoreRows(result.sets[1]) : []), [result]);
  const nameOf = (k: number): string => names[k] ?? '';
  const curveOf = (k: number, from: BacktestClose, all: readonly ScoreRow[]) => {
    const own = all.filter((r) => (r.rule?.id ?? null) === (row.rule?.id ?? null));
    return {
      set: nameOf(k),
      auc: own[0]?.auc ?? null,
      points: from.roc,
      marks: own.map((r) => ({
        level: r.atLeast,
        label: markLabel(r),
        recall: r.total.months.recall,
        falseAlarmRate: r.total.months.falseAlarmRate,
      })),
    };
  };
  const { months, episodes } = row.total;
  const counts = row.rule
    ? result.sets[0]!.rules.find((r) => r.rule.id === row.rule!.id)!.statistic
    : result.sets[0]!.discrimination;
  const roc = rocOption({
    name: row.rule ? row.rule.name[lang] : BACKTEST_TEXT.regionLevel[lang],
    curves: [curveOf(0, close, rows), ...(other ? [curveOf(1, other, otherRows)] : [])],
    events: counts.events,
    quiets: counts.quiets,
    lang,
    theme,
  });
  const leadsOf = (from: BacktestClose) => from.outcomes.filter((o) => o.counted).map((o) => o.lead);
  const leads = leadDotsOption({
    name,
    rows: [{ set: nameOf(0), leads: leadsOf(close) }, ...(other ? [{ set: nameOf(1), leads: leadsOf(other) }] : [])],
    median: episodes.lead.median,
    frequency: view.frequency,
    span: query.margins.before,
    lang,
    theme,
  });
  return (
    <div className="bt-figures">
      <Figure level={3} title={roc.title} subtitle={roc.subtitle} footer={source}>
        {months.recall !== null && months.falseAlarmRate !== null && (
          <ChartView model={roc} height={360} source={source} fileName={roc.title} />
        )}
      </Figure>
      <div className="bt-stack">
        <Figure level={3} title={leads.title} subtitle={leads.subtitle} footer={source}>
          {episodes.counted > 0 && (
            <ChartView model={leads} height={other ? 170 : 110} source={source} fileName={leads.title} />
          )}
        </Figure>
        <Timeline shown={shown} row={row} close={close} name={name} source={source} />
      </div>
    </div>
  );
}

interface TimelineProps extends Omit<FiguresProps, 'rows'> {
  readonly source: string;
}

/** Episodes and alarms over time: of one region, or how widely over all. */
function Timeline({ shown, row, close, name, source }: TimelineProps) {
  const { view, result, names } = shown;
  const t = useT(BACKTEST_TEXT);
  const lang = useLang();
  const theme = CHART_THEMES[useTheme()];
  const { free } = usePlace();
  const timelines = result.focus.flatMap((f, k) => (f ? [{ name: names[k] ?? '', ...f.timeline }] : []));
  const common = { frequency: view.frequency, weekEndsOn: view.weekEndsOn, first: result.first, lang, theme };
  const { timeline } = close;
  const region = view.tree.regions[view.tree.indexOf.get(free.area ?? '') ?? -1];
  const model =
    timeline.kind === 'share'
      ? alarmShareOption({
          ...common,
          name,
          event: timeline.event,
          rows: timelines.flatMap((x) => (x.kind === 'share' ? [{ name: x.name, on: x.on }] : [])),
        })
      : alarmTapeOption({
          ...common,
          name,
          region: region?.name[lang] ?? free.area ?? '',
          label: timeline.label,
          atLeast: row.atLeast,
          rows: timelines.flatMap((x) => (x.kind === 'region' ? [{ name: x.name, levels: x.level }] : [])),
        });
  return (
    <Figure
      level={3}
      title={model.title}
      subtitle={model.subtitle}
      footer={source}
      tools={
        <label className="field">
          <span className="field-label">{t('area')}</span>
          <select
            className="select"
            value={region?.code ?? ''}
            onChange={(e) => setPlace({ free: { area: e.target.value || null } }, { replace: true })}
          >
            <option value="">{t('allAreas')}</option>
            <RegionOptions tree={view.tree} />
          </select>
        </label>
      }
    >
      <ChartView
        model={model}
        height={timeline.kind === 'share' ? 170 : alarmTapeHeight(timelines.length)}
        source={source}
        fileName={model.title}
      />
    </Figure>
  );
}

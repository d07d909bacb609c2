import { useMemo, useState } from 'react';
import type { MonthScores } from '../../../backtest/month-scores';
import { formatNumber, formatPeriodWords, formatShare, NO_FIGURE } from '../../../base/format';
import { LEVEL_KEYS, levelName, levelNumeral, WARNING_LEVELS, type WarningLevel } from '../../../base/level';
import { parsePeriod } from '../../../base/period';
import { sayBoth } from '../../../base/text';
import type { CalibrationQuery, Calibrations } from '../../../platform/engine-backtest-api';
import { type Rule, thresholdOf } from '../../../signals/rule';
import { setPlace, useLang, usePlace } from '../../../store/place';
import { useEngineCall } from '../../../store/use-engine-call';
import { rulesStore, useRules } from '../../../store/use-rules';
import { Button, Select } from '../../parts/Button';
import { Card } from '../../parts/Card';
import { DataTable, type TableColumn } from '../../parts/DataTable';
import { PlaceLink } from '../../parts/PlaceLink';
import { Empty, Failed, Skeleton } from '../../parts/states';
import { useT } from '../../parts/use-text';
import { TypedField } from './fields';
import { focusOf, usualHoldOut } from './settings';
import type { ShownResult } from './shown-result';
import { BACKTEST_TEXT } from './text';

/** What is asked of the calibration besides the rule, as it was typed; every part stands in the address. */
const PARTS = {
  p: { usual: '0.9', least: 0, most: 1, label: 'quantileAt' },
  cost: { usual: '5', least: 0, most: 1e6, label: 'missCost' },
  recall: { usual: '0.5', least: 0, most: 1, label: 'leastRecall' },
  fit: { usual: '5', least: 1, most: 1e6, label: 'leastFit' },
} as const;
type PartKey = keyof typeof PARTS;
const PART_KEYS = Object.keys(PARTS) as PartKey[];

/** Lines for one rule from its own past, by four methods, with a part of the past held out. */
export function CalibrateCard({ view, query, result }: ShownResult) {
  const t = useT(BACKTEST_TEXT);
  const lang = useLang();
  const { free } = usePlace();
  const rules = useMemo(
    () =>
      result.sets[0]!.rules.filter((r) => r.lines.some((l) => l.total.alarms.flipsPerYear !== null)).map((r) => r.rule),
    [result],
  );
  const target = query.episodes.kind === 'target' ? query.episodes.target.indicator : null;
  const rule =
    rules.find((r) => r.id === free.cal) ??
    rules.find((r) => r.id === focusOf(free).ruleId) ??
    rules.find((r) => r.indicator === target) ??
    rules[0];
  const hold = free.hold ?? usualHoldOut(view);
  const typed = (key: PartKey): string => free[key] ?? PARTS[key].usual;
  const values = Object.fromEntries(PART_KEYS.map((key) => [key, numberIn(key, typed(key))])) as Record<
    PartKey,
    number
  >;
  const parsed = hold === '' ? null : parsePeriod(hold);
  const wrongHold = hold !== '' && parsed?.frequency !== view.frequency;
  const wrong = wrongHold || PART_KEYS.some((key) => Number.isNaN(values[key]));
  const asked: CalibrationQuery | null =
    rule && !wrong
      ? {
          backtest: { ...query, sets: query.sets.slice(0, 1) },
          ruleId: rule.id,
          quantile: values.p,
          missCost: values.cost,
          leastRecall: values.recall,
          leastEpisodes: Math.round(values.fit),
          holdOutFrom: parsed?.period ?? null,
        }
      : null;
  const key = asked && JSON.stringify(asked);
  const answer = useEngineCall<Calibrations>(key, (engine, options) => engine.calibrate(asked!, options));
  const type = (name: string, value: string, usual: string): void =>
    setPlace({ free: { [name]: value === usual ? null : value } }, { replace: true });
  if (!rule) return null;
  return (
    <Card className="bt-calibrate" title={t('calibrate')} subtitle={t('calibrateSubtitle')}>
      <div className="bt-fields">
        <label className="bt-field bt-wide">
          <span className="field-label">{t('rule')}</span>
          <select
            className="select"
            value={rule.id}
            onChange={(e) => setPlace({ free: { cal: e.target.value } }, { replace: true })}
          >
            {rules.map((r) => (
              <option key={r.id} value={r.id}>
                {r.name[lang]}
              </option>
            ))}
          </select>
        </label>
        <TypedField
          label={t('holdOut')}
          type={view.frequency === 'month' ? 'month' : 'text'}
          value={hold}
          fault={wrongHold ? t('wrongPeriod') : null}
          onChange={(value) => type('hold', value, usualHoldOut(view))}
        />
        {PART_KEYS.map((part) => (
          <TypedField
            key={part}
            label={t(PARTS[part].label)}
            value={typed(part)}
            fault={Number.isNaN(values[part]) ? t('wrongNumber', { ...PARTS[part], whole: '' }) : null}
            onChange={(value) => type(part, value, PARTS[part].usual)}
          />
        ))}
      </div>
      {answer.error ? (
        <Failed title={t('failed')} detail={answer.error.what[lang]} onRetry={answer.retry} />
      ) : answer.data?.ruleId === rule.id && asked ? (
        <div aria-busy={answer.loading}>
          <Proposals rule={rule} asked={asked} found={answer.data} view={view} result={result} />
        </div>
      ) : (
        <Skeleton lines={4} />
      )}
    </Card>
  );
}

function numberIn(key: PartKey, text: string): number {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  return value >= PARTS[key].least && value <= PARTS[key].most ? value : Number.NaN;
}

type Found = Calibrations['methods'][number];

interface ProposalsProps extends Pick<ShownResult, 'view' | 'result'> {
  readonly rule: Rule;
  readonly asked: CalibrationQuery;
  readonly found: Calibrations;
}

function Proposals({ rule, asked, found, view, result }: ProposalsProps) {
  const t = useT(BACKTEST_TEXT);
  const lang = useLang();
  const [level, setLevel] = useState<WarningLevel>(1);
  const [taken, setTaken] = useState<string | null>(null);
  const at = useRules((s) => s.history.now.ruleSet.rules.findIndex((r) => r.id === rule.id));
  const [first] = found.methods;
  if (!first) return <Empty title={t('calibrateRefused', { why: found.refused?.[lang] ?? '' })} />;
  const { episodes } = first.found;
  if (found.methods.every(({ found: f }) => f.refused)) {
    return <Empty title={t('calibrateRefused', { why: first.found.refused![lang] })} />;
  }
  const spelt = (position: number, of: 'zh' | 'en'): string =>
    formatPeriodWords(view.frequency, result.first + position, of, view.weekEndsOn);
  const take = ({ method, call, found: { threshold } }: Found): void => {
    const value = rounded(threshold!, rule);
    const lastFitted = call.holdOutFrom === null ? result.to : Math.min(result.to, call.holdOutFrom - 1);
    const key = LEVEL_KEYS[level];
    const { edit } = rulesStore().getState();
    edit(['ruleSet', 'rules', at, 'thresholds', key], value);
    edit(['ruleSet', 'rules', at, 'basis'], {
      kind: 'user',
      note: sayBoth(BACKTEST_TEXT.basisNote, {
        method: BACKTEST_TEXT[method],
        n: episodes.fit,
        from: { zh: spelt(result.from, 'zh'), en: spelt(result.from, 'en') },
        to: { zh: spelt(lastFitted, 'zh'), en: spelt(lastFitted, 'en') },
      }),
    });
    setTaken(t('taken', { rule: rule.name[lang], level: levelName(level)[lang], value: figure(value, rule) }));
  };
  const lines = WARNING_LEVELS.flatMap((l) => {
    const value = thresholdOf(rule.thresholds, l);
    return value === undefined ? [] : [`${levelNumeral(l)} ${figure(value, rule)}`];
  });
  return (
    <>
      <DataTable
        caption={t('calibrate')}
        columns={columnsOf({ rule, lang, t, episodes, held: asked.holdOutFrom !== null, level, at, take })}
        rows={found.methods}
        rowKey={({ method }) => method}
      />
      {asked.holdOutFrom !== null && episodes.holdOut === 0 && <p className="caution">{t('noHeldEvents')}</p>}
      {isHeldNoBetter(found) && <p className="caution">{t('heldNoBetter')}</p>}
      <p className="quiet bt-note">{t('bare', { lines: lines.join(lang === 'zh' ? '，' : ', ') })}</p>
      <div className="bt-row">
        {at < 0 ? (
          <p className="caution">{t('notInDraft')}</p>
        ) : (
          <Select
            label={t('takeAs')}
            value={String(level)}
            options={WARNING_LEVELS.map((l) => ({ value: String(l), label: levelName(l)[lang] }))}
            onChange={(value) => setLevel(WARNING_LEVELS.find((l) => String(l) === value)!)}
          />
        )}
        <span role="status">
          {taken}{' '}
          {taken !== null && (
            <PlaceLink to={{ free: { tab: 'edit', rule: rule.id, part: null } }}>{t('toDraft')}</PlaceLink>
          )}
        </span>
      </div>
    </>
  );
}

/** No threshold did better than chance on what had no part in choosing it, where that can be told. */
function isHeldNoBetter({ methods }: Calibrations): boolean {
  const told = methods.flatMap(({ found }) => found.holdOut?.youden ?? []);
  return told.length > 0 && told.every((youden) => youden <= 0);
}

interface ColumnParts {
  readonly rule: Rule;
  readonly lang: 'zh' | 'en';
  readonly t: ReturnType<typeof useT<keyof typeof BACKTEST_TEXT>>;
  readonly episodes: { readonly fit: number; readonly holdOut: number };
  readonly held: boolean;
  readonly level: WarningLevel;
  /** Place of the rule in the draft; −1 = it is not there. */
  readonly at: number;
  readonly take: (found: Found) => void;
}

function columnsOf({ rule, lang, t, episodes, held, level, at, take }: ColumnParts): TableColumn<Found>[] {
  const scores = (which: 'fit' | 'holdOut'): TableColumn<Found>[] => {
    const head = t(which === 'fit' ? 'fit' : 'held', { n: episodes[which] });
    return [
      {
        key: `${which} rates`,
        head: (
          <>
            {head}
            <span className="bt-beside">{t('recallRate')}</span>
          </>
        ),
        align: 'end',
        cell: ({ found }) => rates(found[which]),
      },
      {
        key: `${which} sum`,
        head: (
          <>
            {head}
            <span className="bt-beside">{t('nsrYouden')}</span>
          </>
        ),
        align: 'end',
        cell: ({ found }) => sums(found[which]),
      },
    ];
  };
  return [
    { key: 'method', head: t('method'), rowHeader: true, className: 'nowrap', cell: ({ method }) => t(method) },
    {
      key: 'threshold',
      head: t('proposed'),
      align: 'end',
      cell: ({ found: { threshold, refused } }) =>
        threshold === null ? (
          <>
            {NO_FIGURE}
            <span className="bt-beside">{refused?.[lang]}</span>
          </>
        ) : (
          figure(threshold, rule)
        ),
    },
    ...scores('fit'),
    ...(held ? scores('holdOut') : []),
    {
      key: 'take',
      head: '',
      cell: (row) =>
        row.found.threshold !== null && (
          <Button
            look="plain"
            disabled={at < 0}
            aria-label={t('takeNamed', { value: figure(row.found.threshold, rule), level: levelName(level)[lang] })}
            onClick={() => take(row)}
          >
            {t('take')}
          </Button>
        ),
    },
  ];
}

function rates(scores: MonthScores | null): string {
  return scores ? `${formatShare(scores.recall, 1)} / ${formatShare(scores.falseAlarmRate, 1)}` : NO_FIGURE;
}

function sums(scores: MonthScores | null): string {
  return scores ? `${formatNumber(scores.noiseToSignal, 3)} / ${formatNumber(scores.youden, 3)}` : NO_FIGURE;
}

/** As the rule compares it. */
function rounded(threshold: number, { decimals }: Rule): number {
  return Number(threshold.toFixed(decimals));
}

function figure(threshold: number, rule: Rule): string {
  return formatNumber(threshold, rule.decimals);
}

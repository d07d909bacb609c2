import { useMemo, useState } from 'react';
import type { Scenario } from '../../../backtest/what-if';
import { formatList, formatNumber, formatPeriodWords } from '../../../base/format';
import { INSUFFICIENT } from '../../../base/level';
import { formatPeriod } from '../../../base/period';
import { copyText } from '../../../platform/clipboard';
import { downloadText } from '../../../platform/download';
import type { AssessmentView } from '../../../platform/engine-api';
import type { WhatIfResult } from '../../../platform/rule-answers';
import { setPlace, useLang, usePlace } from '../../../store/place';
import { regionsNoun } from '../../../base/region-names';
import { whereWords } from '../../data/in-words';
import { Button } from '../../parts/Button';
import { Card } from '../../parts/Card';
import { DataTable, type TableColumn } from '../../parts/DataTable';
import { LevelBadge } from '../../parts/LevelBadge';
import { useT } from '../../parts/use-text';
import { FocusCard } from './FocusCard';
import { MovesTable } from './MovesTable';
import { countsAt, positionOf, ranksOf, type RegionChange, regionsAt, turnOf, whatIfCsv } from './result-rows';
import { WHAT_IF_TEXT } from './text';
import type { Focus } from './use-focus';

export interface ResultProps {
  readonly view: AssessmentView;
  readonly result: WhatIfResult;
  readonly scenario: Scenario;
  readonly focus: Focus;
}

/** What a scenario comes to: counts, levels of the regions, one region closely, all that moves. */
export function ResultCards({ view, result, scenario, focus }: ResultProps) {
  const t = useT(WHAT_IF_TEXT);
  const lang = useLang();
  const { free } = usePlace();
  const at = positionOf(result, view, free.at ?? '');
  const words = (position: number): string =>
    formatPeriodWords(view.frequency, result.first + position, lang, view.weekEndsOn);
  const regions = useMemo(() => regionsAt(result, view.tree, at), [result, view.tree, at]);
  const turns = regions.map(turnOf);
  const up = turns.filter((turn) => turn > 0).length;
  const down = turns.filter((turn) => turn < 0).length;
  const finding =
    up + down === 0
      ? t('findingNone', { period: words(at) })
      : t('finding', { period: words(at), up: formatNumber(up), down: formatNumber(down) });
  return (
    <>
      <Card
        title={finding}
        subtitle={`${t('mark')}${scenario.name === '' ? '' : ` · ${scenario.name}`}`}
        tools={<Take view={view} result={result} name={scenario.name} />}
      >
        <p className="small">
          {t('findingAll', { moved: formatNumber(result.moved), graded: formatNumber(result.graded) })}
        </p>
        <label className="field what-if-at">
          <span className="field-label">{t('atPeriod')}</span>
          <select
            className="select"
            value={at}
            onChange={(e) => {
              const period = result.first + Number(e.target.value);
              setPlace({ free: { at: formatPeriod(view.frequency, period, view.weekEndsOn) } }, { replace: true });
            }}
          >
            {Array.from({ length: result.count }, (_, k) => result.count - 1 - k).map((position) => (
              <option key={position} value={position}>
                {position < result.known ? words(position) : t('ahead', { period: words(position) })}
              </option>
            ))}
          </select>
        </label>
        <Counts view={view} result={result} at={at} />
        <Notes view={view} result={result} />
      </Card>
      <FocusCard view={view} result={result} focus={focus} at={at} />
      <Card title={`${t('levels')} · ${words(at)}`} subtitle={t('mark')}>
        <RegionLevels view={view} regions={regions} onShow={focus.choose} />
      </Card>
      <Card title={t('moved')} subtitle={t('mark')}>
        <MovesTable view={view} result={result} />
      </Card>
    </>
  );
}

/** To copy and to take away; every line says that it is no actual figure. */
function Take({
  view,
  result,
  name,
}: {
  readonly view: AssessmentView;
  readonly result: WhatIfResult;
  readonly name: string;
}) {
  const t = useT(WHAT_IF_TEXT);
  const lang = useLang();
  const [told, setTold] = useState<'copied' | 'copyFailed' | null>(null);
  return (
    <>
      <span role="status">{told && t(told)}</span>
      <Button
        onClick={() =>
          void copyText(whatIfCsv(result, view, name, lang)).then((done) => setTold(done ? 'copied' : 'copyFailed'))
        }
      >
        {t('copy')}
      </Button>
      <Button
        onClick={() => downloadText(`${t('file', { name })}.csv`, whatIfCsv(result, view, name, lang), 'text/csv')}
      >
        {t('download')}
      </Button>
    </>
  );
}

interface CountRow {
  readonly key: string;
  readonly noun: string;
  readonly which: 'actual' | 'supposed';
  readonly counts: readonly number[];
}

const LEVEL_BYTES = [4, 3, 2, 1, 0, INSUFFICIENT] as const;

function Counts({
  view,
  result,
  at,
}: {
  readonly view: AssessmentView;
  readonly result: WhatIfResult;
  readonly at: number;
}) {
  const t = useT(WHAT_IF_TEXT);
  const lang = useLang();
  const rows = ranksOf(view.tree).flatMap((regions, depth): CountRow[] => {
    const only = regions.length === 1 ? view.tree.regions[regions[0]!]!.name[lang] : null;
    const noun = only ?? `${formatNumber(regions.length)} ${regionsNoun(view.tree, regions)[lang]}`;
    const row = (which: CountRow['which'], levels: Uint8Array): CountRow => ({
      key: `${depth} ${which}`,
      noun,
      which,
      counts: countsAt(levels, regions, result.count, at),
    });
    return [row('actual', result.before), row('supposed', result.after)];
  });
  const columns: TableColumn<CountRow>[] = [
    { key: 'group', head: t('group'), rowHeader: true, cell: (r) => `${r.noun} · ${t(r.which)}` },
    ...LEVEL_BYTES.map(
      (level): TableColumn<CountRow> => ({
        key: String(level),
        head: <LevelBadge level={level} />,
        align: 'end',
        cell: (r) => formatNumber(r.counts[level === INSUFFICIENT ? 5 : level]!),
      }),
    ),
  ];
  return (
    <DataTable
      caption={t('counts')}
      columns={columns}
      rows={rows}
      rowKey={(r) => r.key}
      rowClass={(r) => (r.which === 'supposed' ? 'what-if-row' : undefined)}
    />
  );
}

/** Places at the end of the plausible range that are told one by one. */
const MOST_NOTES = 10;

/** What the scenario meets and what it leaves: shocks without a figure, the plausible range, parents that stay. */
function Notes({ view, result }: { readonly view: AssessmentView; readonly result: WhatIfResult }) {
  const t = useT(WHAT_IF_TEXT);
  const lang = useLang();
  const nameOf = (code: string): string => view.tree.regions[view.tree.indexOf.get(code)!]!.name[lang];
  const shortOf = (id: string): string => view.catalogue.byId.get(id)?.short[lang] ?? id;
  const leftBy = new Map<string, string[]>();
  for (const { indicator, regionCode } of result.left)
    leftBy.set(indicator, [...(leftBy.get(indicator) ?? []), nameOf(regionCode)]);
  const lines = [
    ...result.touched.map((count, i) =>
      count === 0 ? t('touchedNone', { n: i + 1 }) : t('touchedN', { n: i + 1, count: formatNumber(count) }),
    ),
    ...result.issues.slice(0, MOST_NOTES).map((issue) =>
      t('stopsAt', {
        where: whereWords(issue, lang, view.catalogue),
        indicator: shortOf(issue.column),
        detail: issue.detail[lang],
        expected: issue.expected[lang],
      }),
    ),
    ...[...leftBy].map(([id, names]) =>
      t('left', {
        names: formatList(names, lang),
        indicator: shortOf(id),
      }),
    ),
  ];
  return (
    <ul className="plain-list small" aria-label={t('notes')}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

const beforeBadge = (r: RegionChange) => <LevelBadge level={r.before} />;
const afterBadge = (r: RegionChange) => <LevelBadge level={r.after} />;

const turnMark = (r: RegionChange) => {
  const turn = turnOf(r);
  return <span className={turn > 0 ? 'worse' : 'better'}>{turn > 0 ? '▲' : turn < 0 ? '▼' : ''}</span>;
};

const showButton = (label: string, named: (r: RegionChange) => string, onShow: (code: string) => void) =>
  function cell(r: RegionChange) {
    return (
      <Button look="plain" aria-label={named(r)} onClick={() => onShow(r.code)}>
        {label}
      </Button>
    );
  };

interface RegionLevelsProps {
  readonly view: AssessmentView;
  readonly regions: readonly RegionChange[];
  readonly onShow: (code: string) => void;
}

function RegionLevels({ view, regions, onShow }: RegionLevelsProps) {
  const t = useT(WHAT_IF_TEXT);
  const lang = useLang();
  const nameOf = (r: RegionChange): string => view.tree.regions[r.region]!.name[lang];
  const columns: TableColumn<RegionChange>[] = [
    { key: 'region', head: t('regionHead'), rowHeader: true, cell: nameOf, sortBy: (r) => r.code },
    { key: 'before', head: t('before'), cell: beforeBadge },
    { key: 'after', head: t('after'), cell: afterBadge },
    {
      key: 'turn',
      head: '',
      cell: turnMark,
    },
    {
      key: 'show',
      head: t('show'),
      cell: showButton(t('show'), (r) => t('showNamed', { name: nameOf(r) }), onShow),
    },
  ];
  return (
    <DataTable
      caption={t('levels')}
      columns={columns}
      rows={regions}
      rowKey={(r) => r.code}
      rowClass={(r) => (r.before === r.after ? undefined : 'what-if-row')}
      maxHeight={340}
      limit={40}
    />
  );
}

import type { ReactNode } from 'react';
import { formatList, formatNumber } from '../../../base/format';
import { levelNumeral } from '../../../base/level';
import { evaluateGates } from '../../../response/gates';
import type { GateResult, Measure, Plan } from '../../../response/plan';
import { departmentWords, effectWords, inRow, layersWords } from '../../../response/plan-words';
import { reasonOf } from '../../../response/response-text';
import { TRAIT_NAMES } from '../../../response/text';
import { useLang } from '../../../store/place';
import { useReadyView } from '../../../store/session';
import { clauseName } from '../../../response/clauses';
import { DataTable, type TableColumn } from '../../parts/DataTable';
import { useT } from '../../parts/use-text';
import { clauseWords } from '../../region/clause';
import { MATRIX_TEXT } from './text';
import type { RegionGates } from './use-region-gates';

interface MeasureDetailProps {
  readonly plan: Plan;
  readonly measure: Measure;
  readonly gates: RegionGates | null;
}

const UNKNOWN = new Map<string, never>();

/** All that the plan says of one measure, with what of it is the document's and what is ours. */
export function MeasureDetail({ plan, measure, gates }: MeasureDetailProps) {
  const t = useT(MATRIX_TEXT);
  const lang = useLang();
  const { catalogue } = useReadyView();
  const nameOf = (id: string) => catalogue.byId.get(id)?.name ?? { zh: id, en: id };
  const answers = Object.entries(measure.answers)
    .toSorted(([, a], [, b]) => b - a)
    .map(([id, weight]) => `${nameOf(id)[lang]} ${formatNumber(weight, 1)}`);
  const open = t('openFromWords', { level: levelNumeral(measure.fromLevel) });
  const fits = formatList(
    measure.fits.map((trait) => TRAIT_NAMES[trait][lang]),
    lang,
  );
  const proposed = gates?.proposed.find((p) => p.measure.id === measure.id);
  const lines: readonly (readonly [key: keyof typeof MATRIX_TEXT, words: ReactNode])[] = [
    ['summary', measure.summary[lang]],
    ['target', measure.targetGroup[lang]],
    [
      'clause',
      <>
        {t('clauseIn', { clause: clauseWords(measure.clause, lang), name: clauseName(measure.clause)[lang] })}
        {measure.regional && (
          <>
            {lang === 'zh' ? '；' : '; '}
            {t('regional')}
          </>
        )}
      </>,
    ],
    ['lead', departmentWords(plan, measure.lead, true)[lang]],
    [
      'supporting',
      measure.supporting.length === 0
        ? t('noSupporting')
        : inRow(measure.supporting.map((d) => departmentWords(plan, d, true)))[lang],
    ],
    ['mayStart', layersWords(measure.mayStart)[lang]],
    [
      'openFrom',
      measure.byDecisionFrom === null ? open : t('decisionFrom', { open, level: levelNumeral(measure.byDecisionFrom) }),
    ],
    ['funding', measure.funding?.[lang] ?? t('noFunding')],
    ['effect', effectWords(measure, nameOf(measure.effect.indicator))[lang]],
    ['answers', formatList(answers, lang)],
    ...(fits === ''
      ? []
      : ([
          [
            'fits',
            measure.elsewhere === undefined
              ? fits
              : t('elsewhere', { fits, share: formatNumber(measure.elsewhere, 1) }),
          ],
        ] as const)),
    ...(measure.note ? ([['note', measure.note[lang]]] as const) : []),
    ...(proposed ? ([['reason', reasonOf(proposed, catalogue)[lang]]] as const) : []),
    ['source', t(measure.regional ? 'sixAndOurs' : 'fromDocumentAndOurs')],
  ];
  const results = gates?.gatesOf(measure.id) ?? evaluateGates(measure, plan, UNKNOWN);
  return (
    <div className="measure-detail">
      <dl>
        {lines.map(([key, words]) => (
          <div key={key}>
            <dt>{t(key)}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      {results.length > 0 && <GatesTable results={results} withFigures={gates !== null} name={measure.name[lang]} />}
    </div>
  );
}

interface GatesTableProps {
  readonly results: readonly GateResult[];
  /** A region is chosen: states and figures are shown. */
  readonly withFigures: boolean;
  readonly name: string;
}

function GatesTable({ results, withFigures, name }: GatesTableProps) {
  const t = useT(MATRIX_TEXT);
  const lang = useLang();
  const figures: TableColumn<GateResult>[] = [
    { key: 'state', head: t('gateState'), className: 'nowrap', cell: stateCell },
    { key: 'figure', head: t('gateFigure'), className: 'nowrap', cell: (g) => g.figure[lang] },
    { key: 'source', head: t('gateSource'), className: 'small', cell: (g) => g.source[lang] },
  ];
  const columns: TableColumn<GateResult>[] = [
    { key: 'fact', head: t('gateFact'), rowHeader: true, cell: (g) => g.fact.name[lang] },
    { key: 'required', head: t('gateRequired'), className: 'nowrap', cell: (g) => g.required[lang] },
    ...(withFigures ? figures : []),
    { key: 'note', head: t('gateNote'), className: 'small', cell: (g) => g.gate.note[lang] },
    {
      key: 'clause',
      head: t('gateClause'),
      className: 'small nowrap',
      cell: (g) => (g.gate.clause === null ? t('oursLong') : clauseWords(g.gate.clause, lang)),
    },
  ];
  return <DataTable caption={t('gatesOf', { name })} columns={columns} rows={results} rowKey={(g) => g.gate.fact} />;
}

const MARKS: Readonly<Record<GateResult['state'], string>> = { met: '✓', 'not-met': '✗', unknown: '?' };

const stateCell = ({ state }: GateResult) => <GateState state={state} />;

/** Met, not met, not known: a mark and the word. */
function GateState({ state }: { readonly state: GateResult['state'] }) {
  const t = useT(MATRIX_TEXT);
  return (
    <span className={state === 'not-met' ? 'matrix-failed' : state === 'unknown' ? 'quiet' : ''}>
      <span aria-hidden="true">{MARKS[state]}</span> {t(state)}
    </span>
  );
}

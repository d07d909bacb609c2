import { Fragment } from 'react';
import { WARNING_LEVELS } from '../../../base/level';
import type { Measure, Plan } from '../../../response/plan';
import { departmentWords, effectWords } from '../../../response/plan-words';
import { requiredWords } from '../../../response/gates';
import { setPlace, useLang } from '../../../store/place';
import { useReadyView } from '../../../store/session';
import { LevelBadge } from '../../parts/LevelBadge';
import { useT } from '../../parts/use-text';
import { clauseWords } from '../../region/clause';
import { gateCounts, levelCell } from './cells';
import type { ClauseGroup } from './filter';
import { MeasureDetail } from './MeasureDetail';
import { MATRIX_TEXT } from './text';
import type { RegionGates } from './use-region-gates';

const WORST_FIRST = WARNING_LEVELS.toReversed();
const COLUMNS = 3 + WORST_FIRST.length + 1;

interface MeasuresTableProps {
  readonly plan: Plan;
  readonly groups: readonly ClauseGroup[];
  /** Level of the chosen region: its column is marked. */
  readonly highlight: number | null;
  readonly gates: RegionGates | null;
  readonly openId: string | null;
}

/** Measures by clause; at each level who may start them; one opened for all that the plan says of it. */
export function MeasuresTable({ plan, groups, highlight, gates, openId }: MeasuresTableProps) {
  const t = useT(MATRIX_TEXT);
  const lang = useLang();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must take focus (WCAG 2.1.1)
    <div className="table-box" role="region" aria-label={t('measuresTable')} tabIndex={0}>
      <table className="table measures-table">
        <caption className="visually-hidden">{t('measuresTable')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('measure')}</th>
            <th scope="col">{t('lead')}</th>
            {WORST_FIRST.map((level) => (
              <th key={level} scope="col" className={level === highlight ? 'matrix-now' : ''}>
                <LevelBadge level={level} />
              </th>
            ))}
            <th scope="col">{t('gate')}</th>
            <th scope="col">{t('effect')}</th>
          </tr>
        </thead>
        {groups.map(({ clause, name, measures }) => (
          <tbody key={clause}>
            <tr className="matrix-group">
              <th colSpan={COLUMNS} scope="rowgroup">
                {clauseWords(clause, lang)} {name[lang]}
              </th>
            </tr>
            {measures.map((measure) => (
              <Fragment key={measure.id}>
                <MeasureRow
                  plan={plan}
                  measure={measure}
                  highlight={highlight}
                  gates={gates}
                  open={measure.id === openId}
                />
                {measure.id === openId && (
                  <tr className="matrix-detail">
                    <td colSpan={COLUMNS}>
                      <MeasureDetail plan={plan} measure={measure} gates={gates} />
                    </td>
                  </tr>
                )}
              </Fragment>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

interface MeasureRowProps extends Omit<MeasuresTableProps, 'groups' | 'openId'> {
  readonly measure: Measure;
  readonly open: boolean;
}

function MeasureRow({ plan, measure, highlight, gates, open }: MeasureRowProps) {
  const t = useT(MATRIX_TEXT);
  const lang = useLang();
  const { catalogue } = useReadyView();
  const indicator = catalogue.byId.get(measure.effect.indicator)?.short ?? {
    zh: measure.effect.indicator,
    en: measure.effect.indicator,
  };
  const place = gates ? gates.proposed.findIndex((p) => p.measure.id === measure.id) : -1;
  const others = measure.supporting.length;
  return (
    <tr className={open ? 'selected' : undefined}>
      <th scope="row">
        <button
          type="button"
          className="matrix-open"
          aria-expanded={open}
          onClick={() => setPlace({ free: { m: open ? null : measure.id } }, { replace: true })}
        >
          <span aria-hidden="true">{open ? '▾' : '▸'}</span> {measure.name[lang]}
        </button>
        {place >= 0 && <span className="matrix-place">{t('proposed', { place: place + 1 })}</span>}
      </th>
      <td className="small">
        {departmentWords(plan, measure.lead)[lang]}
        {others > 0 && <span className="quiet"> {t('more', { count: others + 1 })}</span>}
      </td>
      {WORST_FIRST.map((level) => {
        const { words, kind } = levelCell(measure, level, lang);
        return (
          <td key={level} className={`matrix-level matrix-${kind} ${level === highlight ? 'matrix-now' : ''}`}>
            {kind === 'closed' ? (
              <>
                <span aria-hidden="true">{words}</span>
                <span className="visually-hidden">{t('notOpen')}</span>
              </>
            ) : (
              words
            )}
          </td>
        );
      })}
      <td className="small">
        <GateSummary plan={plan} measure={measure} gates={gates} />
      </td>
      <td className="small">{effectWords(measure, indicator)[lang]}</td>
    </tr>
  );
}

function GateSummary({ plan, measure, gates }: Pick<MeasureRowProps, 'plan' | 'measure' | 'gates'>) {
  const t = useT(MATRIX_TEXT);
  const lang = useLang();
  if (measure.gates.length === 0) return <span className="quiet">{t('noGates')}</span>;
  if (gates) {
    const results = gates.gatesOf(measure.id);
    const failed = results.some((g) => g.state === 'not-met');
    return <span className={failed ? 'matrix-failed' : ''}>{gateCounts(results, lang)}</span>;
  }
  return measure.gates.map((gate) => {
    const fact = plan.facts.find((f) => f.id === gate.fact)!;
    return (
      <span key={gate.fact} className="matrix-gate">
        {fact.name[lang]} {requiredWords(gate, fact)[lang]}
      </span>
    );
  });
}

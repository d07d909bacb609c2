import { type ReactNode, useState } from 'react';
import { WARNING_LEVELS, type WarningLevel } from '../../../base/level';
import { LAYER_NAMES } from '../../../response/actor-text';
import { type Layer, type LayerDuty, LAYERS, type Plan, type Step, STEPS } from '../../../response/plan';
import { deadlineWords, STEP_NAMES } from '../../../response/plan-words';
import { dutyOf } from '../../../response/propose';
import { useLang } from '../../../store/place';
import { Choice } from '../../parts/Button';
import { Card } from '../../parts/Card';
import { LevelBadge } from '../../parts/LevelBadge';
import { useT } from '../../parts/use-text';
import { clauseWords } from '../../region/clause';
import { MATRIX_TEXT } from './text';

const WORST_FIRST = WARNING_LEVELS.toReversed();

interface DutiesCardProps {
  readonly plan: Plan;
  /** Level of the chosen region; null = none is chosen. */
  readonly level: number | null;
  /** Layer of the chosen region; null = none is chosen. */
  readonly layer: Layer | null;
}

/** Level × layer: who responds, who reviews the plan, to whom is reported, and how long each step may take. */
export function DutiesCard({ plan, level, layer }: DutiesCardProps) {
  const t = useT(MATRIX_TEXT);
  const lang = useLang();
  const [chosen, setChosen] = useState<Layer | null>(null);
  const where = chosen ?? layer ?? 'county';
  const rows: readonly [key: string, head: ReactNode, cell: (duty: LayerDuty) => ReactNode][] = [
    ['responds', t('responds'), (d) => d.responds[lang]],
    ['reviews', t('reviews'), (d) => d.reviews[lang]],
    ['reportsTo', t('reportsTo'), (d) => d.reportsTo[lang]],
    [
      'duty',
      t('duty'),
      (d) => (d.mustReport ? <strong>{`${t('must')} · ${clauseWords(d.clause, lang)}`}</strong> : t('may')),
    ],
  ];
  const columnClass = (l: WarningLevel): string => (l === level ? 'matrix-now' : '');
  return (
    <Card
      title={t('dutiesTitle')}
      subtitle={t('dutiesSubtitle')}
      footer={t('counts')}
      tools={
        <Choice
          label={t('where')}
          name="duty-layer"
          value={where}
          options={LAYERS.toReversed().map((value) => ({ value, label: LAYER_NAMES[value][lang] }))}
          onChange={setChosen}
        />
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must take focus (WCAG 2.1.1) */}
      <div className="table-box" role="region" aria-label={t('dutiesTable')} tabIndex={0}>
        <table className="table duties-table">
          <caption className="visually-hidden">{`${t('dutiesTable')} · ${LAYER_NAMES[where][lang]}`}</caption>
          <thead>
            <tr>
              <th scope="col">{t('item')}</th>
              {WORST_FIRST.map((l) => (
                <th key={l} scope="col" className={columnClass(l)}>
                  <LevelBadge level={l} /> {l === level && <span className="small">{t('present')}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([key, head, cell]) => (
              <tr key={key}>
                <th scope="row">{head}</th>
                {WORST_FIRST.map((l) => (
                  <td key={l} className={columnClass(l)}>
                    {cell(dutyOf(plan, l, where))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tbody>
            <tr className="matrix-group">
              <th colSpan={1 + WORST_FIRST.length} scope="rowgroup">
                {t('clocks')}
              </th>
            </tr>
            {STEPS.map((step) => (
              <tr key={step}>
                <th scope="row">{STEP_NAMES[step][lang]}</th>
                {WORST_FIRST.map((l) => (
                  <td key={l} className={columnClass(l)}>
                    <Clock plan={plan} level={l} step={step} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

function Clock({ plan, level, step }: { readonly plan: Plan; readonly level: WarningLevel; readonly step: Step }) {
  const t = useT(MATRIX_TEXT);
  const lang = useLang();
  const deadline = plan.deadlines.find((d) => d.level === level && d.step === step);
  if (!deadline) return '—';
  const source = deadline.source?.[lang] ?? t('oursLong');
  return (
    <span title={source}>
      {deadlineWords(deadline)[lang]} <span className="plan-ours">{t('ours')}</span>
    </span>
  );
}

import type { Plan, PlanBasis } from '../../../response/plan';
import { useLang } from '../../../store/place';
import { useT } from '../../parts/use-text';
import { MATRIX_TEXT } from './text';

const PARTS = [
  'departments',
  'duties',
  'deadlines',
  'measures',
  'gates',
] as const satisfies readonly (keyof PlanBasis)[];

/** Policy sets duties, not numbers: what of the plan stands in the document, and what is ours. */
export function BasisNote({ plan }: { readonly plan: Plan }) {
  const t = useT(MATRIX_TEXT);
  const lang = useLang();
  return (
    <details className="plan-basis">
      <summary>{t('whatIsOurs')}</summary>
      <dl>
        {PARTS.map((part) => {
          const words = plan.basis[part];
          return words ? (
            <div key={part}>
              <dt>{t(part)}</dt>
              <dd>{words[lang]}</dd>
            </div>
          ) : null;
        })}
      </dl>
    </details>
  );
}

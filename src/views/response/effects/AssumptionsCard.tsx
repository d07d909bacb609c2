import type { EffectAnswer } from '../../../response/effects/effect';
import { useLang } from '../../../store/place';
import { Card } from '../../parts/Card';
import { useT } from '../../parts/use-text';
import { EFFECTS_TEXT } from './text';

/** What both methods take for granted, and what else to know before the answer is used. */
export function AssumptionsCard({ answer }: { readonly answer: EffectAnswer }) {
  const t = useT(EFFECTS_TEXT);
  const lang = useLang();
  return (
    <Card title={t('assumptions')}>
      <div className="effects-assumptions">
        {(['assume', 'limits'] as const).map((part) => (
          <section key={part} aria-label={t(part)}>
            <h3 className="effects-part">{t(part)}</h3>
            <ul>
              {(part === 'assume' ? answer.assumptions : answer.limits).map((text) => (
                <li key={text.zh}>{text[lang]}</li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Card>
  );
}

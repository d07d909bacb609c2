import type { Indicator } from '../../base/indicators';
import { unitName } from '../../base/units';
import { useLang } from '../../store/place';
import { Card } from '../parts/Card';
import { useT } from '../parts/use-text';
import { TEXT } from './text';
import { kindWords, worseWords } from './words';

/** What the chosen indicators are: definition, unit, source, lag and kind, as the catalogue has them. */
export function Definitions({ indicators }: { readonly indicators: readonly Indicator[] }) {
  const lang = useLang();
  const t = useT(TEXT);
  return (
    <Card title={t('definitions')} className="definitions">
      <div className="definition-list">
        {indicators.map((indicator) => (
          <section key={indicator.id} aria-label={indicator.name[lang]}>
            <h3>{indicator.name[lang]}</h3>
            <p>{indicator.definition[lang]}</p>
            <dl>
              <dt>{t('unit')}</dt>
              <dd>{unitName(indicator.unit)[lang]}</dd>
              <dt>{t('kind')}</dt>
              <dd>{kindWords(indicator.kind)[lang]}</dd>
              <dt>{t('worse')}</dt>
              <dd>{worseWords(indicator.worse)[lang]}</dd>
              <dt>{t('lag')}</dt>
              <dd>{t('lagDays', { n: indicator.lagDays })}</dd>
              <dt>{t('source')}</dt>
              <dd>{indicator.source[lang]}</dd>
            </dl>
          </section>
        ))}
      </div>
    </Card>
  );
}

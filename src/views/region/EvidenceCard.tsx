import { memo, useMemo, useState } from 'react';
import { formatNumber } from '../../base/format';
import { CHART_THEMES } from '../../charts/theme';
import { RULE_CHART_PX } from '../../charts/rule-chart-option';
import { rankRules } from '../../levels/rank-rules';
import type { RuleSeries } from '../../levels/rule-series';
import { useTheme } from '../../store/place';
import { Button } from '../parts/Button';
import { Card } from '../parts/Card';
import { ChartView } from '../parts/ChartView';
import { LevelBadge } from '../parts/LevelBadge';
import { useSourceWords } from '../parts/use-source';
import { useT } from '../parts/use-text';
import { ruleChart } from './rule-charts';
import type { Shown } from './shown';
import { REGION_TEXT } from './text';

const FIRST_SHOWN = 6;

interface EvidenceCardProps extends Shown {
  readonly rules: readonly RuleSeries[];
  readonly regionCode: string;
}

/** Every rule's statistic with its lines as bands, worst first. */
export const EvidenceCard = memo(function EvidenceCard({ view, period, lang, rules, regionCode }: EvidenceCardProps) {
  const t = useT(REGION_TEXT);
  const theme = CHART_THEMES[useTheme()];
  const source = useSourceWords();
  const [all, setAll] = useState(false);
  const ranked = useMemo(() => rankRules(rules, period - view.first), [rules, period, view]);
  const shown = all ? ranked : ranked.slice(0, FIRST_SHOWN);
  const charts = useMemo(
    () => shown.flatMap((series) => ruleChart(view, series, period, lang, theme) ?? []),
    [shown, view, period, lang, theme],
  );
  return (
    <Card
      title={t('evidence')}
      subtitle={t('evidenceSubtitle')}
      footer={t('evidenceFooter', {
        source,
        basis: t(view.rules.builtIn ? 'basisOurs' : 'basisUser'),
      })}
    >
      {ranked.length === 0 && <p className="quiet">{t('noRules')}</p>}
      <div className="multiples">
        {charts.map(({ ruleId, level, model }) => (
          <figure key={ruleId} className="multiple" aria-label={model.title}>
            <h3 className="multiple-title">
              {level !== 0 && <LevelBadge level={level} form="numeral" />} {model.title}
            </h3>
            <p className="card-subtitle">{model.subtitle}</p>
            <ChartView
              model={model}
              height={RULE_CHART_PX}
              renderer="svg"
              steady
              source={source}
              fileName={`${regionCode}-${model.title}`}
            />
          </figure>
        ))}
      </div>
      {ranked.length > FIRST_SHOWN && (
        <Button onClick={() => setAll(!all)}>
          {all
            ? t('showFewer', { count: formatNumber(FIRST_SHOWN) })
            : t('showAllRules', { count: formatNumber(ranked.length) })}
        </Button>
      )}
    </Card>
  );
});

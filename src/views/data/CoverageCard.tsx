import { useMemo } from 'react';
import { formatNumber } from '../../base/format';
import { coverageHeight, coverageOption } from '../../charts/coverage-option';
import { CHART_THEMES } from '../../charts/theme';
import type { AssessmentView, Coverage } from '../../platform/engine-api';
import { useLang, useTheme } from '../../store/place';
import { useDemonstrationMark, useSource } from '../../store/session';
import { ChartView } from '../parts/ChartView';
import { Figure } from '../parts/Figure';
import { useT } from '../parts/use-text';
import { DATA_TEXT } from './text';

/** Which figures are there, by indicator and period. */
export function CoverageCard({ view, coverage }: { readonly view: AssessmentView; readonly coverage: Coverage }) {
  const t = useT(DATA_TEXT);
  const lang = useLang();
  const theme = useTheme();
  const source = useSource();
  const mark = useDemonstrationMark();
  const model = useMemo(
    () =>
      coverageOption({
        names: coverage.indicators.map((id) => view.catalogue.byId.get(id)?.short[lang] ?? id),
        share: coverage.share,
        last: coverage.last,
        frequency: view.frequency,
        weekEndsOn: view.weekEndsOn,
        first: view.first,
        count: view.count,
        lang,
        theme: CHART_THEMES[theme],
      }),
    [view, coverage, lang, theme],
  );
  const words = [
    t('sourceLine', { source: source.name[lang] }),
    ...(mark ? [t('notReal')] : []),
    t('valuesValue', { values: formatNumber(coverage.values) }),
  ].join(' · ');
  return (
    <Figure title={model.title} subtitle={model.subtitle} footer={words}>
      <ChartView
        model={model}
        height={coverageHeight(coverage.indicators.length)}
        fileName={t('coverageFile')}
        source={words}
      />
    </Figure>
  );
}

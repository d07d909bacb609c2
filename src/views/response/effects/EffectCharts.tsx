import { useMemo } from 'react';
import { effectGapModel } from '../../../charts/effect-gap-option';
import { EFFECT_PX, effectPathModel } from '../../../charts/effect-path-option';
import type { EffectChartInput } from '../../../charts/effect-words';
import { CHART_THEMES } from '../../../charts/theme';
import type { EffectAnswer, EffectQuestion, EffectSeries } from '../../../response/effects/effect';
import { useLang, useTheme } from '../../../store/place';
import { useReadyView } from '../../../store/session';
import { ChartView } from '../../parts/ChartView';
import { Figure } from '../../parts/Figure';
import { useSourceWords } from '../../parts/use-source';
import { VIEW_NAMES } from './text';

interface EffectChartsProps {
  readonly answer: EffectAnswer;
  readonly series: EffectSeries;
  readonly question: EffectQuestion;
}

/** The region beside its twin, and the gap between them in front of chance. */
export function EffectCharts({ answer, series, question }: EffectChartsProps) {
  const lang = useLang();
  const theme = CHART_THEMES[useTheme()];
  const view = useReadyView();
  const source = useSourceWords();
  const region = view.tree.regions[view.tree.indexOf.get(question.regionCode) ?? -1]?.name[lang] ?? '';
  const indicator = view.catalogue.byId.get(answer.indicatorId)?.short[lang] ?? '';
  const models = useMemo(() => {
    const input: EffectChartInput = {
      ...series,
      region,
      indicator: `${indicator}${lang === 'zh' ? '，' : ', '}${VIEW_NAMES[answer.view][lang]}`,
      verdict: answer.verdict.sentence[lang],
      unit: answer.unit,
      differenceUnit: answer.differenceUnit,
      decimals: answer.decimals,
      signed: answer.view === 'yoy',
      span: {
        frequency: answer.frequency,
        weekEndsOn: answer.weekEndsOn,
        joint: answer.joint,
        noJanuary: answer.joint,
      },
      lang,
      theme,
    };
    return [
      { key: 'path', model: effectPathModel(input) },
      {
        key: 'gap',
        model: effectGapModel({
          ...input,
          since: answer.synthetic?.difference ?? NaN,
          misfit: answer.synthetic?.misfit ?? NaN,
        }),
      },
    ];
  }, [answer, series, region, indicator, lang, theme]);
  return (
    <div className="effects-charts">
      {models.map(({ key, model }) => (
        <Figure key={key} title={model.title} subtitle={model.subtitle} footer={source}>
          <ChartView model={model} height={EFFECT_PX} fileName={model.title} source={source} />
        </Figure>
      ))}
    </div>
  );
}

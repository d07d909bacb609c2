import { formatPeriodWords, formatSpan } from '../../../base/format';
import { formatPeriod } from '../../../base/period';
import { EFFECT_VIEWS, type EffectView } from '../../../response/effects/effect';
import type { StartedMeasure } from '../../../response/effects/started-measures';
import { setPlace, useLang } from '../../../store/place';
import { useReadyView } from '../../../store/session';
import { trailNames } from '../../../store/trail-names';
import { useResponse } from '../../../store/use-response';
import { Select } from '../../parts/Button';
import { Card } from '../../parts/Card';
import { useT } from '../../parts/use-text';
import { regionOptions } from '../case/region-options';
import { LENGTHS, type ReadQuestion, startOptions } from './question';
import { EFFECTS_TEXT, VIEW_NAMES } from './text';

interface QuestionCardProps {
  readonly read: ReadQuestion;
  readonly started: readonly StartedMeasure[];
  /** The view of the answer on the screen; null while there is none. */
  readonly shown: EffectView | null;
}

/** Another question keeps nothing that was chosen for the one before. */
const AFRESH = { with: null, without: null } as const;

/** Region, indicator, start and length: from a measure of a review, or by hand. */
export function QuestionCard({ read, started, shown }: QuestionCardProps) {
  const t = useT(EFFECTS_TEXT);
  const lang = useLang();
  const view = useReadyView();
  const plan = useResponse((s) => s.plan);
  const names = trailNames(view, plan);
  const { question, measure } = read;
  const put = (free: Readonly<Record<string, string | null>>): void => setPlace({ free }, { replace: true });
  const words = (period: number): string => formatPeriodWords(view.frequency, period, lang, view.weekEndsOn);
  const lengths = [...new Set([...LENGTHS, question.periods])].sort((a, b) => a - b);
  const starts = startOptions(view);
  const start = formatPeriod(view.frequency, question.start, view.weekEndsOn);
  const startChoices = starts.some(({ spelt }) => spelt === start)
    ? starts
    : [{ period: question.start, spelt: start }, ...starts];
  return (
    <Card title={t('question')} subtitle={t('questionSubtitle')}>
      <div className="effects-question">
        {started.length === 0 ? (
          <p className="quiet">{t('noMeasuresYet')}</p>
        ) : (
          <Select
            label={t('measure')}
            className="effects-measure"
            value={measure === null ? '' : String(measure.seq)}
            options={[
              { value: '', label: t('noMeasure') },
              ...started.map((one) => ({
                value: String(one.seq),
                label: t(one.begun ? 'measureOption' : 'measureDecided', {
                  region: names.region(one.regionCode)[lang],
                  measure: names.measure(one.measure)[lang],
                  from: words(one.start),
                }),
              })),
            ]}
            onChange={(seq) =>
              put(
                seq === ''
                  ? { measure: null, of: question.regionCode, figure: question.indicatorId, start }
                  : { measure: seq, of: null, figure: null, start: null, for: null, as: null, ...AFRESH },
              )
            }
          />
        )}
        <Select
          label={t('region')}
          value={question.regionCode}
          options={regionOptions(view.tree, lang)}
          onChange={(of) => put({ of, ...AFRESH })}
        />
        <Select
          label={t('indicator')}
          value={question.indicatorId}
          options={view.indicators.flatMap((id) => {
            const indicator = view.catalogue.byId.get(id);
            return indicator ? [{ value: id, label: indicator.name[lang] }] : [];
          })}
          onChange={(figure) => put({ figure, as: null })}
        />
        <Select
          label={t('start')}
          value={start}
          options={startChoices.map(({ period, spelt }) => ({ value: spelt, label: words(period) }))}
          onChange={(spelt) => put({ start: spelt })}
        />
        <Select
          label={t('length')}
          value={String(question.periods)}
          options={lengths.map((n) => ({ value: String(n), label: formatSpan(view.frequency, n, lang) }))}
          onChange={(n) => put({ for: n })}
        />
        <Select
          label={t('view')}
          value={question.view ?? ''}
          options={[
            {
              value: '',
              label:
                question.view === null && shown
                  ? t('auto', { view: VIEW_NAMES[shown][lang] })
                  : t('auto', { view: '—' }),
            },
            ...EFFECT_VIEWS.map((one) => ({ value: one, label: VIEW_NAMES[one][lang] })),
          ]}
          onChange={(as) => put({ as: as || null })}
        />
      </div>
    </Card>
  );
}

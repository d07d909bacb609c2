import { useMemo, useState } from 'react';
import { formatNumber, formatPeriodWords } from '../../../../base/format';
import { levelNumeral } from '../../../../base/level';
import { parsePeriod, type Period } from '../../../../base/period';
import { type Checklist, type ChecklistFigure, checklistOf } from '../../../../response/case/checklist';
import { useLang } from '../../../../store/place';
import { useEngineCall } from '../../../../store/use-engine-call';
import { Button, Choice } from '../../../parts/Button';
import { Card } from '../../../parts/Card';
import { PlaceLink } from '../../../parts/PlaceLink';
import { Failed, Skeleton } from '../../../parts/states';
import { useT } from '../../../parts/use-text';
import { WhyCard } from '../../../region/WhyCard';
import { useActing } from '../acting';
import { figureWords } from '../names';
import type { StepProps } from '../step';
import { CASE_TEXT } from '../text';
import { CheckRow } from './CheckRow';
import { VERIFY_TEXT } from './verify-text';

/** Are the figures right? Each one behind the level is confirmed or doubted; beside it the derivation and four questions. */
export function VerifyStep(props: StepProps) {
  const { review, view } = props;
  const t = useT(VERIFY_TEXT);
  const c = useT(CASE_TEXT);
  const lang = useLang();
  const opening = periodInView(props);
  const [newest, setNewest] = useState(false);
  const period = newest || opening === null ? view.latest : opening;
  const { data, error } = useEngineCall(`verify ${review.regionCode} ${period}`, (engine, options) =>
    engine.regionDetail(review.regionCode, period, options),
  );
  const detail = data?.period === period && data.regionCode === review.regionCode ? data : null;
  const checklist = useMemo(
    () => (detail ? checklistOf(detail.derivation, review.checks, view) : null),
    [detail, review.checks, view],
  );
  if (error) return <Failed title={c('detailFailed')} detail={error.what[lang]} />;
  if (!detail || !checklist) {
    return (
      <Card>
        <Skeleton lines={8} />
      </Card>
    );
  }
  const words = (of: Period): string => formatPeriodWords(view.frequency, of, lang, view.weekEndsOn);
  const chooser = opening !== null && opening !== view.latest && (
    <Choice
      label={t('periodLabel')}
      name="verify-period"
      value={newest ? 'newest' : 'opening'}
      options={[
        { value: 'opening', label: t('atOpening', { period: words(opening) }) },
        { value: 'newest', label: t('newest', { period: words(view.latest) }) },
      ]}
      onChange={(value) => setNewest(value === 'newest')}
    />
  );
  return (
    <>
      <FiguresCard {...props} checklist={checklist} periodName={words(period)} chooser={chooser} />
      <Card title={t('questions')} subtitle={t('questionsSubtitle')}>
        <ul className="case-rows">
          {checklist.questions.map((question) => (
            <CheckRow
              key={question.id}
              caseId={review.id}
              item={question.id}
              what={question.question[lang]}
              note={question.why[lang]}
              figure={null}
              check={question.check}
              question
            />
          ))}
        </ul>
      </Card>
      <WhyCard view={view} lang={lang} derivation={detail.derivation} />
    </>
  );
}

/** The period on which the review was opened, where the present assessment has it. */
function periodInView({ review, view }: StepProps): Period | null {
  const parsed = parsePeriod(review.period);
  const inside =
    parsed?.frequency === view.frequency && parsed.period >= view.first && parsed.period < view.first + view.count;
  return inside ? parsed.period : null;
}

interface FiguresCardProps extends StepProps {
  readonly checklist: Checklist;
  readonly periodName: string;
  readonly chooser: React.ReactNode;
}

function FiguresCard({ review, view, checklist, periodName, chooser }: FiguresCardProps) {
  const t = useT(VERIFY_TEXT);
  const lang = useLang();
  const { names, readOnly, recordAll } = useActing();
  const [all, setAll] = useState(false);
  const newest = checklist.figures.filter((figure) => figure.newest);
  const older = checklist.figures.filter((figure) => !figure.newest);
  const unjudged = newest.filter((figure) => !figure.check);
  const count = (result: string): string =>
    formatNumber(checklist.figures.filter((figure) => figure.check?.result === result).length);
  const row = (figure: ChecklistFigure) => <FigureRow key={figure.id} {...{ review, view, figure }} />;
  const confirmRest = (): void =>
    void recordAll(
      unjudged.map(({ id, figure }) => ({
        kind: 'check-figure' as const,
        case: review.id,
        item: id,
        result: 'confirmed' as const,
        figure,
        note: '',
      })),
    );
  return (
    <Card
      title={t('figures')}
      subtitle={t('figuresSubtitle', {
        region: names.region(review.regionCode)[lang],
        period: periodName,
        count: formatNumber(checklist.figures.length),
        confirmed: count('confirmed'),
        suspect: count('suspect'),
        open: formatNumber(unjudged.length),
      })}
      tools={
        <>
          {chooser}
          {unjudged.length > 1 && readOnly === null && (
            <Button title={t('confirmRestHelp')} onClick={confirmRest}>
              {t('confirmRest', { count: formatNumber(unjudged.length) })}
            </Button>
          )}
        </>
      }
    >
      {checklist.figures.length === 0 && <p className="quiet">{t('noFigures')}</p>}
      <ul className="case-rows">{newest.map(row)}</ul>
      {older.length > 0 && (
        <details onToggle={(e) => setAll(e.currentTarget.open)}>
          <summary className="small">{t('older', { count: formatNumber(older.length) })}</summary>
          {all && <ul className="case-rows">{older.map(row)}</ul>}
        </details>
      )}
      {checklist.former.length > 0 && (
        <details>
          <summary className="small">{t('former', { count: formatNumber(checklist.former.length) })}</summary>
          <ul className="case-rows">
            {checklist.former.map(({ id, figure, check }) => (
              <CheckRow
                key={id}
                caseId={review.id}
                item={id}
                what={`${names.indicator(figure.indicatorId)[lang]} ${figureWords(figure.value, figure.indicatorId, view, lang)}`}
                note={null}
                figure={figure}
                check={check}
              />
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}

function FigureRow({
  review,
  view,
  figure,
}: Pick<StepProps, 'review' | 'view'> & { readonly figure: ChecklistFigure }) {
  const t = useT(VERIFY_TEXT);
  const lang = useLang();
  const { indicatorId, regionCode } = figure.figure;
  const signals = figure.signals.map(({ ruleId, level }) => {
    const rule = view.ruleSet.rules.find((r) => r.id === ruleId);
    return `${rule?.name[lang] ?? ruleId} ${level === 'pending' ? t('pending') : levelNumeral(level)}`;
  });
  const value = figure.changed ? figureWords(figure.check!.figure!.value, indicatorId, view, lang) : null;
  return (
    <CheckRow
      caseId={review.id}
      item={figure.id}
      what={figure.words.text[lang]}
      note={figure.words.note?.[lang] ?? null}
      figure={figure.figure}
      check={figure.check}
      warn={value === null ? undefined : t('changed', { value })}
      more={
        <>
          {t('restsOn', { signals: signals.join(lang === 'zh' ? '、' : ', ') })}{' '}
          <PlaceLink to={{ screen: 'indicators', region: regionCode, free: { ind: indicatorId, reg: regionCode } }}>
            {t('series')}
          </PlaceLink>
        </>
      }
    />
  );
}

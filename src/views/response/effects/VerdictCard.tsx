import { formatNumber, formatSigned, withUnit } from '../../../base/format';
import type { DifferenceAnswer, EffectAnswer, EffectQuestion, SyntheticAnswer } from '../../../response/effects/effect';
import { inlineUnit } from '../../../levels/words';
import { downloadText } from '../../../platform/download';
import { useLang } from '../../../store/place';
import { useDemonstrationMark, useReadyView } from '../../../store/session';
import { Button } from '../../parts/Button';
import { Card } from '../../parts/Card';
import { DataTable } from '../../parts/DataTable';
import { useSourceWords } from '../../parts/use-source';
import { useT } from '../../parts/use-text';
import { effectCsv } from './effect-file';
import { EFFECTS_TEXT, VERDICT_NAMES } from './text';

interface VerdictCardProps {
  readonly answer: EffectAnswer;
  readonly question: EffectQuestion;
}

/** The answer in words, what it rests on, and the two methods beside each other. */
export function VerdictCard({ answer, question }: VerdictCardProps) {
  const t = useT(EFFECTS_TEXT);
  const lang = useLang();
  const view = useReadyView();
  const source = useSourceWords();
  const mark = useDemonstrationMark();
  const { verdict, difference, synthetic } = answer;
  const region = view.tree.regions[view.tree.indexOf.get(question.regionCode) ?? -1]?.name[lang] ?? '';
  const indicator = view.catalogue.byId.get(question.indicatorId)?.short[lang] ?? '';
  const save = (): void => {
    const name = [t('fileName', { region, indicator }), ...(mark ? [mark[lang]] : [])].join('-');
    downloadText(`${name}.csv`, effectCsv(answer, question, view, source, lang), 'text/csv');
  };
  return (
    <Card
      title={t('verdict')}
      tools={
        <Button look="plain" onClick={save}>
          {t('download')}
        </Button>
      }
      footer={source}
    >
      <p className="effects-verdict" role="status" data-testid="effects-verdict" data-kind={verdict.kind}>
        <span className="effects-kind">{VERDICT_NAMES[verdict.kind][lang]}</span>
        {verdict.better !== null && (
          <span className={verdict.better ? 'better' : 'worse'}>{t(verdict.better ? 'better' : 'worse')}</span>
        )}
        <strong>{verdict.sentence[lang]}</strong>
      </p>
      {verdict.reasons.length > 0 && (
        <ul className="effects-reasons">
          {verdict.reasons.map((reason) => (
            <li key={reason.zh}>{reason[lang]}</li>
          ))}
        </ul>
      )}
      {difference && synthetic && <Methods answer={answer} difference={difference} synthetic={synthetic} />}
    </Card>
  );
}

interface MethodsProps {
  readonly answer: EffectAnswer;
  readonly difference: DifferenceAnswer;
  readonly synthetic: SyntheticAnswer;
}

interface MethodRow {
  readonly key: 'did' | 'synthetic';
  readonly value: number;
  readonly interval: string;
  readonly chance: string;
  readonly detail: string;
  readonly checks: string;
  readonly finding: 'effect' | 'none' | 'untold';
}

function Methods({ answer, difference, synthetic }: MethodsProps) {
  const t = useT(EFFECTS_TEXT);
  const lang = useLang();
  const { decimals } = answer;
  const unit = (id: string): string => (id === 'points' && lang === 'zh' ? '个百分点' : inlineUnit(id)[lang]);
  const number = (v: number): string => formatSigned(v, decimals);
  const signed = (v: number): string => withUnit(number(v), unit(answer.differenceUnit));
  const size = (v: number): string => withUnit(formatNumber(v, decimals), unit(answer.differenceUnit));
  const figure = (v: number): string =>
    withUnit((answer.view === 'yoy' ? formatSigned : formatNumber)(v, decimals), unit(answer.unit));
  const level = (share: number): string => formatNumber(share * 100, share < 0.95 ? 1 : 0);
  const rows: readonly MethodRow[] = [
    {
      key: 'did',
      value: difference.difference,
      interval: t('interval', { low: number(difference.low), high: signed(difference.high), level: 95 }),
      chance: t('didChance', { p: chanceWords(difference.p), rank: chanceWords(difference.rankP) }),
      detail: t('didDetail', {
        b: figure(difference.own[0]),
        a: figure(difference.own[1]),
        cb: figure(difference.controls[0]),
        ca: figure(difference.controls[1]),
      }),
      checks: t('didChecks', {
        slope: signed(difference.trend.perYear),
        p: chanceWords(difference.trend.p),
        noise: formatNumber(difference.noise, 1),
        lead: chanceWords(difference.lead.p),
      }),
      finding: difference.finding,
    },
    {
      key: 'synthetic',
      value: synthetic.difference,
      interval: synthetic.interval
        ? t('interval', {
            low: number(synthetic.interval.low),
            high: signed(synthetic.interval.high),
            level: level(synthetic.level),
          })
        : t('noInterval'),
      chance: t('syntheticChance', {
        p: chanceWords(synthetic.p),
        n: answer.controls.filter((c) => c.excluded === null).length + 1,
      }),
      detail: t('syntheticDetail'),
      checks: t('syntheticChecks', {
        misfit: size(synthetic.misfit),
        usual: size(synthetic.usualMisfit),
        lead: chanceWords(synthetic.leadP),
      }),
      finding: synthetic.finding,
    },
  ];
  return (
    <DataTable
      caption={t('methods')}
      columns={[
        { key: 'method', head: t('method'), rowHeader: true, className: 'nowrap', cell: (row) => t(row.key) },
        { key: 'finding', head: t('says'), className: 'nowrap', cell: (row) => t(row.finding) },
        {
          key: 'difference',
          head: t('difference'),
          align: 'end',
          cell: (row) => twoLines(signed(row.value), row.detail),
        },
        { key: 'interval', head: t('range'), align: 'end', cell: (row) => row.interval },
        { key: 'chance', head: t('chance'), cell: (row) => row.chance },
        { key: 'checks', head: t('checks'), cell: (row) => row.checks },
      ]}
      rows={rows}
      rowKey={(row) => row.key}
    />
  );
}

/** Never 0: so small a chance is said as such. */
function chanceWords(p: number): string {
  return p < 0.001 ? 'p\u00a0<\u00a00.001' : `p\u00a0=\u00a0${formatNumber(p, 3)}`;
}

function twoLines(value: string, detail: string) {
  return (
    <>
      <span className="nowrap">{value}</span>
      <span className="effects-detail">{detail}</span>
    </>
  );
}

import { useMemo, useRef, useState } from 'react';
import { formatNumber, formatPeriodWords, formatShare } from '../../../base/format';
import { formatDay } from '../../../base/period';
import { say } from '../../../base/text';
import { downloadText } from '../../../platform/download';
import { dayOfMoment } from '../../../response/calendar/moment';
import { unpublishedWords } from '../../../response/calendar/working-time';
import { valueWords } from '../../../response/case/words';
import type { GroupIndicator } from '../../../response/groups/board';
import {
  HOUSEHOLD_WORKDAYS,
  type HouseholdCounts,
  householdsOf,
  SOON_WORKDAYS,
} from '../../../response/groups/households';
import { useLang } from '../../../store/place';
import { useDemonstrationMark, useReadyView } from '../../../store/session';
import { useResponse } from '../../../store/use-response';
import { Button } from '../../parts/Button';
import { Card } from '../../parts/Card';
import { Empty } from '../../parts/states';
import { useT } from '../../parts/use-text';
import { useActing } from '../case/acting';
import { householdsCsv } from './households-file';
import { HouseholdsTable } from './HouseholdsTable';
import { PasteForm } from './PasteForm';
import { RecogniseForm } from './RecogniseForm';
import { SettleForm } from './SettleForm';
import { REGISTER_TEXT } from './text';
import { yoyWords } from './yoy-words';

interface HouseholdsProps {
  readonly regionCode: string;
  /** The statistic beside the register; null while it is asked for, or where there is none. */
  readonly stock: GroupIndicator | null;
}

type Form = { readonly kind: 'add' | 'paste' } | { readonly kind: 'settle'; readonly household: string };

/** The register of zero-employment households with its clock of ten working days (4.5). */
export function HouseholdsCard({ regionCode, stock }: HouseholdsProps) {
  const t = useT(REGISTER_TEXT);
  const lang = useLang();
  const { tree } = useReadyView();
  const mark = useDemonstrationMark();
  const state = useResponse((s) => s.state);
  const calendar = useResponse((s) => s.calendar);
  const nowMs = useResponse((s) => s.nowMs);
  const { names, readOnly } = useActing();
  const [form, setForm] = useState<Form | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const { clocks, counts } = useMemo(
    () => householdsOf(state, tree, regionCode, calendar, nowMs),
    [state, tree, regionCode, calendar, nowMs],
  );
  const today = dayOfMoment(nowMs);
  const region = names.region(regionCode)[lang];
  const caution =
    clocks.length === 0
      ? null
      : unpublishedWords(
          Math.min(...clocks.map((c) => c.household.on)),
          Math.max(...clocks.map((c) => c.due)),
          calendar,
        );
  const save = (): void => {
    const source = [t('title'), region, formatDay(today), ...(mark ? [mark[lang]] : [])].join(' · ');
    const name = [t('fileName'), ...(mark ? [mark[lang]] : []), formatDay(today)].join('-');
    downloadText(`${name}.csv`, householdsCsv(clocks, names, source, lang), 'text/csv');
  };
  // The form takes what had the focus with it: it goes to the register, unless it is elsewhere by now.
  const close = (): void => {
    setForm(null);
    requestAnimationFrame(() => {
      const { current } = box;
      if (current && current.ownerDocument.activeElement === current.ownerDocument.body) current.focus();
    });
  };
  return (
    <div ref={box} tabIndex={-1} className="groups-box">
      <Card
        className="households"
        title={t('title')}
        subtitle={t('subtitle', { region, days: HOUSEHOLD_WORKDAYS })}
        tools={
          <>
            <Button disabled={form?.kind === 'add'} onClick={() => setForm({ kind: 'add' })}>
              {t('add')}
            </Button>
            <Button disabled={form?.kind === 'paste'} onClick={() => setForm({ kind: 'paste' })}>
              {t('paste')}
            </Button>
            <Button look="plain" disabled={clocks.length === 0} onClick={save}>
              {t('csv')}
            </Button>
          </>
        }
        footer={t('shareHow', { soon: SOON_WORKDAYS })}
      >
        <Counts counts={counts} />
        {stock && <StockLine stock={stock} />}
        {caution && <p className="caution">{caution[lang]}</p>}
        {readOnly !== null && <p className="quiet">{t('readOnly', { why: readOnly })}</p>}
        {form?.kind === 'add' && <RecogniseForm regionCode={regionCode} onClose={close} />}
        {form?.kind === 'paste' && <PasteForm onClose={close} />}
        {form?.kind === 'settle' && <SettleForm key={form.household} id={form.household} onClose={close} />}
        {clocks.length === 0 ? (
          <Empty title={t('emptyTitle')}>
            <p>{t('emptyHelp')}</p>
          </Empty>
        ) : (
          <HouseholdsTable clocks={clocks} onSettle={(household) => setForm({ kind: 'settle', household })} />
        )}
      </Card>
    </div>
  );
}

function Counts({ counts }: { readonly counts: HouseholdCounts }) {
  const t = useT(REGISTER_TEXT);
  const lines = [
    ['all', counts.all, ''],
    ['open', counts.open, ''],
    ['dueSoonCount', counts.dueSoon, 'urgency-due-soon'],
    ['overdueCount', counts.overdue, 'urgency-overdue'],
    ['inTimeCount', counts.inTime, ''],
    ['lateCount', counts.late, ''],
  ] as const;
  return (
    <dl className="clocks">
      {lines.map(([key, n, urgency]) => (
        <div key={key}>
          <dt>{t(key)}</dt>
          <dd className={n > 0 ? urgency : ''}>{t('households', { n: formatNumber(n) })}</dd>
        </div>
      ))}
      <div>
        <dt>{t('share')}</dt>
        <dd>{counts.shareInTime === null ? t('noShare') : formatShare(counts.shareInTime, 1)}</dd>
      </div>
    </dl>
  );
}

/** The stock that is reported as a statistic, so that nobody takes the register for it. */
function StockLine({ stock }: { readonly stock: GroupIndicator }) {
  const t = useT(REGISTER_TEXT);
  const lang = useLang();
  const { catalogue, frequency, weekEndsOn } = useReadyView();
  const indicator = catalogue.byId.get(stock.indicatorId);
  if (!indicator || stock.value === null) return null;
  return (
    <p className="quiet">
      {t('stock', {
        indicator: indicator.name[lang],
        period: formatPeriodWords(frequency, stock.period!, lang, weekEndsOn),
        value: valueWords(stock.value, indicator)[lang],
        change:
          stock.yoy === null
            ? ''
            : say(REGISTER_TEXT.stockChange, lang, { change: yoyWords(stock, indicator.kind, lang) }),
      })}
    </p>
  );
}

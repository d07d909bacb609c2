import { formatDayWords } from '../../../base/format';
import type { Lang } from '../../../base/text';
import type { HouseholdClock } from '../../../response/groups/households';
import { useLang } from '../../../store/place';
import { Button } from '../../parts/Button';
import { DataTable, type TableColumn } from '../../parts/DataTable';
import { useT } from '../../parts/use-text';
import { useActing } from '../case/acting';
import { standingWords } from './households-file';
import { REGISTER_TEXT } from './text';

/** Drawn at first; the rest on request. */
const ROWS = 100;

interface TableProps {
  readonly clocks: readonly HouseholdClock[];
  readonly onSettle: (household: string) => void;
}

/** Households with their clocks; those that the office may settle have a button, the others say why not. */
export function HouseholdsTable({ clocks, onSettle }: TableProps) {
  const t = useT(REGISTER_TEXT);
  const lang = useLang();
  const { names } = useActing();
  return (
    <DataTable
      caption={t('table')}
      columns={columnsOf(t, names, lang, onSettle)}
      rows={clocks}
      rowKey={(c) => c.household.id}
      limit={ROWS}
      maxHeight={420}
    />
  );
}

function columnsOf(
  t: ReturnType<typeof useT<keyof typeof REGISTER_TEXT>>,
  names: ReturnType<typeof useActing>['names'],
  lang: Lang,
  onSettle: TableProps['onSettle'],
): readonly TableColumn<HouseholdClock>[] {
  return [
    { key: 'number', head: t('number'), rowHeader: true, sortBy: (c) => c.household.id, cell: (c) => c.household.id },
    {
      key: 'place',
      head: t('place'),
      sortBy: (c) => c.household.regionCode,
      cell: (c) => names.region(c.household.regionCode)[lang],
    },
    {
      key: 'on',
      head: t('on'),
      className: 'nowrap',
      sortBy: (c) => c.household.on,
      cell: (c) => formatDayWords(c.household.on, lang),
    },
    {
      key: 'due',
      head: t('due'),
      className: 'nowrap',
      sortBy: (c) => c.due,
      cell: (c) => formatDayWords(c.due, lang),
    },
    {
      key: 'state',
      head: t('state'),
      cell: (c) => <span className={URGENCY[c.standing]}>{standingWords(c, lang)}</span>,
    },
    {
      key: 'settled',
      head: t('settled'),
      cell: ({ household: { settled } }) =>
        settled && t('settledWords', { day: formatDayWords(settled.on, lang), how: settled.how }),
    },
    { key: 'note', head: t('note'), cell: (c) => c.household.note },
    {
      key: 'act',
      head: t('act'),
      className: 'households-act',
      cell: (c) => <SettleCell clock={c} onSettle={onSettle} />,
    },
  ];
}

const URGENCY: Readonly<Record<HouseholdClock['standing'], string>> = {
  running: '',
  'due-soon': 'urgency-due-soon',
  overdue: 'urgency-overdue',
  'in-time': 'urgency-done',
  late: 'urgency-overdue',
};

function SettleCell({ clock, onSettle }: { readonly clock: HouseholdClock; readonly onSettle: (id: string) => void }) {
  const t = useT(REGISTER_TEXT);
  const { refusal, readOnly } = useActing();
  const { id, settled, on } = clock.household;
  if (settled) return null;
  const why = refusal({ kind: 'settle-household', household: id, on, how: '' });
  return (
    <>
      <Button disabled={why !== null} aria-label={t('settleTitle', { id })} onClick={() => onSettle(id)}>
        {t('settle')}
      </Button>
      {/* What holds for all is said above the table once. */}
      {why !== null && readOnly === null && <span className="quiet small">{why}</span>}
    </>
  );
}

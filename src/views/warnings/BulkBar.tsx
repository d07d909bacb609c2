import { formatNumber } from '../../base/format';
import type { Text } from '../../base/text';
import { useLang } from '../../store/place';
import { Button } from '../parts/Button';
import { useT } from '../parts/use-text';
import { ACTION_TEXT } from './act-text';
import { ACTION_RULES, ACTIONS, type ActionId } from './actions';

interface BulkBarProps {
  readonly count: number;
  /** Why nothing can be done now; null = acts are open. What one row refuses is told afterwards, by row. */
  readonly closed: Text | null;
  readonly onStart: (action: ActionId) => void;
  readonly onUnselect: () => void;
}

/** What can be done for all selected warnings at once. */
export function BulkBar({ count, closed, onStart, onUnselect }: BulkBarProps) {
  const t = useT(ACTION_TEXT);
  const lang = useLang();
  return (
    <div className="w-bulk" role="group" aria-label={t('bulk')}>
      <strong role="status">{t('selected', { count: formatNumber(count) })}</strong>
      {ACTIONS.filter((action) => ACTION_RULES[action].bulk).map((action) => (
        <Button key={action} disabled={closed !== null} title={closed?.[lang]} onClick={() => onStart(action)}>
          {t(action)}
        </Button>
      ))}
      <Button look="plain" onClick={onUnselect}>
        {t('unselect')}
      </Button>
      {closed !== null && <span className="quiet">{closed[lang]}</span>}
    </div>
  );
}

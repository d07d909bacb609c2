import { formatNumber } from '../../base/format';
import type { FestivalShift } from '../../base/spring-festival';
import { PARTS_TEXT } from './text';
import { useT } from './use-text';

/** Marks a comparison of single months that the moving Spring Festival spoils; nothing where it does not. */
export function FestivalBadge({ shift }: { readonly shift: FestivalShift | null }) {
  const t = useT(PARTS_TEXT);
  if (!shift) return null;
  const days = { days: formatNumber(shift.days, 0), before: formatNumber(shift.before, 0) };
  return (
    <p className="caution">
      <strong>{t('festival')}</strong> {t('festivalDays', days)}
    </p>
  );
}

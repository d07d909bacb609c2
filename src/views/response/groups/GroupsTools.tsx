import type { Period } from '../../../base/period';
import { printPage } from '../../../platform/print-page';
import { setPlace, useLang } from '../../../store/place';
import { useReadyView } from '../../../store/session';
import { Button } from '../../parts/Button';
import { PeriodBar } from '../../parts/PeriodBar';
import { useT } from '../../parts/use-text';
import { RegionPicker } from '../../region/RegionPicker';
import { GROUPS_TEXT } from './text';

/** Where a board looks: both stand in the address. */
export interface Where {
  readonly regionCode: string;
  readonly period: Period;
}

/** Region and period, and the way to paper. */
export function GroupsTools({ regionCode }: Where) {
  const t = useT(GROUPS_TEXT);
  const lang = useLang();
  const view = useReadyView();
  return (
    <div className="card groups-tools" role="group" aria-label={t('tools')}>
      <RegionPicker view={view} lang={lang} code={regionCode} onChoose={(region) => setPlace({ region })} />
      <PeriodBar view={view} />
      <Button look="plain" onClick={printPage}>
        {t('print')}
      </Button>
    </div>
  );
}

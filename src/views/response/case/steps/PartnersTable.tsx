import { formatNumber } from '../../../../base/format';
import type { Lang } from '../../../../base/text';
import type { Partner, Partners } from '../../../../response/case/partners';
import type { ActNames } from '../../../../response/trail/words';
import { useLang } from '../../../../store/place';
import { DataTable, type TableColumn } from '../../../parts/DataTable';
import { LevelBadge } from '../../../parts/LevelBadge';
import { PlaceLink } from '../../../parts/PlaceLink';
import { useT } from '../../../parts/use-text';
import { useActing } from '../acting';
import { DECIDE_TEXT } from './decide-text';

/** Where openings are to spare: partner regions with their figures, and what the figures do not tell. */
export function PartnersTable({ partners, failed }: { readonly partners: Partners | null; readonly failed: boolean }) {
  const t = useT(DECIDE_TEXT);
  const lang = useLang();
  const { names } = useActing();
  if (!partners) return failed ? <p className="field-fault">{t('partnersFailed')}</p> : null;
  return (
    <>
      <h4 className="case-part">{t('partners')}</h4>
      <p className="quiet">{partners.ownWords[lang]}</p>
      {partners.reason ? (
        <p>{t('partnersNone', { reason: partners.reason[lang] })}</p>
      ) : (
        <DataTable
          caption={t('partners')}
          rows={partners.partners}
          rowKey={(row) => row.regionCode}
          columns={columnsOf(t, names, lang)}
        />
      )}
      <p className="quiet">{partners.limits.map((words) => words[lang]).join(lang === 'zh' ? '；' : '; ')}</p>
    </>
  );
}

function columnsOf(
  t: ReturnType<typeof useT<keyof typeof DECIDE_TEXT>>,
  names: ActNames,
  lang: Lang,
): readonly TableColumn<Partner>[] {
  return [
    {
      key: 'region',
      head: t('regionHead'),
      rowHeader: true,
      cell: (row) => (
        <PlaceLink to={{ screen: 'region', region: row.regionCode }}>{names.region(row.regionCode)[lang]}</PlaceLink>
      ),
    },
    { key: 'level', head: t('levelNow'), cell: (row) => <LevelBadge level={row.level} /> },
    { key: 'openings', head: t('openings'), align: 'end', cell: (row) => formatNumber(row.openings) },
    { key: 'seekers', head: t('seekers'), align: 'end', cell: (row) => formatNumber(row.seekers) },
    { key: 'ratio', head: t('ratio'), align: 'end', cell: (row) => formatNumber(row.ratio, 2) },
    { key: 'surplus', head: t('surplus'), align: 'end', cell: (row) => formatNumber(row.surplus) },
  ];
}

import { useEffect, useRef } from 'react';
import { formatDayWords } from '../../../base/format';
import type { Lang } from '../../../base/text';
import { levelWords } from '../../../levels/level-names';
import { dayOfMoment } from '../../../response/calendar/moment';
import type { GroupFigures } from '../../../response/groups/board';
import { KEY_GROUPS } from '../../../response/groups/groups';
import { clauseMeasures, type MeasureInForce } from '../../../response/groups/measures';
import { MEASURE_STATE_NAMES } from '../../../response/trail/text';
import { setPlace, useLang } from '../../../store/place';
import { useReadyView } from '../../../store/session';
import { useResponse } from '../../../store/use-response';
import { Button } from '../../parts/Button';
import { Card } from '../../parts/Card';
import { DataTable, type TableColumn } from '../../parts/DataTable';
import { LevelBadge } from '../../parts/LevelBadge';
import { PlaceLink } from '../../parts/PlaceLink';
import { useT } from '../../parts/use-text';
import { clauseWords } from '../../region/clause';
import { useActing } from '../case/acting';
import type { Where } from './GroupsTools';
import { GROUPS_TEXT } from './text';

interface DetailProps extends Where {
  readonly figures: GroupFigures;
}

/** One group or area: what is done for it, what the plan has, its regions, and what the data does not tell. */
export function GroupDetail({ regionCode, figures }: DetailProps) {
  const t = useT(GROUPS_TEXT);
  const lang = useLang();
  const view = useReadyView();
  const plan = useResponse((s) => s.plan);
  const state = useResponse((s) => s.state);
  const nowMs = useResponse((s) => s.nowMs);
  const { names } = useActing();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const group = KEY_GROUPS.find(({ id }) => id === figures.groupId)!;
  const { planned, inForce } = clauseMeasures(group.clause, plan, state, view.tree, regionCode);
  const levels = levelWords(view.scheme.names);
  // Whoever closes it goes on at the row from which it was opened.
  const close = (): void => {
    const page = box.current?.ownerDocument;
    setPlace({ free: { group: null } });
    requestAnimationFrame(() => page?.querySelector<HTMLElement>(`#group-${group.id} a`)?.focus());
  };
  return (
    <div ref={box} tabIndex={-1} className="groups-detail">
      <Card
        title={group.name[lang]}
        subtitle={t('detailSubtitle', { clause: clauseWords(group.clause, lang) })}
        tools={
          <Button look="plain" onClick={close}>
            {t('close')}
          </Button>
        }
      >
        <h3 className="case-part">{t('forceTitle')}</h3>
        {inForce.length === 0 ? (
          <p className="quiet">{t('forceNone')}</p>
        ) : (
          <DataTable
            caption={t('forceTitle')}
            rows={inForce}
            rowKey={({ measure, review }) => `${review.id} ${measure.id}`}
            columns={forceColumns(t, names, dayOfMoment(nowMs), lang)}
          />
        )}
        <h3 className="case-part">{t('planTitle', { count: planned.length })}</h3>
        <ul className="groups-plan">
          {planned.map((measure) => (
            <li key={measure.id}>
              {measure.name[lang]}{' '}
              <span className="quiet">{t('fromLevel', { level: levels.short(measure.fromLevel)[lang] })}</span>
            </li>
          ))}
        </ul>
        <p>
          <PlaceLink to={{ screen: 'plan', free: { clause: group.clause } }}>{t('toPlan')}</PlaceLink>
        </p>
        {group.area && (
          <>
            <h3 className="case-part">{t('areaTitle')}</h3>
            <p className="quiet">{t('areaRule', { rule: group.area.rule[lang] })}</p>
            {figures.areas.length === 0 ? (
              <p>{t('noAreas')}</p>
            ) : (
              <ul className="groups-areas">
                {figures.areas.map(({ regionCode: code, level }) => (
                  <li key={code}>
                    <LevelBadge level={level} />{' '}
                    <PlaceLink to={{ screen: 'region', region: code }}>{names.region(code)[lang]}</PlaceLink>
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
        <h3 className="case-part">{t('dataTitle')}</h3>
        <p>{t('lacking', { lacking: group.lacking[lang], needed: group.needed[lang] })}</p>
        {group.clause === '4.5' && <p className="quiet">{t('toHouseholds')}</p>}
      </Card>
    </div>
  );
}

function forceColumns(
  t: ReturnType<typeof useT<keyof typeof GROUPS_TEXT>>,
  names: ReturnType<typeof useActing>['names'],
  today: number,
  lang: Lang,
): readonly TableColumn<MeasureInForce>[] {
  return [
    { key: 'measure', head: t('measure'), rowHeader: true, cell: ({ measure }) => measure.name[lang] },
    {
      key: 'review',
      head: t('review'),
      cell: ({ review }) => (
        <PlaceLink to={{ free: { tab: 'cases', case: review.id, group: null } }}>{review.title}</PlaceLink>
      ),
    },
    { key: 'region', head: t('region'), cell: ({ review }) => names.region(review.regionCode)[lang] },
    { key: 'owner', head: t('owner'), cell: ({ decided }) => names.department(decided.owner)[lang] },
    {
      key: 'due',
      head: t('due'),
      className: 'nowrap',
      cell: ({ decided }) => (
        <>
          {formatDayWords(decided.due, lang)}
          {decided.due < today && <span className="urgency-overdue"> {t('pastDue')}</span>}
        </>
      ),
    },
    { key: 'state', head: t('state'), cell: ({ state }) => MEASURE_STATE_NAMES[state][lang] },
  ];
}

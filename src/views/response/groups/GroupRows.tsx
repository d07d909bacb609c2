import { formatPeriodWords } from '../../../base/format';
import { levelWords } from '../../../levels/level-names';
import { valueWords } from '../../../response/case/words';
import type { GroupFigures, GroupIndicator } from '../../../response/groups/board';
import type { KeyGroup } from '../../../response/groups/groups';
import type { ClauseMeasures } from '../../../response/groups/measures';
import { useLang, usePlace } from '../../../store/place';
import { useReadyView } from '../../../store/session';
import { LevelBadge } from '../../parts/LevelBadge';
import { PlaceLink } from '../../parts/PlaceLink';
import { useT } from '../../parts/use-text';
import { clauseWords } from '../../region/clause';
import { useActing } from '../case/acting';
import { GROUPS_TEXT } from './text';
import { yoyWords } from './yoy-words';

interface RowsProps {
  readonly group: KeyGroup;
  readonly figures: GroupFigures;
  readonly measures: ClauseMeasures;
  readonly period: number;
}

/** A group with its rows: one for each indicator, one for what makes an area, or one that says what the data lacks. */
export function GroupRows({ group, figures, measures, period }: RowsProps) {
  const t = useT(GROUPS_TEXT);
  const lang = useLang();
  const { free } = usePlace();
  const rows = figures.indicators.length + (figures.indicators.length === 0 || group.kind === 'area' ? 1 : 0);
  const open = free.group === group.id;
  const first = (
    <>
      <td rowSpan={rows} className="nowrap quiet">
        {clauseWords(group.clause, lang)}
      </td>
      <th rowSpan={rows} scope="rowgroup" id={`group-${group.id}`}>
        <PlaceLink to={{ free: { group: open ? null : group.id } }} current={open ? 'true' : undefined}>
          {group.name[lang]}
        </PlaceLink>
      </th>
    </>
  );
  const last = (
    <td rowSpan={rows}>
      <MeasureCounts measures={measures} />
    </td>
  );
  return (
    <tbody className={open ? 'groups-open' : ''}>
      {figures.indicators.map((indicator, i) => (
        <tr key={indicator.indicatorId}>
          {i === 0 && first}
          <IndicatorCells indicator={indicator} period={period} />
          {i === 0 && last}
        </tr>
      ))}
      {group.kind === 'area' && (
        <tr>
          {figures.indicators.length === 0 && first}
          <td colSpan={3} className={figures.areas.length === 0 ? 'quiet' : ''}>
            {figures.areas.length === 0
              ? t('noAreas')
              : t('areas', { all: figures.areas.length, count: warned(figures.areas).length })}
          </td>
          <td>{figures.areas.length > 0 && <LevelBadge level={figures.areas[0]!.level} />}</td>
          <td>
            <WorstList regions={warned(figures.areas).slice(0, 3)} />
          </td>
          {figures.indicators.length === 0 && last}
        </tr>
      )}
      {group.kind === 'people' && figures.indicators.length === 0 && (
        <tr>
          {first}
          <td colSpan={5} className="quiet">
            {t('lacking', { lacking: group.lacking[lang], needed: group.needed[lang] })}
          </td>
          {last}
        </tr>
      )}
    </tbody>
  );
}

function IndicatorCells({ indicator, period }: { readonly indicator: GroupIndicator; readonly period: number }) {
  const t = useT(GROUPS_TEXT);
  const lang = useLang();
  const { catalogue, frequency, weekEndsOn } = useReadyView();
  const { indicatorId, value, why, below, worst } = indicator;
  const known = catalogue.byId.get(indicatorId);
  return (
    <>
      <td>{(known?.short ?? known?.name)?.[lang]}</td>
      <td className="end nowrap">
        {value === null || !known ? (
          <span className="quiet">{why?.[lang]}</span>
        ) : (
          <>
            {valueWords(value, known)[lang]}
            {indicator.period !== period && (
              <span className="quiet groups-period">
                {formatPeriodWords(frequency, indicator.period!, lang, weekEndsOn)}
              </span>
            )}
          </>
        )}
      </td>
      <td className="end nowrap">
        {value !== null &&
          (indicator.yoy === null ? (
            <span className="quiet">{why?.[lang]}</span>
          ) : (
            yoyWords(indicator, known?.kind, lang)
          ))}
      </td>
      <td className="nowrap">
        {indicator.level === null ? (
          <span className="quiet">{t('noRule')}</span>
        ) : (
          <>
            <LevelBadge level={indicator.level} />
            {indicator.state === 'pending' && <span className="quiet"> {t('pending')}</span>}
          </>
        )}
      </td>
      <td>
        {below.all === 0 ? (
          <span className="quiet">{t('noBelow')}</span>
        ) : below.atLevel === 0 ? (
          <span className="quiet">{t('belowNone', { all: below.all })}</span>
        ) : (
          <>
            <span className="quiet">{t('below', { all: below.all, count: below.atLevel })}</span>
            <WorstList regions={worst} />
          </>
        )}
      </td>
    </>
  );
}

function warned<R extends { readonly level: number }>(regions: readonly R[]): readonly R[] {
  return regions.filter(({ level }) => level >= 1 && level <= 4);
}

function WorstList({
  regions,
}: {
  readonly regions: readonly { readonly regionCode: string; readonly level: number | null }[];
}) {
  const lang = useLang();
  const { scheme } = useReadyView();
  const { names } = useActing();
  const words = levelWords(scheme.names);
  return (
    <>
      {regions.map(({ regionCode, level }, i) => (
        <span key={regionCode} className="nowrap">
          {i > 0 && (lang === 'zh' ? '、' : ', ')}
          <PlaceLink to={{ region: regionCode }}>{names.region(regionCode)[lang]}</PlaceLink>{' '}
          <span className="quiet">{level === null ? '' : words.short(level)[lang]}</span>
        </span>
      ))}
    </>
  );
}

function MeasureCounts({ measures: { planned, inForce } }: { readonly measures: ClauseMeasures }) {
  const t = useT(GROUPS_TEXT);
  const running = inForce.filter((m) => m.state === 'running').length;
  return (
    <ul className="groups-counts">
      {running > 0 && (
        <li>
          <strong>{t('inForce', { running })}</strong>
        </li>
      )}
      {inForce.length > running && <li>{t('planned', { planned: inForce.length - running })}</li>}
      <li className="quiet">{t('inPlan', { count: planned.length })}</li>
    </ul>
  );
}

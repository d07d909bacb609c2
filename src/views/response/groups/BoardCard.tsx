import { formatPeriodWords } from '../../../base/format';
import type { GroupFigures } from '../../../response/groups/board';
import { KEY_GROUPS, KEY_GROUPS_BASIS } from '../../../response/groups/groups';
import { clauseMeasures } from '../../../response/groups/measures';
import { useLang } from '../../../store/place';
import { useReadyView } from '../../../store/session';
import { useResponse } from '../../../store/use-response';
import { Card } from '../../parts/Card';
import { useT } from '../../parts/use-text';
import { useActing } from '../case/acting';
import { GroupRows } from './GroupRows';
import type { Where } from './GroupsTools';
import { GROUPS_TEXT } from './text';

interface BoardProps extends Where {
  readonly groups: readonly GroupFigures[];
}

/** The eight groups and areas in a table: a row for each indicator, the group beside its rows. A group opens its detail. */
export function BoardCard({ regionCode, period, groups }: BoardProps) {
  const t = useT(GROUPS_TEXT);
  const lang = useLang();
  const view = useReadyView();
  const plan = useResponse((s) => s.plan);
  const state = useResponse((s) => s.state);
  const { names } = useActing();
  const title = t('board');
  return (
    <Card
      title={title}
      subtitle={t('boardSubtitle', {
        region: names.region(regionCode)[lang],
        period: formatPeriodWords(view.frequency, period, lang, view.weekEndsOn),
      })}
      footer={KEY_GROUPS_BASIS[lang]}
      className="groups-board"
    >
      <div
        className="table-box"
        role="region"
        aria-label={title}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must take focus (WCAG 2.1.1)
        tabIndex={0}
      >
        <table className="table">
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              {(['clause', 'group', 'indicator', 'value', 'yoy', 'level', 'worst', 'measures'] as const).map((head) => (
                <th key={head} scope="col" className={head === 'value' || head === 'yoy' ? 'end' : undefined}>
                  {t(head)}
                </th>
              ))}
            </tr>
          </thead>
          {groups.map((figures) => {
            const group = KEY_GROUPS.find(({ id }) => id === figures.groupId)!;
            const measures = clauseMeasures(group.clause, plan, state, view.tree, regionCode);
            return <GroupRows key={group.id} {...{ group, figures, measures, period }} />;
          })}
        </table>
      </div>
    </Card>
  );
}

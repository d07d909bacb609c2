import { useLang, usePlace } from '../../../store/place';
import { useReadyView } from '../../../store/session';
import { useEngineCall } from '../../../store/use-engine-call';
import { useResponse } from '../../../store/use-response';
import { periodOf } from '../../../store/view-select';
import { Card } from '../../parts/Card';
import { Failed, Skeleton } from '../../parts/states';
import { useT } from '../../parts/use-text';
import { ActingProvider } from '../case/ActingProvider';
import '../case/case.css';
import { BoardCard } from './BoardCard';
import { GroupDetail } from './GroupDetail';
import { GroupsTools } from './GroupsTools';
import { HouseholdsCard } from './HouseholdsCard';
import { TargetsCard } from './TargetsCard';
import { GROUPS_TEXT } from './text';
import './groups.css';

/** Key groups and areas of 4.1–4.8, the register of zero-employment households, and progress on the year's targets. */
export function GroupsPart() {
  const t = useT(GROUPS_TEXT);
  const lang = useLang();
  const view = useReadyView();
  const { region: wanted, period: wantedPeriod, free } = usePlace();
  const phase = useResponse((s) => s.phase);
  const { tree } = view;
  const known = wanted !== null && tree.indexOf.has(wanted);
  const regionCode = known ? wanted : tree.regions[tree.roots[0]!]!.code;
  const period = periodOf(view, wantedPeriod);
  const { data, error, retry } = useEngineCall(`key-groups ${regionCode} ${period}`, (engine, options) =>
    engine.keyGroups(regionCode, period, options),
  );
  if (phase === 'loading') return <Skeleton lines={6} />;
  // Why it cannot be read stands above, on the bar of the chain.
  if (phase === 'failed') return null;
  const where = { regionCode, period };
  const chosen = data?.groups.find((group) => group.groupId === free.group) ?? null;
  return (
    <ActingProvider>
      <GroupsTools {...where} />
      {error && (
        <Card>
          <Failed title={t('failed')} detail={error.what[lang]} onRetry={retry} />
        </Card>
      )}
      {!data && !error && (
        <Card title={t('board')}>
          <Skeleton lines={9} />
        </Card>
      )}
      {data && <BoardCard {...where} groups={data.groups} />}
      {chosen && <GroupDetail key={chosen.groupId} {...where} figures={chosen} />}
      <HouseholdsCard
        regionCode={regionCode}
        stock={
          data?.groups.flatMap((g) => g.indicators).find((i) => i.indicatorId === 'zero_employment_households') ?? null
        }
      />
      {data && <TargetsCard {...where} tables={data.targets} />}
    </ActingProvider>
  );
}

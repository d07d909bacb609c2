import type { Plan } from '../../../response/plan';
import type { PlanVersion } from '../../../response/plan-versions';
import { setPlace, usePlace } from '../../../store/place';
import { Select } from '../../parts/Button';
import { Card } from '../../parts/Card';
import { useT } from '../../parts/use-text';
import { DiffTable } from './DiffTable';
import { VERSIONS_TEXT } from './text';
import { useDiff } from './use-diff';

const DRAFT = 'draft';

interface CompareCardProps {
  readonly versions: readonly PlanVersion[];
  readonly inForce: PlanVersion;
  /** Null: there is none, or it has faults. */
  readonly draft: Plan | null;
}

/** Any two versions, or the draft, side by side. Which two stands in the address. */
export function CompareCard({ versions, inForce, draft }: CompareCardProps) {
  const t = useT(VERSIONS_TEXT);
  const { free } = usePlace();
  const readable = versions.filter((v) => v.plan !== null);
  const options = [
    ...readable.map(({ number, plan }) => ({
      value: String(number),
      label: t('versionName', { number, version: plan!.version }),
    })),
    ...(draft ? [{ value: DRAFT, label: t('draftName') }] : []),
  ];
  const known = (id: string | undefined, otherwise: string): string =>
    options.some((o) => o.value === id) ? id! : otherwise;
  const first = known(free.a, draft ? String(inForce.number) : String(readable.at(-2)?.number ?? 1));
  const second = known(free.b, draft ? DRAFT : String(readable.at(-1)!.number));
  const planOf = (id: string): Plan | null =>
    id === DRAFT ? draft : (versions.find((v) => String(v.number) === id)?.plan ?? null);
  const changes = useDiff(planOf(first), planOf(second)) ?? [];
  const set = (key: 'a' | 'b') => (value: string) => setPlace({ free: { [key]: value } }, { replace: true });
  return (
    <Card
      title={t('compare')}
      subtitle={changes.length > 0 ? t('changes', { count: changes.length }) : undefined}
      tools={
        options.length > 1 && (
          <>
            <Select label={t('first')} value={first} options={options} onChange={set('a')} />
            <Select label={t('second')} value={second} options={options} onChange={set('b')} />
          </>
        )
      }
    >
      {changes.length === 0 ? (
        <p className="quiet">{t(options.length > 1 ? 'same' : 'onlyOne')}</p>
      ) : (
        <DiffTable caption={t('compare')} changes={changes} />
      )}
    </Card>
  );
}

import { formatNumber, formatShare, NO_FIGURE, withUnit } from '../../../base/format';
import { inlineUnit } from '../../../levels/words';
import type { EffectAnswer, EffectControl, EffectQuestion } from '../../../response/effects/effect';
import { setPlace, useLang } from '../../../store/place';
import { useReadyView } from '../../../store/session';
import { Button } from '../../parts/Button';
import { Card } from '../../parts/Card';
import { DataTable } from '../../parts/DataTable';
import { Empty } from '../../parts/states';
import { useT } from '../../parts/use-text';
import { turned } from './question';
import { EFFECTS_TEXT, EXCLUSION_NAMES } from './text';

interface ControlsCardProps {
  readonly answer: EffectAnswer;
  readonly question: EffectQuestion;
}

/** Every region of the same level: taken or why not, how near before, and what it weighs in the twin. */
export function ControlsCard({ answer, question }: ControlsCardProps) {
  const t = useT(EFFECTS_TEXT);
  const lang = useLang();
  const { tree } = useReadyView();
  const { controls, decimals } = answer;
  const name = ({ regionCode }: EffectControl): string => tree.regions[tree.indexOf.get(regionCode)!]!.name[lang];
  const apart = (v: number): string =>
    Number.isNaN(v)
      ? NO_FIGURE
      : withUnit(
          formatNumber(v, decimals),
          answer.differenceUnit === 'points' && lang === 'zh' ? '个百分点' : inlineUnit(answer.differenceUnit)[lang],
        );
  const taken = controls.filter((c) => c.excluded === null);
  // Those that are taken first, by weight; the others in the order of the tree.
  const listed = [...taken.toSorted((a, b) => b.weight - a.weight), ...controls.filter((c) => c.excluded !== null)];
  const standing = (c: EffectControl): string =>
    c.excluded !== null ? EXCLUSION_NAMES[c.excluded][lang] : t(c.byHand ? 'takenByHand' : 'taken');
  const turn = (c: EffectControl, wanted: boolean): void => {
    // Taken by itself, or would be if nobody had taken it out.
    const automatic = (c.excluded === null && !c.byHand) || c.excluded === 'removed';
    setPlace({ free: turned(question, c.regionCode, wanted, automatic) }, { replace: true });
  };
  const changed = question.add.length + question.remove.length > 0;
  return (
    <Card
      title={t('controls')}
      subtitle={t('controlsSubtitle', { all: controls.length, n: taken.length })}
      tools={
        changed && (
          <Button look="plain" onClick={() => setPlace({ free: { with: null, without: null } }, { replace: true })}>
            {t('back')}
          </Button>
        )
      }
    >
      <DataTable
        caption={t('controls')}
        maxHeight={420}
        columns={[
          {
            key: 'use',
            head: t('use'),
            cell: (c) => tick(c, t('useOne', { region: name(c) }), (wanted) => turn(c, wanted)),
          },
          { key: 'region', head: t('region'), rowHeader: true, cell: name },
          {
            key: 'weight',
            head: t('weight'),
            align: 'end',
            firstDirection: 'descending',
            sortBy: (c) => c.weight,
            cell: (c) => (c.weight >= 0.0005 ? formatShare(c.weight, 1) : NO_FIGURE),
          },
          { key: 'apart', head: t('apart'), align: 'end', sortBy: (c) => c.apart, cell: (c) => apart(c.apart) },
          { key: 'standing', head: t('standing'), sortBy: standing, cell: standing },
        ]}
        rows={listed}
        rowKey={(c) => c.regionCode}
        empty={<Empty title={t('noPeers')} />}
      />
    </Card>
  );
}

/** Those without figures cannot be taken. */
function tick({ excluded }: EffectControl, label: string, onChange: (wanted: boolean) => void) {
  return (
    <input
      type="checkbox"
      aria-label={label}
      checked={excluded === null}
      disabled={excluded === 'missing'}
      onChange={(e) => onChange(e.target.checked)}
    />
  );
}

import { usePlace } from '../../../../store/place';
import { PlaceLink } from '../../../parts/PlaceLink';
import { useT } from '../../../parts/use-text';
import { BasisPart } from './BasisPart';
import { CheckPart } from './CheckPart';
import { mustOf } from './check-list';
import { ComparePart } from './ComparePart';
import type { SideProps } from './side-props';
import { SIDE_TEXT } from './text';
import { VersionsPart } from './VersionsPart';

const SIDES = ['basis', 'check', 'compare', 'versions'] as const;

/** What stands beside the page: what it rests on, what to check before sending, last month's, earlier versions. */
export function SidePanel(props: SideProps) {
  const t = useT(SIDE_TEXT);
  const { free } = usePlace();
  const { draft, fresh, findings } = props;
  const side = SIDES.find((s) => s === free.side) ?? 'basis';
  const must = mustOf(findings);
  const nameOf = (name: (typeof SIDES)[number]): string =>
    name === 'check' && must > 0 ? t('checkCount', { n: must }) : t(name);
  return (
    <aside className="builder-side" aria-label={t('side')}>
      <nav className="side-tabs" aria-label={t('side')}>
        {SIDES.map((name) => (
          <PlaceLink key={name} to={{ free: { side: name } }} current={name === side ? 'page' : undefined}>
            {nameOf(name)}
          </PlaceLink>
        ))}
      </nav>
      {side === 'basis' && <BasisPart {...props} />}
      {side === 'check' && <CheckPart findings={findings} briefing={draft.briefing} />}
      {side === 'compare' && <ComparePart draft={draft} asking={fresh.asking} />}
      {side === 'versions' && <VersionsPart draft={draft} />}
    </aside>
  );
}

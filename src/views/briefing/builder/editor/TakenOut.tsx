import type { Briefing } from '../../../../briefing/briefing';
import { setPlace } from '../../../../store/place';
import { Button } from '../../../parts/Button';
import { useT } from '../../../parts/use-text';
import { putBack, takenOut } from '../renew';
import { EDITOR_TEXT } from './text';

interface TakenOutProps {
  readonly briefing: Briefing;
  /** What the engine writes now: what was taken out comes back from it. */
  readonly fresh: Briefing | null;
  readonly edit: (how: (briefing: Briefing) => Briefing, about?: string) => void;
}

/** Pages and sentences of the program that were taken out and could come back. */
export function TakenOut({ briefing, fresh, edit }: TakenOutProps) {
  const t = useT(EDITOR_TEXT);
  const out = fresh ? takenOut(briefing, fresh) : [];
  if (!fresh || out.length === 0) return null;
  return (
    <section className="taken-out" aria-label={t('out')}>
      <h2 className="label">{t('out')}</h2>
      <ul>
        {out.map((one) => (
          <li key={one.id}>
            <span className={one.sentence === null ? undefined : 'taken-sentence'} title={one.words}>
              {one.words}
            </span>
            <Button
              look="plain"
              aria-label={t('putBackName', { name: one.words })}
              onClick={() => {
                edit((now) => putBack(now, fresh, one));
                setPlace({ free: { page: one.page } });
              }}
            >
              {t('putBack')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

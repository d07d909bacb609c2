import { fullScreenOffered } from '../../../platform/full-screen';
import { setPlace } from '../../../store/place';
import { Button, Select } from '../../parts/Button';
import { useT } from '../../parts/use-text';
import { SHOW_TEXT } from './text';
import { WALL_SECONDS, type WallAct, type WallState } from './wall-state';

interface WallToolsProps {
  readonly state: WallState;
  readonly seconds: number;
  readonly act: (act: WallAct) => void;
}

export function WallTools({ state, seconds, act }: WallToolsProps) {
  const t = useT(SHOW_TEXT);
  const offered: readonly number[] = WALL_SECONDS.some((s) => s === seconds)
    ? WALL_SECONDS
    : [seconds, ...WALL_SECONDS];
  return (
    <div className="show-tools" role="toolbar" aria-label={t('tools')}>
      <Button look="plain" onClick={() => act({ kind: 'turn', by: -1 })}>
        {t('previous')}
      </Button>
      <Button look="plain" onClick={() => act({ kind: 'turn', by: 1 })}>
        {t('next')}
      </Button>
      <Button look="plain" aria-pressed={state.paused} onClick={() => act({ kind: 'pause' })}>
        {t('wallPause')}
      </Button>
      <Select
        label={t('every')}
        value={String(seconds)}
        options={offered.map((s) => ({ value: String(s), label: t('everySeconds', { count: s }) }))}
        onChange={(every) => setPlace({ free: { every } }, { replace: true })}
      />
      {fullScreenOffered() && (
        <Button look="plain" onClick={() => act({ kind: 'full-screen' })}>
          {t('fullScreen')}
        </Button>
      )}
      <Button look="plain" aria-pressed={state.help} onClick={() => act({ kind: 'help' })}>
        {t('keys')}
      </Button>
      <Button look="plain" onClick={() => act({ kind: 'leave' })}>
        {t('leave')}
      </Button>
    </div>
  );
}

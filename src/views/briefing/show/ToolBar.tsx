import { fullScreenOffered } from '../../../platform/full-screen';
import { Button } from '../../parts/Button';
import { useT } from '../../parts/use-text';
import type { ShowAct, ShowState } from './show-state';
import { SHOW_TEXT } from './text';

interface ToolBarProps {
  readonly state: ShowState;
  readonly act: (act: ShowAct) => void;
}

/** Everything that keys do, for mouse and touch. It shows itself while the mouse moves or something in it has the focus. */
export function ToolBar({ state, act }: ToolBarProps) {
  const t = useT(SHOW_TEXT);
  const tool = (words: string, done: ShowAct, more: { pressed?: boolean; disabled?: boolean } = {}) => (
    <Button
      look="plain"
      aria-pressed={more.pressed}
      disabled={more.disabled}
      onClick={(event) => {
        act(done);
        // After a click the keys belong to the show again; who came by Tab stays on the button.
        if (event.detail > 0) event.currentTarget.closest<HTMLElement>('.show')?.focus({ preventScroll: true });
      }}
    >
      {words}
    </Button>
  );
  return (
    <div className="show-tools" role="toolbar" aria-label={t('tools')}>
      {tool(t('previous'), { kind: 'turn', by: -1 }, { disabled: state.page === 0 && state.dark === null })}
      {tool(t('next'), { kind: 'turn', by: 1 }, { disabled: state.page >= state.count - 1 && state.dark === null })}
      {tool(t('earlier'), { kind: 'month', by: -1 }, { disabled: state.month <= state.earliest })}
      {tool(t('later'), { kind: 'month', by: 1 }, { disabled: state.month >= state.latest })}
      {tool(t('blackShort'), { kind: 'dark', as: 'black' }, { pressed: state.dark === 'black' })}
      {tool(t('pointerShort'), { kind: 'pointer' }, { pressed: state.pointer })}
      {tool(t('notesShort'), { kind: 'notes' }, { pressed: state.notes })}
      {tool(t('speakerShort'), { kind: 'speaker' })}
      {fullScreenOffered() && tool(t('fullScreen'), { kind: 'full-screen' })}
      {tool(t('keys'), { kind: 'help' }, { pressed: state.help })}
      {tool(t('leave'), { kind: 'leave' })}
    </div>
  );
}

import type { ActDesk } from './use-act';

/** What the last act came to, read out. */
export function ActResult({ desk }: { readonly desk: ActDesk }) {
  return (
    <p className={`plan-result ${desk.refused ? 'worse' : ''}`} role="status">
      {desk.words}
    </p>
  );
}

import { useEffect, useRef } from 'react';
import { Button } from '../parts/Button';
import { PlaceLink } from '../parts/PlaceLink';
import { useT } from '../parts/use-text';
import { ACTION_TEXT } from './act-text';
import type { Outcome } from './results';

/**
 * What the last act came to; said to screen readers as soon as it is known. Where a key was refused at once the focus comes
 * here: whoever goes on typing the words of a form that did not open would otherwise press keys of the list.
 */
export function OutcomeBar({ outcome, onDismiss }: { readonly outcome: Outcome; readonly onDismiss: () => void }) {
  const t = useT(ACTION_TEXT);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (outcome.atOnce) button.current?.focus();
  }, [outcome]);
  return (
    <div className="w-outcome" role={outcome.failed ? 'alert' : 'status'} data-testid="outcome">
      <p>{outcome.words}</p>
      {outcome.review !== undefined && (
        <>
          <PlaceLink to={{ screen: 'response', free: { tab: 'cases', case: outcome.review } }}>
            {t('toReview')}
          </PlaceLink>
          {/* Its clock may be the shortest of all and does not wait for the stages before it. */}
          <PlaceLink to={{ screen: 'response', free: { tab: 'cases', case: outcome.review, step: 'report' } }}>
            {t('toReport')}
          </PlaceLink>
        </>
      )}
      {outcome.refusals.length > 0 && (
        <ul className="plain-list">
          {outcome.refusals.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <Button ref={button} look="plain" onClick={onDismiss} onKeyDown={(e) => e.key === 'Escape' && onDismiss()}>
        {t('dismissResult')}
      </Button>
    </div>
  );
}

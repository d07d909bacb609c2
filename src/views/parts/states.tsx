import type { ReactNode } from 'react';
import { Button } from './Button';
import { PARTS_TEXT } from './text';
import { useT } from './use-text';

/** Grey lines where words will stand; says so to screen readers. */
export function Skeleton({ lines = 3, height }: { readonly lines?: number; readonly height?: number }) {
  const t = useT(PARTS_TEXT);
  return (
    <div className="skeleton" role="status" style={height === undefined ? undefined : { height }}>
      <span className="visually-hidden">{t('loading')}</span>
      {Array.from({ length: lines }, (_, i) => (
        <span key={i} className="skeleton-line" aria-hidden="true" />
      ))}
    </div>
  );
}

/** Nothing to show, and why, and what to do about it. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="state">
      <p className="state-title">{title}</p>
      {children}
    </div>
  );
}

interface FailedProps {
  readonly title: string;
  /** The matter in the words of the error. */
  readonly detail?: string;
  readonly onRetry?: () => void;
}

export function Failed({ title, detail, onRetry }: FailedProps) {
  const t = useT(PARTS_TEXT);
  return (
    <div className="state state-failed" role="alert">
      <p className="state-title">{title}</p>
      {detail !== undefined && <p className="state-detail">{detail}</p>}
      {onRetry && <Button onClick={onRetry}>{t('retry')}</Button>}
    </div>
  );
}

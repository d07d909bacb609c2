import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { coverPage } from '../../../platform/cover-page';

interface CoverSheetProps {
  /** What it is, for screen readers. */
  readonly label: string;
  readonly className: string;
  readonly testId: string;
  readonly onPointerMove?: (event: React.PointerEvent) => void;
  readonly onPointerDown?: (event: React.PointerEvent) => void;
  readonly onPointerUp?: (event: React.PointerEvent) => void;
  readonly children: ReactNode;
}

/** The whole window, over header and navigation, with the focus on it. */
export function CoverSheet({ label, className, testId, children, ...pointer }: CoverSheetProps) {
  const [host, setHost] = useState<HTMLElement | null>(null);
  const sheet = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const cover = coverPage('show-host');
    // The sheet is outside of React: it is there only now.
    // oxlint-disable-next-line react/set-state-in-effect
    setHost(cover.host);
    return () => cover.end();
  }, []);
  useEffect(() => {
    if (host) sheet.current?.focus({ preventScroll: true });
  }, [host]);
  if (!host) return null;
  return createPortal(
    <div
      ref={sheet}
      className={`show ${className}`}
      role="dialog"
      aria-modal="true"
      aria-label={label}
      tabIndex={-1}
      data-testid={testId}
      {...pointer}
    >
      {children}
    </div>,
    host,
  );
}

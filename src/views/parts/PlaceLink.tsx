import type { MouseEvent, ReactNode } from 'react';
import { placeHref, setPlace, usePlace } from '../../store/place';
import type { PlacePatch } from '../../store/place-address';

interface PlaceLinkProps {
  readonly to: PlacePatch;
  readonly className?: string;
  readonly current?: 'page' | 'true';
  readonly children: ReactNode;
}

/** A real link to a place in the app: opens in a new tab on request, otherwise without loading the page again. */
export function PlaceLink({ to, className, current, children }: PlaceLinkProps) {
  const place = usePlace();
  const go = (event: MouseEvent): void => {
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    ) {
      return;
    }
    event.preventDefault();
    setPlace(to);
  };
  return (
    <a href={placeHref(place, to)} onClick={go} className={className} aria-current={current}>
      {children}
    </a>
  );
}

import type { ReactNode } from 'react';
import { Button } from '../parts/Button';
import { useT } from '../parts/use-text';
import { DATA_TEXT } from './text';

/** Parts of the screen in their order, by the key of their name. */
export const DATA_PARTS = ['import', 'batches', 'coverage', 'quality', 'revisions', 'catalogue', 'keeping'] as const;
export type DataPart = (typeof DATA_PARTS)[number];

const NAMES = {
  import: 'import',
  batches: 'batches',
  coverage: 'partCoverage',
  quality: 'partQuality',
  revisions: 'partRevisions',
  catalogue: 'catalogue',
  keeping: 'partKeeping',
} as const satisfies Readonly<Record<DataPart, keyof typeof DATA_TEXT>>;

const idOf = (part: DataPart): string => `data-${part}`;

/** Moves sight and focus to a part: the hash of the address belongs to the screens, so these cannot be links. */
export function goToPart(part: DataPart): void {
  const box = document.getElementById(idOf(part));
  box?.scrollIntoView();
  box?.focus({ preventScroll: true });
}

/** A place that `goToPart` finds. */
export function Part({ part, children }: { readonly part: DataPart; readonly children: ReactNode }) {
  return (
    <div id={idOf(part)} className="part" tabIndex={-1}>
      {children}
    </div>
  );
}

/** The screen is long: its parts by name, each one press away. */
export function PartList({ parts }: { readonly parts: readonly DataPart[] }) {
  const t = useT(DATA_TEXT);
  return (
    <nav className="part-list" aria-label={t('parts')}>
      <span className="quiet" aria-hidden="true">
        {t('parts')}
      </span>
      {parts.map((part) => (
        <Button key={part} look="plain" onClick={() => goToPart(part)}>
          {t(NAMES[part])}
        </Button>
      ))}
    </nav>
  );
}

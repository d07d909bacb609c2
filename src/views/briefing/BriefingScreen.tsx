import { type ComponentType, lazy, Suspense } from 'react';
import { fetchPart } from '../../platform/fetch-part';
import { usePlace } from '../../store/place';
import { Skeleton } from '../parts/states';
import { TabbedScreen } from '../parts/TabbedScreen';
import { useT } from '../parts/use-text';
import { BRIEFING_PARTS, SHOW_MODES } from './parts';
import { BRIEFING_TEXT } from './text';
import './briefing.css';

const TABS = {
  drafts: lazy(() => fetchPart(BRIEFING_PARTS.drafts)),
  share: lazy(() => fetchPart(BRIEFING_PARTS.share)),
  gallery: lazy(() => fetchPart(BRIEFING_PARTS.gallery)),
} as const satisfies Readonly<Record<string, ComponentType>>;

const Show = lazy(() => fetchPart(BRIEFING_PARTS.show));

/** How do I tell leadership? The builder of briefings, what leaves the office, every chart in every state; and the show. */
export function BriefingScreen() {
  const t = useT(BRIEFING_TEXT);
  const { free } = usePlace();
  const mode = SHOW_MODES.find((m) => m === free.show);
  if (mode) {
    return (
      <Suspense fallback={<Skeleton lines={6} />}>
        <Show mode={mode} />
      </Suspense>
    );
  }
  return (
    <TabbedScreen screen="briefing" ready="briefing" title={t('screen')} tabsLabel={t('tabs')} tabs={TABS} nameOf={t} />
  );
}

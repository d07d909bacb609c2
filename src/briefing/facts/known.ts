import type { SeriesForm } from '../../indicators/form';
import { prepare } from '../../indicators/prepare';
import { lastKnownOn } from '../../panel/build';
import type { Panel } from '../../panel/panel';
import type { Known } from './world';

/** An assessment as a briefing sees it; each set of forms is prepared once. */
export function knownOf(assessed: Known['assessed']): Known {
  const { panel, asOf } = assessed;
  const day = asOf ?? lastKnownOn(panel);
  const made = new Map<string, Panel>();
  return {
    assessed,
    panelWith(indicatorIds: readonly string[], form: SeriesForm): Panel {
      const key = `${form} ${indicatorIds.join(' ')}`;
      let prepared = made.get(key);
      if (!prepared) {
        prepared = prepare(
          panel,
          indicatorIds.map((indicator) => ({ indicator, form })),
          day,
        );
        made.set(key, prepared);
      }
      return prepared;
    },
  };
}

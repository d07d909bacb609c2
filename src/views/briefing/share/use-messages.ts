import { useMemo } from 'react';
import { formatPeriod } from '../../../base/period';
import type { WarningLevel } from '../../../base/level';
import type { RegionTree } from '../../../base/regions';
import { messageOf } from '../../../briefing/alerts/message-of';
import type { AlertWorld, Message } from '../../../briefing/alerts/message';
import type { AssessmentView } from '../../../platform/engine-api';
import type { Warning } from '../../../response/warnings/inbox';
import { addressOf, exactPlace } from '../../../store/exact-link';
import { useLang, usePlace } from '../../../store/place';
import type { Place } from '../../../store/place-address';
import { useResponse } from '../../../store/use-response';
import { useInbox } from '../../warnings/use-inbox';
import { ALERT_SHARE_TEXT } from './text';

interface Sender {
  readonly sender: string;
  readonly office: string;
  readonly exercise: boolean;
}

/** Messages of the warnings of the present assessment, worst first; null while those are being read. */
export function useMessages(
  view: AssessmentView,
  { sender, office, exercise }: Sender,
): { readonly messages: readonly Message[] | null; readonly world: AlertWorld } {
  const lang = useLang();
  const here = usePlace();
  const plan = useResponse((s) => s.plan);
  const { warnings, nowMs } = useInbox(view);
  const world = useMemo((): AlertWorld => {
    const { tree, catalogue, frequency, weekEndsOn, ruleSet, scheme, demonstration } = view;
    return {
      tree,
      catalogue,
      frequency,
      weekEndsOn,
      newest: view.latest,
      knownOn: view.asOf ?? view.lastKnownOn,
      ruleSet,
      scheme,
      plan,
      sender,
      office: office === '' ? ALERT_SHARE_TEXT.officeDefault : { zh: office, en: office },
      demonstration,
      exercise,
      nowMs,
      link: (warning) => addressOf(exactPlace(placeOf(warning, here, view), view, lang)),
    };
  }, [view, plan, sender, office, exercise, nowMs, here, lang]);
  const messages = useMemo(
    () =>
      warnings &&
      warnings
        .flatMap((warning) => messageOf(warning, world) ?? [])
        .toSorted((a, b) => Number(a.type === 'Cancel') - Number(b.type === 'Cancel') || b.level - a.level),
    [warnings, world],
  );
  return { messages, world };
}

/** Where a warning is proved: its region in the newest period. */
function placeOf({ spell }: Warning, here: Place, { frequency, weekEndsOn, latest }: AssessmentView): Place {
  const period = formatPeriod(frequency, spell.until ?? latest, weekEndsOn);
  return { ...here, screen: 'region', region: spell.regionCode, period, free: {} };
}

/** Messages of an area and all below it (empty code = everywhere) from a level on. */
export function fitting(
  messages: readonly Message[],
  tree: RegionTree,
  area: string,
  from: WarningLevel,
): readonly Message[] {
  const top = tree.indexOf.get(area);
  const within = (code: string): boolean => {
    let at = tree.indexOf.get(code) ?? -1;
    while (at >= 0 && at !== top) at = tree.regions[at]!.parent;
    return at >= 0;
  };
  return messages.filter((m) => m.level >= from && (top === undefined || within(m.warning.spell.regionCode)));
}

import { formatList, formatNumber } from '../../base/format';
import { type Lang, say } from '../../base/text';
import type { AssessmentView } from '../../platform/engine-api';
import type { Warning } from '../../response/warnings/inbox';
import type { ActResult } from '../../store/response-state';
import { ACTION_TEXT } from './act-text';
import type { ActionId } from './actions';
import { regionName } from './words';

/** What an act, or many at once, came to: a sentence, and below it why some were refused. */
export interface Outcome {
  readonly words: string;
  /** One line for each reason, with the regions that it held back. */
  readonly refusals: readonly string[];
  readonly failed: boolean;
  /** The form was not even opened: what is typed next must not be taken for keys of the list. */
  readonly atOnce?: true;
  /** The review that was opened by it. */
  readonly review?: string;
}

const NAMED = 4;

export function outcomeOf(
  action: ActionId,
  warnings: readonly Warning[],
  results: readonly ActResult[],
  view: AssessmentView,
  lang: Lang,
): Outcome {
  const name = ACTION_TEXT[action][lang];
  const regionOf = (k: number): string => regionName(view, warnings[k]!.spell.regionCode, lang);
  if (results.length === 1) {
    const result = results[0]!;
    const common = { region: regionOf(0), action: name };
    if (result.ok) {
      const { act } = result.entry;
      return {
        ...(act.kind === 'open-case' && { review: act.case }),
        words: say(ACTION_TEXT.done, lang, { ...common, seq: formatNumber(result.entry.seq) }),
        refusals: [],
        failed: false,
      };
    }
    return { words: say(ACTION_TEXT.refused, lang, { ...common, why: result.why[lang] }), refusals: [], failed: true };
  }
  const byReason = new Map<string, string[]>();
  results.forEach((result, k) => {
    if (result.ok) return;
    // A reason that names its region is the same reason for the next one.
    const why = result.why[lang].replaceAll(regionOf(k), ACTION_TEXT.thatRegion[lang]);
    const regions = byReason.get(why);
    if (regions) regions.push(regionOf(k));
    else byReason.set(why, [regionOf(k)]);
  });
  const done = results.filter((r) => r.ok).length;
  const refused = results.length - done;
  const params = { action: name, done: formatNumber(done), refused: formatNumber(refused) };
  return {
    words: say(ACTION_TEXT[refused === 0 ? 'allDone' : 'someDone'], lang, params),
    refusals: [...byReason].map(([why, regions]) =>
      say(ACTION_TEXT.refusedRow, lang, { regions: namesInRow(regions, lang), why }),
    ),
    failed: refused > 0,
  };
}

function namesInRow(regions: readonly string[], lang: Lang): string {
  if (regions.length <= NAMED) return formatList(regions, lang);
  const names = regions.slice(0, NAMED).join(lang === 'zh' ? '、' : ', ');
  return say(ACTION_TEXT.andMore, lang, { names, count: formatNumber(regions.length) });
}

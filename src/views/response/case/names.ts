import { formatNumber, formatPeriodWords } from '../../../base/format';
import { parsePeriod } from '../../../base/period';
import { type Lang, say } from '../../../base/text';
import type { AssessmentView } from '../../../platform/engine-api';
import type { Actor } from '../../../response/actor';
import { valueWords } from '../../../response/case/words';
import { LAYER_NAMES } from '../../../response/actor-text';
import type { ActNames } from '../../../response/trail/words';
import { CASE_TEXT } from './text';

/** `乌海市（盟市级）`. The top office needs no layer beside its name. */
export function officeWords(actor: Actor, names: ActNames, lang: Lang): string {
  const region = names.region(actor.regionCode)[lang];
  if (actor.role === 'region') return region;
  return say(CASE_TEXT.officeOf, lang, { region, layer: LAYER_NAMES[actor.role][lang] });
}

/** A spelt period (`2026-10`) in words; what is none stays as it is. */
export function periodWords(spelt: string, lang: Lang, weekEndsOn: number): string {
  const parsed = parsePeriod(spelt);
  return parsed === null ? spelt : formatPeriodWords(parsed.frequency, parsed.period, lang, weekEndsOn);
}

/** A value of an indicator with its unit; of one that the catalogue does not know, the bare figure. */
export function figureWords(
  value: number | null,
  indicatorId: string,
  view: Pick<AssessmentView, 'catalogue'>,
  lang: Lang,
): string {
  const indicator = view.catalogue.byId.get(indicatorId);
  return indicator ? valueWords(value, indicator)[lang] : formatNumber(value, 2);
}

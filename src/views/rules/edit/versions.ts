import { formatDay } from '../../../base/period';
import { type Lang, say, type Text } from '../../../base/text';
import { ONLY_WHEN_ASKED, type RulesAndScheme } from '../../../levels/load-rule-book';
import { BUILT_IN_ID, type RuleVersion } from '../../../levels/rule-book';
import type { AssessmentView } from '../../../platform/engine-api';
import { methodOf } from '../../../store/rule-methods';
import type { DiffNames } from './rule-diff';
import { EDIT_TEXT } from './text';

/** "第2版“春季规则”", inside a sentence. */
export function versionWords({ id, number, name }: RuleVersion, lang: Lang): string {
  return id === BUILT_IN_ID ? EDIT_TEXT.builtIn[lang] : say(EDIT_TEXT.version, lang, { number, name: name[lang] });
}

export function sinceWords({ inForceFrom }: RuleVersion, lang: Lang): string {
  if (inForceFrom === ONLY_WHEN_ASKED) return EDIT_TEXT.onlyAsked[lang];
  return inForceFrom === null ? EDIT_TEXT.ever[lang] : formatDay(inForceFrom);
}

/** Names for a comparison, from the catalogue that is in use. */
export function namesFor(view: AssessmentView): DiffNames {
  const plain = (words: string): Text => ({ zh: words, en: words });
  return {
    indicator: (id) => view.catalogue.byId.get(id)?.name ?? plain(id),
    detector: (kind) => methodOf(kind)?.name ?? plain(kind),
  };
}

/** Rules and scheme alone, of anything that has them. */
export function contentOf({ ruleSet, scheme }: RulesAndScheme): RulesAndScheme {
  return { ruleSet, scheme };
}

import { useMemo } from 'react';
import { create } from 'zustand';
import type { RulesAndScheme } from '../../../levels/load-rule-book';
import { BUILT_IN_ID } from '../../../levels/rule-book';
import type { AssessmentView } from '../../../platform/engine-api';
import { setPlace, useLang, usePlace } from '../../../store/place';
import { useRules } from '../../../store/use-rules';
import { say } from '../../../base/text';
import { freeOf, type Settings, settingsOf, usualSettings } from './settings';
import { BACKTEST_TEXT } from './text';

/** A list of episodes that is too long for the address. */
const useLongList = create<{ readonly csv: string }>(() => ({ csv: '' }));

/** The settings that stand in the address, and the way to put others there. */
export function useSettings(view: AssessmentView): readonly [Settings, (next: Settings) => void] {
  const { free } = usePlace();
  const kept = useLongList((s) => s.csv);
  const usual = useMemo(() => usualSettings(view), [view]);
  const settings = useMemo(() => settingsOf(free, usual, kept), [free, usual, kept]);
  const commit = (next: Settings): void => {
    useLongList.setState({ csv: next.csv });
    setPlace({ free: freeOf(next, usual) });
  };
  return [settings, commit];
}

export interface RuleChoices {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly nameOf: (choice: string) => string;
  /** Null: there is none of that name, or the draft has faults. */
  readonly rulesBy: (choice: string) => RulesAndScheme | null;
}

/** What can be tested: the rules that grade, the draft, and every version. */
export function useRuleChoices(view: AssessmentView): RuleChoices {
  const lang = useLang();
  const versions = useRules((s) => s.versions);
  const draft = useRules((s) => s.checked.value);
  return useMemo(() => {
    const options = [
      { value: 'in-force', label: BACKTEST_TEXT.inForce[lang] },
      { value: 'draft', label: BACKTEST_TEXT.draft[lang] },
      ...versions.toReversed().map(({ id, number, name }) => ({
        value: id,
        label:
          id === BUILT_IN_ID
            ? BACKTEST_TEXT.builtIn[lang]
            : say(BACKTEST_TEXT.version, lang, { number, name: name[lang] }),
      })),
    ];
    return {
      options,
      nameOf: (choice) => options.find((o) => o.value === choice)?.label ?? choice,
      rulesBy: (choice) =>
        choice === 'in-force'
          ? { ruleSet: view.ruleSet, scheme: view.scheme }
          : choice === 'draft'
            ? draft
            : (versions.find((v) => v.id === choice) ?? null),
    };
  }, [view, versions, draft, lang]);
}

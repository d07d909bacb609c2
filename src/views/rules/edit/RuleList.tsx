import { memo, useMemo } from 'react';
import { formatNumber, formatShare } from '../../../base/format';
import { FAMILY_NAMES } from '../../../base/indicators';
import { LEVEL_KEYS, WARNING_LEVELS } from '../../../base/level';
import type { AssessmentView } from '../../../platform/engine-api';
import { type Rule, type RuleSet, thresholdOf } from '../../../signals/rule';
import { setPlace, useLang } from '../../../store/place';
import { isSameContent } from '../../../store/rules-draft';
import { useRules } from '../../../store/use-rules';
import { Button } from '../../parts/Button';
import { Card } from '../../parts/Card';
import { LevelBadge } from '../../parts/LevelBadge';
import { PlaceLink } from '../../parts/PlaceLink';
import { useT } from '../../parts/use-text';
import { choiceWords } from './field-text';
import { figure } from './rule-diff';
import { byFamily, freeId, measureOf, newRule } from './rule-list';
import { recordsOf, type RuleRecord } from './rule-record';
import { EDIT_TEXT } from './text';

interface RuleListProps {
  readonly view: AssessmentView;
  readonly ruleSet: RuleSet;
  /** Id of the rule that is shown beside the list. */
  readonly chosen: string | null;
}

/** All rules of the draft by family, with their lines, where these come from, and what the rule has done so far. */
export function RuleList({ view, ruleSet, chosen }: RuleListProps) {
  const t = useT(EDIT_TEXT);
  const lang = useLang();
  const faults = useRules((s) => s.checked.faults);
  const edit = useRules((s) => s.edit);
  const records = useMemo(() => recordsOf(view), [view]);
  const now = useMemo(() => new Map(view.ruleSet.rules.map((r) => [r.id, r])), [view]);
  const add = (): void => {
    const indicator = view.catalogue.byId.get(view.indicators[0] ?? '') ?? view.catalogue.indicators[0]!;
    const id = freeId(ruleSet, 'new-rule');
    const rule = newRule(id, EDIT_TEXT.newName, indicator, EDIT_TEXT.newNote);
    edit(['ruleSet', 'rules'], [...ruleSet.rules, rule]);
    setPlace({ free: { rule: id } });
  };
  return (
    <Card
      className="rule-list"
      title={t('list')}
      subtitle={t('listSubtitle', { count: formatNumber(ruleSet.rules.length) })}
      tools={<Button onClick={add}>{t('add')}</Button>}
    >
      {/* The list scrolls by itself, so it must be reachable by keyboard: its links are. */}
      <div className="rule-families">
        {byFamily(ruleSet, view).map(([family, rules]) => (
          <section key={family} aria-label={FAMILY_NAMES[family][lang]}>
            <h3>{FAMILY_NAMES[family][lang]}</h3>
            <ul>
              {rules.map(({ rule, at }) => (
                <RuleRow
                  key={`${at} ${rule.id}`}
                  view={view}
                  rule={rule}
                  record={records.get(rule.id)}
                  chosen={rule.id === chosen}
                  mark={markOf(
                    rule,
                    now.get(rule.id),
                    faults.some((f) => f.path.startsWith(`.ruleSet.rules[${at}]`)),
                  )}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Card>
  );
}

type Mark = 'isFaulty' | 'isNew' | 'isChanged' | null;

function markOf(rule: Rule, inForce: Rule | undefined, faulty: boolean): Mark {
  if (faulty) return 'isFaulty';
  if (inForce === undefined) return 'isNew';
  return isSameContent(inForce, rule) ? null : 'isChanged';
}

interface RuleRowProps {
  readonly view: AssessmentView;
  readonly rule: Rule;
  readonly record: RuleRecord | undefined;
  readonly chosen: boolean;
  readonly mark: Mark;
}

const RuleRow = memo(function RuleRow({ view, rule, record, chosen, mark }: RuleRowProps) {
  const t = useT(EDIT_TEXT);
  const lang = useLang();
  const indicator = view.catalogue.byId.get(rule.indicator);
  const measure = measureOf(rule, indicator, view.frequency, lang);
  return (
    <li className={`rule-row ${chosen ? 'rule-chosen' : ''}`}>
      <PlaceLink to={{ free: { rule: rule.id } }} current={chosen ? 'true' : undefined} className="rule-name">
        {rule.name[lang] || rule.id}
      </PlaceLink>
      {mark !== null && <span className={`rule-mark ${mark === 'isFaulty' ? 'worse' : ''}`}>{t(mark)}</span>}
      <p className="quiet">{measure.words}</p>
      <p className="rule-lines">
        {WARNING_LEVELS.map((level) => {
          const value = thresholdOf(rule.thresholds, level);
          return typeof value === 'number' ? (
            <span key={LEVEL_KEYS[level]} className="rule-line">
              <LevelBadge level={level} form="numeral" /> {figure(value)}
            </span>
          ) : null;
        })}
      </p>
      <p className="quiet">
        {choiceWords(rule.basis.kind)[lang]} · {recordWords(record, t)}
      </p>
    </li>
  );
});

function recordWords(record: RuleRecord | undefined, t: ReturnType<typeof useT<keyof typeof EDIT_TEXT>>): string {
  if (!record) return t('noRecord');
  if (Number.isNaN(record.onAlert)) return t('silentRule');
  const alarms = t('alarms', { count: formatNumber(record.alarmsPerDecade, 1) });
  return `${alarms} · ${t('onAlert', { share: formatShare(record.onAlert, 1) })}`;
}

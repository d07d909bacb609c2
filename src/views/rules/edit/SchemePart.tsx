import { formatShare } from '../../../base/format';
import { FAMILIES, FAMILY_NAMES } from '../../../base/indicators';
import { WARNING_LEVELS } from '../../../base/level';
import { levelWords } from '../../../levels/level-names';
import { WEIGHTINGS } from '../../../levels/scheme';
import type { AssessmentView } from '../../../platform/engine-api';
import { useLang } from '../../../store/place';
import { useRules } from '../../../store/use-rules';
import { Card } from '../../parts/Card';
import { LevelBadge } from '../../parts/LevelBadge';
import { useT } from '../../parts/use-text';
import { choiceWords, FIELD_TEXT } from './field-text';
import { ChoiceField, FaultWords, NumberField, useFaults } from './fields';
import { Group } from './RuleForm';
import { conditionsWords } from './rule-diff';
import { EDIT_TEXT } from './text';

/** How levels come from signals: conditions in words, and what can be set about them. */
export function SchemePart({ view }: { readonly view: AssessmentView }) {
  const t = useT(EDIT_TEXT);
  const f = useT(FIELD_TEXT);
  const lang = useLang();
  const { ruleSet, scheme } = useRules((s) => s.history.now);
  const wrong = useFaults(['scheme'], true);
  const nameOf = (id: string) => ruleSet.rules.find((r) => r.id === id)?.name ?? { zh: id, en: id };
  // What the draft calls them; the badge goes by the scheme in force.
  const levels = levelWords(scheme.names ?? null);
  const weighting = scheme.weighting ?? 'expert';
  const spreading = WARNING_LEVELS.filter((level) => scheme.spread[level]);
  const used = FAMILIES.filter((family) => view.levels.weights[family] > 0)
    .map((family) => `${FAMILY_NAMES[family][lang]} ${formatShare(view.levels.weights[family], 1)}`)
    .join(lang === 'zh' ? '，' : ', ');
  return (
    <div className="scheme-columns">
      <Card title={t('schemeTitle')} subtitle={t('schemeSubtitle')} footer={scheme.basis[lang]}>
        <dl className="scheme-levels">
          {WARNING_LEVELS.toReversed()
            .filter((level) => scheme.levels.includes(level))
            .map((level) => (
              <div key={level}>
                <dt>
                  <LevelBadge level={level} form="numeral" /> {levels.full(level)[lang]}
                </dt>
                <dd>{conditionsWords(scheme.conditions[level], nameOf, levels)[lang]}</dd>
              </div>
            ))}
        </dl>
        <FaultWords faults={wrong} />
      </Card>
      <Card title={t('weightsTitle')} subtitle={t('weightsUsed', { weights: used })}>
        <div className="edit-fields">
          <ChoiceField
            label={f('weighting')}
            path={['scheme', 'weighting']}
            value={weighting}
            options={WEIGHTINGS.map((value) => ({ value, label: choiceWords(value)[lang] }))}
          />
          {weighting === 'expert' &&
            FAMILIES.map((family) => (
              <NumberField
                key={family}
                label={FAMILY_NAMES[family][lang]}
                path={['scheme', 'weights', family]}
                value={scheme.weights[family]}
              />
            ))}
        </div>
      </Card>
      <Card title={t('spreadTitle')} subtitle={t(spreading.length > 0 ? 'spreadHelp' : 'noSpread')}>
        <div className="edit-levels">
          {spreading.map((level) => (
            <div key={level} className="edit-level">
              <LevelBadge level={level} form="full" />
              <NumberField
                label={t('ofParts')}
                path={['scheme', 'spread', level, 'children']}
                value={scheme.spread[level]!.children}
              />
              <NumberField
                label={t('ofTheirForce')}
                path={['scheme', 'spread', level, 'labourForce']}
                value={scheme.spread[level]!.labourForce}
              />
            </div>
          ))}
        </div>
      </Card>
      <Card title={t('usableTitle')}>
        <Group title={t('set')}>
          <NumberField
            label={f('minUsableCount')}
            path={['scheme', 'minUsable', 'count']}
            value={scheme.minUsable.count}
          />
          <NumberField
            label={f('minUsableShare')}
            path={['scheme', 'minUsable', 'share']}
            value={scheme.minUsable.share}
          />
          <NumberField label={f('largeFrom')} path={['ruleSet', 'largeFrom']} value={ruleSet.largeFrom} />
          <NumberField label={f('minCoverage')} path={['ruleSet', 'minCoverage']} value={ruleSet.minCoverage} />
        </Group>
      </Card>
    </div>
  );
}

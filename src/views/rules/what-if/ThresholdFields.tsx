import type { ShapeFault } from '../../../base/check';
import { levelShort } from '../../../base/level';
import type { AssessmentView } from '../../../platform/engine-api';
import { useLang } from '../../../store/place';
import { Button } from '../../parts/Button';
import { useT } from '../../parts/use-text';
import { type LevelName, LEVELS, NO_CHANGE, useDraft } from './draft';
import { FaultLines } from './FaultLines';
import { WHAT_IF_TEXT } from './text';

interface ThresholdFieldsProps {
  readonly view: AssessmentView;
  readonly faults: readonly ShapeFault[];
}

/** Thresholds of some rules, with those in force as what stands in an empty field. */
export function ThresholdFields({ view, faults }: ThresholdFieldsProps) {
  const t = useT(WHAT_IF_TEXT);
  const lang = useLang();
  const thresholds = useDraft((s) => s.draft.thresholds);
  const edit = useDraft((s) => s.edit);
  const set = (ruleId: string, level: LevelName, text: string): void =>
    edit({ thresholds: { ...thresholds, [ruleId]: { ...NO_CHANGE, ...thresholds[ruleId], [level]: text } } });
  const drop = (ruleId: string): void =>
    edit({ thresholds: Object.fromEntries(Object.entries(thresholds).filter(([id]) => id !== ruleId)) });
  const { rules } = view.ruleSet;
  return (
    <fieldset className="shock">
      <legend>{t('thresholds')}</legend>
      {Object.entries(thresholds).map(([ruleId, texts]) => {
        const rule = rules.find((r) => r.id === ruleId);
        const name = rule?.name[lang] ?? ruleId;
        return (
          <div key={ruleId} className="threshold-rule" role="group" aria-label={name}>
            <span className="threshold-name">{name}</span>
            <div className="threshold-fields">
              {LEVELS.map((level, i) => (
                <label key={level} className="threshold-field">
                  <span>{levelShort(i + 1)[lang]}</span>
                  <input
                    className="input"
                    inputMode="decimal"
                    value={texts[level]}
                    placeholder={rule?.thresholds[level] === undefined ? '—' : String(rule.thresholds[level])}
                    onChange={(e) => set(ruleId, level, e.target.value)}
                  />
                </label>
              ))}
              <Button look="plain" aria-label={t('dropRule', { name })} onClick={() => drop(ruleId)}>
                ×
              </Button>
            </div>
            <FaultLines
              faults={faults.filter(
                (f) => f.path === `.thresholds.${ruleId}` || f.path.startsWith(`.thresholds.${ruleId}.`),
              )}
            />
          </div>
        );
      })}
      <select
        className="select"
        aria-label={t('addRule')}
        value=""
        onChange={(e) => {
          if (e.target.value !== '') edit({ thresholds: { ...thresholds, [e.target.value]: NO_CHANGE } });
        }}
      >
        <option value="">{t('addRule')}</option>
        {rules
          .filter((r) => !Object.hasOwn(thresholds, r.id) && view.indicators.includes(r.indicator))
          .map((r) => (
            <option key={r.id} value={r.id}>
              {r.name[lang]}
            </option>
          ))}
      </select>
      {Object.keys(thresholds).length > 0 && <p className="quiet small shock-help">{t('thresholdHelp')}</p>}
    </fieldset>
  );
}

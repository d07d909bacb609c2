import { useState } from 'react';
import { FAMILY_NAMES } from '../../base/indicators';
import { useLang } from '../../store/place';
import type { AssessmentView } from '../../platform/engine-api';
import { Button } from '../parts/Button';
import { useT } from '../parts/use-text';
import { indicatorGroups, toggled } from './picker-list';
import { TEXT } from './text';

interface IndicatorPickerProps {
  readonly view: AssessmentView;
  readonly chosen: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
}

/** Indicators of the data by family, to be ticked. */
export function IndicatorPicker({ view, chosen, onChange }: IndicatorPickerProps) {
  const lang = useLang();
  const t = useT(TEXT);
  const [search, setSearch] = useState('');
  const groups = indicatorGroups(view, search);
  return (
    <>
      <div className="picker-head">
        <input
          type="search"
          className="picker-search"
          aria-label={t('searchIndicators')}
          placeholder={t('search')}
          value={search}
          onChange={(e) => setSearch(e.target.value)}
        />
        <Button look="plain" disabled={chosen.length === 0} onClick={() => onChange([])}>
          {t('clear')}
        </Button>
      </div>
      <div className="picker-list">
        {groups.length === 0 && <p className="picker-none">{t('nothingFound')}</p>}
        {groups.map(({ family, indicators }) => (
          <fieldset key={family} className="picker-group">
            <legend>{FAMILY_NAMES[family][lang]}</legend>
            {indicators.map((indicator) => (
              <label key={indicator.id} className="picker-item">
                <input
                  type="checkbox"
                  checked={chosen.includes(indicator.id)}
                  onChange={(e) => onChange(toggled(chosen, indicator.id, e.target.checked))}
                />
                <span>{indicator.name[lang]}</span>
              </label>
            ))}
          </fieldset>
        ))}
      </div>
    </>
  );
}

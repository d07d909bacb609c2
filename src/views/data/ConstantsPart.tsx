import { useState } from 'react';
import type { IndicatorCatalogue } from '../../base/indicators';
import type { RegionTree } from '../../base/regions';
import type { Mapping } from '../../observations/tables/mapping';
import type { Understanding } from '../../observations/tables/understanding';
import { useLang } from '../../store/place';
import type { Correction } from '../../store/reading';
import { Button } from '../parts/Button';
import { useT } from '../parts/use-text';
import { indicatorGroups, regionGroups, unitOptions } from './meanings';
import { MeaningSelect } from './MeaningSelect';
import { MAPPING_TEXT } from './mapping-text';

interface ConstantsPartProps {
  readonly understanding: Understanding;
  readonly catalogue: IndicatorCatalogue;
  readonly tree: RegionTree;
  readonly onFix: (correction: Correction) => void;
}

/** What holds for the whole table because no cell says it: indicator, region, unit, year. */
export function ConstantsPart({ understanding, catalogue, tree, onFix }: ConstantsPartProps) {
  const t = useT(MAPPING_TEXT);
  const lang = useLang();
  const { constants } = understanding;
  const notSaid = [{ value: '', label: t('notSaid') }];
  const set = (text: keyof Mapping['constants']) => (meaning: string) => onFix({ of: 'constants', text, meaning });
  const indicatorUnit = catalogue.byId.get(constants.indicator ?? '')?.unit;
  return (
    <fieldset className="constants">
      <legend>{t('whole')}</legend>
      <MeaningSelect
        label={t('constantIndicator')}
        value={constants.indicator ?? ''}
        first={[{ value: '', label: `${t('constantIndicator')}: ${t('notSaid')}` }]}
        groups={indicatorGroups(catalogue, [], t('likely'), lang)}
        onChange={set('indicator')}
      />
      <MeaningSelect
        label={t('constantRegion')}
        value={constants.region ?? ''}
        first={[{ value: '', label: `${t('constantRegion')}: ${t('notSaid')}` }]}
        groups={regionGroups(tree, [], t('likely'), t('allRegions'), lang)}
        onChange={set('region')}
      />
      <MeaningSelect
        label={t('constantUnit')}
        value={constants.unit ?? ''}
        first={[
          { ...notSaid[0]!, label: `${t('constantUnit')}: ${t('notSaid')}` },
          ...unitOptions(indicatorUnit, lang),
        ]}
        groups={[]}
        onChange={set('unit')}
      />
      <PeriodField key={constants.period ?? ''} value={constants.period ?? ''} onApply={set('period')} />
    </fieldset>
  );
}

function PeriodField({ value, onApply }: { readonly value: string; readonly onApply: (value: string) => void }) {
  const t = useT(MAPPING_TEXT);
  const [typed, setTyped] = useState(value);
  return (
    <form
      className="constant-period"
      onSubmit={(e) => {
        e.preventDefault();
        onApply(typed.trim());
      }}
    >
      <label>
        {t('constantPeriod')}{' '}
        <input value={typed} size={8} placeholder="2017" onChange={(e) => setTyped(e.target.value)} />
      </label>
      {typed.trim() !== value && <Button type="submit">{t('apply')}</Button>}
    </form>
  );
}

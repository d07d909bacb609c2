import { memo, type RefObject } from 'react';
import { formatNumber } from '../../base/format';
import { FAMILIES, FAMILY_NAMES, type Family } from '../../base/indicators';
import type { AssessmentView } from '../../platform/engine-api';
import { setPlace, useLang } from '../../store/place';
import { Button, Select, Toggle } from '../parts/Button';
import { useT } from '../parts/use-text';
import { isFiltered, NO_FILTERS, type Selection, SHOWS, SORTS, writeSelection } from './selection';
import { WARNINGS_TEXT } from './text';

const SHOW_KEYS = { open: 'showOpen', ended: 'showEndedOnes', all: 'showAll' } as const;
const SORT_KEYS = {
  urgency: 'sortUrgency',
  level: 'sortLevel',
  newest: 'sortNewest',
  oldest: 'sortOldest',
  region: 'sortRegion',
} as const;

interface FilterBarProps {
  readonly view: AssessmentView;
  readonly selection: Selection;
  /** Warnings that fit, and all there are. */
  readonly shown: number;
  readonly all: number;
  /** A role is chosen: what is its own can be told. */
  readonly hasRole: boolean;
  readonly search: RefObject<HTMLInputElement | null>;
  /** Back into the list, from the field. */
  readonly onLeave: () => void;
  /** What became of the copy. */
  readonly told: string;
  readonly onCopy: () => void;
  readonly onDownload: () => void;
}

/** Words, area, family, range and order of the list; all of it stands in the address. */
export const FilterBar = memo(function FilterBar(props: FilterBarProps) {
  const { view, selection, shown, all, hasRole, search, onLeave, told, onCopy, onDownload } = props;
  const t = useT(WARNINGS_TEXT);
  const lang = useLang();
  const change = (patch: Partial<Selection>): void => setPlace({ free: writeSelection(patch) }, { replace: true });
  // Areas that have parts: one of the parts alone is found by its name.
  const areas = view.tree.regions.filter((_, i) => view.tree.children[i]!.length > 0);
  const chosen = selection.area === null ? undefined : view.tree.indexOf.get(selection.area);
  const extra = chosen === undefined || areas.includes(view.tree.regions[chosen]!) ? [] : [view.tree.regions[chosen]!];
  return (
    <div className="w-filters">
      <label className="field">
        <span className="field-label">{t('find')}</span>
        <input
          ref={search}
          type="search"
          className="w-input w-find"
          placeholder={t('findHint')}
          value={selection.text}
          onChange={(e) => change({ text: e.target.value })}
          onKeyDown={(e) => {
            if (e.key !== 'Escape' && e.key !== 'Enter') return;
            e.preventDefault();
            onLeave();
          }}
        />
      </label>
      <Select
        label={t('show')}
        value={selection.show}
        options={SHOWS.map((value) => ({ value, label: t(SHOW_KEYS[value]) }))}
        onChange={(show) => change({ show })}
      />
      <Select
        label={t('area')}
        className="w-area"
        value={selection.area ?? ''}
        options={[
          { value: '', label: t('everywhere') },
          ...[...areas, ...extra].map((r) => ({ value: r.code, label: r.name[lang] })),
        ]}
        onChange={(area) => change({ area: area || null })}
      />
      <Select<Family | ''>
        label={t('family')}
        className="w-family"
        value={selection.families[0] ?? ''}
        options={[
          { value: '', label: t('anyFamily') },
          ...FAMILIES.map((value) => ({ value, label: FAMILY_NAMES[value][lang] })),
        ]}
        onChange={(family) => change({ families: family === '' ? [] : [family] })}
      />
      <Select
        label={t('sort')}
        value={selection.sort}
        options={SORTS.map((value) => ({ value, label: t(SORT_KEYS[value]) }))}
        onChange={(sort) => change({ sort })}
      />
      {hasRole && (
        <Toggle on={selection.mine} onChange={(mine) => change({ mine })}>
          {t('mine')}
        </Toggle>
      )}
      {isFiltered(selection) && (
        <Button look="plain" onClick={() => change(NO_FILTERS)}>
          {t('clear')}
        </Button>
      )}
      <span className="w-tools">
        <span className="quiet" role="status">
          {told}
        </span>
        <span className="quiet" role="status">
          {t('shown', { shown: formatNumber(shown), all: formatNumber(all) })}
        </span>
        <Button look="plain" onClick={onCopy} disabled={shown === 0}>
          {t('copy')}
        </Button>
        <Button look="plain" onClick={onDownload} disabled={shown === 0}>
          {t('download')}
        </Button>
      </span>
    </div>
  );
});

import { useState } from 'react';
import { regionLevelName, type RegionTree } from '../../base/regions';
import { useLang } from '../../store/place';
import { Button } from '../parts/Button';
import { useT } from '../parts/use-text';
import { regionItems, type RegionItem, toggled, toggledAll } from './picker-list';
import { upperRank } from './selection';
import { TEXT } from './text';

interface RegionPickerProps {
  readonly tree: RegionTree;
  readonly chosen: readonly string[];
  readonly onChange: (codes: readonly string[]) => void;
}

/** The region tree, to be ticked one by one, or all of a rank or of a region at once. */
export function RegionPicker({ tree, chosen, onChange }: RegionPickerProps) {
  const lang = useLang();
  const t = useT(TEXT);
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const items = regionItems(tree, search, open);
  const upper = upperRank(tree).map((i) => tree.regions[i]!.code);
  const allUpper = upper.every((code) => chosen.includes(code));
  const upperName = regionLevelName(tree.regions[upperRank(tree)[0]!]!.level)[lang];
  const turn = (code: string): void => {
    const next = new Set(open);
    if (!next.delete(code)) next.add(code);
    setOpen(next);
  };
  return (
    <>
      <div className="picker-head">
        <input
          type="search"
          className="picker-search"
          aria-label={t('searchRegions')}
          placeholder={t('search')}
          value={search}
          onChange={(e) => setSearch(e.target.value)}
        />
        <Button look="plain" onClick={() => onChange(toggledAll(chosen, upper, !allUpper))}>
          {t(allUpper ? 'noneOfRank' : 'allOfRank', { name: upperName, n: upper.length })}
        </Button>
        <Button look="plain" disabled={chosen.length === 0} onClick={() => onChange([])}>
          {t('clear')}
        </Button>
      </div>
      <ul className="picker-list">
        {items.length === 0 && <li className="picker-none">{t('nothingFound')}</li>}
        {items.map((item) => (
          <RegionLine key={item.code} item={item} tree={tree} chosen={chosen} onChange={onChange} onTurn={turn} />
        ))}
      </ul>
    </>
  );
}

interface RegionLineProps extends RegionPickerProps {
  readonly item: RegionItem;
  readonly onTurn: (code: string) => void;
}

function RegionLine({ item, tree, chosen, onChange, onTurn }: RegionLineProps) {
  const lang = useLang();
  const t = useT(TEXT);
  const { name } = tree.regions[item.index]!;
  const path = item.path.map((i) => tree.regions[i]!.name[lang]).join(' · ');
  const children = tree.children[item.index]!.map((i) => tree.regions[i]!.code);
  const allChildren = children.every((code) => chosen.includes(code));
  return (
    <li className="picker-item" style={{ paddingInlineStart: 8 + item.indent * 24 }}>
      <label>
        <input
          type="checkbox"
          checked={chosen.includes(item.code)}
          onChange={(e) => onChange(toggled(chosen, item.code, e.target.checked))}
        />
        <span>{name[lang]}</span>
        {path !== '' && <span className="picker-path">{path}</span>}
      </label>
      {item.children > 0 && (
        <span className="picker-tools">
          {item.open && (
            <Button
              look="plain"
              aria-label={t(allChildren ? 'noneOf' : 'allOf', { name: name[lang] })}
              onClick={() => onChange(toggledAll(chosen, children, !allChildren))}
            >
              {t(allChildren ? 'noneShort' : 'allShort')}
            </Button>
          )}
          <Button
            look="plain"
            aria-expanded={item.open}
            aria-label={t('parts', { name: name[lang], n: item.children })}
            onClick={() => onTurn(item.code)}
          >
            {t('partsShort', { n: item.children })} {item.open ? '▴' : '▾'}
          </Button>
        </span>
      )}
    </li>
  );
}

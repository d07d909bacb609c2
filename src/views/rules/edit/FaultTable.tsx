import type { ReactNode } from 'react';
import type { ShapeFault } from '../../../base/check';
import type { Lang } from '../../../base/text';
import type { RuleSet } from '../../../signals/rule';
import { useLang } from '../../../store/place';
import { DataTable } from '../../parts/DataTable';
import { PlaceLink } from '../../parts/PlaceLink';
import { useT } from '../../parts/use-text';
import { expectedWords } from './fields';
import { EDIT_TEXT } from './text';

interface FaultTableProps {
  readonly caption: string;
  readonly faults: readonly ShapeFault[];
  /** The draft that the faults are of: each leads to its rule. */
  readonly ruleSet?: RuleSet;
}

/** Every fault with its place, what stands there, and what should. */
export function FaultTable({ caption, faults, ruleSet }: FaultTableProps) {
  const t = useT(EDIT_TEXT);
  const lang = useLang();
  return (
    <DataTable
      caption={caption}
      columns={[
        { key: 'place', head: t('faultPlace'), rowHeader: true, className: 'foreign', cell: placeCell(ruleSet, lang) },
        { key: 'given', head: t('faultGiven'), className: 'foreign', cell: (f) => f.given ?? '—' },
        { key: 'expected', head: t('faultExpected'), cell: (f) => expectedWords(f, lang) },
      ]}
      rows={faults}
      rowKey={(f) => `${f.path} ${f.expected}`}
      maxHeight={260}
    />
  );
}

const placeCell =
  (ruleSet: RuleSet | undefined, lang: Lang) =>
  ({ path }: ShapeFault): ReactNode => {
    const [, at, rest = ''] = /^\.ruleSet\.rules\[(\d+)\]\.?(.*)$/.exec(path) ?? [];
    const rule = ruleSet?.rules[Number(at)];
    if (!rule) return path;
    return (
      <>
        <PlaceLink to={{ free: { part: null, rule: rule.id } }}>{rule.name[lang] || rule.id}</PlaceLink> · {rest}
      </>
    );
  };

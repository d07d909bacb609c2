import { useMemo } from 'react';
import type { RulesAndScheme } from '../../../levels/load-rule-book';
import { useLang } from '../../../store/place';
import { useReadyView } from '../../../store/session';
import { DataTable, type TableColumn } from '../../parts/DataTable';
import { useT } from '../../parts/use-text';
import { diffRules, type FieldChange, isSame, type RuleChange, type RulesDiff } from './rule-diff';
import { EDIT_TEXT } from './text';
import { namesFor } from './versions';

interface DiffTableProps {
  readonly from: RulesAndScheme;
  readonly to: RulesAndScheme;
}

interface Line {
  readonly key: string;
  readonly what: string;
  /** Null: the whole rule came or went. */
  readonly field: FieldChange | null;
  readonly kind: RuleChange['kind'];
}

/** What is other in the second, a line for each field, in words. */
export function DiffTable({ from, to }: DiffTableProps) {
  const t = useT(EDIT_TEXT);
  const lang = useLang();
  const view = useReadyView();
  const diff = useMemo(() => diffRules(from, to, namesFor(view)), [from, to, view]);
  if (isSame(diff)) return <p className="quiet">{t('same')}</p>;
  const lines = linesOf(diff, lang, { set: t('ruleSetPart'), scheme: t('schemePart') });
  const columns: TableColumn<Line>[] = [
    { key: 'what', head: t('rule'), rowHeader: true, cell: (l) => l.what },
    { key: 'field', head: t('field'), cell: (l) => l.field?.label[lang] ?? t(l.kind) },
    { key: 'old', head: t('old'), className: 'diff-old', cell: (l) => l.field?.from[lang] ?? '' },
    { key: 'now', head: t('now'), className: 'diff-now', cell: (l) => l.field?.to[lang] ?? '' },
  ];
  return (
    <>
      <DataTable
        caption={t('compare')}
        columns={columns}
        rows={lines}
        rowKey={(l) => l.key}
        rowClass={(l) => `diff-${l.kind}`}
        maxHeight={420}
      />
      {diff.reordered && <p className="quiet">{t('reordered')}</p>}
    </>
  );
}

/** How many lines a comparison has. */
export function changeCount(diff: RulesDiff): number {
  const inRules = diff.rules.reduce((sum, r) => sum + Math.max(r.fields.length, 1), 0);
  return inRules + diff.set.length + diff.scheme.length + (diff.reordered ? 1 : 0);
}

function linesOf(diff: RulesDiff, lang: 'zh' | 'en', parts: { readonly set: string; readonly scheme: string }): Line[] {
  const of = (what: string, fields: readonly FieldChange[]): Line[] =>
    fields.map((field) => ({ key: `${what} ${field.path}`, what, field, kind: 'changed' }));
  return [
    ...diff.rules.flatMap((rule): Line[] =>
      rule.kind === 'changed'
        ? of(rule.name[lang], rule.fields).map((l) => ({ ...l, key: `${rule.id} ${l.key}` }))
        : [{ key: `${rule.kind} ${rule.id}`, what: rule.name[lang], field: null, kind: rule.kind }],
    ),
    ...of(parts.set, diff.set),
    ...of(parts.scheme, diff.scheme),
  ];
}

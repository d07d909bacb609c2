import type { Text } from '../../../base/text';
import type { PlanChange } from '../../../response/plan-diff';
import { PLAN_PART_WORDS } from '../../../response/plan-part-text';
import { useLang } from '../../../store/place';
import { DataTable, type TableColumn } from '../../parts/DataTable';
import { useT } from '../../parts/use-text';
import { VERSIONS_TEXT } from './text';

/** A comparison line by line: which thing, which field, what it was and what it is. */
export function DiffTable({ caption, changes }: { readonly caption: string; readonly changes: readonly PlanChange[] }) {
  const t = useT(VERSIONS_TEXT);
  const lang = useLang();
  const words = (text: Text): string => text[lang];
  const columns: TableColumn<PlanChange>[] = [
    { key: 'part', head: t('part'), className: 'nowrap', cell: (c) => words(PLAN_PART_WORDS[c.part]) },
    { key: 'what', head: t('what'), rowHeader: true, className: 'foreign', cell: (c) => words(c.what) },
    { key: 'field', head: t('field'), cell: (c) => (c.field ? words(c.field) : t(c.kind)) },
    { key: 'before', head: t('before'), className: 'foreign', cell: (c) => words(c.before) },
    { key: 'after', head: t('after'), className: 'foreign plan-after', cell: (c) => words(c.after) },
  ];
  return <DataTable caption={caption} columns={columns} rows={changes} rowKey={(c) => c.key} maxHeight={380} />;
}

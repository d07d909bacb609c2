import type { ShapeFault } from '../../../base/check';
import { quoteGiven } from '../../../base/issue';
import { sayBoth } from '../../../base/text';
import { useLang } from '../../../store/place';
import { DataTable } from '../../parts/DataTable';
import { useT } from '../../parts/use-text';
import { SHELF_TEXT } from './text';

interface FaultsProps {
  /** The card around it says the caption already. */
  readonly titled?: boolean;
  readonly caption: string;
  readonly faults: readonly ShapeFault[];
}

/** Every fault of a file: where, what stands there, what was expected. */
export function Faults({ titled = false, caption, faults }: FaultsProps) {
  const t = useT(SHELF_TEXT);
  const lang = useLang();
  return (
    <DataTable
      caption={caption}
      captionVisible={!titled}
      columns={[
        {
          key: 'path',
          head: t('faultPlace'),
          rowHeader: true,
          className: 'foreign',
          cell: ({ fault }) => (fault.path === '.' ? t('wholeFile') : fault.path),
        },
        { key: 'given', head: t('faultGiven'), className: 'foreign', cell: ({ fault }) => fault.given ?? '—' },
        {
          key: 'expected',
          head: t('faultExpected'),
          className: 'foreign',
          cell: ({ fault }) => fault.words?.[lang] ?? fault.expected,
        },
      ]}
      rows={faults.map((fault, i) => ({ key: String(i), fault }))}
      rowKey={(r) => r.key}
      maxHeight={320}
    />
  );
}

/** Text as JSON, or the fault that says why not. */
export function parseJson(text: string): { readonly value: unknown; readonly fault: ShapeFault | null } {
  try {
    return { value: JSON.parse(text) as unknown, fault: null };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const words = sayBoth(SHELF_TEXT.notJson, { message });
    return { value: null, fault: { path: '.', given: quoteGiven(text), expected: words.en, words } };
  }
}

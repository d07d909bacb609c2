import { formatNumber } from '../../base/format';
import type { IndicatorCatalogue } from '../../base/indicators';
import type { RegionTree } from '../../base/regions';
import { COLUMN_ROLES, type ColumnRole } from '../../observations/tables/mapping';
import type { ColumnUnderstanding, Understanding } from '../../observations/tables/understanding';
import { downloadText } from '../../platform/download';
import { useImporting } from '../../store/importing';
import { useLang } from '../../store/place';
import type { Correction } from '../../store/reading';
import { Button } from '../parts/Button';
import { useT } from '../parts/use-text';
import { idsInWords } from './in-words';
import { MeaningSelect } from './MeaningSelect';
import { MAPPING_TEXT, ROLE_NAMES, ROW_KIND_NAMES, SURE } from './mapping-text';
import { ConstantsPart } from './ConstantsPart';
import { WordsPart } from './WordsPart';

interface MappingPartProps {
  readonly file: string;
  readonly understanding: Understanding;
  readonly catalogue: IndicatorCatalogue;
  readonly tree: RegionTree;
}

/** How one table of a file was understood, on its first rows; every meaning can be set right. */
export function MappingPart({ file, understanding, catalogue, tree }: MappingPartProps) {
  const t = useT(MAPPING_TEXT);
  const lang = useLang();
  const correct = useImporting((s) => s.correct);
  const uncorrect = useImporting((s) => s.uncorrect);
  const corrected = useImporting((s) => (s.readings[file]?.mappings ?? []).length > 0);
  const { sheet, signature, confidence } = understanding;
  const fix = (correction: Correction): void => void correct(file, signature, correction);
  const unknown = [...understanding.indicators, ...understanding.regions].some((w) => w.meaning === null);
  const sure = confidence >= SURE && !unknown;
  return (
    <details className="mapping" open={!sure || corrected} data-testid="mapping">
      <summary>
        {sheet === '' ? t('title') : t('titleSheet', { sheet })}
        <span className="quiet"> {idsInWords(understanding.summary[lang], lang, catalogue)} </span>
        <span className={sure ? 'sure-mark' : 'unsure-mark'}>{sure ? t('sure') : t('unsure')}</span>
      </summary>
      <HeadTable understanding={understanding} catalogue={catalogue} onFix={fix} />
      <ConstantsPart understanding={understanding} catalogue={catalogue} tree={tree} onFix={fix} />
      <WordsPart understanding={understanding} catalogue={catalogue} tree={tree} onFix={fix} />
      <p className="ways">
        {corrected && (
          <Button look="plain" onClick={() => void uncorrect(file)}>
            {t('reset')}
          </Button>
        )}
        <Button
          look="plain"
          onClick={() =>
            downloadText(
              `${t('exportName')}.json`,
              `${JSON.stringify(understanding.mapping, null, 1)}\n`,
              'application/json',
            )
          }
        >
          {t('export')}
        </Button>
        <span className="quiet small">{t('remembered')}</span>
      </p>
    </details>
  );
}

function HeadTable({
  understanding,
  catalogue,
  onFix,
}: {
  readonly understanding: Understanding;
  readonly catalogue: IndicatorCatalogue;
  readonly onFix: (correction: Correction) => void;
}) {
  const t = useT(MAPPING_TEXT);
  const lang = useLang();
  const { columns, preview } = understanding;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrollable region must take focus
    <div className="table-box mapping-table" role="region" aria-label={t('tableCaption')} tabIndex={0}>
      <table className="table">
        <caption className="visually-hidden">{t('tableCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('line')}</th>
            {columns.map((column) => (
              <th key={column.column} scope="col">
                <RoleSelect column={column} onFix={onFix} />
                {column.meaning !== '' && (
                  <small className="quiet">{idsInWords(column.meaning, lang, catalogue)}</small>
                )}
                {column.confidence < SURE && column.role !== 'ignore' && <Unsure />}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.map((row) => (
            <tr key={row.line} className={`row-${row.kind}`}>
              <th scope="row">
                {formatNumber(row.line)} <small className="quiet">{ROW_KIND_NAMES[row.kind][lang]}</small>
              </th>
              {columns.map((column) => (
                <td key={column.column} className="foreign">
                  {row.cells[column.column] ?? ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Unsure() {
  return <span className="unsure-mark">{useT(MAPPING_TEXT)('unsure')}</span>;
}

function RoleSelect({
  column,
  onFix,
}: {
  readonly column: ColumnUnderstanding;
  readonly onFix: (correction: Correction) => void;
}) {
  const t = useT(MAPPING_TEXT);
  const lang = useLang();
  const n = column.column + 1;
  return (
    <MeaningSelect
      label={t('role', { n, header: column.header || t('noHeader') })}
      value={column.role}
      first={COLUMN_ROLES.map((role) => ({ value: role, label: ROLE_NAMES[role][lang] }))}
      groups={[]}
      onChange={(role) => onFix({ of: 'columns', text: column.header || `#${n}`, meaning: role as ColumnRole })}
    />
  );
}

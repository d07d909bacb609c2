import { useState } from 'react';
import type { Lang } from '../../base/text';
import { unitWords } from '../../base/measure';
import { copyText } from '../../platform/clipboard';
import { downloadText } from '../../platform/download';
import { useLang } from '../../store/place';
import { Button } from '../parts/Button';
import { Card } from '../parts/Card';
import { DataTable, type TableColumn } from '../parts/DataTable';
import { useT } from '../parts/use-text';
import { figuresCsv, figuresTsv } from './figure-file';
import {
  cellOf,
  COLUMNS_PER_PAGE,
  commonMark,
  type FigureColumn,
  type FigureRow,
  figureTable,
  pageColumns,
  pagesOf,
  rowWords,
} from './figure-table';
import type { IndicatorFigures } from './figures';
import { TEXT } from './text';
import { baseWords } from './words';

interface FiguresCardProps {
  readonly figures: readonly IndicatorFigures[];
  readonly source: string;
  readonly fileName: string;
}

/** The figures themselves: periods × series, to read, to copy and to take away. */
export function FiguresCard({ figures, source, fileName }: FiguresCardProps) {
  const lang = useLang();
  const t = useT(TEXT);
  const [page, setPage] = useState(0);
  const [told, setTold] = useState<'copied' | 'notCopied' | null>(null);
  const table = figureTable(figures);
  const pages = pagesOf(table.columns.length);
  const shownPage = Math.min(page, pages - 1);
  const shown = pageColumns(table, shownPage);
  const caption = t('tableCaption', { rows: table.rows.length, columns: table.columns.length });
  const download = (): void =>
    downloadText(
      `${fileName}.csv`,
      figuresCsv(table, { source, baseOf: (c) => baseWords(c.figures, lang) }, lang),
      'text/csv',
    );
  const copy = (): void => {
    void copyText(figuresTsv(table, lang)).then((done) => setTold(done ? 'copied' : 'notCopied'));
  };
  const tools = (
    <>
      <span role="status" className="told">
        {told && t(told)}
      </span>
      {pages > 1 && (
        <>
          <Button look="plain" disabled={shownPage === 0} onClick={() => setPage(shownPage - 1)}>
            {t('columnsBefore', { n: COLUMNS_PER_PAGE })}
          </Button>
          <span className="told">
            {t('columnsShown', {
              from: shownPage * COLUMNS_PER_PAGE + 1,
              to: shownPage * COLUMNS_PER_PAGE + shown.length,
              n: table.columns.length,
            })}
          </span>
          <Button look="plain" disabled={shownPage === pages - 1} onClick={() => setPage(shownPage + 1)}>
            {t('columnsNext', { n: COLUMNS_PER_PAGE })}
          </Button>
        </>
      )}
      <Button onClick={copy}>{t('copyTable')}</Button>
      <Button look="primary" onClick={download}>
        {t('downloadCsv')}
      </Button>
    </>
  );
  return (
    <Card title={t('table')} subtitle={caption} tools={tools} footer={source} className="figures-card">
      <DataTable
        caption={`${t('table')} ${caption}`}
        columns={tableColumns(shown, table.rows, figures.length > 1, t('period'), lang)}
        rows={table.rows}
        rowKey={(row) => String(row.period)}
        maxHeight={420}
        limit={120}
      />
    </Card>
  );
}

function tableColumns(
  columns: readonly FigureColumn[],
  rows: readonly FigureRow[],
  severalIndicators: boolean,
  period: string,
  lang: Lang,
): readonly TableColumn<FigureRow>[] {
  const first: TableColumn<FigureRow> = {
    key: 'period',
    head: period,
    rowHeader: true,
    className: 'figures-period',
    sortBy: (row) => row.period,
    firstDirection: 'descending',
    cell: (row) => rowWords(row, lang),
  };
  return [first, ...columns.map((column) => figureColumn(column, rows, severalIndicators, lang))];
}

function figureColumn(
  column: FigureColumn,
  rows: readonly FigureRow[],
  severalIndicators: boolean,
  lang: Lang,
): TableColumn<FigureRow> {
  const { indicator, measure } = column.figures;
  const common = commonMark(column, rows, lang);
  const small = [severalIndicators ? indicator.short[lang] : '', unitWords(measure.unit, lang), common];
  return {
    key: column.key,
    head: (
      <span className="figures-head">
        {column.line.region.name[lang]}
        <small>{small.filter((s) => s !== '').join(' · ')}</small>
      </span>
    ),
    align: 'end',
    sortBy: (row) => cellOf(column, row, lang).value,
    firstDirection: 'descending',
    cell: (row) => {
      const { words, mark } = cellOf(column, row, lang);
      return (
        <>
          {words}
          {mark !== '' && mark !== common && <small className="figures-mark">{mark}</small>}
        </>
      );
    },
  };
}

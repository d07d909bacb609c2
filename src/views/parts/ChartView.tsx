import { lazy, memo, Suspense, useCallback, useRef, useState } from 'react';
import type { ChartClick, ChartHandle } from '../../charts/Chart';
import type { ChartModel } from '../../charts/chart-model';
import { downloadBlob } from '../../platform/download';
import { fetchPart } from '../../platform/fetch-part';
import { useLang, useTheme } from '../../store/place';
import { useDemonstrationMark } from '../../store/session';
import { Button } from './Button';
import { DataTable } from './DataTable';
import { Skeleton } from './states';
import { PARTS_TEXT } from './text';
import { useT } from './use-text';

// ECharts is most of the first load: words and tables stand before it arrives.
const LevelChart = lazy(() => fetchPart(() => import('../../charts/Chart').then((m) => ({ default: m.Chart }))));
const FigureChart = lazy(() =>
  fetchPart(async () => {
    const [{ Chart }] = await Promise.all([import('../../charts/Chart'), import('../../charts/register-figures')]);
    return { default: Chart };
  }),
);

interface ChartViewProps {
  readonly model: ChartModel;
  readonly height: number;
  /** `levels`: maps and tapes alone, which need less of ECharts; canvas only. */
  readonly draws?: 'levels' | 'figures';
  readonly renderer?: 'canvas' | 'svg';
  /** See `Chart`: for options whose components stay the same. */
  readonly steady?: boolean;
  readonly outline?: { readonly name: string; readonly geoJson: object };
  /** Name of the downloaded image without its ending; without it no download is offered. */
  readonly fileName?: string;
  /** Source and data date, written below the downloaded image. */
  readonly source?: string;
  readonly onSelect?: (click: ChartClick) => void;
}

/** A chart with its words, its table and its image. */
export const ChartView = memo(function ChartView(props: ChartViewProps) {
  const { model, height, draws = 'figures', renderer, steady, outline, fileName, source = '', onSelect } = props;
  const Chart = draws === 'levels' ? LevelChart : FigureChart;
  const theme = useTheme();
  const t = useT(PARTS_TEXT);
  const lang = useLang();
  const mark = useDemonstrationMark()?.[lang] ?? '';
  const chart = useRef<ChartHandle>(null);
  // The table is made when it is opened: at every period a hidden one would cost as much as the chart.
  const [open, setOpen] = useState(false);
  const [ready, setReady] = useState(false);
  const onReady = useCallback(() => setReady(true), []);
  const download = (name: string): void => {
    // An image leaves the page: figures that are not real say so in it and in its name.
    const words = {
      title: model.title,
      subtitle: model.subtitle,
      source: source.includes(mark) ? source : [mark, source].filter((s) => s !== '').join(' · '),
    };
    const file = mark === '' || name.includes(mark) ? name : `${mark} ${name}`;
    void chart.current?.image(words).then((blob) => downloadBlob(`${file}.png`, blob));
  };
  return (
    <div className="chart-box">
      <Suspense fallback={<Skeleton lines={1} height={height} />}>
        <Chart
          ref={chart}
          option={model.option}
          theme={theme}
          description={model.description}
          height={height}
          renderer={renderer}
          steady={steady}
          outline={outline}
          onSelect={onSelect}
          onReady={fileName === undefined ? undefined : onReady}
        />
      </Suspense>
      <div className="chart-tools">
        <details onToggle={(e) => setOpen(e.currentTarget.open)}>
          <summary>{t('tableOfChart')}</summary>
          {open && <ChartTable model={model} />}
        </details>
        {fileName !== undefined && (
          <Button look="plain" disabled={!ready} onClick={() => download(fileName)}>
            {t('downloadPng')}
          </Button>
        )}
      </div>
    </div>
  );
});

function ChartTable({ model }: { readonly model: ChartModel }) {
  const columns = model.table.head.map((head, i) => ({
    key: String(i),
    head,
    align: i === 0 ? ('start' as const) : ('end' as const),
    rowHeader: i === 0,
    cell: (row: { cells: readonly string[] }) => row.cells[i] ?? '',
  }));
  const rows = model.table.rows.map((cells, i) => ({ key: String(i), cells }));
  return <DataTable caption={model.title} columns={columns} rows={rows} rowKey={(r) => r.key} />;
}

import { useMemo, useRef } from 'react';
import type { Lang } from '../../../base/text';
import type { Exhibit } from '../../../briefing/exhibits/exhibit';
import { exhibitHeight } from '../../../charts/exhibits/exhibit-model';
import { type RenderOptions, renderExhibitSvg } from '../../../charts/render-svg';
import { useTheme } from '../../../store/place';
import { useOutline } from '../../parts/use-outline';
import { ChartTable } from './ChartTable';
import { drawingSize } from './drawing-size';
import { type Size, useSize } from './use-size';

interface ExhibitPictureProps {
  readonly exhibit: Exhibit;
  readonly lang: Lang;
  /** The page that it stands on: its type grows with it. */
  readonly page: Size;
}

/** A chart for a room: drawn once, as a picture that is sharp at every size. What cannot be drawn is shown as its table. */
export function ExhibitPicture({ exhibit, lang, page }: ExhibitPictureProps) {
  const theme = useTheme();
  const box = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(box);
  const unit = Math.min(page.width / 100, page.height / 56.25);
  const state = useOutline(exhibit.kind === 'level-map');
  const outline = exhibit.kind === 'level-map' && state.kind === 'ready' ? state.outline : null;
  const ready = exhibit.kind !== 'level-map' || state.kind !== 'loading';
  const size = useMemo(
    () => drawingSize({ width, height }, unit, () => exhibitHeight(exhibit, outline && { name: '', ...outline })),
    [width, height, unit, exhibit, outline],
  );
  const picture = useMemo(
    () => (size && ready ? drawn(exhibit, { ...size, lang, theme, outline }) : null),
    [exhibit, size, ready, lang, theme, outline],
  );
  return (
    <div ref={box} className="show-picture">
      {picture !== null && picture !== '' && <img src={picture} alt={exhibit.description} draggable={false} />}
      {picture === '' && <ChartTable exhibit={exhibit} />}
    </div>
  );
}

/** Address of the picture; empty where it could not be drawn. One chart must not end a show. */
function drawn(exhibit: Exhibit, options: Omit<RenderOptions, 'words'>): string {
  try {
    const svg = renderExhibitSvg(exhibit, { ...options, words: false });
    return `data:image/svg+xml,${encodeURIComponent(svg)}`;
  } catch {
    return '';
  }
}

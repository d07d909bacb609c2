import { formatNumber } from '../../../base/format';
import { say, type Lang } from '../../../base/text';
import type { Exhibit } from '../../../briefing/exhibits/exhibit';
import { SHOW_TEXT } from './text';

/** More panels than this are too small to be read in a room. */
const MOST_PANELS = 6;

/**
 * An exhibit as it is shown to a room: of many small charts the first ones, which are the most important (exhibits/
 * small-multiples.ts), and its subtitle says so. Others are shown as they are.
 */
export function forRoom(exhibit: Exhibit, lang: Lang): Exhibit {
  if (exhibit.kind !== 'small-multiples' || exhibit.data.panels.length <= MOST_PANELS) return exhibit;
  const { panels } = exhibit.data;
  const left = say(SHOW_TEXT.firstPanels, lang, { shown: MOST_PANELS, count: formatNumber(panels.length) });
  return {
    ...exhibit,
    subtitle: [exhibit.subtitle, left].join(lang === 'zh' ? '；' : '; '),
    data: { ...exhibit.data, panels: panels.slice(0, MOST_PANELS) },
  };
}

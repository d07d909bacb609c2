import { memo, type ReactNode, useMemo, useRef } from 'react';
import { formatPeriodWords } from '../../../base/format';
import type { Briefing, Page } from '../../../briefing/briefing';
import type { Exhibit } from '../../../briefing/exhibits/exhibit';
import { exhibitHeight } from '../../../charts/exhibits/exhibit-model';
import { LEVEL_MAP_PX } from '../../../charts/exhibits/level-map-option';
import { ExhibitPicture } from './ExhibitPicture';
import { forRoom } from './for-room';
import { halfWidths, headlineScale, pageWords } from './headline';
import { layoutOf } from './page-layout';
import { useSize } from './use-size';
import { Words } from './Words';

interface PageViewProps {
  readonly briefing: Briefing;
  readonly page: Page;
  /** "3 / 9", or what stands in its place. */
  readonly number: ReactNode;
  /** A small picture of the page beside others: its words are not read out as a page of their own. */
  readonly small?: boolean;
}

/**
 * One page for an audience: the finding, the chart as large as it fits, what is said on it, and always the source, the
 * mark of the demonstration and the number of the page. All of it grows with the box that it stands in.
 */
export const PageView = memo(function PageView({ briefing, page, number, small = false }: PageViewProps) {
  const { kicker, headline, sentences } = useMemo(() => pageWords(page), [page]);
  const exhibit = useMemo(() => page.exhibit && forRoom(page.exhibit, briefing.lang), [page, briefing.lang]);
  const length = halfWidths(sentences.map(({ text }) => text).join(''));
  const layout = exhibit ? layoutOf(naturalHeight(exhibit), length) : 'told';
  const frame = useRef<HTMLDivElement>(null);
  const room = useSize(frame);
  const Heading = small ? 'p' : 'h1';
  return (
    <div ref={frame} className={`show-frame ${small ? 'show-small' : ''}`}>
      <article
        className={`show-page show-${layout} ${length > LONG ? 'show-long' : ''}`}
        lang={htmlLang(briefing.lang)}
      >
        <header className="show-head">
          <p className="show-kicker">
            <span>{kicker}</span>
            <span>{titleOf(briefing)}</span>
          </p>
          <Heading className="show-finding" style={{ '--scale': headlineScale(headline) } as React.CSSProperties}>
            {rangesWhole(headline)}
          </Heading>
          {exhibit && <p className="show-measure">{exhibit.subtitle}</p>}
        </header>
        {exhibit && <ExhibitPicture exhibit={exhibit} lang={briefing.lang} page={room} />}
        <Words sentences={sentences} lang={briefing.lang} layout={layout} room={room} />
        <footer className="show-foot">
          <span className="show-source">{exhibit?.source || briefing.sourceLine}</span>
          {briefing.demonstration !== '' && <span className="demonstration">{briefing.demonstration}</span>}
          <span className="show-number">{number}</span>
        </footer>
      </article>
    </div>
  );
});

/** More than this, in half widths, is set in two columns. */
const LONG = 260;

function naturalHeight(exhibit: Exhibit): number {
  return exhibit.kind === 'level-map' ? LEVEL_MAP_PX : exhibitHeight(exhibit);
}

/** The two ends of an interval stay on one line. */
function rangesWhole(words: string): ReactNode {
  return words.split(/([\d.,]+–[\d.,]*\d)/).map((part, k) =>
    k % 2 === 0 ? (
      part
    ) : (
      <span key={k} className="show-range">
        {part}
      </span>
    ),
  );
}

/** Of what, and of when: the title where it says so itself. */
function titleOf({ title, subtitle, ask, frequency, weekEndsOn, lang }: Briefing): string {
  return title.includes(formatPeriodWords(frequency, ask.period, lang, weekEndsOn)) ? title : `${title} · ${subtitle}`;
}

function htmlLang(lang: Briefing['lang']): string {
  return lang === 'zh' ? 'zh-CN' : 'en';
}

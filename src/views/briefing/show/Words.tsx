import { useLayoutEffect, useRef, useState } from 'react';
import { say, type Lang } from '../../../base/text';
import type { Sentence } from '../../../briefing/briefing';
import type { PageLayout } from './page-layout';
import { SHOW_TEXT } from './text';
import type { Size } from './use-size';

interface WordsProps {
  readonly sentences: readonly Pick<Sentence, 'id' | 'text'>[];
  readonly lang: Lang;
  readonly layout: PageLayout | 'told';
  /** What they stand in: another size, another fit. */
  readonly room: Size;
}

/** Sizes that are tried one after the other. Beside a chart, smaller than the last but two cannot be read in a room. */
const STEPS = [1, 0.92, 0.84, 0.77, 0.7, 0.6, 0.52];
const SMALLEST: Readonly<Record<WordsProps['layout'], number>> = { below: 4, beside: 4, told: 6 };

/**
 * What is said on a page, as large as it fits. What does not fit at the smallest size that can be read is left to the notes,
 * and the page says how many sentences those are; screen readers read them all here.
 */
export function Words({ sentences, lang, layout, room }: WordsProps) {
  const box = useRef<HTMLDivElement>(null);
  const whole = { step: 0, shown: sentences.length, sentences, room };
  const [kept, setKept] = useState(whole);
  const fit = kept.sentences === sentences && kept.room === room ? kept : whole;
  useLayoutEffect(() => {
    const element = box.current;
    if (!element || fits(element)) return;
    // What fits is known only once it is drawn: it is drawn again, before anybody sees it, until it does.
    // oxlint-disable-next-line react/set-state-in-effect
    if (fit.step < SMALLEST[layout]) setKept({ ...fit, step: fit.step + 1 });
    else if (fit.shown > 0) setKept({ ...fit, shown: fit.shown - Math.ceil(fit.shown / 10) });
  }, [fit, layout]);
  const left = sentences.length - fit.shown;
  const Sentence = layout === 'below' ? 'span' : 'p';
  const gap = layout === 'below' && lang === 'en' ? ' ' : '';
  return (
    <div ref={box} className="show-words" style={{ '--fit': STEPS[fit.step] } as React.CSSProperties}>
      {sentences.map(({ id, text }, i) => (
        <Sentence key={id} className={i < fit.shown ? undefined : 'visually-hidden'}>
          {text}
          {gap}
        </Sentence>
      ))}
      {left > 0 && (
        <Sentence className="show-left" data-testid="show-left">
          {say(SHOW_TEXT.leftToNotes, lang, { count: left })}
        </Sentence>
      )}
    </div>
  );
}

/** Columns that do not fit stand to the right of the others. */
function fits({ scrollHeight, clientHeight, scrollWidth, clientWidth }: HTMLElement): boolean {
  return scrollHeight <= clientHeight + 1 && scrollWidth <= clientWidth + 1;
}

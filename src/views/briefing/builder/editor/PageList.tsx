import { type DragEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Briefing, Page } from '../../../../briefing/briefing';
import { isOwn, movePage, removePage } from '../../../../briefing/edit-briefing';
import { setPlace } from '../../../../store/place';
import { Button } from '../../../parts/Button';
import { PlaceLink } from '../../../parts/PlaceLink';
import { useT } from '../../../parts/use-text';
import { HEAD_PAGE } from '../side/check-list';
import { EDITOR_TEXT } from './text';

interface PageListProps {
  readonly briefing: Briefing;
  readonly selected: string;
  readonly edit: (how: (briefing: Briefing) => Briefing, about?: string) => void;
}

/** The pages in their order: choose one, move it by hand, keys or buttons, take it out. */
export function PageList({ briefing, selected, edit }: PageListProps) {
  const t = useT(EDITOR_TEXT);
  const { pages } = briefing;
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const [said, setSaid] = useState('');
  const list = useRef<HTMLOListElement>(null);
  /** What has the focus after a move: the page goes on to be the one that keys move. */
  const focus = useRef<string | null>(null);
  useEffect(() => {
    if (focus.current === null) return;
    list.current?.querySelector<HTMLElement>(`[data-page="${CSS.escape(focus.current)}"] a`)?.focus();
    focus.current = null;
  });

  const move = (page: Page, to: number): void => {
    if (to < 0 || to >= pages.length) return;
    focus.current = page.id;
    edit((now) => movePage(now, page.id, to - pages.indexOf(page)));
    setSaid(t('atPlace', { name: page.heading, n: to + 1, count: pages.length }));
  };
  const takeOut = (page: Page, at: number): void => {
    edit((now) => removePage(now, page.id));
    setSaid(t('takenOut', { name: page.heading }));
    if (page.id === selected) setPlace({ free: { page: (pages[at + 1] ?? pages[at - 1])?.id ?? HEAD_PAGE } });
  };
  const onKey = (event: KeyboardEvent, page: Page, at: number): void => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (by === 0) return;
    event.preventDefault();
    if (event.altKey) return move(page, at + by);
    // Without Alt the arrows walk through the list.
    const links = [...(list.current?.querySelectorAll<HTMLElement>('a') ?? [])];
    links[links.indexOf(event.target as HTMLElement) + by]?.focus();
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    const page = pages.find((p) => p.id === dragged);
    if (page && over !== null) {
      const from = pages.indexOf(page);
      move(page, over > from ? over - 1 : over);
    }
    setDragged(null);
    setOver(null);
  };

  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- pages are dropped on it; keys and buttons do the same */}
      <ol
        className="page-list"
        ref={list}
        onDragOver={(e) => {
          if (dragged === null) return;
          e.preventDefault();
          setOver(placeUnder(e, list.current));
        }}
        onDragEnd={() => {
          setDragged(null);
          setOver(null);
        }}
        onDrop={drop}
      >
        {pages.map((page, at) => {
          const name = page.heading || t('page', { n: at + 1 });
          const link = { free: { page: page.id } };
          return (
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it is dragged; keys and buttons do the same
            <li
              key={page.id}
              data-page={page.id}
              draggable
              className={lineClass(page.id === selected, page.id === dragged, over, at, pages.length)}
              onDragStart={(e) => {
                e.dataTransfer.effectAllowed = 'move';
                e.dataTransfer.setData('text/plain', page.heading);
                setDragged(page.id);
              }}
            >
              <span className="page-number" aria-hidden="true">
                {at + 1}
              </span>
              {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- it only listens to keys of its link */}
              <span className="page-name" onKeyDown={(e) => onKey(e, page, at)}>
                <PlaceLink to={link} current={page.id === selected ? 'true' : undefined}>
                  {name}
                </PlaceLink>
                <PageMarks page={page} />
              </span>
              <span className="page-tools">
                <Button
                  look="plain"
                  aria-label={t('up', { name })}
                  title={t('up', { name })}
                  disabled={at === 0}
                  onClick={() => move(page, at - 1)}
                >
                  ↑
                </Button>
                <Button
                  look="plain"
                  aria-label={t('down', { name })}
                  title={t('down', { name })}
                  disabled={at === pages.length - 1}
                  onClick={() => move(page, at + 1)}
                >
                  ↓
                </Button>
                <Button
                  look="plain"
                  aria-label={t('takeOut', { name })}
                  title={t('takeOut', { name })}
                  onClick={() => takeOut(page, at)}
                >
                  ×
                </Button>
              </span>
            </li>
          );
        })}
      </ol>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </>
  );
}

function PageMarks({ page }: { readonly page: Page }) {
  const t = useT(EDITOR_TEXT);
  const moved = page.sentences.some((s) => s.moved !== null);
  const hand = isOwn(page) || page.headingByHand || page.sentences.some((s) => s.byHand !== null);
  if (!moved && !hand) return null;
  return (
    <span className={moved ? 'page-mark page-mark-moved' : 'page-mark'}>{moved ? t('hasMoved') : t('hasHand')}</span>
  );
}

function lineClass(current: boolean, dragged: boolean, over: number | null, at: number, count: number): string {
  return [
    'page-line',
    current && 'page-current',
    dragged && 'page-dragged',
    over === at && 'page-over',
    over === count && at === count - 1 && 'page-over-end',
  ]
    .filter(Boolean)
    .join(' ');
}

/** Between which lines the pointer is: the place before the first line whose middle is below it. */
function placeUnder(event: DragEvent, list: HTMLElement | null): number {
  const lines = [...(list?.children ?? [])];
  const at = lines.findIndex((line) => {
    const { top, height } = line.getBoundingClientRect();
    return event.clientY < top + height / 2;
  });
  return at < 0 ? lines.length : at;
}

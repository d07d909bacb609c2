import type { Page } from '../../../briefing/briefing';
import { useT } from '../../parts/use-text';
import { SHOW_TEXT } from './text';

/** For the speaker: everything that the page has to say, then the notes to it. */
export function NotesText({ page }: { readonly page: Page }) {
  const t = useT(SHOW_TEXT);
  const moved = page.sentences.filter((s) => s.moved !== null).length;
  return (
    <>
      {moved > 0 && <p className="show-moved">{t('movedHere', { count: moved })}</p>}
      <h2>{t('wholeText')}</h2>
      {page.sentences.map(({ id, text }) => (
        <p key={id}>{text}</p>
      ))}
      <h2>{t('notesShort')}</h2>
      <p className="show-own-notes">{page.notes || t('noNotes')}</p>
    </>
  );
}

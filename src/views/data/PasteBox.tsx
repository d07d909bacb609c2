import { useEffect, useRef, useState } from 'react';
import { useImporting } from '../../store/importing';
import { Button } from '../parts/Button';
import { useT } from '../parts/use-text';
import { READING_TEXT } from './reading-text';

/** A piece of a spreadsheet from the clipboard becomes a file like any other; its HTML keeps merged cells. */
export function PasteBox() {
  const t = useT(READING_TEXT);
  const read = useImporting((s) => s.read);
  const count = useRef(0);
  const [typed, setTyped] = useState('');
  const readText = (text: string, kind: 'html' | 'txt'): void => {
    void read([new File([text], `${t('pasted', { n: ++count.current })}.${kind}`)]);
  };
  const take = (data: DataTransfer | null): boolean => {
    const text = data?.getData('text/plain') ?? '';
    const html = data?.getData('text/html') ?? '';
    const table = /<table[\s>]/i.test(html);
    if (!table && !text.includes('\t') && !text.includes('\n')) return false;
    readText(table ? html : text, table ? 'html' : 'txt');
    return true;
  };
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const inField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
      if (!inField && latest.current(event.clipboardData)) event.preventDefault();
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, []);
  return (
    <details className="paste">
      <summary>{t('paste')}</summary>
      <p className="quiet small">{t('pasteHelp')}</p>
      <textarea
        aria-label={t('pasteBox')}
        placeholder={t('pasteBox')}
        rows={2}
        value={typed}
        onChange={(e) => setTyped(e.target.value)}
        onPaste={(e) => {
          if (take(e.clipboardData)) e.preventDefault();
        }}
      />
      {typed.trim() !== '' && (
        <Button
          onClick={() => {
            readText(typed, 'txt');
            setTyped('');
          }}
        >
          {t('readTyped')}
        </Button>
      )}
    </details>
  );
}

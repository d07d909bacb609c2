import { useEffect, useRef } from 'react';
import { Button } from '../parts/Button';
import { useT } from '../parts/use-text';
import { KEY_TEXT } from './act-text';
import { KEYS } from './keys';

const SIGNS: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  ' ': 'Space',
};

/** The keys of the list, from the table that the list itself works by. */
export function KeysHelp({ onClose }: { readonly onClose: () => void }) {
  const t = useT(KEY_TEXT);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} className="w-help" aria-label={t('title')} onClose={onClose}>
      <h2 className="card-title">{t('title')}</h2>
      <p className="quiet">{t('intro')}</p>
      <dl className="w-keys">
        {KEYS.map(({ command, keys, shift, ctrl }) => (
          <div key={command}>
            <dt>
              {keys.map((key, k) => (
                <span key={key}>
                  {k > 0 && ` ${t('or')} `}
                  <kbd>{`${ctrl ? 'Ctrl+' : ''}${shift ? 'Shift+' : ''}${SIGNS[key] ?? key}`}</kbd>
                </span>
              ))}
            </dt>
            <dd>{t(command)}</dd>
          </div>
        ))}
      </dl>
      <Button onClick={() => dialog.current?.close()}>{t('close')}</Button>
    </dialog>
  );
}

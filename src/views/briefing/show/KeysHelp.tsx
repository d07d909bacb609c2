import { Button } from '../../parts/Button';
import { useT } from '../../parts/use-text';
import { SHOW_TEXT } from './text';

interface KeysHelpProps {
  readonly rows: readonly { readonly caps: readonly string[]; readonly does: keyof typeof SHOW_TEXT }[];
  readonly onClose: () => void;
  /** What no key does. */
  readonly more?: string;
}

/** The keys and what they do, over the page. */
export function KeysHelp({ rows, onClose, more }: KeysHelpProps) {
  const t = useT(SHOW_TEXT);
  return (
    <section className="show-help" aria-label={t('keys')}>
      <header>
        <h2>{t('keys')}</h2>
        <Button onClick={onClose}>{t('close')}</Button>
      </header>
      <dl>
        {rows.map(({ caps, does }) => (
          <div key={does}>
            <dt>
              {caps.map((cap) => (
                <kbd key={cap}>{cap}</kbd>
              ))}
            </dt>
            <dd>{t(does)}</dd>
          </div>
        ))}
      </dl>
      {more !== undefined && <p>{more}</p>}
    </section>
  );
}

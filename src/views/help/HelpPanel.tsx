import { useEffect, useRef, useState } from 'react';
import { formatNumber } from '../../base/format';
import { printPage } from '../../platform/print-page';
import { keepTour, toggleHelp, useHelp } from '../../store/help';
import { useLang, usePlace } from '../../store/place';
import { Button } from '../parts/Button';
import { useT } from '../parts/use-text';
import { clauseWords } from '../region/clause';
import { findTerms } from './glossary';
import { HELP_TEXT, SCREEN_HELP } from './screens';
import { readTour } from './tour-steps';

const KEYS = [
  ['F1', 'keyHelp'],
  ['Tab', 'keySkip'],
  ['← →', 'keyPeriod'],
  ['Esc', 'keyEscape'],
] as const;

/** Help on the screen that is shown, the words of the field, and the way to the tour. A dialog: Escape and F1 close it. */
export function HelpPanel() {
  const t = useT(HELP_TEXT);
  const lang = useLang();
  const { screen } = usePlace();
  const { tour } = useHelp();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const help = SCREEN_HELP[screen];
  const close = (): void => dialog.current?.close();
  const startTour = (): void => {
    keepTour(JSON.stringify({ phase: 'running', done: [] }));
    close();
  };
  const print = (): void => {
    close();
    printPage();
  };
  return (
    <dialog ref={dialog} className="help" aria-label={t('title')} onClose={() => toggleHelp(false)}>
      <div className="help-head">
        <h2>{help.question[lang]}</h2>
        <Button onClick={close}>{t('close')}</Button>
      </div>
      <section>
        <h3>{t('steps')}</h3>
        <ol>
          {help.steps.map((step) => (
            <li key={step.zh}>{step[lang]}</li>
          ))}
        </ol>
        <h3>{t('mind')}</h3>
        <ul>
          {help.mind.map((line) => (
            <li key={line.zh}>{line[lang]}</li>
          ))}
        </ul>
        <p className="help-tools">
          <Button onClick={print}>{t('print')}</Button>
          <span>{t('tour')}</span>
          <Button onClick={startTour}>{t(readTour(tour).phase === 'offered' ? 'startTour' : 'againTour')}</Button>
        </p>
      </section>
      <section>
        <h3>{t('keys')}</h3>
        <dl className="help-keys">
          {KEYS.map(([key, words]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{t(words)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <Glossary />
    </dialog>
  );
}

function Glossary() {
  const t = useT(HELP_TEXT);
  const lang = useLang();
  const other = lang === 'zh' ? 'en' : 'zh';
  const [words, setWords] = useState('');
  const found = findTerms(words);
  return (
    <section>
      <h3 id="glossary">{t('glossary')}</h3>
      <p className="help-search">
        <label>
          {t('search')} <input type="search" value={words} onChange={(e) => setWords(e.target.value)} />
        </label>
        <span role="status">
          {found.length > 0 ? t('found', { count: formatNumber(found.length) }) : t('nothingFound', { words })}
        </span>
      </p>
      <dl className="help-terms">
        {found.map(({ term, meaning, clause }) => (
          <div key={term.zh}>
            <dt>
              {term[lang]} <span lang={other === 'zh' ? 'zh-CN' : 'en'}>{term[other]}</span>
            </dt>
            <dd>
              {meaning[lang]}
              {clause !== undefined && (
                <span className="help-clause"> {t('clause', { clause: clauseWords(clause, lang) })}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

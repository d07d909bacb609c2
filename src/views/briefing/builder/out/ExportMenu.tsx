import { useEffect, useRef, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import type { Briefing } from '../../../../briefing/briefing';
import { type MapOutline, parseOutline } from '../../../../base/map-outline';
import { copyText } from '../../../../platform/clipboard';
import { downloadBlob } from '../../../../platform/download';
import { fetchPart } from '../../../../platform/fetch-part';
import { fetchOutline } from '../../../../platform/outline';
import { printAlone } from '../../../../platform/print-alone';
import { setPrintWords } from '../../../../platform/print-words';
import { isAbort, troubleOf } from '../../../../platform/trouble';
import { PUBLISH_FORMATS, type PublishFormat } from '../../../../publish/formats';
import type { Draft } from '../../../../store/briefings-state';
import { useLang } from '../../../../store/place';
import { Button } from '../../../parts/Button';
import { PlaceLink } from '../../../parts/PlaceLink';
import { useT } from '../../../parts/use-text';
import { briefingText } from './copy-text';
import { PrintSheet } from './PrintSheet';
import { OUT_TEXT } from './text';

/** What is being made, and what became of the last one. */
interface State {
  readonly busy: PublishFormat | 'print' | null;
  readonly done: number;
  readonly said: string;
  readonly bad: boolean;
}
const QUIET: State = { busy: null, done: 0, said: '', bad: false };

interface ExportMenuProps {
  readonly draft: Draft;
  /** So many findings of the check are to be dealt with: it is said, and forbids nothing. */
  readonly must: number;
}

/** Every way out of the office: files of all formats, paper, plain text. */
export function ExportMenu({ draft, must }: ExportMenuProps) {
  const t = useT(OUT_TEXT);
  const lang = useLang();
  const { briefing } = draft;
  const [state, setState] = useState<State>(QUIET);
  const [pictures, setPictures] = useState<ReadonlyMap<string, string> | null>(null);
  const work = useRef<AbortController | null>(null);
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => () => work.current?.abort(), []);
  useEffect(() => closeOutside(box), []);

  const why = (error: unknown): string => {
    const { what, where } = troubleOf(error);
    return `${what[lang]} ${where}`.trim();
  };
  const make = async (format: PublishFormat): Promise<void> => {
    const mine = new AbortController();
    work.current = mine;
    const name = PUBLISH_FORMATS[format].name[lang];
    setState({ ...QUIET, busy: format });
    try {
      const { publish, publishedName } = await fetchPart(() => import('../../../../publish/publish'));
      const onProgress = (done: number): void => setState((s) => ({ ...s, done }));
      const blob = await publish(briefing, format, { signal: mine.signal, onProgress });
      const file = publishedName(briefing, format);
      downloadBlob(file, blob);
      setState({ ...QUIET, said: t('done', { file }) });
    } catch (error) {
      if (mine.signal.aborted || isAbort(error)) setState({ ...QUIET, said: t('stopped') });
      else setState({ ...QUIET, said: t('failed', { format: name, why: why(error) }), bad: true });
    }
  };
  const print = async (): Promise<void> => {
    setState({ ...QUIET, busy: 'print' });
    try {
      const { paperPictures } = await fetchPart(() => import('./pictures'));
      const drawn = paperPictures(briefing, await outlineFor(briefing));
      flushSync(() => setPictures(drawn));
      await Promise.all([...document.querySelectorAll<HTMLImageElement>('.briefing-print img')].map((i) => i.decode()));
      setState(QUIET);
      setPrintWords(briefing.title, briefing.demonstration);
      printAlone('printing-briefing');
    } catch (error) {
      setState({ ...QUIET, said: t('printFailed', { why: why(error) }), bad: true });
    }
  };
  const copy = async (): Promise<void> => {
    const ok = await copyText(briefingText(briefing));
    setState({ ...QUIET, said: t(ok ? 'copied' : 'copyFailed'), bad: !ok });
  };
  const busy = state.busy !== null;
  return (
    <details className="export" ref={box}>
      <summary className="button">{t('export')} ▾</summary>
      <div className="export-box">
        {must > 0 && (
          <p className="caution">
            <PlaceLink to={{ free: { side: 'check' } }}>{t('mustFirst', { n: must })}</PlaceLink>
          </p>
        )}
        {(Object.keys(PUBLISH_FORMATS) as PublishFormat[]).map((format) => (
          <Button key={format} look="plain" disabled={busy} onClick={() => void make(format)}>
            {PUBLISH_FORMATS[format].name[lang]}
          </Button>
        ))}
        <hr />
        <Button look="plain" disabled={busy} onClick={() => void print()}>
          {t('print')}
        </Button>
        <Button look="plain" disabled={busy} onClick={() => void copy()}>
          {t('copy')}
        </Button>
        <div className="export-state" role="status" data-testid="export-state">
          {state.busy === 'print' && <span>{t('printing')}</span>}
          {state.busy !== null && state.busy !== 'print' && (
            <>
              <span>{t('making', { format: PUBLISH_FORMATS[state.busy].name[lang] })}</span>
              <progress value={state.done} max={1} aria-label={t('export')} />
              <Button onClick={() => work.current?.abort()}>{t('stop')}</Button>
            </>
          )}
          <span className={state.bad ? 'worse' : undefined}>{state.said}</span>
        </div>
      </div>
      {pictures &&
        createPortal(
          <div className="briefing-print" aria-hidden="true">
            <PrintSheet briefing={briefing} pictures={pictures} />
          </div>,
          document.body,
        )}
    </details>
  );
}

/** Boundaries are fetched where a map wants them; without them it is drawn in tiles. */
async function outlineFor({ pages }: Briefing): Promise<MapOutline | null> {
  if (!pages.some((p) => p.exhibit?.kind === 'level-map')) return null;
  return fetchOutline().then(parseOutline, () => null);
}

/** A menu that is left is closed: by a click elsewhere, or with Escape. */
function closeOutside(box: { readonly current: HTMLDetailsElement | null }): () => void {
  const click = (event: Event): void => {
    const here = box.current;
    // A download is begun by a click of the program's own: the menu stays, and says how it ended.
    if (event.isTrusted && here?.open && !here.contains(event.target as Node)) here.open = false;
  };
  const key = (event: KeyboardEvent): void => {
    const here = box.current;
    if (event.key !== 'Escape' || !here?.open) return;
    here.open = false;
    here.querySelector('summary')?.focus();
  };
  document.addEventListener('click', click);
  document.addEventListener('keydown', key);
  return () => {
    document.removeEventListener('click', click);
    document.removeEventListener('keydown', key);
  };
}

import { useEffect, useState } from 'react';
import { EXHIBIT_KINDS } from '../../../briefing/exhibits/exhibit';
import { fetchPart } from '../../../platform/fetch-part';
import { loadSampleExhibits, type SampleExhibit } from '../../../platform/sample-exhibits';
import { useLang, usePlace } from '../../../store/place';
import { ExhibitView } from '../../parts/ExhibitView';
import { PlaceLink } from '../../parts/PlaceLink';
import { Skeleton } from '../../parts/states';
import { useT } from '../../parts/use-text';
import { GALLERY_TEXT, KIND_NAMES, STATE_NAMES } from './text';
import './gallery.css';

/** Every chart of the briefings: one of each kind, or (`?chart=slope`) one kind in every state. From invented data. */
export function GalleryPart() {
  const t = useT(GALLERY_TEXT);
  const lang = useLang();
  const { free } = usePlace();
  const [samples, setSamples] = useState<{ readonly lang: string; readonly all: readonly SampleExhibit[] } | null>(
    null,
  );
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    let gone = false;
    fetchPart(() => loadSampleExhibits(lang)).then(
      (all) => {
        if (!gone) setSamples({ lang, all });
      },
      (cause: unknown) => {
        if (!gone) setError(cause);
      },
    );
    return () => {
      gone = true;
    };
  }, [lang]);
  // Thrown while drawing, so that the screen's boundary says what failed and what to do.
  if (error !== null) throw error instanceof Error ? error : new Error(String(error));

  const chosen = EXHIBIT_KINDS.find((kind) => kind === free.chart) ?? null;
  const ready = samples?.lang === lang;
  const shown = ready ? samples.all.filter((s) => (chosen ? s.kind === chosen : s.state === 'ordinary')) : [];
  return (
    <section
      className="gallery"
      aria-label={t('title')}
      data-testid="gallery"
      data-ready={ready ? `gallery-${chosen ?? 'all'}-${lang}` : undefined}
    >
      <p className="gallery-intro">
        <strong className="gallery-mark">{t('mark')}</strong> {t('intro')}
      </p>
      <nav className="gallery-kinds" aria-label={t('kinds')}>
        <PlaceLink to={{ free: { chart: null } }} current={chosen ? undefined : 'true'}>
          {t('all')}
        </PlaceLink>
        {EXHIBIT_KINDS.map((kind) => (
          <PlaceLink key={kind} to={{ free: { chart: kind } }} current={kind === chosen ? 'true' : undefined}>
            {KIND_NAMES[kind][lang]}
          </PlaceLink>
        ))}
      </nav>
      {!ready && <Skeleton lines={8} />}
      {shown.map(({ kind, state, exhibit }) => (
        <div key={exhibit.id} className="gallery-item" data-testid={`exhibit-${kind}-${state}`}>
          <h2 className="gallery-name">
            {KIND_NAMES[kind][lang]} · {STATE_NAMES[state]?.[lang]}
          </h2>
          <ExhibitView exhibit={exhibit} lang={lang} />
        </div>
      ))}
    </section>
  );
}

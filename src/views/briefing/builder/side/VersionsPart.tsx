import { useEffect, useState } from 'react';
import { formatMoment } from '../../../../response/calendar/moment';
import type { DraftVersion } from '../../../../store/briefing-papers';
import { MOST_VERSIONS } from '../../../../store/briefings';
import type { Draft } from '../../../../store/briefings-state';
import { useLang } from '../../../../store/place';
import { briefingsStore, useBriefings } from '../../../../store/use-briefings';
import { Button } from '../../../parts/Button';
import { Skeleton } from '../../../parts/states';
import { useT } from '../../../parts/use-text';
import { SIDE_TEXT } from './text';

/** Versions that were laid down; one more, or one of them back. */
export function VersionsPart({ draft }: { readonly draft: Draft }) {
  const t = useT(SIDE_TEXT);
  const lang = useLang();
  const { id } = draft;
  const { loadVersions, saveVersion, edit } = useBriefings((s) => s);
  const read = useBriefings((s) => s.versions.get(id) ?? null);
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  useEffect(() => void loadVersions(id), [loadVersions, id]);
  const save = async (): Promise<void> => {
    setBusy(true);
    const number = await saveVersion(id, note.trim());
    setBusy(false);
    if (number === null) {
      const { trouble } =
        briefingsStore()
          .getState()
          .drafts.find((d) => d.id === id) ?? {};
      return setSaid(t('saveFailed', { why: trouble?.what[lang] ?? '' }));
    }
    setNote('');
    setSaid(t('savedAs', { n: number }));
  };
  const takeBack = (version: DraftVersion): void => {
    edit(id, () => version.briefing);
    setSaid(t('takenBack', { n: version.number }));
  };
  return (
    <div className="side-part">
      <form
        className="version-form"
        onSubmit={(e) => {
          e.preventDefault();
          void save();
        }}
      >
        <label className="field">
          <span className="field-label">{t('versionNote')}</span>
          <input className="input" value={note} maxLength={200} onChange={(e) => setNote(e.target.value)} />
        </label>
        <Button type="submit" look="primary" disabled={busy}>
          {t('saveVersion')}
        </Button>
      </form>
      <p className="small" role="status">
        {said}
      </p>
      {read === null ? (
        <Skeleton lines={3} />
      ) : (
        <>
          {read.versions.length === 0 && <p className="small">{t('noVersions')}</p>}
          <ul className="version-list">
            {read.versions.map((version) => (
              <li key={version.id}>
                <strong>{t('versionLine', { n: version.number })}</strong>
                <span className="quiet">
                  {formatMoment(version.at, lang)} {version.by}
                </span>
                {version.note !== '' && <span>{version.note}</span>}
                <Button
                  look="plain"
                  aria-label={t('takeBackOf', { n: version.number })}
                  onClick={() => takeBack(version)}
                >
                  {t('takeBack')}
                </Button>
              </li>
            ))}
          </ul>
          {read.broken.length > 0 && <p className="caution">{t('versionBroken', { n: read.broken.length })}</p>}
          {read.gone > 0 && (
            <p className="small">{read.gone === 1 ? t('versionFirstGone') : t('versionsGone', { n: read.gone })}</p>
          )}
        </>
      )}
      <p className="quiet">{t('versionHint', { most: MOST_VERSIONS })}</p>
    </div>
  );
}

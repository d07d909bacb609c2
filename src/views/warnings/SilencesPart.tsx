import { memo, useState } from 'react';
import { formatDayWords, formatList, formatNumber } from '../../base/format';
import { levelWords } from '../../levels/level-names';
import type { AssessmentView } from '../../platform/engine-api';
import { dayOfMoment, formatMoment } from '../../response/calendar/moment';
import type { Silence } from '../../response/state';
import { useLang } from '../../store/place';
import { useResponse } from '../../store/use-response';
import { Button } from '../parts/Button';
import { useT } from '../parts/use-text';
import { ACTION_TEXT } from './act-text';
import type { Acting } from './use-acting';
import { regionName } from './words';

interface SilencesPartProps {
  readonly view: AssessmentView;
  readonly acting: Acting;
}

/** The silences in force: what they cover, how long, by whom and why; each can be ended before its time. */
export const SilencesPart = memo(function SilencesPart({ view, acting }: SilencesPartProps) {
  const t = useT(ACTION_TEXT);
  const silences = useResponse((s) => s.state.silences);
  const today = useResponse((s) => dayOfMoment(s.nowMs));
  const inForce = [...silences.values()]
    .filter((s) => s.ended === null && s.until >= today)
    .toSorted((a, b) => a.until - b.until);
  if (inForce.length === 0) return <p className="quiet w-silences">{t('noSilences')}</p>;
  return (
    <details className="w-silences">
      <summary>{t('silences', { count: formatNumber(inForce.length) })}</summary>
      <ul className="plain-list">
        {inForce.map((silence) => (
          <SilenceLine key={silence.id} view={view} silence={silence} acting={acting} />
        ))}
      </ul>
    </details>
  );
});

function SilenceLine({ view, silence, acting }: SilencesPartProps & { readonly silence: Silence }) {
  const t = useT(ACTION_TEXT);
  const lang = useLang();
  const act = useResponse((s) => s.act);
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [why, setWhy] = useState<string | null>(null);
  const { scope, until, set } = silence;
  const region = regionName(view, scope.regionCode, lang);
  const indicators = scope.indicators.map((id) => view.catalogue.byId.get(id)?.short[lang] ?? id);
  const off = acting.whyNot({ kind: 'unsilence', id: silence.id, reason: '' })?.[lang] ?? null;
  const end = async (): Promise<void> => {
    const result = await act({ kind: 'unsilence', id: silence.id, reason: reason.trim() });
    setWhy(result.ok ? null : result.why[lang]);
  };
  const parts = [
    scope.below ? t('silenceBelow', { region }) : region,
    indicators.length === 0 ? t('anyIndicator') : formatList(indicators, lang),
    t('upToLevel', { level: levelWords(view.scheme.names ?? null).short(scope.upTo)[lang] }),
    t('untilDay', { day: formatDayWords(until, lang) }),
  ];
  return (
    <li>
      {parts.join(' · ')}
      <span className="quiet w-block">
        {t('silenceReason', { reason: silence.reason })} ·{' '}
        {t('setBy', { who: set.by.name, when: formatMoment(set.at, lang) })}
      </span>
      {open ? (
        <form
          className="w-inline"
          onSubmit={(e) => {
            e.preventDefault();
            void end();
          }}
        >
          <label className="field">
            <span className="field-label">{t('endReason')}</span>
            <input className="w-input" value={reason} onChange={(e) => setReason(e.target.value)} />
          </label>
          <Button type="submit" look="primary">
            {t('send')}
          </Button>
          <Button onClick={() => setOpen(false)}>{t('cancel')}</Button>
        </form>
      ) : (
        <Button
          look="plain"
          disabled={off !== null}
          title={off ?? undefined}
          aria-label={t('endSilenceOf', { region })}
          onClick={() => setOpen(true)}
        >
          {t('endSilence')}
        </Button>
      )}
      {why !== null && (
        <p className="w-fault" role="alert">
          {why}
        </p>
      )}
      {off !== null && <span className="quiet w-block">{off}</span>}
    </li>
  );
}

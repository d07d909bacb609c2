import { memo } from 'react';
import { formatPeriodWords } from '../../base/format';
import { INSUFFICIENT, levelKey, levelNumeral, levelShort } from '../../base/level';
import type { AssessmentView } from '../../platform/engine-api';
import type { SpellSignal } from '../../response/warnings/spell';
import type { Warning } from '../../response/warnings/inbox';
import { useLang } from '../../store/place';
import { PlaceLink } from '../parts/PlaceLink';
import { useT } from '../parts/use-text';
import { DETAIL_TEXT, SIGNAL_TEXT } from './act-text';

const FIRST_SHOWN = 6;

/** Why: the signals behind a warning, worst first, each with its state and since when. */
export const SignalsPart = memo(function SignalsPart({
  view,
  warning,
}: {
  readonly view: AssessmentView;
  readonly warning: Warning;
}) {
  const t = useT(DETAIL_TEXT);
  const { signals, regionCode } = warning.spell;
  const rest = signals.slice(FIRST_SHOWN);
  const lines = (some: readonly SpellSignal[]) => (
    <ul className="w-signal-list">
      {some.map((signal) => (
        <SignalLine key={signal.ruleId} view={view} signal={signal} regionCode={regionCode} />
      ))}
    </ul>
  );
  return (
    <section aria-label={t('why')}>
      <h3>{t('why')}</h3>
      {signals.length === 0 && <p className="quiet">{t('noSignals')}</p>}
      {lines(signals.slice(0, FIRST_SHOWN))}
      {rest.length > 0 && (
        <details>
          <summary className="small">{t('signalOver', { count: rest.length })}</summary>
          {lines(rest)}
        </details>
      )}
    </section>
  );
});

interface SignalLineProps {
  readonly view: AssessmentView;
  readonly signal: SpellSignal;
  readonly regionCode: string;
}

function SignalLine({ view, signal, regionCode }: SignalLineProps) {
  const t = useT(DETAIL_TEXT);
  const lang = useLang();
  const rule = view.ruleSet.rules.find((r) => r.id === signal.ruleId);
  const indicator = view.catalogue.byId.get(signal.indicatorId);
  const name = rule?.name[lang] ?? indicator?.short[lang] ?? signal.ruleId;
  const graded = signal.level !== 0 && signal.level !== INSUFFICIENT;
  return (
    <li>
      <span className={`w-numeral text-${levelKey(signal.level)}`} title={levelShort(signal.level)[lang]}>
        {graded ? levelNumeral(signal.level) : '·'}
      </span>
      <PlaceLink to={{ screen: 'indicators', free: { ind: signal.indicatorId, reg: regionCode } }}>{name}</PlaceLink>
      <span className="quiet">
        {t('signalSince', {
          state: SIGNAL_TEXT[signal.state][lang],
          since: formatPeriodWords(view.frequency, signal.since, lang, view.weekEndsOn),
        })}
      </span>
    </li>
  );
}

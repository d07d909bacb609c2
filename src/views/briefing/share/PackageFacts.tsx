import { formatDayWords, formatNumber, formatPeriodWords } from '../../../base/format';
import { parseDay, parsePeriod } from '../../../base/period';
import type { Text } from '../../../base/text';
import type { ReceivedPackage } from '../../../publish/package-jobs';
import { formatMoment } from '../../../response/calendar/moment';
import { useLang } from '../../../store/place';
import { parsePlace } from '../../../store/place-address';
import { useReadyView } from '../../../store/session';
import { useT } from '../../parts/use-text';
import { regionName } from '../../warnings/words';
import { shortCode } from './codes';
import { SCREEN_NAMES } from './screen-names';
import { PACKAGE_SHARE_TEXT } from './text';

/** What a package says of itself, before anything of it is taken. */
export function PackageFacts({ received }: { readonly received: ReceivedPackage }) {
  const t = useT(PACKAGE_SHARE_TEXT);
  const lang = useLang();
  const here = useReadyView();
  const { manifest, briefing, trail, calendar, sameIndicators } = received;
  const { made, data, rules, plan, view, note, product, demonstration, digest } = manifest;
  const day = data.asOf ?? data.knownOn;
  const asOf = day === null ? null : parseDay(day);
  const { screen, region, period } = parsePlace(view.path, view.search);
  const planName = (received.plan as { readonly name: Text }).name;
  const periodWords = (spelt: string): string => {
    const parsed = parsePeriod(spelt);
    return parsed ? formatPeriodWords(parsed.frequency, parsed.period, lang, parsed.weekEndsOn) : spelt;
  };
  const more = [
    briefing && t('withBriefing', { name: briefing.name }),
    trail && trail.length > 0 && t('withTrail', { count: formatNumber(trail.length) }),
    calendar && t('withCalendar', { count: formatNumber(Object.keys(calendar).length) }),
  ].filter(Boolean);
  const facts: readonly (readonly [string, string])[] = [
    [t('from'), [made.office, made.by].filter(Boolean).join(' · ') || t('absent')],
    [t('at'), formatMoment(made.atMs, lang)],
    [t('name'), data.name],
    [
      t('data'),
      t('dataLine', {
        first: periodWords(data.first),
        last: periodWords(data.last),
        regions: formatNumber(data.regions),
        indicators: formatNumber(data.indicators),
        figures: formatNumber(data.figures),
      }),
    ],
    ...(asOf === null ? [] : [[t('asof'), formatDayWords(asOf, lang)] as const]),
    [t('rules'), `${rules.name[lang]} ${versionOf(rules.ruleSet)}`],
    [t('plan'), t('planLine', { plan: `${planName[lang]} ${versionOf(plan)}` })],
    [
      t('view'),
      [SCREEN_NAMES[screen][lang], region && regionName(here, region, lang), period && periodWords(period)]
        .filter(Boolean)
        .join(' · '),
    ],
    [t('more'), more.join(lang === 'zh' ? '、' : ', ') || t('nothingMore')],
    ...(note === '' ? [] : [[t('note'), note] as const]),
    [t('product'), product],
  ];
  return (
    <>
      {demonstration && <p className="share-mark">{t('demonstration')}</p>}
      <dl className="share-facts">
        {facts.map(([term, value]) => (
          <Fact key={term} term={term} value={value} />
        ))}
      </dl>
      <p className="share-note">
        {t('checked')} {t('noProof', { code: shortCode(digest) })}
      </p>
      {!sameIndicators && <p className="caution">{t('otherIndicators')}</p>}
    </>
  );
}

/** `default/1.1.0` → `1.1.0`. */
function versionOf(idAndVersion: string): string {
  return idAndVersion.split('/').at(-1)!;
}

function Fact({ term, value }: { readonly term: string; readonly value: string }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </>
  );
}

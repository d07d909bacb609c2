import { useId, useState } from 'react';
import { formatDayWords, formatPeriodWords } from '../../../../base/format';
import { formatPeriod, type Period } from '../../../../base/period';
import type { Lang } from '../../../../base/text';
import { BRIEFING_KINDS, type BriefingAsk, type BriefingKind } from '../../../../briefing/briefing';
import { levelWords } from '../../../../levels/level-names';
import type { Spell } from '../../../../response/warnings/spell';
import { setPlace, useLang, usePlace } from '../../../../store/place';
import { useReadyView } from '../../../../store/session';
import { useBriefings } from '../../../../store/use-briefings';
import { useResponse } from '../../../../store/use-response';
import { periodOf } from '../../../../store/view-select';
import { Button, Choice, Select } from '../../../parts/Button';
import { Card } from '../../../parts/Card';
import { PlaceLink } from '../../../parts/PlaceLink';
import { Failed } from '../../../parts/states';
import { useT } from '../../../parts/use-text';
import { regionOptions } from '../../../response/case/region-options';
import { KIND_NAMES } from '../../kind-text';
import { readOffice } from '../office';
import { episodesOf, isSameAsk, periodFor, periodsFor } from './ask';
import { DESK_TEXT } from './text';
import { useMaking } from './use-making';

const MAKE = {
  monthly: 'makeMonthly',
  quarterly: 'makeQuarterly',
  special: 'makeSpecial',
  flash: 'makeFlash',
} as const satisfies Readonly<Record<BriefingKind, keyof typeof DESK_TEXT>>;

/** What is asked for, and the button that makes it. All of it stands in the address but language and office. */
export function MakeCard() {
  const t = useT(DESK_TEXT);
  const lang = useLang();
  const view = useReadyView();
  const place = usePlace();
  const spells = useResponse((s) => s.spells);
  const drafts = useBriefings((s) => s.drafts);
  const { make, busy, trouble, stop } = useMaking();
  const [language, setLanguage] = useState<Lang>(lang);
  const [office, setOffice] = useState(readOffice);
  const hint = useId();
  const { tree, frequency, weekEndsOn, asOf } = view;

  const kind = BRIEFING_KINDS.find((k) => k === place.free.kind) ?? 'monthly';
  const wanted = periodOf(view, place.period);
  const period = periodFor(kind, wanted, view) ?? wanted;
  const options = regionOptions(tree, lang);
  const region = options.find((o) => o.value === place.region)?.value ?? options[0]?.value ?? '';
  const episodes = kind === 'special' ? episodesOf(spells ?? [], region, period) : [];
  const episode = episodes.find((s) => formatPeriod(frequency, s.since, weekEndsOn) === place.free.since) ?? null;
  const words = (p: Period): string => formatPeriodWords(frequency, p, lang, weekEndsOn);
  const ask: BriefingAsk = {
    kind,
    period,
    regionCode: kind === 'special' ? region : null,
    since: episode?.since ?? null,
  };
  const before = drafts.filter((d) => d.briefing.lang === language && isSameAsk(d.briefing.ask, ask));
  const button = t(frequency === 'month' || kind !== 'monthly' ? MAKE[kind] : 'makePeriod', {
    period: words(period),
    region: tree.regions[tree.indexOf.get(region) ?? 0]?.name[lang] ?? '',
  });

  return (
    <Card
      className="make"
      title={t('make')}
      subtitle={t('makeSubtitle')}
      tools={<PlaceLink to={{ free: { show: 'wall' } }}>{t('wall')}</PlaceLink>}
    >
      <form
        className="make-form"
        onSubmit={(e) => {
          e.preventDefault();
          make?.(ask, language, office);
        }}
      >
        <div className="make-row">
          <Choice
            label={t('kind')}
            name="briefing-kind"
            value={kind}
            options={BRIEFING_KINDS.map((value) => ({ value, label: KIND_NAMES[value][lang] }))}
            onChange={(value) => setPlace({ free: { kind: value, since: null } }, { replace: true })}
          />
          <Select
            label={t('period')}
            value={String(period)}
            options={periodsFor(kind, view).map((p) => ({ value: String(p), label: words(p) }))}
            onChange={(p) => setPlace({ period: formatPeriod(frequency, Number(p), weekEndsOn) }, { replace: true })}
          />
          {kind === 'special' && (
            <>
              <Select
                label={t('region')}
                value={region}
                options={options}
                onChange={(code) => setPlace({ region: code, free: { since: null } }, { replace: true })}
              />
              <Select
                label={t('episode')}
                value={episode ? String(episode.since) : ''}
                options={[
                  { value: '', label: t('noEpisode') },
                  ...episodes.map((s) => ({ value: String(s.since), label: episodeWords(s) })),
                ]}
                onChange={(since) =>
                  setPlace(
                    {
                      free: {
                        kind,
                        since: since === '' ? null : formatPeriod(frequency, Number(since), weekEndsOn),
                      },
                    },
                    { replace: true },
                  )
                }
              />
            </>
          )}
        </div>
        <div className="make-row">
          <Choice
            label={t('language')}
            name="briefing-language"
            value={language}
            options={[
              { value: 'zh', label: t('chinese') },
              { value: 'en', label: t('english') },
            ]}
            onChange={setLanguage}
          />
          <label className="field make-office">
            <span className="field-label">{t('office')}</span>
            <input
              className="input"
              value={office}
              maxLength={80}
              autoComplete="organization"
              aria-describedby={hint}
              onChange={(e) => setOffice(e.target.value)}
            />
          </label>
          <span id={hint} className="quiet">
            {t('officeHint')}
          </span>
        </div>
        <div className="make-row">
          <Button type="submit" look="primary" className="make-button" disabled={busy || !make}>
            {busy ? t('making') : button}
          </Button>
          {busy && <Button onClick={stop}>{t('stop')}</Button>}
          {asOf !== null && <span className="quiet">{t('atDay', { day: formatDayWords(asOf, lang) })}</span>}
        </div>
      </form>
      {trouble && <Failed title={t('failed')} detail={`${trouble.what[lang]} ${trouble.where}`} />}
      {before.length > 0 && (
        <p className="small make-before">
          {t('madeBefore', { n: before.length })}
          {before.slice(0, 3).map((d) => (
            <PlaceLink key={d.id} to={{ free: { draft: d.id } }}>
              {d.name}
            </PlaceLink>
          ))}
        </p>
      )}
    </Card>
  );

  function episodeWords({ since, until, top }: Spell): string {
    const named = top === 0 ? t('pendingOnly') : levelWords(view.scheme.names ?? null).short(top)[lang];
    return until === null
      ? t('episodeOpen', { since: words(since), top: named })
      : t('episodeOver', { since: words(since), until: words(until), top: named });
  }
}

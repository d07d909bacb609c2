import { useMemo, useState } from 'react';
import { formatDayWords, formatPeriodWords } from '../../../base/format';
import { copyText } from '../../../platform/clipboard';
import { pagesBefore } from '../../../platform/pages-before';
import { addressOf, exactPlace, lacksOf } from '../../../store/exact-link';
import { useLang, usePlace } from '../../../store/place';
import { parsePlace, type Place, type Screen, SCREENS } from '../../../store/place-address';
import { useReadyView, useSource } from '../../../store/session';
import { periodOf } from '../../../store/view-select';
import { Button, Select } from '../../parts/Button';
import { Card } from '../../parts/Card';
import { useT } from '../../parts/use-text';
import { SCREEN_NAMES } from './screen-names';
import { LINK_TEXT } from './text';

type Choice = Screen | 'before';

/** The page that the user came from, as long as the browser tells; else the overview of the same region and period. */
export function viewBefore(here: Place): Place {
  const found = pagesBefore()
    .map(({ path, search }) => parsePlace(path, search))
    .find((p) => p.screen !== 'briefing');
  return found ?? { ...here, screen: 'overview', free: {} };
}

/** The exact link: whoever opens it sees the same, later as well. */
export function LinkCard() {
  const t = useT(LINK_TEXT);
  const lang = useLang();
  const here = usePlace();
  const view = useReadyView();
  const { kind } = useSource();
  const [choice, setChoice] = useState<Choice>('before');
  const [told, setTold] = useState<'' | 'copied' | 'notCopied'>('');
  const before = useMemo(() => viewBefore(here), [here]);
  const wanted: Place = choice === 'before' ? before : { ...here, screen: choice, free: {} };
  const place = exactPlace(wanted, view, lang);
  const address = addressOf(place);
  const period = formatPeriodWords(view.frequency, periodOf(view, place.period), lang, view.weekEndsOn);
  const options = [
    { value: 'before' as const, label: t('before', { screen: SCREEN_NAMES[before.screen][lang] }) },
    ...SCREENS.filter((s) => s !== 'briefing').map((s) => ({ value: s, label: SCREEN_NAMES[s][lang] })),
  ];
  return (
    <Card title={t('title')} subtitle={t('subtitle')}>
      <div className="share-form">
        <Select<Choice>
          label={t('view')}
          value={choice}
          options={options}
          onChange={(chosen) => {
            setChoice(chosen);
            setTold('');
          }}
        />
        <label className="field share-long">
          <span className="field-label">{t('address')}</span>
          <input className="input share-address" readOnly value={address} onFocus={(e) => e.target.select()} />
        </label>
      </div>
      <p className="share-note">
        {t('pinned', {
          period,
          asof: place.asof === null ? t('asofOpen') : formatDayWords(place.asof, lang),
          rules: view.rules.name[lang],
        })}
      </p>
      <div className="share-tools">
        <Button
          look="primary"
          onClick={() => void copyText(address).then((ok) => setTold(ok ? 'copied' : 'notCopied'))}
        >
          {t('copy')}
        </Button>
        <span role="status">{told !== '' && t(told)}</span>
      </div>
      <h3>{t('lacks')}</h3>
      <ul className="plain-list small">
        {lacksOf(view, kind).map((lack) => (
          <li key={lack}>{t(lack, { rules: view.rules.name[lang] })}</li>
        ))}
      </ul>
    </Card>
  );
}

import { useState } from 'react';
import type { Text } from '../../base/text';
import { type SettingsFaults, settingsFaults, thisPage } from '../../platform/feed-checks';
import { completeSettings, type FeedSettings as Settings, keepOwnSettings } from '../../platform/feed-settings';
import { forgetOwnFeed, useFeed } from '../../store/feed';
import { useLang } from '../../store/place';
import { useSession } from '../../store/session';
import { Button, Toggle } from '../parts/Button';
import { useT } from '../parts/use-text';
import { FeedStatus } from './FeedStatus';
import { FEED_VIEW_TEXT } from './feed-text';

/** How the feed is doing, and where it is set: address, headers, interval. */
export function FeedSettings() {
  const t = useT(FEED_VIEW_TEXT);
  const settings = useFeed((s) => s.settings);
  const own = useFeed((s) => s.own);
  const shown = useFeed((s) => s.phase !== 'off');
  return (
    <div className="feed">
      {shown && <FeedStatus />}
      <details>
        <summary>
          {t('settings')}{' '}
          <span className="quiet">{t(own ? 'settingsOwn' : settings ? 'settingsInstalled' : 'settingsNone')}</span>
        </summary>
        {/* Other settings in force (another tab, the reset) begin a new form. */}
        <FeedForm key={JSON.stringify(settings)} settings={settings} own={own} />
      </details>
    </div>
  );
}

const EMPTY: Settings = { url: '', headers: [], intervalMinutes: 60 };

function FeedForm({ settings, own }: { readonly settings: Settings | null; readonly own: boolean }) {
  const t = useT(FEED_VIEW_TEXT);
  const lang = useLang();
  const showConfigured = useSession((s) => s.showConfigured);
  const [url, setUrl] = useState((settings ?? EMPTY).url);
  const [interval, setInterval] = useState(String((settings ?? EMPTY).intervalMinutes));
  const [headers, setHeaders] = useState((settings ?? EMPTY).headers);
  const [open, setOpen] = useState(false);
  // What the installation's file has wrong is told at once; one's own only when it is to be saved.
  const [faults, setFaults] = useState<SettingsFaults | null>(() => settings && settingsFaults(settings, thisPage()));
  const [kept, setKept] = useState(true);

  function save(): void {
    const minutes = interval.trim() === '' ? NaN : Number(interval);
    const wanted = completeSettings({ url, headers, intervalMinutes: minutes });
    const found = settingsFaults(wanted, thisPage());
    setFaults(found);
    if (found) return;
    const done = keepOwnSettings(wanted);
    setKept(done);
    if (done) void showConfigured();
  }

  function reset(): void {
    forgetOwnFeed();
    void showConfigured();
  }

  const fault = (id: string, text: Text | null | undefined) =>
    text && (
      <p className="field-fault" id={id}>
        {text[lang]}
      </p>
    );
  return (
    <form
      className="feed-form"
      noValidate
      onSubmit={(e) => {
        e.preventDefault();
        save();
      }}
    >
      <label className="field">
        <span className="field-label">{t('url')}</span>
        <input
          type="url"
          value={url}
          autoComplete="off"
          spellCheck={false}
          placeholder={t('urlHelp')}
          aria-invalid={faults?.url ? true : undefined}
          aria-describedby={faults?.url ? 'feed-url-fault' : undefined}
          onChange={(e) => setUrl(e.target.value)}
        />
      </label>
      {fault('feed-url-fault', faults?.url)}
      <label className="field">
        <span className="field-label">{t('interval')}</span>
        <input
          className="feed-interval"
          inputMode="numeric"
          value={interval}
          aria-invalid={faults?.interval ? true : undefined}
          aria-describedby={faults?.interval ? 'feed-interval-fault' : undefined}
          onChange={(e) => setInterval(e.target.value)}
        />
      </label>
      {fault('feed-interval-fault', faults?.interval)}
      <fieldset>
        <legend>{t('headers')}</legend>
        <p className="quiet small">{t('headersHelp')}</p>
        {headers.map((header, k) => {
          const n = k + 1;
          const change = (part: Partial<typeof header>): void =>
            setHeaders(headers.map((h, i) => (i === k ? { ...h, ...part } : h)));
          const wrong = faults?.headers[k];
          const described = wrong ? { 'aria-invalid': true, 'aria-describedby': `feed-header-${k}` } : {};
          return (
            <div key={k}>
              <div className="feed-header">
                <input
                  aria-label={t('headerName', { n })}
                  placeholder={t('name')}
                  value={header.name}
                  autoComplete="off"
                  spellCheck={false}
                  {...described}
                  onChange={(e) => change({ name: e.target.value })}
                />
                <input
                  aria-label={t('headerValue', { n })}
                  placeholder={t('value')}
                  type={open ? 'text' : 'password'}
                  value={header.value}
                  autoComplete="off"
                  spellCheck={false}
                  {...described}
                  onChange={(e) => change({ value: e.target.value })}
                />
                <Button
                  look="plain"
                  aria-label={t('removeHeader', { n })}
                  onClick={() => {
                    setHeaders(headers.filter((_, i) => i !== k));
                    // Marks stand by position, and those after this one have moved.
                    setFaults(null);
                  }}
                >
                  {t('remove')}
                </Button>
              </div>
              {fault(`feed-header-${k}`, wrong)}
            </div>
          );
        })}
        <p className="ways">
          <Button look="plain" onClick={() => setHeaders([...headers, { name: '', value: '' }])}>
            {t('addHeader')}
          </Button>
          {headers.length > 0 && (
            <Toggle on={open} onChange={setOpen}>
              {t('showValues')}
            </Toggle>
          )}
        </p>
      </fieldset>
      <p className="ways">
        <Button type="submit" look="primary">
          {t('save')}
        </Button>
        {own && <Button onClick={reset}>{t('reset')}</Button>}
      </p>
      <p role="status" className="small">
        {faults ? t('faults') : kept ? '' : t('notKept')}
      </p>
    </form>
  );
}

import { type FormEvent, useId, useRef, useState } from 'react';
import { FAMILIES, FAMILY_NAMES } from '../../../base/indicators';
import { unitOfChange, unitShort } from '../../../base/units';
import type { AssessmentView } from '../../../platform/engine-api';
import { useLang } from '../../../store/place';
import { Button, Choice, Select } from '../../parts/Button';
import { Card } from '../../parts/Card';
import { useT } from '../../parts/use-text';
import { Group, TypedField, wrongWords } from './fields';
import { EVENT_KINDS, type Field, isLong, queryOf, type Settings } from './settings';
import { BACKTEST_TEXT } from './text';
import type { RuleChoices } from './use-settings';

interface SettingsCardProps {
  readonly view: AssessmentView;
  readonly settings: Settings;
  readonly choices: RuleChoices;
  readonly onRun: (settings: Settings) => void;
}

/** The form: what is tested, against what, how it is measured. Nothing is computed before it is sent. */
export function SettingsCard({ view, settings, choices, onRun }: SettingsCardProps) {
  const t = useT(BACKTEST_TEXT);
  const [typed, setTyped] = useState(settings);
  const [sent, setSent] = useState(false);
  // Another address (a link, the way back) is another form; what is typed outlives everything else.
  const key = JSON.stringify(settings);
  const [shown, setShown] = useState(key);
  if (shown !== key) {
    setShown(key);
    setTyped(settings);
  }
  const { wrong } = queryOf(typed, view, choices.rulesBy);
  const edit = (change: Partial<Settings>): void => setTyped((s) => ({ ...s, ...change }));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setSent(true);
    if (wrong.length === 0) onRun(typed);
  };
  const part = { view, typed, edit, wrong: sent ? wrong : wrong.filter((w) => w !== 'csv') };
  return (
    <Card title={t('settings')} subtitle={t('settingsHelp')}>
      <form className="bt-form" onSubmit={submit} noValidate>
        <RulesFields {...part} choices={choices} />
        <EpisodeFields {...part} />
        <MeasureFields {...part} />
        <Button type="submit" look="primary" data-testid="backtest-run">
          {t('run')}
        </Button>
      </form>
    </Card>
  );
}

interface PartProps {
  readonly view: AssessmentView;
  readonly typed: Settings;
  readonly edit: (change: Partial<Settings>) => void;
  readonly wrong: readonly Field[];
}

function RulesFields({ typed, edit, wrong, choices }: PartProps & { readonly choices: RuleChoices }) {
  const t = useT(BACKTEST_TEXT);
  return (
    <Group title={t('rules')}>
      <Select label={t('test')} value={typed.test} options={choices.options} onChange={(test) => edit({ test })} />
      <Select
        label={t('against')}
        value={typed.against}
        options={[{ value: '', label: t('nothing') }, ...choices.options]}
        onChange={(against) => edit({ against })}
      />
      {(wrong.includes('test') || wrong.includes('against')) && <p className="bt-fault">{t('wrongRules')}</p>}
    </Group>
  );
}

function EpisodeFields(props: PartProps) {
  const { view, typed, edit, wrong } = props;
  const t = useT(BACKTEST_TEXT);
  const lang = useLang();
  const id = useId();
  const indicator = view.catalogue.byId.get(typed.on);
  const unit = unitShort(unitOfChange(indicator?.unit ?? ''))[lang] || '—';
  const say = (field: Field): string | null => (wrong.includes(field) ? wrongWords(field, lang) : null);
  return (
    <Group title={t('episodes')}>
      <Choice
        label={t('events')}
        name={`${id}-events`}
        value={typed.events}
        options={EVENT_KINDS.map((value) => ({ value, label: t(value) }))}
        onChange={(events) => edit({ events })}
      />
      {typed.events === 'given' ? (
        <GivenFields {...props} />
      ) : (
        <>
          <label className="bt-field bt-wide">
            <span className="field-label">{t('on')}</span>
            <select className="select" value={typed.on} onChange={(e) => edit({ on: e.target.value })}>
              {!view.indicators.includes(typed.on) && <option value={typed.on}>{typed.on || '—'}</option>}
              {FAMILIES.map((family) => (
                <optgroup key={family} label={FAMILY_NAMES[family][lang]}>
                  {view.indicators
                    .filter((i) => view.catalogue.byId.get(i)?.family === family)
                    .map((i) => (
                      <option key={i} value={i}>
                        {view.catalogue.byId.get(i)!.name[lang]}
                      </option>
                    ))}
                </optgroup>
              ))}
            </select>
          </label>
          {typed.events !== 'event' && (
            <>
              <TypedField
                label={t('riseBy', { unit })}
                value={typed.rise}
                fault={say('rise')}
                onChange={(rise) => edit({ rise })}
              />
              <TypedField
                label={t('within')}
                value={typed.within}
                fault={say('within')}
                onChange={(within) => edit({ within })}
              />
            </>
          )}
          {say('on') !== null && <p className="bt-fault">{say('on')}</p>}
          <p className="quiet bt-note">{t(`${typed.events}Help`)}</p>
        </>
      )}
    </Group>
  );
}

/** Dates are some bytes each: a larger file is another one. */
const MOST_BYTES = 1e6;

function GivenFields({ typed, edit, wrong }: PartProps) {
  const t = useT(BACKTEST_TEXT);
  const lang = useLang();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [large, setLarge] = useState(false);
  const open = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    setLarge(file.size > MOST_BYTES);
    if (file.size <= MOST_BYTES) edit({ csv: await file.text() });
  };
  return (
    <>
      <label className="bt-field bt-wide">
        <span className="field-label">{t('csv')}</span>
        <textarea
          rows={4}
          spellCheck={false}
          value={typed.csv}
          placeholder={t('csvExample')}
          aria-describedby={id}
          aria-invalid={wrong.includes('csv')}
          onChange={(e) => edit({ csv: e.target.value })}
        />
      </label>
      <div className="bt-row">
        <Button onClick={() => input.current?.click()}>{t('csvOpen')}</Button>
        <input
          ref={input}
          type="file"
          className="visually-hidden"
          tabIndex={-1}
          aria-label={t('csvOpen')}
          accept=".csv,text/csv,text/plain"
          onChange={(e) => {
            void open(e.target.files?.[0]);
            // The same file chosen again must be read again.
            e.target.value = '';
          }}
        />
        <span role="status">{large && t('csvLarge')}</span>
      </div>
      <p id={id} className="quiet bt-note">
        {t('csvHelp')} {isLong(typed) && t('csvLong')}
        {wrong.includes('csv') && <span className="bt-fault"> {wrongWords('csv', lang)}</span>}
      </p>
    </>
  );
}

function MeasureFields({ view, typed, edit, wrong }: PartProps) {
  const t = useT(BACKTEST_TEXT);
  const lang = useLang();
  const id = useId();
  const say = (field: Field): string | null => (wrong.includes(field) ? wrongWords(field, lang) : null);
  const month = view.frequency === 'month';
  return (
    <Group title={t('measure')}>
      <TypedField label={t('lead')} value={typed.lead} fault={say('lead')} onChange={(lead) => edit({ lead })} />
      <TypedField label={t('after')} value={typed.after} fault={say('after')} onChange={(after) => edit({ after })} />
      <TypedField label={t('least')} value={typed.least} fault={say('least')} onChange={(least) => edit({ least })} />
      <TypedField
        label={t('since')}
        type={month ? 'month' : 'text'}
        value={typed.since}
        fault={say('since')}
        onChange={(since) => edit({ since })}
      />
      <TypedField
        label={t('until')}
        type={month ? 'month' : 'text'}
        value={typed.until}
        fault={say('until')}
        onChange={(until) => edit({ until })}
      />
      <div className="bt-field">
        <span className="field-label" aria-hidden="true">
          {t('known')}
        </span>
        <span>
          <Choice
            label={t('known')}
            name={`${id}-known`}
            value={typed.known}
            options={[
              { value: 'now', label: t('knownNow') },
              { value: 'then', label: t('knownThen') },
            ]}
            onChange={(known) => edit({ known })}
          />
        </span>
      </div>
    </Group>
  );
}

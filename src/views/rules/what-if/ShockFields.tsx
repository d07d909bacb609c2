import { useId } from 'react';
import type { ShapeFault } from '../../../base/check';
import { FAMILIES, FAMILY_NAMES } from '../../../base/indicators';
import { formatPeriodWords } from '../../../base/format';
import { formatPeriod, parsePeriod } from '../../../base/period';
import { unitOfChange, unitShort } from '../../../base/units';
import { MOST_AHEAD } from '../../../backtest/what-if';
import type { AssessmentView } from '../../../platform/engine-api';
import { useLang } from '../../../store/place';
import { Button, Choice } from '../../parts/Button';
import { useT } from '../../parts/use-text';
import { type ShockDraft, useDraft } from './draft';
import { FaultLines } from './FaultLines';
import { RegionOptions } from './RegionOptions';
import { WHAT_IF_TEXT } from './text';

interface ShockFieldsProps {
  readonly view: AssessmentView;
  readonly shock: ShockDraft;
  /** Counted from 1. */
  readonly n: number;
  readonly faults: readonly ShapeFault[];
}

const KINDS = ['factor', 'shock', 'path'] as const;

/** One change of an indicator: which, where, when, how much. */
export function ShockFields({ view, shock, n, faults }: ShockFieldsProps) {
  const t = useT(WHAT_IF_TEXT);
  const lang = useLang();
  const id = useId();
  const editShock = useDraft((s) => s.editShock);
  const dropShock = useDraft((s) => s.dropShock);
  const edit = (change: Partial<ShockDraft>): void => editShock(shock.key, change);
  const { catalogue, indicators } = view;
  const indicator = catalogue.byId.get(shock.indicator);
  const unit = unitShort(indicator?.unit ?? '')[lang];
  const [from, to] = [parsePeriod(shock.from)?.period, parsePeriod(shock.to)?.period];
  const span = from === undefined || to === undefined ? '?' : Math.max(0, to - from + 1);
  const summed = indicator?.aggregation.by === 'sum';
  const help = {
    factor: t('helpFactor'),
    shock: t(summed ? 'helpShockSum' : 'helpShock'),
    path: t('helpPath', { ahead: MOST_AHEAD }),
  };
  const faulty = (field: string): boolean => faults.some((f) => f.path.startsWith(`.shocks[${n - 1}].${field}`));
  return (
    <fieldset className="shock">
      <legend>{t('shockN', { n })}</legend>
      <label className="field shock-wide">
        <span className="field-label">{t('indicator')}</span>
        <select className="select" value={shock.indicator} onChange={(e) => edit({ indicator: e.target.value })}>
          {!indicators.includes(shock.indicator) && <option value={shock.indicator}>{shock.indicator}</option>}
          {FAMILIES.map((family) => {
            const own = indicators.filter((i) => catalogue.byId.get(i)?.family === family);
            return (
              own.length > 0 && (
                <optgroup key={family} label={FAMILY_NAMES[family][lang]}>
                  {own.map((i) => (
                    <option key={i} value={i}>
                      {catalogue.byId.get(i)!.name[lang]}
                    </option>
                  ))}
                </optgroup>
              )
            );
          })}
        </select>
      </label>
      <Choice
        label={t('kind')}
        name={`${id}-kind`}
        value={shock.kind}
        options={KINDS.map((kind) => ({ value: kind, label: t(kind) }))}
        onChange={(kind) => edit({ kind })}
      />
      <Places view={view} shock={shock} onChange={(regions) => edit({ regions })} />
      <div className="shock-row">
        <PeriodField
          view={view}
          label={t('from')}
          ahead={shock.kind === 'path' ? MOST_AHEAD : 0}
          value={shock.from}
          faulty={faulty('from')}
          onChange={(value) => edit({ from: value })}
        />
        <PeriodField
          view={view}
          label={t('to')}
          ahead={shock.kind === 'path' ? MOST_AHEAD : 0}
          value={shock.to}
          faulty={faulty('to')}
          onChange={(value) => edit({ to: value })}
        />
      </div>
      {shock.kind === 'path' ? (
        <label className="shock-path">
          <span className="field-label">{t('values', { unit: unit || '—', count: span })}</span>
          <textarea
            rows={2}
            value={shock.values}
            aria-invalid={faulty('values')}
            aria-describedby={id}
            onChange={(e) => edit({ values: e.target.value })}
          />
        </label>
      ) : (
        <label className="field">
          <span className="field-label">
            {shock.kind === 'factor'
              ? t('amountFactor')
              : t('amountShock', { unit: unitShort(unitOfChange(indicator?.unit ?? ''))[lang] || '—' })}
          </span>
          <input
            className="input shock-number"
            inputMode="decimal"
            value={shock.amount}
            aria-invalid={faulty('amount')}
            aria-describedby={id}
            onChange={(e) => edit({ amount: e.target.value })}
          />
        </label>
      )}
      <p id={id} className="quiet small shock-help">
        {help[shock.kind]}
      </p>
      <FaultLines faults={faults} />
      <div className="shock-remove">
        <Button look="plain" onClick={() => dropShock(shock.key)}>
          {t('removeShock', { n })}
        </Button>
      </div>
    </fieldset>
  );
}

interface PeriodFieldProps {
  readonly view: AssessmentView;
  readonly label: string;
  readonly value: string;
  /** Periods after the data that may be chosen. */
  readonly ahead: number;
  readonly faulty: boolean;
  readonly onChange: (value: string) => void;
}

/** A period of the data, newest first; what an imported scenario names besides stays visible. */
function PeriodField({ view, label, value, ahead, faulty, onChange }: PeriodFieldProps) {
  const lang = useLang();
  const { frequency, first, count, weekEndsOn } = view;
  const periods = Array.from({ length: count + ahead }, (_, k) => first + count + ahead - 1 - k);
  const spelt = periods.map((p) => formatPeriod(frequency, p, weekEndsOn));
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <select className="select" value={value} aria-invalid={faulty} onChange={(e) => onChange(e.target.value)}>
        {!spelt.includes(value) && <option value={value}>{value}</option>}
        {periods.map((period, i) => (
          <option key={period} value={spelt[i]}>
            {formatPeriodWords(frequency, period, lang, weekEndsOn)}
          </option>
        ))}
      </select>
    </label>
  );
}

interface PlacesProps {
  readonly view: AssessmentView;
  readonly shock: ShockDraft;
  readonly onChange: (regions: ShockDraft['regions']) => void;
}

/** All regions, or some by name. */
function Places({ view, shock, onChange }: PlacesProps) {
  const t = useT(WHAT_IF_TEXT);
  const lang = useLang();
  const named = shock.regions === 'all' ? [] : shock.regions;
  const nameOf = (code: string): string => {
    const at = view.tree.indexOf.get(code);
    return at === undefined ? code : view.tree.regions[at]!.name[lang];
  };
  const take = (code: string): void => {
    if (code !== '' && !named.includes(code)) onChange([...named, code]);
  };
  const drop = (code: string): void => {
    const rest = named.filter((c) => c !== code);
    onChange(rest.length > 0 ? rest : 'all');
  };
  return (
    <div className="shock-places">
      <label className="field">
        <span className="field-label">{t('region')}</span>
        <select className="select" value="" onChange={(e) => take(e.target.value)}>
          <option value="">{named.length === 0 ? t('allRegions') : t('addRegion')}</option>
          <RegionOptions tree={view.tree} />
        </select>
      </label>
      {named.map((code) => (
        <Button
          key={code}
          className="shock-chip"
          aria-label={t('dropRegion', { name: nameOf(code) })}
          onClick={() => drop(code)}
        >
          {nameOf(code)} <span aria-hidden="true">×</span>
        </Button>
      ))}
    </div>
  );
}

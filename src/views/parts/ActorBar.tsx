import { useEffect, useId, useRef, useState } from 'react';
import { formatDayWords } from '../../base/format';
import type { RegionTree } from '../../base/regions';
import { readPreference } from '../../platform/preferences';
import type { Actor } from '../../response/actor';
import { LAYER_NAMES } from '../../response/actor-text';
import { LAYERS, type Layer } from '../../response/plan';
import { useLang, usePlace } from '../../store/place';
import { useReadyView } from '../../store/session';
import { useResponse } from '../../store/use-response';
import { officeFor, officesOf } from './actor-regions';
import { ACTOR_TEXT } from './actor-text';
import { Button, Choice } from './Button';
import { useT } from './use-text';
import './actor-bar.css';

/** Who acts here: layer, region and name, chosen and not authenticated. Stands on top of warnings, response and plan. */
export function ActorBar() {
  const t = useT(ACTOR_TEXT);
  const lang = useLang();
  const { tree, asOf } = useReadyView();
  const inAddress = usePlace().asof;
  const actor = useResponse((s) => s.actor);
  const chooseActor = useResponse((s) => s.chooseActor);
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  const at = actor ? tree.indexOf.get(actor.regionCode) : undefined;
  const past = inAddress ?? asOf;
  useEffect(() => {
    // Whoever closes the form goes on where it was opened.
    if (wasOpen.current && !open) opener.current?.focus();
    wasOpen.current = open;
  }, [open]);

  return (
    <section className="actor-bar" aria-label={t('bar')} data-testid="actor-bar">
      {open ? (
        <ActorForm
          tree={tree}
          actor={actor}
          onDone={(chosen) => {
            if (chosen) chooseActor(chosen);
            setOpen(false);
          }}
        />
      ) : (
        <p className="actor-line">
          {actor ? (
            <span>
              {t('now')}
              <strong>
                {LAYER_NAMES[actor.role][lang]} · {at === undefined ? actor.regionCode : tree.regions[at]!.name[lang]} ·{' '}
                {actor.name}
              </strong>
            </span>
          ) : (
            <strong>{t('none')}</strong>
          )}
          <Button ref={opener} look={actor ? 'plain' : 'primary'} onClick={() => setOpen(true)}>
            {actor ? t('change') : t('pick')}
          </Button>
          <span className="quiet">{t('trust')}</span>
        </p>
      )}
      {actor && at === undefined && <p className="caution">{t('gone')}</p>}
      {past !== null && <p className="caution">{t('past', { day: formatDayWords(past, lang) })}</p>}
    </section>
  );
}

interface FormProps {
  readonly tree: RegionTree;
  readonly actor: Actor | null;
  /** Null: it was given up. */
  readonly onDone: (actor: Actor | null) => void;
}

/** The role as it was; else the league, where most is decided and nobody is put above their place unasked. */
function firstRole(layers: readonly Layer[], actor: Actor | null): Layer {
  if (actor && layers.includes(actor.role)) return actor.role;
  return layers.includes('league') ? 'league' : layers[0]!;
}

function ActorForm({ tree, actor, onDone }: FormProps) {
  const t = useT(ACTOR_TEXT);
  const lang = useLang();
  const id = useId();
  const layers = LAYERS.filter((layer) => officesOf(tree, layer).length > 0).toReversed();
  const [role, setRole] = useState<Layer>(firstRole(layers, actor));
  const [region, setRegion] = useState(officeFor(tree, role, actor?.regionCode ?? ''));
  const [name, setName] = useState(actor?.name ?? readPreference('fengsui.by') ?? '');
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const here = form.current;
    here?.querySelector<HTMLElement>('input:checked')?.focus();
    const giveUp = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') onDone(null);
    };
    here?.addEventListener('keydown', giveUp);
    return () => here?.removeEventListener('keydown', giveUp);
    // `onDone` is a new function at every drawing and does the same.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  const groups = officesOf(tree, role);
  const nameOf = (code: string): string => tree.regions[tree.indexOf.get(code)!]!.name[lang];
  const alone = groups.length === 1 && groups[0]!.regions.length === 1;

  return (
    <form
      ref={form}
      className="actor-form"
      noValidate
      onSubmit={(e) => {
        e.preventDefault();
        setTried(true);
        if (region !== '' && name.trim() !== '') onDone({ role, regionCode: region, name: name.trim() });
      }}
    >
      <Choice
        label={t('role')}
        name={`${id}-role`}
        value={role}
        options={layers.map((value) => ({ value, label: LAYER_NAMES[value][lang] }))}
        onChange={(next) => {
          setRole(next);
          setRegion(officeFor(tree, next, region));
        }}
      />
      <label className="field">
        <span className="field-label">{t('region')}</span>
        <select
          className="select"
          value={region}
          aria-invalid={tried && region === ''}
          aria-describedby={tried && region === '' ? `${id}-region` : undefined}
          onChange={(e) => setRegion(e.target.value)}
        >
          {!alone && <option value="">{t('choose')}</option>}
          {groups.map(({ under, regions }) =>
            under === null || groups.length === 1 ? (
              regions.map((code) => (
                <option key={code} value={code}>
                  {nameOf(code)}
                </option>
              ))
            ) : (
              <optgroup key={under} label={nameOf(under)}>
                {regions.map((code) => (
                  <option key={code} value={code}>
                    {nameOf(code)}
                  </option>
                ))}
              </optgroup>
            ),
          )}
        </select>
        {tried && region === '' && (
          <span id={`${id}-region`} className="field-fault">
            {t('needRegion')}
          </span>
        )}
      </label>
      <label className="field">
        <span className="field-label">{t('name')}</span>
        <input
          className="input"
          value={name}
          maxLength={40}
          autoComplete="name"
          aria-invalid={tried && name.trim() === ''}
          aria-describedby={tried && name.trim() === '' ? `${id}-name` : undefined}
          onChange={(e) => setName(e.target.value)}
        />
        {tried && name.trim() === '' && (
          <span id={`${id}-name`} className="field-fault">
            {t('needName')}
          </span>
        )}
      </label>
      <Button type="submit" look="primary">
        {t('save')}
      </Button>
      <Button look="plain" onClick={() => onDone(null)}>
        {t('cancel')}
      </Button>
      <p className="quiet">{t('trust')}</p>
    </form>
  );
}

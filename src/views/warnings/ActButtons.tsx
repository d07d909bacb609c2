import { memo } from 'react';
import type { Lang } from '../../base/text';
import type { Warning, WarningState } from '../../response/warnings/inbox';
import { useLang } from '../../store/place';
import { Button } from '../parts/Button';
import { useT } from '../parts/use-text';
import { ACTION_TEXT } from './act-text';
import { ACTIONS, type ActForm, type ActGround, type ActionId, actFor } from './actions';
import type { Acting } from './use-acting';

/** Keys of the list that begin an act; those without one are rare. */
const KEY_OF: Readonly<Partial<Record<ActionId, string>>> = {
  acknowledge: 'A',
  verify: 'V',
  review: 'O',
  dismiss: 'F',
  note: 'N',
  silence: 'S',
  undo: 'U',
};

interface ActButtonsProps {
  readonly warning: Warning;
  readonly empty: ActForm;
  readonly ground: ActGround;
  readonly acting: Acting;
  readonly onStart: (action: ActionId) => void;
}

/** What comes next in each state; where the level has risen it begins anew. */
const NEXT: Readonly<Partial<Record<WarningState, ActionId>>> = {
  active: 'acknowledge',
  acknowledged: 'verify',
  verified: 'review',
};

/** What can be done now as buttons, and whose turn it is where the next step is another office's; the rest, with reasons, one fold below. */
export const ActButtons = memo(function ActButtons({ warning, empty, ground, acting, onStart }: ActButtonsProps) {
  const t = useT(ACTION_TEXT);
  const lang = useLang();
  if (acting.closed !== null) {
    return (
      <section className="w-acts" aria-label={t('acts')}>
        <p className="quiet">{acting.closed[lang]}</p>
      </section>
    );
  }
  const judged = ACTIONS.map((action) => ({
    action,
    why: reasonAgainst(action, warning, empty, ground, acting, lang),
  }));
  const open = judged.filter(({ why }) => why === null);
  const shut = judged.filter(({ why }) => why !== null);
  const next = warning.moved === 'escalated' ? 'acknowledge' : NEXT[warning.state];
  const barred = shut.find(({ action }) => action === next);
  return (
    <section className="w-acts" aria-label={t('acts')}>
      <p className="w-buttons">
        {open.map(({ action }, k) => (
          <Button
            key={action}
            look={k === 0 && action !== 'note' ? 'primary' : 'secondary'}
            title={KEY_OF[action] && t('withKey', { name: t(action), key: KEY_OF[action] })}
            onClick={() => onStart(action)}
          >
            {t(action)}
          </Button>
        ))}
      </p>
      {barred && (
        <p className="w-next">
          {t('nextStep', { action: t(barred.action), why: barred.why ?? '' })}
          {warning.due?.step === 'report' && <span className="w-block">{t('nextReport')}</span>}
        </p>
      )}
      {shut.length > 0 && (
        <details className="w-shut">
          <summary className="small">
            {t('notNow')}
            {lang === 'zh' ? '：' : ': '}
            {shut.map(({ action }) => t(action)).join(lang === 'zh' ? '、' : ', ')}
          </summary>
          <dl className="w-reasons small">
            {shut.map(({ action, why }) => (
              <div key={action}>
                <dt>{t(action)}</dt>
                <dd>{why}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </section>
  );
});

/** Why an action is not open, in the language of the screen; null = it is. */
function reasonAgainst(
  action: ActionId,
  warning: Warning,
  form: ActForm,
  ground: ActGround,
  { whyNot }: Acting,
  lang: Lang,
): string | null {
  const act = actFor(action, warning, form, ground);
  if (act === null) return ACTION_TEXT.nothingToUndo[lang];
  return whyNot(act)?.[lang] ?? null;
}

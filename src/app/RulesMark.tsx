import { formatDay } from '../base/period';
import { useView } from '../store/session';
import { PlaceLink } from '../views/parts/PlaceLink';
import { useLang } from '../store/place';
import { useT } from '../views/parts/use-text';
import { APP_TEXT } from './text';

/** By which version of the rules the levels are judged; beside the day of knowledge, for only both together make a level. */
export function RulesMark() {
  const t = useT(APP_TEXT);
  const lang = useLang();
  const view = useView();
  if (!view) return null;
  const { number, name, builtIn, inForceFrom, asked, unknown, unreadable } = view.rules;
  const version = builtIn ? t('rulesBuiltIn') : t('rulesVersion', { number });
  const since = inForceFrom === null ? t('rulesEver') : t('rulesSince', { day: formatDay(inForceFrom) });
  return (
    <span className="rules-mark">
      <span title={`${name[lang]} · ${since}`}>
        <PlaceLink to={{ screen: 'rules', free: { tab: 'edit', part: 'versions' } }}>
          {asked !== null && !unknown ? t('rulesAsked', { version }) : version}
        </PlaceLink>
      </span>
      {unknown && <span className="rules-warn">{t('rulesUnknown', { id: asked ?? '' })}</span>}
      {unreadable > 0 && <span className="rules-warn">{t('rulesUnreadable', { count: unreadable })}</span>}
      {asked !== null && <PlaceLink to={{ rules: null }}>{t('rulesClear')}</PlaceLink>}
    </span>
  );
}

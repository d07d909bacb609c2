import { memo } from 'react';
import { formatDayWords, formatPeriodWords } from '../../base/format';
import { INSUFFICIENT, levelKey, levelNumeral, levelShort } from '../../base/level';
import type { AssessmentView } from '../../platform/engine-api';
import type { Warning } from '../../response/warnings/inbox';
import { useLang } from '../../store/place';
import { levelAt } from '../../store/view-select';
import { LevelBadge } from '../parts/LevelBadge';
import { useT } from '../parts/use-text';
import { DETAIL_TEXT } from './act-text';
import { WARNINGS_TEXT } from './text';

/** Periods on the strip: what came before the warning began is seen as well. */
const STRIP = 24;
const MOVES_SHOWN = 8;

interface CoursePartProps {
  readonly view: AssessmentView;
  readonly warning: Warning;
}

/** The course of the figures: level by period as a strip, and each change with the day on which it became known. */
export const CoursePart = memo(function CoursePart({ view, warning }: CoursePartProps) {
  const t = useT(DETAIL_TEXT);
  const lang = useLang();
  const { spell } = warning;
  const words = (period: number): string => formatPeriodWords(view.frequency, period, lang, view.weekEndsOn);
  const moves = spell.moves.slice(-MOVES_SHOWN).toReversed();
  return (
    <section aria-label={t('course')}>
      <h3>{t('course')}</h3>
      <Strip view={view} warning={warning} />
      <table className="table w-moves">
        <caption className="visually-hidden">{t('courseCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('period')}</th>
            <th scope="col">{t('level')}</th>
            <th scope="col">{t('knownOn')}</th>
          </tr>
        </thead>
        <tbody>
          {moves.map(({ period, level, knownOn }) => (
            <tr key={period}>
              <th scope="row">{words(period)}</th>
              <td>
                {level === 0 && period < (spell.until ?? Infinity) && isBeforeLevel(warning, period) ? (
                  <span className="level w-pending">{WARNINGS_TEXT.pending[lang]}</span>
                ) : (
                  <LevelBadge level={level} />
                )}
              </td>
              <td className="quiet">{knownOn === null ? t('notTold') : formatDayWords(knownOn, lang)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
});

/** Level 0 within a spell means pending until the first level was reached, and normal after the last. */
function isBeforeLevel({ spell }: Warning, period: number): boolean {
  return !spell.moves.some((m) => m.period <= period && m.level !== 0);
}

function Strip({ view, warning }: CoursePartProps) {
  const t = useT(DETAIL_TEXT);
  const lang = useLang();
  const region = view.tree.indexOf.get(warning.spell.regionCode);
  if (region === undefined) return null;
  const last = view.first + view.count - 1;
  const first = Math.max(view.first, last - STRIP + 1);
  const cells = Array.from({ length: last - first + 1 }, (_, k) => ({
    period: first + k,
    level: levelAt(view, region, first + k) ?? INSUFFICIENT,
  }));
  const words = (period: number): string => formatPeriodWords(view.frequency, period, lang, view.weekEndsOn);
  const said = cells
    .map(({ period, level }) => `${words(period)} ${levelShort(level)[lang]}`)
    .join(lang === 'zh' ? '，' : ', ');
  return (
    <div className="w-strip" role="img" aria-label={`${t('tape', { from: words(first), to: words(last) })}: ${said}`}>
      {cells.map(({ period, level }) => (
        <span
          key={period}
          className={`level-${levelKey(level)} ${period < warning.spell.since ? 'w-before' : ''}`}
          title={`${words(period)} ${levelShort(level)[lang]}`}
        >
          {level === INSUFFICIENT ? '?' : levelNumeral(level)}
        </span>
      ))}
    </div>
  );
}

import { levelKey, levelNumeral } from '../../base/level';
import { levelWords } from '../../levels/level-names';
import { useLang } from '../../store/place';
import { useView } from '../../store/session';

interface LevelBadgeProps {
  /** 0–4 or INSUFFICIENT. */
  readonly level: number;
  /** `numeral`: for tight places; the full name stays as its text for screen readers. */
  readonly form?: 'short' | 'full' | 'numeral';
  readonly large?: boolean;
}

/**
 * A level: colour, numeral and word together, as the scheme in force calls it; insufficient data is hatched and never looks
 * like normal.
 */
export function LevelBadge({ level, form = 'short', large = false }: LevelBadgeProps) {
  const lang = useLang();
  const names = useView()?.scheme.names ?? null;
  const words = levelWords(names);
  const look = `level level-${levelKey(level)} ${large ? 'level-large' : ''}`;
  if (form === 'numeral') {
    return (
      <span className={`${look} level-numeral`}>
        <span aria-hidden="true">{names ? words.short(level)[lang].slice(0, 1) : levelNumeral(level) || '·'}</span>
        <span className="visually-hidden">{words.full(level)[lang]}</span>
      </span>
    );
  }
  return (
    <span className={look}>
      <span>{(form === 'full' ? words.full(level) : words.short(level))[lang]}</span>
    </span>
  );
}

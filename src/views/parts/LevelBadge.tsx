import { levelKey, levelName, levelNumeral, levelShort } from '../../base/level';
import { useLang } from '../../store/place';

interface LevelBadgeProps {
  /** 0–4 or INSUFFICIENT. */
  readonly level: number;
  /** `numeral`: for tight places; the full name stays as its text for screen readers. */
  readonly form?: 'short' | 'full' | 'numeral';
  readonly large?: boolean;
}

/** A level: colour, numeral and word together; insufficient data is hatched and never looks like normal. */
export function LevelBadge({ level, form = 'short', large = false }: LevelBadgeProps) {
  const lang = useLang();
  const look = `level level-${levelKey(level)} ${large ? 'level-large' : ''}`;
  if (form === 'numeral') {
    return (
      <span className={`${look} level-numeral`}>
        <span aria-hidden="true">{levelNumeral(level) || '·'}</span>
        <span className="visually-hidden">{levelName(level)[lang]}</span>
      </span>
    );
  }
  return (
    <span className={look}>
      <span>{(form === 'full' ? levelName(level) : levelShort(level))[lang]}</span>
    </span>
  );
}

import { formatNumber, formatPeriodWords } from '../../../base/format';
import type { AssessmentView } from '../../../platform/engine-api';
import type { Flips } from '../../../platform/rule-answers';
import { useLang } from '../../../store/place';
import { shortName } from '../../../base/region-names';
import { useT } from '../../parts/use-text';
import { EDIT_TEXT } from './text';

const ROW = 13;
const NAMES = 76;

/** Regions × periods, with a mark where a level would have been higher or lower. The list below says the same in words. */
export function FlipStrip({ view, flips }: { readonly view: AssessmentView; readonly flips: Flips }) {
  const t = useT(EDIT_TEXT);
  const lang = useLang();
  const { tree, frequency, first, count, weekEndsOn } = view;
  const { stripCodes, strips } = flips;
  const words = (at: number): string => formatPeriodWords(frequency, first + at, lang, weekEndsOn);
  const height = stripCodes.length * ROW;
  return (
    <figure className="flip-strip">
      <figcaption className="label">
        {t('strip', { regions: formatNumber(flips.regions), from: words(0), to: words(count - 1) })}
        {flips.regions > stripCodes.length && t('stripMore', { count: formatNumber(stripCodes.length) })}
      </figcaption>
      <div className="flip-rows" aria-hidden="true">
        <div className="flip-names" style={{ width: NAMES }}>
          {stripCodes.map((code) => (
            <span key={code} style={{ height: ROW }}>
              {shortName(tree.regions[tree.indexOf.get(code)!]!)[lang]}
            </span>
          ))}
        </div>
        <svg width="100%" height={height} viewBox={`0 0 ${count} ${height}`} preserveAspectRatio="none">
          {stripCodes.map((code, row) => (
            <g key={code}>
              <rect className="pull-ground" x={0} width={count} y={row * ROW + 1} height={ROW - 2} />
              {runsOfSign(strips, row * count, count).map(({ from, to, turn }) => (
                <rect
                  key={from}
                  className={turn > 0 ? 'flip-up' : 'flip-down'}
                  x={from}
                  width={to - from + 1}
                  y={turn > 0 ? row * ROW + 1 : row * ROW + 4}
                  height={turn > 0 ? ROW - 2 : ROW - 5}
                />
              ))}
            </g>
          ))}
        </svg>
      </div>
    </figure>
  );
}

/** Stretches of one turn; without one they are left out. */
function runsOfSign(strips: Int8Array, offset: number, count: number): { from: number; to: number; turn: number }[] {
  const runs: { from: number; to: number; turn: number }[] = [];
  for (let t = 0; t < count; t++) {
    const turn = strips[offset + t]!;
    if (turn === 0) continue;
    const last = runs.at(-1);
    if (last && last.turn === turn && last.to === t - 1) last.to = t;
    else runs.push({ from: t, to: t, turn });
  }
  return runs;
}

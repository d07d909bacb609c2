import type { AssessmentView } from '../../platform/engine-api';
import { setPlace, useLang } from '../../store/place';
import { useT } from '../parts/use-text';
import { toggled } from './picker-list';
import { listParam, type Selection } from './selection';
import { TEXT } from './text';

const MAX_CHIPS = 24;

interface ChipsProps {
  readonly view: AssessmentView;
  readonly selection: Selection;
  /** Code of the region in ink. */
  readonly ink: string | null;
}

/** What is chosen, one by one: a region's name puts it in ink, the cross takes it away. */
export function Chips({ view, selection, ink }: ChipsProps) {
  const lang = useLang();
  const t = useT(TEXT);
  const ids = selection.indicators.map((i) => i.id);
  const codes = selection.regionCodes;
  const cross = (name: string, onClick: () => void) => (
    <button type="button" className="chip-cross" aria-label={t('remove', { name })} onClick={onClick}>
      ×
    </button>
  );
  return (
    <div className="chips" role="group" aria-label={t('chosen')}>
      {selection.indicators.map((indicator) => (
        <span key={indicator.id} className="chip chip-indicator">
          <span className="chip-name">{indicator.short[lang]}</span>
          {cross(indicator.short[lang], () =>
            setPlace({ free: { ind: listParam(toggled(ids, indicator.id, false)) } }, { replace: true }),
          )}
        </span>
      ))}
      {codes.slice(0, MAX_CHIPS).map((code) => {
        const name = view.tree.regions[view.tree.indexOf.get(code)!]!.name[lang];
        return (
          <span key={code} className={`chip ${code === ink ? 'chip-ink' : ''}`}>
            <button
              type="button"
              className="chip-name"
              aria-pressed={code === ink}
              title={t('ink', { name })}
              onClick={() => setPlace({ region: code }, { replace: true })}
            >
              {name}
            </button>
            {cross(name, () => setPlace({ free: { reg: listParam(toggled(codes, code, false)) } }, { replace: true }))}
          </span>
        );
      })}
      {codes.length > MAX_CHIPS && (
        <span className="chips-more">{t('moreChosen', { n: codes.length - MAX_CHIPS })}</span>
      )}
    </div>
  );
}

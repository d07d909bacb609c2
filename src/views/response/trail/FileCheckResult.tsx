import { formatNumber } from '../../../base/format';
import { useLang } from '../../../store/place';
import { useT } from '../../parts/use-text';
import type { FileCheck } from './check-file';
import { TRAIL_TEXT } from './text';

/** So many faults are listed; a trail that was written anew has as many as entries. */
const LISTED = 20;

/** What was found of a trail from outside. */
export function FileCheckResult({ check: { name, entries, faults, relation } }: { readonly check: FileCheck }) {
  const t = useT(TRAIL_TEXT);
  const lang = useLang();
  return (
    <>
      <p>
        {t(faults.length === 0 ? 'fileWhole' : 'fileBroken', {
          name,
          count: formatNumber(entries),
          faults: formatNumber(faults.length),
        })}
        {lang === 'zh' ? '；' : '; '}
        {relation[lang]}
        {lang === 'zh' ? '。' : '.'}
      </p>
      {faults.length > 0 && (
        <ul className="plain-list small">
          {faults.slice(0, LISTED).map((fault) => (
            <li key={`${fault.seq} ${fault.kind} ${fault.words.zh}`}>{fault.words[lang]}</li>
          ))}
        </ul>
      )}
    </>
  );
}

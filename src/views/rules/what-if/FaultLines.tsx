import type { ShapeFault } from '../../../base/check';
import { useLang } from '../../../store/place';

/** What was expected at the places of one part of the form. */
export function FaultLines({ faults }: { readonly faults: readonly ShapeFault[] }) {
  const lang = useLang();
  if (faults.length === 0) return null;
  return (
    <ul className="shock-faults" role="alert">
      {faults.map((f) => (
        <li key={`${f.path} ${f.expected}`}>
          <code>{f.path.replace(/^\.(shocks\[\d+\]|thresholds\.[\w-]+)\.?/, '') || f.path}</code>{' '}
          {f.words?.[lang] ?? f.expected}
        </li>
      ))}
    </ul>
  );
}

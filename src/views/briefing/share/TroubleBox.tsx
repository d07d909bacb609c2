import type { Trouble } from '../../../platform/trouble';
import { useLang } from '../../../store/place';

/** What failed, and what can be done; nothing while nothing did. */
export function TroubleBox({ trouble }: { readonly trouble: Trouble | null }) {
  const lang = useLang();
  if (!trouble) return null;
  return (
    <div className="trouble" role="alert">
      <p>
        {trouble.what[lang]} {trouble.where}
      </p>
      <p>{trouble.todo[lang]}</p>
    </div>
  );
}

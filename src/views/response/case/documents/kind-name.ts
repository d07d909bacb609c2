import type { Lang } from '../../../../base/text';
import type { DocumentKind } from '../../../../response/trail/act';
import { DOCUMENT_NAMES } from '../../../../response/trail/text';

/** The name of a kind of paper as it stands alone: in sentences of English it begins small. */
export function kindName(kind: DocumentKind, lang: Lang): string {
  const name = DOCUMENT_NAMES[kind][lang];
  return name[0]!.toUpperCase() + name.slice(1);
}

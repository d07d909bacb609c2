import { formatChange } from '../../../base/format';
import type { Lang } from '../../../base/text';
import type { GroupIndicator } from '../../../response/groups/board';

/** Points for rates, per cent for all else. */
export function yoyWords({ yoy }: Pick<GroupIndicator, 'yoy'>, kind: string | undefined, lang: Lang): string {
  return formatChange(yoy, kind === 'rate' ? 'points' : 'percent', lang, kind === 'rate' ? 2 : 1);
}

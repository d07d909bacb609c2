import type { Indicator } from '../../base/indicators';

/**
 * The two indicators that are compared: as the address names them; else the first chosen one follows, led by the first of
 * the macro economy (or, where the chosen one is of it, by the second chosen). Null where there are not two.
 */
export function leadLagPair(
  offered: readonly Indicator[],
  chosen: readonly Indicator[],
  lead: string | null,
  follow: string | null,
): { readonly leading: Indicator; readonly following: Indicator } | null {
  const named = (id: string | null): Indicator | undefined => offered.find((i) => i.id === id);
  const following = named(follow) ?? chosen[0];
  const leading =
    named(lead) ??
    offered.find((i) => i.family === 'macro' && i !== following) ??
    chosen.find((i) => i !== following) ??
    offered.find((i) => i !== following);
  return leading && following && leading !== following ? { leading, following } : null;
}

import type { Lang } from '../base/text';
import type { PackageContent } from '../briefing/package/content';
import type { Manifest } from '../briefing/package/manifest';
import { composePackage } from '../briefing/package/compose';
import { nowMs } from '../platform/clock';
import type { AssessmentView, EngineApi, KeepApi } from '../platform/engine-api';
import { writePackageFile } from '../publish/run-package';
import { exactPlace } from './exact-link';
import { formatPlace, type Place } from './place-address';
import type { ResponseStoreState } from './response-state';
import { periodOf } from './view-select';

/** What the office wants in its package. */
export interface PackageWish {
  readonly name: string;
  readonly office: string;
  readonly note: string;
  readonly by: string;
  readonly place: Place;
  readonly lang: Lang;
  readonly briefing: PackageContent['briefing'];
  readonly withTrail: boolean;
}

/** The present assessment as a package. Throws where the engine fails, or the signal's reason. */
export async function makePackage(
  engine: EngineApi & KeepApi,
  view: AssessmentView,
  response: Pick<ResponseStoreState, 'plan' | 'state'>,
  wish: PackageWish,
  signal: AbortSignal,
): Promise<{ readonly blob: Blob; readonly manifest: Manifest }> {
  const [fingerprint, figures, trail] = await Promise.all([
    engine.fingerprint({ signal }),
    engine.exportCsv({ signal }),
    wish.withTrail ? wholeTrail(engine, signal) : null,
  ]);
  const place = exactPlace(wish.place, view, wish.lang);
  const { path, search } = formatPlace(place);
  const calendar = response.state.calendar;
  const made = composePackage(view, {
    ...wish,
    atMs: nowMs(),
    view: { path, search },
    period: periodOf(view, place.period),
    fingerprint,
    plan: response.plan,
    calendar: Object.keys(calendar).length > 0 ? calendar : null,
    trail,
  });
  return writePackageFile({ ...made, figures }, signal);
}

/** All entries, as they are kept. */
async function wholeTrail(engine: Pick<KeepApi, 'trail'>, signal: AbortSignal): Promise<readonly unknown[]> {
  const all: { readonly seq: number }[] = [];
  for (;;) {
    const next = await engine.trail(all.at(-1)?.seq ?? 0, { signal });
    if (next.length === 0) return all;
    all.push(...next);
  }
}

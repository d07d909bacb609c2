import type { Lang } from '../base/text';
import type { Exhibit, ExhibitKind } from '../briefing/exhibits/exhibit';

export interface SampleExhibit {
  readonly kind: ExhibitKind;
  /** What the data are like: ordinary, with gaps, many regions … */
  readonly state: string;
  readonly exhibit: Exhibit;
}

/** Invented exhibits of every kind in every state; loaded only where they are shown. */
export async function loadSampleExhibits(lang: Lang): Promise<readonly SampleExhibit[]> {
  const { sampleExhibits } = await import('../../mock-data/exhibits');
  return sampleExhibits(lang);
}

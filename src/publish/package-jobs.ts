import { catalogueOf, type IndicatorCatalogue } from '../base/indicators';
import type { Text } from '../base/text';
import type { OpenedPackage, PackageContent, PackageHead } from '../briefing/package/content';
import type { Manifest } from '../briefing/package/manifest';
import { readPackage } from '../briefing/package/read';
import { LIMITS } from '../briefing/package/limits';
import { writePackage } from '../briefing/package/write';

/** Work on packages that would hold up the page: it runs in a worker of its own (package.worker.ts). */
export type PackageJob =
  | { readonly kind: 'write'; readonly head: PackageHead; readonly content: PackageContent; readonly figures: Blob }
  | {
      readonly kind: 'read';
      readonly file: Blob;
      /** Indicator list in force here. */
      readonly catalogue: Pick<IndicatorCatalogue, 'version' | 'indicators'>;
    };

/** A package whose tables are files again, ready for the reader of files; figures never come to the page. */
export interface ReceivedPackage extends Omit<OpenedPackage, 'figures' | 'regions'> {
  readonly figures: Blob;
  readonly regions: Blob;
}

export type PackageAnswer =
  | { readonly kind: 'written'; readonly blob: Blob; readonly manifest: Manifest }
  | { readonly kind: 'read'; readonly value: ReceivedPackage | null; readonly faults: readonly Text[] };

export async function doPackageJob(job: PackageJob): Promise<PackageAnswer> {
  if (job.kind === 'write') {
    const figures = new Uint8Array(await job.figures.arrayBuffer());
    const { bytes, manifest } = writePackage(job.head, job.content, figures);
    return { kind: 'written', blob: new Blob([bytes], { type: 'application/zip' }), manifest };
  }
  // What is too large is refused by its beginning: it need not be held in memory for that.
  const { file, catalogue } = job;
  const bytes = new Uint8Array(await file.slice(0, LIMITS.packed + 1).arrayBuffer());
  const { value, faults } = await readPackage(bytes, catalogueOf(catalogue.version, catalogue.indicators));
  if (!value) return { kind: 'read', value, faults };
  const table = (part: Uint8Array): Blob => new Blob([part as Uint8Array<ArrayBuffer>], { type: 'text/csv' });
  return {
    kind: 'read',
    value: { ...value, figures: table(value.figures), regions: table(value.regions) },
    faults,
  };
}

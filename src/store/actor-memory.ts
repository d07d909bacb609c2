import { writePreference } from '../platform/preferences';
import { LAYERS, type Layer } from '../response/plan';
import type { Actor } from '../response/actor';

/** The role as it was kept in this browser; null when there is none, or one that cannot be read. */
export function readActor(kept: string | null): Actor | null {
  const raw = parsed(kept);
  const role = LAYERS.find((layer: Layer) => layer === raw.role);
  const { regionCode, name } = raw;
  if (!role || typeof regionCode !== 'string' || regionCode === '' || typeof name !== 'string') return null;
  return { role, regionCode, name };
}

/** The end of the trail as this browser last saw it; null when it never saw one. */
export function readHead(kept: string | null): { readonly seq: number; readonly digest: string } | null {
  const { seq, digest } = parsed(kept);
  return typeof seq === 'number' && Number.isInteger(seq) && typeof digest === 'string' ? { seq, digest } : null;
}

export function keepTrailHead(head: { readonly seq: number; readonly digest: string }): void {
  writePreference('fengsui.trail-head', JSON.stringify(head));
}

function parsed(kept: string | null): Readonly<Record<string, unknown>> {
  try {
    const raw: unknown = JSON.parse(kept ?? 'null');
    return typeof raw === 'object' && raw !== null ? (raw as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

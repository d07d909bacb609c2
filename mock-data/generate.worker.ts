import { demonstrationBodies } from './bodies';

/** What the worker sends, once: the bytes change owner, nothing is copied. */
export interface GeneratedMessage {
  readonly bodies: readonly (readonly [path: string, bytes: Uint8Array<ArrayBuffer>, etag: string])[];
}

const bodies = [...demonstrationBodies()].map(([path, { bytes, etag }]) => [path, bytes, etag] as const);
const message: GeneratedMessage = { bodies };
postMessage(message, { transfer: bodies.map(([, bytes]) => bytes.buffer) });

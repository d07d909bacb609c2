import type { CallOptions, EngineApi, KeepApi } from './engine-api';
import { type Trouble, TroubleError } from './trouble';

/** The calls that cross from the page to the worker; each carries a number, so that two never answer each other. */
export const METHODS = [
  'readFile',
  'readRegions',
  'useIndicators',
  'readFeed',
  'load',
  'useRules',
  'assess',
  'regionDetail',
  'series',
  'leadLag',
  'outlook',
  'coverage',
  'fingerprint',
  'spells',
  'caseScale',
  'partners',
  'measureCourse',
  'measureEffect',
  'keyGroups',
  'revisions',
  'revisionView',
  'quality',
  'previewRule',
  'backtest',
  'calibrate',
  'whatIf',
  'ruleTests',
  'briefing',
  'exportCsv',
  'restore',
  'keep',
  'beginImport',
  'endImport',
  'keepFeed',
  'lastFeed',
  'keeping',
  'changeKeeping',
  'papers',
  'putPaper',
  'dropPaper',
  'trail',
  'appendTrail',
  'backup',
  'restoreBackup',
] as const satisfies readonly (keyof (EngineApi & KeepApi))[];
export type Method = (typeof METHODS)[number];
export type Step = Parameters<NonNullable<CallOptions['onProgress']>>[1];

export type ToWorker =
  | { readonly id: number; readonly method: Method; readonly args: readonly unknown[] }
  | { readonly id: number; readonly abort: true };

export type FromWorker =
  | { readonly ready: true }
  | { readonly id: number; readonly progress: readonly [done: number, step: Step] }
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: SentError };

/** An error's parts that survive the way between threads. */
export interface SentError {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
  readonly trouble: Trouble | null;
}

export function packError(error: unknown): SentError {
  const { name, message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  return { name, message, stack, trouble: error instanceof TroubleError ? error.trouble : null };
}

/** The error again: a `TroubleError`, an abort, or an error of the same name and message. */
export function unpackError(sent: SentError): Error {
  if (sent.trouble) return new TroubleError(sent.trouble);
  if (sent.name === 'AbortError') return new DOMException(sent.message, 'AbortError');
  const error = new Error(sent.message);
  error.name = sent.name;
  error.stack = sent.stack;
  return error;
}

/** Any of the calls, with its options last. */
export type AnyCall = (...args: unknown[]) => Promise<unknown>;

export function callOf(api: EngineApi & KeepApi, method: Method): AnyCall {
  return api[method] as unknown as AnyCall;
}

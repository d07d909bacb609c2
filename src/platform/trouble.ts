import type { Text } from '../base/text';

/** Something outside failed, in words for the user: what, where, and what can be done about it. */
export interface Trouble {
  readonly what: Text;
  /** Address, file or store that is meant; empty when there is no such place. */
  readonly where: string;
  readonly todo: Text;
}

/** A `Trouble` on its way to the screen. Its text is never lost: the message is the English one, for logs. */
export class TroubleError extends Error {
  readonly trouble: Trouble;

  constructor(trouble: Trouble, options?: ErrorOptions) {
    super(`${trouble.what.en} ${trouble.where}`.trim(), options);
    this.name = 'TroubleError';
    this.trouble = trouble;
  }
}

/** True for the error of an aborted call: the user's own wish, never shown as a failure. */
export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

const UNEXPECTED: Text = { zh: '程序出现意外错误', en: 'The program met an unexpected error' };
const RELOAD: Text = {
  zh: '请刷新页面重试；若再次出现，请将以下文字报告给维护人员',
  en: 'Reload the page and try again; if it comes back, report the text below to the maintainers',
};

/** Any error as a `Trouble`; an unknown one keeps its message as the place. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof TroubleError) return error.trouble;
  return { what: UNEXPECTED, where: error instanceof Error ? error.message : String(error), todo: RELOAD };
}

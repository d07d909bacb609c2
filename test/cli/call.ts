import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, vi } from 'vitest';
import { run } from '../../src/cli/run';

/** The command line as a shell would call it, in this process: exit code, standard output, lines of standard error. */
export interface Answer {
  readonly code: number;
  readonly out: string;
  readonly err: readonly string[];
}

export async function call(...args: readonly string[]): Promise<Answer> {
  let out = '';
  let err = '';
  const taking =
    (take: (text: string) => void) =>
    (text: unknown, ...rest: unknown[]): boolean => {
      take(String(text));
      const done = rest.at(-1);
      if (typeof done === 'function') done();
      return true;
    };
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(taking((t) => (out += t)) as never),
    vi.spyOn(process.stderr, 'write').mockImplementation(taking((t) => (err += t)) as never),
  ];
  try {
    const code = await run(args);
    return { code, out, err: err === '' ? [] : err.replace(/\n$/, '').split('\n') };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

/** A folder for the files of one test file; gone afterwards. */
export function folder(): {
  path(name: string): string;
  write(name: string, text: string): string;
  read(name: string): string;
} {
  const root = mkdtempSync(join(tmpdir(), 'fengsui-cli-'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  const path = (name: string): string => join(root, name);
  return {
    path,
    write(name, text) {
      writeFileSync(path(name), text);
      return path(name);
    },
    read: (name) => readFileSync(path(name), 'utf8'),
  };
}

/** CSV without quoted cells → one object a line. */
export function records(csv: string): Record<string, string>[] {
  const [head, ...lines] = csv.trimEnd().split('\n');
  const names = head!.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [names[i]!, cell])));
}

/** The collection of real data, beside the repository; tests that need it say so when it is absent. */
export const shared = '../shared/data';
export const sharedIsThere = existsSync(shared);
export const needsShared = sharedIsThere ? '' : ' (skipped: data not present)';

import { createReadStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import type { OpenBytes } from '../observations/read-result';
import { BadData } from './call';

/** A file's bytes, in blocks; opened anew at each call. */
export function bytesOf(path: string): OpenBytes {
  return () => createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Uint8Array>;
}

export async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BadData([`${path}: not JSON: ${error instanceof Error ? error.message : String(error)}`]);
  }
}

/** Writes the result to a file, or to standard output for "-" or no name. */
export async function writeOut(path: string | undefined, text: string): Promise<void> {
  if (path !== undefined && path !== '-') await writeFile(path, text);
  else {
    await new Promise<void>((done, fail) => {
      process.stdout.write(text, (error) => (error ? fail(error) : done()));
    });
  }
}

export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

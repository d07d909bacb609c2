import { createReadStream } from 'node:fs';
import { open, readFile, writeFile } from 'node:fs/promises';
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

const BLOCK = 1 << 20;

/** Writes the result, piece by piece, to a file, or to standard output for "-" or no name. */
export async function writeOut(path: string | undefined, pieces: Iterable<string>): Promise<void> {
  if (path === undefined || path === '-') {
    for (const block of inBlocks(pieces)) {
      await new Promise<void>((done, fail) => process.stdout.write(block, (error) => (error ? fail(error) : done())));
    }
    return;
  }
  const file = await open(path, 'w');
  try {
    for (const block of inBlocks(pieces)) await file.write(block);
  } finally {
    await file.close();
  }
}

/** A whole file of bytes. */
export async function writeBytes(path: string, bytes: Uint8Array): Promise<void> {
  await writeFile(path, bytes);
}

/** Few large writes instead of many small ones. */
function* inBlocks(pieces: Iterable<string>): Generator<string> {
  let block = '';
  for (const piece of pieces) {
    block += piece;
    if (block.length < BLOCK) continue;
    yield block;
    block = '';
  }
  if (block !== '') yield block;
}

/** One message, one line. */
export function say(message: string): void {
  process.stderr.write(`${message.replace(/\s*[\r\n]+\s*/g, ' ')}\n`);
}

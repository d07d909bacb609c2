import type { CallOptions } from './engine-api';
import { FILE_TEXT } from './text';
import { isAbort, TroubleError } from './trouble';

const BLOCK = 4 * 1024 * 1024;

/** What reading needs of a file: a `File`, or anything with the same few members (a Node file of the command line). */
export interface FileLike {
  readonly name: string;
  readonly size: number;
  slice(start: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

/** A file in blocks, read from the start at each call. Stops at an abort; tells how far it is. */
export async function* fileBytes(file: FileLike, options: CallOptions): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.size; at += BLOCK) {
    options.signal?.throwIfAborted();
    options.onProgress?.(at / file.size, 'read');
    let block: ArrayBuffer;
    try {
      block = await file.slice(at, Math.min(at + BLOCK, file.size)).arrayBuffer();
    } catch (error) {
      if (isAbort(error)) throw error;
      throw new TroubleError(
        { what: FILE_TEXT.unreadable, where: file.name, todo: FILE_TEXT.unreadableTodo },
        { cause: error },
      );
    }
    yield new Uint8Array(block);
  }
  options.signal?.throwIfAborted();
  options.onProgress?.(1, 'read');
}

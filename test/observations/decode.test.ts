import { describe, expect, test } from 'vitest';
import { decodeBytes, type TextSink } from '../../src/observations/decode';

interface Text extends TextSink {
  text: string;
}

function newText(): Text {
  return {
    text: '',
    write(piece) {
      this.text += piece;
    },
    end() {},
  };
}

const decode = async (...pieces: readonly (readonly number[])[]) => {
  const result = await decodeBytes(() => pieces.map((p) => Uint8Array.from(p)), newText);
  return {
    text: result.sink?.text ?? null,
    encoding: result.encoding,
    types: result.issues.map((i) => i.type),
    issues: result.issues,
  };
};
const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)];
// 包头市 in GB 2312; 䶮 (in place names) and a character of four bytes in GB18030: GBK decoders fail on these.
const GBK_BAOTOU = [0xb0, 0xfc, 0xcd, 0xb7, 0xca, 0xd0];
const GB18030_RARE = [0xfe, 0x9f, 0x82, 0x35, 0x87, 0x30];

describe('encoding', () => {
  test('UTF-8, with and without mark', async () => {
    expect(await decode(utf8('包头市'))).toMatchObject({ text: '包头市', encoding: 'UTF-8', types: [] });
    expect(await decode([0xef, 0xbb, 0xbf, ...utf8('包头市')])).toMatchObject({
      text: '包头市',
      encoding: 'UTF-8 (BOM)',
      types: [],
    });
  });
  test('GB18030 when it is not UTF-8, and it is said', async () => {
    expect(await decode(GBK_BAOTOU)).toMatchObject({ text: '包头市', encoding: 'GB18030', types: ['encoding'] });
    expect((await decode([0x61, ...GB18030_RARE])).text).toBe('a䶮\u4dac');
  });
  test('a wrong guess that shows only late starts anew: nothing doubled, nothing lost', async () => {
    const ascii = utf8('a'.repeat(5000));
    expect((await decode(ascii, ascii, GBK_BAOTOU)).text).toBe(`${'a'.repeat(10000)}包头市`);
  });
  test('UTF-16 by its mark', async () => {
    expect((await decode([0xff, 0xfe, 0x05, 0x53, 0x34, 0x59])).text).toBe('包头');
    expect((await decode([0xfe, 0xff, 0x53, 0x05, 0x59, 0x34])).text).toBe('包头');
  });
  test('a character cut in pieces stays whole', async () => {
    const [a, b, c] = utf8('包');
    expect((await decode([a!], [b!], [c!])).text).toBe('包');
    expect((await decode(...GBK_BAOTOU.map((byte) => [byte]))).text).toBe('包头市');
  });
  test('a file cut off within its last character is read, with a word about it', async () => {
    const result = await decode(utf8('包头').slice(0, -1));
    expect(result).toMatchObject({ text: '包\uFFFD', encoding: 'UTF-8', types: ['encoding'] });
    expect(result.issues[0]!.severity).toBe('note');
  });
  test('bytes that are neither are refused', async () => {
    const result = await decode([0x61, 0xff, 0xff, 0x62]);
    expect(result).toMatchObject({ text: null, types: ['encoding'] });
    expect(result.issues[0]!.severity).toBe('fault');
  });
});

describe('not text', () => {
  test('empty, binary, workbook, PDF', async () => {
    expect(await decode()).toMatchObject({ text: null, types: ['empty_file'] });
    expect(await decode([])).toMatchObject({ text: null, types: ['empty_file'] });
    expect(await decode(utf8('a,b'), [0, 1, 2])).toMatchObject({ text: null, types: ['not_text'] });
    const zip = await decode([0x50, 0x4b, 3, 4, 20, 0]);
    expect(zip.types).toEqual(['not_text']);
    expect(zip.issues[0]!.detail.zh).toContain('Excel');
    expect((await decode([0xd0, 0xcf, 0x11, 0xe0, 1])).types).toEqual(['not_text']);
    expect((await decode(utf8('%PDF-1.7'))).issues[0]!.detail.en).toContain('PDF');
  });
  test('the digest is that of the whole file, also of a refused one', async () => {
    const bytes = Uint8Array.from([0x61, 0, 0x62]);
    const one = await decodeBytes(() => [bytes], newText);
    const two = await decodeBytes(() => [bytes.subarray(0, 1), bytes.subarray(1)], newText);
    expect(one.digest).toBe(two.digest);
    expect(one.digest).toHaveLength(64);
  });
});

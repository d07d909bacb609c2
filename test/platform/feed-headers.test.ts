import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FeedHeader, headerFault, headerFaults } from '../../src/platform/feed-headers';

const fault = (name: string, value = 'x'): string => headerFault({ name, value })?.en ?? '';

describe('names', () => {
  test.each(['Authorization', 'X-Api-Key', 'x_token', 'Accept', 'Accept-Language', "x!#$%&'*+.^`|~9"])(
    '%s can be sent',
    (name) => expect(fault(name)).toBe(''),
  );
  test.each([
    'Cookie',
    'HOST',
    'origin',
    'Referer',
    'Content-Length',
    'DNT',
    'Via',
    'TE',
    'Sec-Fetch-Mode',
    'Proxy-Authorization',
    'X-HTTP-Method-Override',
  ])('%s belongs to the browser, and another name is proposed', (name) =>
    expect(fault(name)).toMatch(new RegExp(`"${name}" is set by the browser.*Authorization`)),
  );
  test.each(['If-None-Match', 'if-modified-since'])('%s is set by the program', (name) =>
    expect(fault(name)).toContain('by this program itself'),
  );
  test.each(['X Key', '密钥', 'a:b', 'a\nb', 'a"b'])('%j is no name', (name) =>
    expect(fault(name)).toContain('cannot be the name'),
  );
  test('none at all', () => expect(fault('  ')).toContain('Give the header a name'));
});

describe('values', () => {
  test.each(['密钥', 'a\r\nX-Other: 1', 'a\0b', '—'])('%j cannot be sent', (value) =>
    expect(fault('X-Key', value)).toContain('cannot be sent'),
  );
  test('empty and endless ones', () => {
    expect(fault('X-Key', ' \t ')).toContain('Give "X-Key" a value');
    expect(fault('X-Key', 'a'.repeat(8001))).toContain('too long');
    expect(fault('X-Key', 'a'.repeat(8000))).toBe('');
  });
});

test('a name stands once, whatever its case; the list is bounded', () => {
  const list = [
    { name: 'X-A', value: '1' },
    { name: 'x-a ', value: '2' },
    { name: 'X-B', value: '3' },
  ];
  expect(headerFaults(list).map((f) => f?.en ?? '')).toEqual(['', expect.stringContaining('twice'), '']);
  const many = Array.from({ length: 21 }, (_, k) => ({ name: `x-${k}`, value: '1' }));
  expect(headerFaults(many).map((f) => f !== null)).toEqual([...Array<boolean>(20).fill(false), true]);
});

// Node's Headers has the «request» guard of neither page nor worker, but it refuses what is no header.
test('whatever is let through, the platform takes as it is', () => {
  const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.stringMatching(/^[\w-]{1,12}$/));
  let taken = 0;
  fc.assert(
    fc.property(text, text, (name, value) => {
      const header: FeedHeader = { name: name.trim(), value: value.trim() };
      if (headerFault(header)) return;
      taken++;
      const headers = new Headers([[header.name, header.value]]);
      expect([...headers]).toEqual([[header.name.toLowerCase(), header.value]]);
    }),
    { numRuns: 500 },
  );
  expect(taken).toBeGreaterThan(20);
});

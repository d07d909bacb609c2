import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { checkShape } from '../../src/base/check';

const words = (schema: z.ZodMiniType, raw: unknown): unknown[] => checkShape(schema, raw).faults.map((f) => f.words);

describe('expectations in words', () => {
  it.each<[string, z.ZodMiniType, unknown, string, string]>([
    ['text', z.string(), 1, '文本', 'text'],
    ['filled text', z.string().check(z.minLength(1)), '', '非空文本', 'text that is not empty'],
    ['long text', z.string().check(z.minLength(3)), 'a', '长度不小于 3', 'at least 3 characters'],
    ['short text', z.string().check(z.maxLength(1)), 'ab', '长度不大于 1', 'at most 1 characters'],
    ['number', z.number(), '1', '数值', 'a number'],
    ['whole number', z.int(), 1.5, '整数', 'a whole number'],
    ['above', z.number().check(z.gt(0)), 0, '大于 0', 'above 0'],
    ['at least', z.number().check(z.gte(1)), 0, '不小于 1', 'at least 1'],
    ['below', z.number().check(z.lt(1)), 1, '小于 1', 'below 1'],
    ['at most', z.number().check(z.lte(1)), 2, '不大于 1', 'at most 1'],
    ['boolean', z.boolean(), 'yes', 'true 或 false', 'true or false'],
    ['list', z.array(z.string()), {}, '列表 […]', 'a list […]'],
    ['filled list', z.array(z.string()).check(z.minLength(1)), [], '不小于 1项', 'at least 1 items'],
    ['object', z.strictObject({}), [], '对象 {…}', 'an object {…}'],
    ['no such field', z.strictObject({}), { a: 1, b: 2 }, '没有名为 a, b 的字段', 'no field of the name a, b'],
    ['choice', z.enum(['x', 'y']), 'z', '以下之一：x, y', 'one of: x, y'],
    ['literal', z.literal('x'), 'z', 'x', 'x'],
    ['union of literals', z.union([z.literal(1), z.literal(2)]), 3, '以下之一：1, 2', 'one of: 1, 2'],
    ['union of types', z.union([z.string(), z.number()]), null, '文本，或数值', 'text, or a number'],
    ['pattern', z.string().check(z.regex(/^\d$/)), 'x', '形如 /^\\d$/', 'text of the form /^\\d$/'],
    ['own words', z.string().check(z.refine((s) => s === 'a', 'the letter a')), 'b', 'the letter a', 'the letter a'],
  ])('%s', (_, schema, raw, zh, en) => {
    expect(words(schema, raw)).toEqual([{ zh, en }]);
  });

  it('names the choices of a discriminated union', () => {
    const schema = z.discriminatedUnion('by', [
      z.object({ by: z.literal('sum') }),
      z.object({ by: z.literal('none') }),
    ]);
    expect(checkShape(schema, { by: 'mean' }).faults).toEqual([
      {
        path: '.by',
        given: '"mean"',
        expected: 'one of: sum, none',
        words: { zh: '以下之一：sum, none', en: 'one of: sum, none' },
      },
    ]);
  });

  it('makes no code at run time: the Content-Security-Policy forbids it', () => {
    expect(z.config().jitless).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { KEY_TEXT } from '../../../src/views/warnings/act-text';
import { type Command, commandOf, KEYS } from '../../../src/views/warnings/keys';

const press = (key: string, held: Partial<Record<'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey', boolean>> = {}) =>
  commandOf({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held });

describe('keys of the list', () => {
  it.each<readonly [string, Parameters<typeof press>[1], Command | null]>([
    ['j', {}, 'next'],
    ['ArrowUp', {}, 'previous'],
    ['ArrowDown', { shiftKey: true }, 'selectNext'],
    ['J', { shiftKey: true }, 'selectNext'],
    ['a', {}, 'acknowledge'],
    // Caps lock.
    ['A', {}, 'acknowledge'],
    ['a', { ctrlKey: true }, 'selectAll'],
    ['a', { metaKey: true }, 'selectAll'],
    ['?', { shiftKey: true }, 'help'],
    ['/', {}, 'search'],
    [' ', {}, 'select'],
    // What is the browser's own stays so.
    ['f', { ctrlKey: true }, null],
    ['n', { metaKey: true }, null],
    ['s', { altKey: true }, null],
    ['S', { shiftKey: true }, null],
    ['Tab', {}, null],
    ['q', {}, null],
  ])('%s %o → %s', (key, held, command) => expect(press(key, held)).toBe(command));

  it('gives no key two meanings and names every command', () => {
    const all = KEYS.flatMap(({ keys, shift, ctrl }) => keys.map((key) => `${key} ${shift ?? ''} ${ctrl ?? ''}`));
    expect(new Set(all).size).toBe(all.length);
    for (const { command } of KEYS) expect(KEY_TEXT[command].zh).not.toBe('');
  });
});

import { expect, test } from 'vitest';
import { atomXml } from '../../../src/briefing/alerts/atom';
import { messageOf } from '../../../src/briefing/alerts/message-of';
import { inbox } from '../../../src/response/warnings/build-inbox';
import { largeInbox, month } from '../../response/warnings/make-inbox';
import { alertWorld, warningOf } from './make-alerts';
import { atomFaults } from './atom-rules';
import { allOf, textOf } from './cap-rules';
import { parseXml } from './parse-xml';

const world = alertWorld({ link: (w) => `https://fengsui.example.cn/?warning=${encodeURIComponent(w.id)}#/warnings` });
const feedOf = (over = {}, ...warnings: ReturnType<typeof warningOf>[]): string =>
  atomXml(
    warnings.flatMap((w) => messageOf(w, { ...world, ...over }) ?? []),
    { ...world, ...over },
    'zh',
  );

test('a feed of all active warnings, newest first, each with its CAP document', () => {
  const { spells, state, world: around } = largeInbox(60);
  const own = alertWorld({ tree: around.tree, nowMs: around.nowMs });
  const messages = inbox(spells, state, around).flatMap((w) => messageOf(w, own) ?? []);
  const feed = parseXml(atomXml(messages, own, 'en'));
  expect(atomFaults(feed)).toEqual([]);
  const times = allOf(feed, 'entry').map((e) => textOf(e, 'updated')!);
  expect(times).toEqual(times.toSorted().toReversed());
  expect(textOf(feed, 'updated')).toBe(times[0]);
});

test('the id of an entry stays while the warning goes on, its time moves', () => {
  const entry = (xml: string) => allOf(parseXml(xml), 'entry')[0]!;
  const before = entry(feedOf({ newest: month('2026-09'), knownOn: null }, warningOf('150300', '2026-09', [1])));
  const after = entry(feedOf({}, warningOf('150300', '2026-09', [1, 3])));
  expect(textOf(after, 'id')).toBe('tag:monitor@hrss.example.cn,2026:fengsui/alerts/150300.2026-09');
  expect(textOf(after, 'id')).toBe(textOf(before, 'id'));
  expect(textOf(after, 'published')).toBe(textOf(before, 'published'));
  expect(textOf(after, 'updated')! > textOf(before, 'updated')!).toBe(true);
});

test('an empty feed is a feed, and its time is that of the figures', () => {
  const feed = parseXml(feedOf());
  expect(atomFaults(feed)).toEqual([]);
  expect(textOf(feed, 'updated')).toBe('2026-11-09T00:00:00+08:00');
});

test('invented figures are marked in feed and entries', () => {
  const feed = parseXml(feedOf({ demonstration: true }, warningOf('150300', '2026-10', [4])));
  expect(atomFaults(feed)).toEqual([]);
  expect([textOf(feed, 'title'), textOf(allOf(feed, 'entry')[0]!, 'title')].map((t) => t!.includes('虚构'))).toEqual([
    true,
    true,
  ]);
  expect(textOf(feed, 'status')).toBe('Test');
});

test('the rules see a writer that is wrong', () => {
  const xml = feedOf({}, warningOf('150300', '2026-10', [4]));
  const faultsOf = (from: string | RegExp, to: string): string =>
    atomFaults(parseXml(xml.replace(from, to))).join('; ');
  expect(faultsOf('', '')).toBe('');
  expect(faultsOf(/<updated>.*<\/updated>/, '')).toContain('updated stands 0 times in feed');
  expect(faultsOf(/<author>[^]*?<\/author>/, '')).toContain('author stands 0 times');
  expect(faultsOf('application/cap+xml', 'text')).toContain('of a type');
  expect(faultsOf('<urgency>Immediate', '<urgency>Now')).toContain('urgency');
  expect(faultsOf(/<id>tag/, '<id>no tag')).toContain('has the id');
});

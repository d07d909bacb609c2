import { describe, expect, test } from 'vitest';
import type { FeedAnswers, ReadReport } from '../../src/platform/engine-api';
import type { FetchedFeed } from '../../src/platform/fetch-answers';
import { sourceOf } from '../../src/store/feed-source';
import { takeCopy, takeFeed } from '../../src/store/feed-take';
import type { FeedRequest, FeedShare, SessionDeps } from '../../src/store/session-state';
import { trouble } from './make-session';

const URL_OF = 'http://f/catalog.json';
const VINTAGES = { length: 3 } as unknown as NonNullable<ReadReport['vintages']>;
const answersOf = (name: string, takenOn: number): FeedAnswers => ({
  name,
  demonstration: false,
  takenOn,
  catalog: new ArrayBuffer(0),
  observations: [],
});

/** A tab: what it fetched, read and kept; `store` and `checked` are shared between the tabs of a browser. */
function newTab(browser: { last: FeedAnswers | null; checked: number | null; now: number; lock: Promise<unknown> }) {
  const log = { fetched: [] as FeedRequest[], read: [] as FeedAnswers[], kept: [] as FeedAnswers[] };
  const tab = {
    answer: async (): Promise<FetchedFeed> => answersOf('new', 200),
    taken: 1,
    vintages: undefined as ReadReport['vintages'],
  };
  const engine = {
    lastFeed: async () => browser.last,
    async readFeed(answers: FeedAnswers) {
      log.read.push(answers);
      const report = { batchId: answers.name, taken: tab.taken, issues: [], issueCounts: {} };
      return { ...report, ...(tab.vintages && { vintages: tab.vintages }) } as unknown as ReadReport;
    },
    async keepFeed(_: string, answers: FeedAnswers) {
      log.kept.push(answers);
      browser.last = answers;
    },
  };
  const feedShare: FeedShare = {
    now: () => browser.now,
    alone(_, work) {
      const mine = browser.lock.then(work, work);
      browser.lock = mine.catch(() => undefined);
      return mine;
    },
    lastChecked: () => browser.checked,
    noteChecked: (_, atMs) => void (browser.checked = atMs),
  };
  const deps = {
    engine,
    feedShare: async () => feedShare,
    async fetchFeed(request: FeedRequest) {
      log.fetched.push(request);
      browser.now++;
      return tab.answer();
    },
  } as unknown as SessionDeps;
  const take = (fromStore = false, request: Partial<FeedRequest> = {}) =>
    takeFeed(deps, { url: URL_OF, ...request }, { signal: new AbortController().signal, fromStore });
  return { tab, log, deps, take };
}
const browserOf = (last: FeedAnswers | null = null) => ({
  last,
  checked: null as number | null,
  now: 1000,
  lock: Promise.resolve() as Promise<unknown>,
});

describe('a refresh', () => {
  test('the first: read as it is, kept, and noted', async () => {
    const browser = browserOf();
    const { log, take } = newTab(browser);
    expect(await take()).toMatchObject({ name: 'new', takenOn: 200, stale: null });
    expect(log.read[0]!.before).toBeUndefined();
    expect([browser.last?.name, browser.checked]).toEqual(['new', 1001]);
  });
  test('news: read over what was known, and what that adds is kept beside the answers, the old bytes are not', async () => {
    const browser = browserOf(answersOf('old', 100));
    const { tab, log, take } = newTab(browser);
    tab.vintages = VINTAGES;
    await take();
    expect(log.read[0]!.before?.name).toBe('old');
    expect(log.kept[0]).toMatchObject({ name: 'new', vintages: VINTAGES });
    expect(log.kept[0]!.before).toBeUndefined();
  });
  test('no news: the kept answers with their vintages, on the new day; kept again only when the day is another', async () => {
    const browser = browserOf({ ...answersOf('old', 100), vintages: VINTAGES });
    const { tab, log, take } = newTab(browser);
    tab.answer = async () => ({ ...answersOf('old', 101), unchanged: true });
    expect(await take()).toMatchObject({ name: 'old', takenOn: 101 });
    expect(log.read[0]).toMatchObject({ vintages: VINTAGES, takenOn: 101 });
    expect(log.read[0]!.before).toBeUndefined();
    expect(log.kept[0]).toMatchObject({ vintages: VINTAGES, takenOn: 101 });
    await take();
    expect(log.kept).toHaveLength(1);
  });
  test('what has no usable figure is neither kept nor noted', async () => {
    const browser = browserOf(answersOf('old', 100));
    const { tab, log, take } = newTab(browser);
    tab.taken = 0;
    await expect(take()).rejects.toMatchObject({
      trouble: { what: { en: expect.stringContaining('no usable figure') } },
    });
    expect([log.kept, browser.checked, browser.last?.name]).toEqual([[], null, 'old']);
  });
  test('a store that is full does not take the news away', async () => {
    const browser = browserOf();
    const { deps, take } = newTab(browser);
    deps.engine.keepFeed = () => Promise.reject(trouble('full'));
    expect(await take()).toMatchObject({ name: 'new' });
  });
  test('the user who waits is not kept long where a copy is at hand', async () => {
    const { log, take } = newTab(browserOf(answersOf('old', 100)));
    await take();
    await take(false, { tries: 4 });
    expect(log.fetched.map((request) => request.tries)).toEqual([2, 4]);
    const fresh = newTab(browserOf());
    await fresh.take();
    expect(fresh.log.fetched[0]!.tries).toBeUndefined();
  });
});

describe('several tabs', () => {
  test('at the same moment: one asks, the other takes what it brought', async () => {
    const browser = browserOf(answersOf('old', 100));
    const [one, two] = [newTab(browser), newTab(browser)];
    const [a, b] = await Promise.all([one.take(), two.take()]);
    expect([a.name, b.name]).toEqual(['new', 'new']);
    expect([one.log.fetched.length, two.log.fetched.length]).toEqual([1, 0]);
  });
  test('one after the other: both ask', async () => {
    const browser = browserOf(answersOf('old', 100));
    const [one, two] = [newTab(browser), newTab(browser)];
    await one.take();
    browser.now = 2000;
    await two.take();
    expect([one.log.fetched.length, two.log.fetched.length]).toEqual([1, 1]);
  });
  test('the first one failing, the second asks itself', async () => {
    const browser = browserOf(answersOf('old', 100));
    const [one, two] = [newTab(browser), newTab(browser)];
    one.tab.answer = () => Promise.reject(trouble('busy'));
    const [a, b] = await Promise.allSettled([one.take(), two.take()]);
    expect([a.status, b.status]).toEqual(['rejected', 'fulfilled']);
    expect(two.log.fetched).toHaveLength(1);
  });
  test('what another tab brought is read from the store without asking', async () => {
    const browser = browserOf(answersOf('other', 150));
    const { log, take } = newTab(browser);
    expect((await take(true)).name).toBe('other');
    expect([log.fetched, log.kept, browser.checked]).toEqual([[], [], null]);
  });
});

test('a copy says its day and why it is one', async () => {
  const { deps } = newTab(browserOf(answersOf('old', 100)));
  const copy = await takeCopy(deps, URL_OF, trouble('no answer'), { signal: new AbortController().signal });
  expect(sourceOf(copy!)).toMatchObject({ stale: true, fetchedOn: 100, url: URL_OF });
  expect(sourceOf(copy!).error!.en).toMatch(/1970-04-11.*no answer/);
  expect(
    await takeCopy(newTab(browserOf()).deps, URL_OF, trouble('x'), { signal: new AbortController().signal }),
  ).toBeNull();
});

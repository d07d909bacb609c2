import { describe, expect, test } from 'vitest';
import { idsOf, importFile, newBrowser, newTab, settle, trouble } from './make-session';

describe('start', () => {
  test('the configured source, once, whoever asks', async () => {
    const { session, world } = newTab();
    expect(session.getState().phase).toBe('starting');
    await Promise.all([session.getState().start(), session.getState().start()]);
    expect(session.getState()).toMatchObject({
      phase: 'ready',
      progress: null,
      error: null,
      source: { kind: 'demonstration' },
    });
    expect(world.log).toEqual(['load demo@100 null']);
  });
  test('the files, when they were used last', async () => {
    const browser = newBrowser();
    const first = newTab(browser);
    await first.session.getState().start();
    await importFile(first.session, 'a');
    const again = newTab(browser);
    await again.session.getState().start();
    expect(again.session.getState().source).toMatchObject({ kind: 'files', fetchedOn: 10 });
    expect(idsOf(again.session)).toEqual(['a']);
  });
  test('with the day of knowledge of the address', async () => {
    const { session, world } = newTab();
    world.asof = 7;
    await session.getState().start();
    expect(world.log).toEqual(['load demo@100 7']);
  });
  test('a faulty configuration is told, the demonstration shown', async () => {
    const { session, world } = newTab();
    world.config = { source: { kind: 'demonstration' }, trouble: trouble('bad config').trouble };
    await session.getState().start();
    expect(session.getState()).toMatchObject({ phase: 'ready', notice: { what: { en: 'bad config' } } });
  });
  test('a faulty list of indicators is told, with the demonstration and with files', async () => {
    const browser = newBrowser();
    const faulty = { source: { kind: 'demonstration' }, indicators: 'faulty', trouble: null } as const;
    const first = newTab(browser);
    first.world.config = faulty;
    await first.session.getState().start();
    expect(first.session.getState()).toMatchObject({ phase: 'ready', notice: { what: { en: 'faulty list' } } });
    await importFile(first.session, 'a');
    const again = newTab(browser);
    again.world.config = faulty;
    await again.session.getState().start();
    expect(again.session.getState()).toMatchObject({ phase: 'ready', notice: { what: { en: 'faulty list' } } });
    expect(idsOf(again.session)).toEqual(['a']);
  });
  test('nothing to be had: failed, with words; trying again works', async () => {
    const { session, world } = newTab();
    const { feed } = world;
    world.feed = () => Promise.reject(trouble('no answer'));
    await session.getState().start();
    expect(session.getState()).toMatchObject({ phase: 'failed', view: null, error: { what: { en: 'no answer' } } });
    world.feed = feed;
    await session.getState().retry();
    expect(session.getState()).toMatchObject({ phase: 'ready', error: null });
  });
});

describe('a feed', () => {
  const feedTab = (browser = newBrowser()) => {
    const tab = newTab(browser);
    tab.world.config = { source: { kind: 'http-feed', url: 'http://f/catalog.json' }, trouble: null };
    return tab;
  };
  test('that cannot be reached: the last copy, marked stale, with its day and the reason; fetched again on request', async () => {
    const browser = newBrowser();
    await feedTab(browser).session.getState().start();
    const { session, world } = feedTab(browser);
    const { feed } = world;
    world.feed = () => Promise.reject(trouble('no answer'));
    await session.getState().start();
    expect(session.getState()).toMatchObject({
      phase: 'ready',
      source: { kind: 'http-feed', stale: true, fetchedOn: 100 },
    });
    expect(session.getState().source.error!.en).toMatch(/1970-04-11.*no answer/);
    world.feed = feed;
    await session.getState().retry();
    expect(session.getState().source).toMatchObject({ stale: false, error: null });
  });
  test('a stale one is fetched again on request, whatever was done since', async () => {
    const browser = newBrowser();
    await feedTab(browser).session.getState().start();
    const { session, world } = feedTab(browser);
    const { feed } = world;
    world.feed = () => Promise.reject(trouble('no answer'));
    await session.getState().start();
    session.getState().setAsOf(5);
    await settle();
    world.feed = feed;
    await session.getState().retry();
    expect(session.getState()).toMatchObject({ source: { stale: false }, view: { asOf: 5 } });
  });
  test('that was never reached: no stale copy is made up', async () => {
    const { session, world } = feedTab();
    world.feed = () => Promise.reject(trouble('no answer'));
    await session.getState().start();
    expect(session.getState()).toMatchObject({ phase: 'failed' });
  });
});

describe('files', () => {
  test('join those that are there, or replace them', async () => {
    const browser = newBrowser();
    const { session } = newTab(browser);
    await session.getState().start();
    expect(await importFile(session, 'a')).toBe(true);
    await importFile(session, 'b');
    expect(idsOf(session)).toEqual(['a', 'b']);
    await importFile(session, 'c', true);
    expect(idsOf(session)).toEqual(['c']);
    expect(browser.kept).toMatchObject({ source: 'files', batchIds: ['c'] });
  });
  test('that cannot be loaded change nothing, here or in the store', async () => {
    const browser = newBrowser();
    const { session } = newTab(browser);
    await session.getState().start();
    await importFile(session, 'a');
    expect(await session.getState().importBatches(['unknown'], { replace: true })).toBe(false);
    expect(idsOf(session)).toEqual(['a']);
    expect(session.getState()).toMatchObject({ phase: 'ready', error: { what: { en: 'gone unknown' } } });
    expect(browser.kept!.batchIds).toEqual(['a']);
  });
  test('that cannot be kept are shown, and it is said', async () => {
    const browser = newBrowser();
    const { session } = newTab(browser);
    await session.getState().start();
    browser.full = true;
    expect(await importFile(session, 'a')).toBe(true);
    expect(idsOf(session)).toEqual(['a']);
    expect(session.getState().notice!.what.en).toMatch(/could not be kept.*disk full/s);
  });
  test('wait behind the demonstration, come back, and are added to from there', async () => {
    const { session } = newTab();
    await session.getState().start();
    await importFile(session, 'a');
    await session.getState().showDemonstration();
    expect(session.getState()).toMatchObject({
      source: { kind: 'demonstration' },
      kept: { source: 'configured', batchIds: ['a'] },
    });
    await session.getState().showFiles();
    expect(idsOf(session)).toEqual(['a']);
    await session.getState().showDemonstration();
    session.getState().beginImport();
    await importFile(session, 'b');
    await session.getState().endImport('loaded');
    expect(idsOf(session)).toEqual(['a', 'b']);
  });
  test('removed and brought back to their place', async () => {
    const browser = newBrowser();
    const { session } = newTab(browser);
    await session.getState().start();
    for (const name of ['a', 'b', 'c']) await importFile(session, name);
    await session.getState().removeBatch('b');
    expect(idsOf(session)).toEqual(['a', 'c']);
    expect(session.getState().removed).toMatchObject({ batchId: 'b', name: 'b.csv' });
    await session.getState().undoRemove();
    expect(idsOf(session)).toEqual(['a', 'b', 'c']);
    expect(browser.kept!.batchIds).toEqual(['a', 'b', 'c']);
    expect(session.getState().removed).toBeNull();
  });
  test('the last one removed: the configured source, and still undone', async () => {
    const { session } = newTab();
    await session.getState().start();
    await importFile(session, 'a');
    await session.getState().removeBatch('a');
    expect(session.getState().source.kind).toBe('demonstration');
    await session.getState().undoRemove();
    expect(idsOf(session)).toEqual(['a']);
  });
});

describe('long work', () => {
  test('stopped: what was shown stays, and no failure is shown', async () => {
    const { session, world } = newTab();
    await session.getState().start();
    world.slow = (signal) =>
      new Promise((_, reject) => signal!.addEventListener('abort', () => reject(signal!.reason)));
    const work = importFile(session, 'a');
    await settle();
    expect(session.getState()).toMatchObject({ phase: 'ready', progress: expect.anything() });
    session.getState().cancel();
    expect(await work).toBe(false);
    expect(session.getState()).toMatchObject({ phase: 'ready', progress: null, error: null });
    expect(idsOf(session)).toEqual(['demo@100']);
  });
  test('stopped at the start, with nothing to show: it says so', async () => {
    const { session, world } = newTab();
    world.slow = (signal) =>
      new Promise((_, reject) => signal!.addEventListener('abort', () => reject(signal!.reason)));
    const start = session.getState().start();
    await settle();
    expect(session.getState().phase).toBe('loading');
    session.getState().cancel();
    await start;
    expect(session.getState()).toMatchObject({ phase: 'failed', error: { what: { en: 'Stopped' } } });
  });
});

describe('the day of knowledge', () => {
  test('the view follows the address; the last of many days wins', async () => {
    const { session, world } = newTab();
    await session.getState().start();
    const aborted: boolean[] = [];
    world.slow = async (signal) => {
      await new Promise((r) => setTimeout(r, 2));
      aborted.push(signal!.aborted);
    };
    for (const day of [1, 2, 3]) session.getState().setAsOf(day);
    await settle();
    await settle();
    expect(session.getState().view!.asOf).toBe(3);
    expect(aborted).toEqual([true, true, false]);
    session.getState().setAsOf(null);
    await settle();
    expect(session.getState().view!.asOf).toBeNull();
  });
  test('a day that comes while data is loading is followed afterwards', async () => {
    const { session, world } = newTab();
    await session.getState().start();
    world.slow = () => new Promise((r) => setTimeout(r, 2));
    const work = importFile(session, 'a');
    await Promise.resolve();
    await new Promise((r) => setTimeout(r, 1));
    world.moveAsof(9);
    await work;
    await settle();
    expect(session.getState().view).toMatchObject({ asOf: 9, batches: [{ id: 'a' }] });
  });
});

describe('the version of the rules', () => {
  test('the view follows the address, beside the day', async () => {
    const { session, world } = newTab();
    world.rules = 'v1';
    await session.getState().start();
    expect(session.getState().view!.rules.asked).toBe('v1');
    world.moveRules(null);
    await settle();
    expect(session.getState().view).toMatchObject({ asOf: null, rules: { asked: null } });
    world.rules = 'v2';
    world.moveAsof(7);
    await settle();
    expect(session.getState().view).toMatchObject({ asOf: 7, rules: { asked: 'v2' } });
    const before = world.log.length;
    world.moveRules('v2');
    await settle();
    expect(world.log).toHaveLength(before);
  });
  test('graded anew when a version was saved, and the other tab with it', async () => {
    const browser = newBrowser();
    const [one, two] = [newTab(browser), newTab(browser)];
    await one.session.getState().start();
    await two.session.getState().start();
    const [mine, theirs] = [one.world.log.length, two.world.log.length];
    expect(await one.session.getState().regrade()).toBe(true);
    await settle();
    expect(one.world.log.slice(mine)).toEqual(['assess null']);
    expect(two.world.log.length).toBeGreaterThan(theirs);
  });
});

describe('two tabs', () => {
  test('what one imports, the other shows; neither overwrites the other', async () => {
    const browser = newBrowser();
    const [one, two] = [newTab(browser), newTab(browser)];
    await one.session.getState().start();
    await two.session.getState().start();
    await importFile(one.session, 'a');
    await settle();
    expect(idsOf(two.session)).toEqual(['a']);
    // Both at the same time: each knows only its own.
    await Promise.all([importFile(one.session, 'b'), importFile(two.session, 'c')]);
    await settle();
    expect([...browser.kept!.batchIds].sort()).toEqual(['a', 'b', 'c']);
    expect([...idsOf(one.session)].sort()).toEqual(['a', 'b', 'c']);
    expect([...idsOf(two.session)].sort()).toEqual(['a', 'b', 'c']);
  });
  test('where tabs cannot tell each other, the next import of one shows what the other has kept', async () => {
    const browser = { ...newBrowser(), silent: true };
    const [one, two] = [newTab(browser), newTab(browser)];
    await one.session.getState().start();
    await two.session.getState().start();
    await importFile(one.session, 'a');
    await importFile(two.session, 'b');
    await settle();
    expect(browser.kept!.batchIds).toEqual(['a', 'b']);
    expect(idsOf(two.session)).toEqual(['a', 'b']);
  });
  test('a tab that looks at an import waits with the other’s change', async () => {
    const browser = newBrowser();
    const [one, two] = [newTab(browser), newTab(browser)];
    await one.session.getState().start();
    await two.session.getState().start();
    two.session.getState().beginImport();
    await importFile(one.session, 'a');
    await settle();
    expect(idsOf(two.session)).toEqual(['demo@100']);
    await two.session.getState().endImport('given up');
    await settle();
    expect(idsOf(two.session)).toEqual(['a']);
  });
});

test('a worker that died is filled again with what was loaded', async () => {
  const { session, world } = newTab();
  await session.getState().start();
  await importFile(session, 'a');
  world.log.length = 0;
  world.crash();
  await settle();
  expect(world.log).toEqual(['load a null']);
  expect(session.getState()).toMatchObject({ phase: 'ready', error: null });
});

describe('an import that is cut off', () => {
  test('is marked from before its figures are loaded until it is over, and in the mark they are in once kept', async () => {
    const browser = newBrowser();
    const { session, world } = newTab(browser);
    await session.getState().start();
    const marks: unknown[] = [];
    world.slow = async () => void marks.push([...browser.marks]);
    await importFile(session, 'a');
    expect(marks).toEqual([[['a', false]]]);
    expect(browser.ended).toEqual([['a', true]]);
    expect(browser.marks.size).toBe(0);
  });
  test('one that fails has told it, and leaves no mark', async () => {
    const browser = newBrowser();
    const { session } = newTab(browser);
    await session.getState().start();
    await session.getState().importBatches(['unknown'], { replace: false });
    expect(browser.ended).toEqual([['unknown', false]]);
    expect(browser.marks.size).toBe(0);
  });
  test.each([
    [[{ names: ['a.csv', 'b.csv'], whole: false }], 'a.csv, b.csv', /not saved/, /Import it again/],
    [[{ names: ['a.csv'], whole: true }], 'a.csv', /saved whole/, /no need/],
    [
      [
        { names: ['a.csv'], whole: true },
        { names: ['b.csv'], whole: false },
      ],
      'b.csv',
      /not saved/,
      /Import it again/,
    ],
  ])('the next start says how it ended: %j', async (interrupted, names, what, todo) => {
    const browser = newBrowser();
    browser.kept = {
      source: 'configured',
      batchIds: [],
      // What must be done again goes before what was lost; what is whole can wait.
      lost: interrupted.some((i) => !i.whole) ? ['damaged.csv'] : [],
      set: { id: 'first', name: '' },
      interrupted,
      room: null,
    };
    const { session } = newTab(browser);
    await session.getState().start();
    const { notice } = session.getState();
    expect(notice!.what.en).toMatch(what);
    expect(notice!.what.en.startsWith(`${names} `)).toBe(true);
    expect(notice!.what.zh).toContain(`上次关闭时正在载入 ${names}：`);
    expect(notice!.todo.en).toMatch(todo);
    session.getState().dismiss('notice');
    expect(session.getState().notice).toBeNull();
  });
  test('one that is whole does not hide a lost batch', async () => {
    const browser = newBrowser();
    const interrupted = [{ names: ['a.csv'], whole: true }];
    const set = { id: 'first', name: '' };
    browser.kept = { source: 'configured', batchIds: [], lost: ['damaged.csv'], set, interrupted, room: null };
    const { session } = newTab(browser);
    await session.getState().start();
    expect(session.getState().notice).toMatchObject({ where: 'damaged.csv' });
  });
});

test('where no worker can be had it is said, until it was read', async () => {
  const { session, world } = newTab();
  await session.getState().start();
  expect(session.getState().inPage).toBeNull();
  world.loseWorkers();
  expect(session.getState().inPage!.what.en).toMatch(/could not start the computing process/);
  session.getState().dismiss('inPage');
  expect(session.getState().inPage).toBeNull();
});

import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';

export { expect };

/**
 * Playwright's `test`, where a page that logs an error, throws, breaks its Content-Security-Policy (the browser logs
 * that as an error) or calls anything but this machine fails its test, whatever else the test looks at.
 * A test that provokes an error on purpose names it: `test.use({ tolerated: [/404/] })`. One that needs all parts of the
 * program at hand before it opens them: `test.use({ sparing: false })`; as somebody who is here for the first time, and is
 * offered the tour: `test.use({ newcomer: true })`.
 */
export const test = base.extend<{ tolerated: RegExp[]; sparing: boolean; newcomer: boolean }>({
  tolerated: [[], { option: true }],
  sparing: [true, { option: true }],
  newcomer: [false, { option: true }],
  context: async ({ context, tolerated, sparing, newcomer }, use) => {
    const faults = watch(context);
    if (sparing) await context.addInitScript(saveData);
    if (!newcomer) await context.addInitScript(declineTour);
    await use(context);
    expect(faults.filter((fault) => !tolerated.some((pattern) => pattern.test(fault)))).toEqual([]);
  },
});

/** As a browser that is to save data says it: parts that a test does not open need not be fetched and parsed for it. */
function saveData(): void {
  Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
}

/** As somebody who said no to the tour: it lies over a corner of the page. */
export function declineTour(): void {
  try {
    localStorage.setItem('fengsui.tour', '{"phase":"closed","done":[]}');
  } catch {
    // A page without storage is offered it each time.
  }
}

/** Collects the faults of all pages and workers of a context. */
function watch(context: BrowserContext): string[] {
  const faults: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => {
    // Not every thrown thing has a stack, or one that is not empty.
    const { name, message, stack } = error.error();
    faults.push(`page error: ${name}: ${message} ${stack} (${error.page()?.url() ?? ''})`);
  });
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (!['data:', 'blob:'].includes(protocol) && hostname !== '127.0.0.1')
      faults.push(`call outside: ${request.url()}`);
  });
  return faults;
}

/**
 * WCAG 2.2 AA as far as a machine can tell: no violation at all, in the state that the page is in now. `colours`: only the
 * rules that another theme can break, for a screen that was seen whole in the first one.
 */
export async function checkAxe(page: Page, what: 'whole' | 'colours' = 'whole'): Promise<void> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
  const axe = new AxeBuilder({ page });
  const chosen = what === 'whole' ? axe.withTags(tags) : axe.withRules(['color-contrast', 'link-in-text-block']);
  const { violations } = await chosen.analyze();
  const readable = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
  );
  expect(readable).toEqual([]);
}

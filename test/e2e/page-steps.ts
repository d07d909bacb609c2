import type { Locator, Page } from '@playwright/test';
import { expect } from './fixture';

export type Screen =
  | 'overview'
  | 'region'
  | 'indicators'
  | 'warnings'
  | 'response'
  | 'plan'
  | 'briefing'
  | 'rules'
  | 'data';

/** Address of a place, relative to where the page is served. */
export function addressOf(screen: Screen, query: Readonly<Record<string, string>> = {}): string {
  return `./?${new URLSearchParams(query)}#/${screen}`;
}

export async function open(page: Page, screen: Screen, query: Readonly<Record<string, string>> = {}): Promise<void> {
  await page.goto(addressOf(screen, query));
  await ready(page, screen);
}

/** The screen is there with its figures, charts drawn. */
export async function ready(page: Page, screen: Screen): Promise<void> {
  await page.locator(`[data-ready="${screen}"]`).waitFor({ state: 'attached' });
  await expect(page.getByRole('main').getByText(/^(正在加载……|Loading …)$/)).toHaveCount(0);
}

/** The search part of the address, once it has followed (sliders write it some tenths of a second later). */
export async function expectQuery(page: Page, query: Readonly<Record<string, string | null>>): Promise<void> {
  const now = (): Record<string, string | null> => {
    const params = new URL(page.url()).searchParams;
    return Object.fromEntries(Object.keys(query).map((key) => [key, params.get(key)]));
  };
  await expect.poll(now).toEqual(query);
}

/** Moves the slider to a month. */
export async function showPeriod(page: Page, month: string): Promise<void> {
  const [year, number] = month.split('-').map(Number);
  // Months are counted from the year 0.
  await page.getByRole('slider').fill(String(year! * 12 + number! - 1));
  await expectQuery(page, { period: month });
}

/** The table that ranks regions: on the overview, and below a region. */
export function rankTable(page: Page): Locator {
  return page.getByRole('table').filter({ has: page.getByRole('columnheader', { name: /^(指数|Index)/ }) });
}

/** Level as its badge says, by the name of the region, in the order of the ranked table. */
export async function rankedLevels(page: Page): Promise<ReadonlyMap<string, string>> {
  const rows = await rowsOf(rankTable(page));
  return new Map(rows.map(([level = '', region = '']) => [region, level]));
}

/** Text of all body cells. */
export async function rowsOf(table: Locator): Promise<readonly (readonly string[])[]> {
  return table
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => (cell.textContent ?? '').trim())));
}

/** Opens the table behind a chart and reads it; a long one in whole. */
export async function chartTable(figure: Locator): Promise<readonly (readonly string[])[]> {
  const disclosure = figure
    .getByRole('group')
    .filter({ hasText: /数据表|Data table/ })
    .first();
  if (!(await disclosure.evaluate((box: HTMLDetailsElement) => box.open))) {
    await disclosure.getByText(/^(数据表|Data table)$/).click();
  }
  const table = disclosure.getByRole('table');
  await table.waitFor();
  const rest = disclosure.getByRole('button', { name: /^(显示全部|Show all)/ });
  if (await rest.isVisible()) await rest.click();
  return rowsOf(table);
}

export interface UploadFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export function csvFile(name: string, text: string): UploadFile {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(text) };
}

/** Picks files by the button of the import card, as a user does, and waits until they are read. */
export async function pick(page: Page, files: UploadFile | UploadFile[] | string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await importCard(page)
    .getByRole('button', { name: /^(选择文件|Choose files|再加文件|Add files)$/ })
    .click();
  await (await chooser).setFiles(files);
  await page.getByTestId('import-report').waitFor();
}

/** Drops files as a user does, with the browser's own drag and drop, not an event made up by a script. */
export async function drop(page: Page, files: readonly string[]): Promise<void> {
  const zone = importCard(page)
    .getByText(/^(将文件拖到此处，或|Drop files here, or)$/)
    .first();
  const { x, y, width, height } = (await zone.boundingBox())!;
  const session = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    if (type === 'drop') await expect(importCard(page)).toContainText(/松开即读取|Let go to read/);
    const data = { items: [], files: [...files], dragOperationsMask: 1 };
    await session.send('Input.dispatchDragEvent', { type, x: x + width / 2, y: y + height / 2, data });
  }
  await page.getByTestId('import-report').waitFor();
}

export function importCard(page: Page): Locator {
  return page.getByRole('region', { name: /^(导入文件|Import files)$/ });
}

/** What a report says of one file: the four figures by their name. */
export async function figuresOf(page: Page, fileName: string): Promise<Readonly<Record<string, string>>> {
  const report = page.getByRole('region', { name: fileName, exact: true });
  const pairs = await report
    .locator('dl > div')
    .evaluateAll((boxes) =>
      boxes.map((box) => [box.querySelector('dt')?.textContent ?? '', box.querySelector('dd')?.textContent ?? '']),
    );
  return Object.fromEntries(pairs) as Record<string, string>;
}

/** Confirms a report and waits until the figures are loaded and graded. */
export async function confirm(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^(载入 [\d,]+ 行|Load [\d,]+ rows)/ })
    .first()
    .click();
  await page.getByTestId('import-done').waitFor();
}

/** Goes to another screen by the navigation, without loading the page anew. */
export async function goTo(page: Page, screen: Screen): Promise<void> {
  const names = {
    overview: /^(总览|Overview)$/,
    region: /^(地区|Region)$/,
    indicators: /^(指标|Indicators)$/,
    warnings: /^(预警|Warnings)$/,
    response: /^(响应|Response)$/,
    plan: /^(预案|Plan)$/,
    briefing: /^(简报|Briefing)$/,
    rules: /^(规则|Rules)$/,
    data: /^(数据|Data)$/,
  };
  await page.getByRole('navigation').getByRole('link', { name: names[screen] }).click();
  await ready(page, screen);
}

/**
 * Pictures of every screen of the built page, for the eye: `node scripts/screenshots.mjs FOLDER [--only PATTERN]`.
 * Screens × sizes × themes × languages, one browser, one tab after the other. Exit 1 when a page logged an error.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { ensure, root } from './ensure.mjs';
import { actForPictures, briefingForPictures } from './picture-acts.mjs';

const PORT = 4318;
const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
];
const THEMES = ['light', 'dark'];
const LANGUAGES = ['zh', 'en'];
/** Stand for the number of the review that the acts open, and of the draft that is made after them. */
const REVIEW = 'REVIEW';
const DRAFT = 'DRAFT';
/** `acts`: shows what people did, `draft`: the briefing made of it (picture-acts.mjs). `ready`: what says that all is there. */
const VIEWS = [
  { name: 'overview', screen: 'overview', query: {} },
  { name: 'overview-tiles', screen: 'overview', query: { map: 'tiles' } },
  { name: 'region', screen: 'region', query: { region: '150300' }, acts: true },
  { name: 'indicators', screen: 'indicators', query: {} },
  {
    name: 'indicators-several',
    screen: 'indicators',
    query: {
      ind: 'new_benefit_claims,coal_output,new_urban_jobs',
      reg: '150300,150600,150200',
      form: 'joint',
      view: 'yoy',
    },
  },
  { name: 'indicators-counties', screen: 'indicators', query: { region: '150303' } },
  { name: 'warnings', screen: 'warnings', query: {}, acts: true, unfold: true },
  { name: 'warnings-region', screen: 'warnings', query: { show: 'all', sort: 'region' }, acts: true },
  { name: 'cases', screen: 'response', query: {}, acts: true },
  { name: 'case', screen: 'response', query: { case: REVIEW }, acts: true },
  { name: 'case-verify', screen: 'response', query: { case: REVIEW, step: 'verify' }, acts: true },
  { name: 'case-assess', screen: 'response', query: { case: REVIEW, step: 'assess' }, acts: true },
  { name: 'case-consult', screen: 'response', query: { case: REVIEW, step: 'consult' }, acts: true },
  { name: 'case-report', screen: 'response', query: { case: REVIEW, step: 'report' }, acts: true },
  { name: 'case-follow-up', screen: 'response', query: { case: REVIEW, step: 'follow-up' }, acts: true },
  { name: 'case-stand-down', screen: 'response', query: { case: REVIEW, step: 'stand-down' }, acts: true },
  { name: 'case-after', screen: 'response', query: { case: REVIEW, step: 'after-action' }, acts: true },
  { name: 'document', screen: 'response', query: { case: REVIEW, doc: 'notice' }, acts: true },
  { name: 'groups', screen: 'response', query: { tab: 'groups', region: '150300' }, acts: true },
  {
    name: 'effects',
    screen: 'response',
    query: { tab: 'effects', of: '150300', figure: 'benefit_recipients', start: '2026-02' },
    acts: true,
  },
  { name: 'trail', screen: 'response', query: { tab: 'trail' }, acts: true },
  { name: 'plan', screen: 'plan', query: { region: '150300' }, acts: true },
  { name: 'plan-measure', screen: 'plan', query: { region: '150300', clause: '6.4', m: 'work-relief' }, acts: true },
  { name: 'plan-versions', screen: 'plan', query: { tab: 'versions' }, acts: true },
  { name: 'plan-calendar', screen: 'plan', query: { tab: 'calendar' }, acts: true },
  { name: 'plan-review', screen: 'plan', query: { tab: 'review' }, acts: true },
  { name: 'briefings', screen: 'briefing', query: {}, acts: true, draft: true },
  {
    name: 'briefing',
    screen: 'briefing',
    query: { draft: DRAFT, page: 'risks' },
    acts: true,
    draft: true,
    ready: '[data-fresh="same"]',
  },
  {
    name: 'briefing-check',
    screen: 'briefing',
    query: { draft: DRAFT, page: 'overview', side: 'check' },
    acts: true,
    draft: true,
    ready: '[data-fresh="same"]',
  },
  {
    name: 'briefing-compare',
    screen: 'briefing',
    query: { draft: DRAFT, page: 'where', side: 'compare' },
    acts: true,
    draft: true,
    ready: '[data-testid="compare"] table',
  },
  {
    name: 'show',
    screen: 'briefing',
    query: { draft: DRAFT, show: 'present', page: '1' },
    acts: true,
    draft: true,
    ready: '.show-picture img',
  },
  {
    name: 'show-region',
    screen: 'briefing',
    query: { draft: DRAFT, show: 'present', page: '4' },
    acts: true,
    draft: true,
    ready: '.show-picture img',
  },
  {
    name: 'wall',
    screen: 'briefing',
    query: { show: 'wall', every: '600' },
    acts: true,
    ready: '[data-testid="wall-time"]',
  },
  { name: 'share', screen: 'briefing', query: { tab: 'share' }, acts: true, draft: true },
  {
    name: 'gallery',
    screen: 'briefing',
    query: { tab: 'gallery', chart: 'supply-demand' },
    ready: '[data-ready^="gallery-"]',
  },
  { name: 'rules', screen: 'rules', query: {} },
  { name: 'rules-backtest', screen: 'rules', query: { tab: 'backtest' } },
  { name: 'rules-what-if', screen: 'rules', query: { tab: 'what-if' } },
  { name: 'rules-tests', screen: 'rules', query: { tab: 'tests' } },
  { name: 'data', screen: 'data', query: {} },
  { name: 'data-revisions', screen: 'data', query: { since: '2026-10-01' } },
  { name: 'data-unknown', screen: 'data', query: {}, file: 'dirty/s06_aliases_unknown_subtotals.csv' },
  { name: 'data-conflicts', screen: 'data', query: {}, file: 'dirty/s05_duplicates_conflicts.csv' },
  { name: 'data-workbook', screen: 'data', query: {}, file: 'workbooks/two-sheets.library.xlsx' },
];

const { values, positionals } = parseArgs({ options: { only: { type: 'string' } }, allowPositionals: true });
const folder = positionals[0];
if (!folder || positionals.length > 1) {
  console.error('用法 / Usage: node scripts/screenshots.mjs FOLDER [--only PATTERN]');
  process.exit(2);
}
mkdirSync(folder, { recursive: true });

await ensure({ browser: true, quiet: true });
const server = spawn(process.execPath, [join(root, 'scripts/start.mjs'), '--port', String(PORT)], {
  cwd: root,
  stdio: ['ignore', 'pipe', 'inherit'],
});
const address = await firstAddress(server);
const { executablePath } = JSON.parse(readFileSync(join(root, 'node_modules/.cache/fengsui/browser.json'), 'utf8'));
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
let faults = 0;
try {
  for (const lang of LANGUAGES) await takeAll(lang);
} finally {
  await browser.close();
  server.kill();
}
process.exit(faults > 0 ? 1 : 0);

/**
 * One browser context for all pictures in a language: the demonstration is made once and then kept by the worker, and
 * what people did stands in its storage.
 */
async function takeAll(lang) {
  const names = (view) => SIZES.flatMap((size) => THEMES.map((theme) => `${view.name}-${size.width}-${theme}-${lang}`));
  const only = new RegExp(values.only ?? '');
  const isAsked = (name) => only.test(name);
  const views = VIEWS.filter((view) => names(view).some(isAsked));
  const context = await browser.newContext({
    locale: lang === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  });
  // Blank pages in between have no storage.
  await context.addInitScript(() => {
    if (location.protocol !== 'about:') localStorage.setItem('fengsui.tour', '{"phase":"closed","done":[]}');
  });
  const page = await context.newPage();
  const ids = {};
  if (views.some((view) => view.acts)) ids[REVIEW] = await actForPictures(page, address, lang);
  if (views.some((view) => view.draft)) ids[DRAFT] = await briefingForPictures(page, address, lang);
  for (const size of SIZES) {
    await page.setViewportSize(size);
    for (const theme of THEMES) {
      for (const view of views) {
        const name = `${view.name}-${size.width}-${theme}-${lang}`;
        if (isAsked(name)) await takeOne(page, view, { name, theme, lang, ids });
      }
    }
  }
  await context.close();
}

/** What does not come in time is a fault like an error that the page logs: the next picture is taken all the same. */
async function takeOne(page, view, { name, theme, lang, ids }) {
  const errors = [];
  const onConsole = (message) => message.type() === 'error' && errors.push(message.text());
  const onError = (error) => errors.push(error.stack ?? error.message);
  page.on('console', onConsole).on('pageerror', onError);
  try {
    const query = Object.entries({ ...view.query, lang, theme }).map(([k, v]) => [k, ids[v] ?? v]);
    // The search must change for a page load: the hash alone would keep the page as it is.
    await page.goto('about:blank');
    await page.goto(`${address}?${new URLSearchParams(query)}#/${view.screen}`);
    await page
      .locator(view.ready ?? `[data-ready="${view.screen}"], [data-testid="screen-${view.screen}"]`)
      .first()
      .waitFor({ state: 'attached', timeout: 60_000 });
    if (view.file) await readFile(page, view.file);
    if (view.unfold) await unfold(page);
    await chartsDrawn(page);
  } catch (error) {
    errors.push(error.message.split('\n')[0]);
  }
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await page.screenshot({ path: join(folder, `${name}-whole.png`), fullPage: true });
  page.off('console', onConsole).off('pageerror', onError);
  faults += errors.length;
  console.log(errors.length === 0 ? name : `${name}: ${errors.join(' | ')}`);
}

/** A file as a user picks it, read and reported but not loaded. */
async function readFile(page, file) {
  const input = page.getByTestId('import').locator('input[type="file"]').first();
  await input.setInputFiles(join(root, 'test/reference', file));
  await page.getByTestId('import-report').waitFor({ timeout: 60_000 });
}

/** The first warning shows those that it stands for. */
async function unfold(page) {
  await page.getByRole('treegrid').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
}

/** No grey lines of loading left, and no chart without a drawing. */
async function chartsDrawn(page) {
  await page.waitForFunction(
    () =>
      document.querySelector('main .skeleton, main [aria-busy="true"]') === null &&
      [...document.querySelectorAll('.chart')].every((chart) => chart.querySelector('canvas, svg') !== null),
    undefined,
    { timeout: 60_000 },
  );
  // Drawing itself takes a frame or two after the canvas is there.
  await page.waitForTimeout(400);
}

/** Address in the line that the start script prints when the page is served. */
function firstAddress(child) {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (part) => {
      text += part;
      const found = /https?:\/\/\S+/.exec(text);
      if (found) resolve(found[0]);
    });
    child.on('exit', (code) => reject(new Error(`scripts/start.mjs ended with code ${code}`)));
  });
}

import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { declineTour } from './fixture';

export interface OwnBrowser {
  readonly page: Page;
  /** As a power cut does it: no process gets to write another byte of its own. */
  kill(): Promise<void>;
}

/** A browser of our own on a profile that outlives it, so that it can be killed. */
export async function startBrowser(
  executablePath: string,
  args: readonly string[],
  profile: string,
): Promise<OwnBrowser> {
  const portFile = join(profile, 'DevToolsActivePort');
  rmSync(portFile, { force: true });
  const own = [
    `--user-data-dir=${profile}`,
    '--remote-debugging-port=0',
    '--headless=new',
    '--no-default-browser-check',
  ];
  // A group of its own: the browser's children die with it.
  const child = spawn(executablePath, [...args, ...own, 'about:blank'], { detached: true, stdio: 'ignore' });
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  while (!existsSync(portFile) || !readFileSync(portFile, 'utf8').includes('\n')) {
    if (child.exitCode !== null) throw new Error(`the browser did not start: ${executablePath}`);
    await new Promise((done) => setTimeout(done, 50));
  }
  const [port = ''] = readFileSync(portFile, 'utf8').split('\n');
  const browser: Browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const [context] = browser.contexts();
  if (!context) throw new Error('the browser has no context');
  await context.addInitScript(declineTour);
  const page = await context.newPage();
  return {
    page,
    async kill() {
      process.kill(-child.pid!, 'SIGKILL');
      await gone;
      await browser.close().catch(() => undefined);
    },
  };
}

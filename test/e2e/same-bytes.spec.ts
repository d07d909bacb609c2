import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, test } from './fixture';
import { confirm, csvFile, open, pick } from './page-steps';

/** Five years of two indicators in four leagues, with a hole, a crisis and a figure that falls short of a tenth. */
function figures(): string {
  const lines = ['region_code,region_name,indicator,period,value,unit,source'];
  for (const [r, code] of ['150100', '150200', '150300', '152900'].entries()) {
    for (let t = 0; t < 60; t++) {
      const month = `${2020 + Math.floor(t / 12)}-${String((t % 12) + 1).padStart(2, '0')}`;
      if (t === 17 + r) continue;
      const rate = 3.4 + Math.sin(t / 5 + r) / 3 + (t > 40 && r > 1 ? (t - 40) / 7 : 0);
      const claims = 700 + 90 * r + 200 * Math.sin(t / 3) + (t > 44 ? 60 * (t - 44) : 0);
      lines.push(`${code},,registered_unemployment_rate,${month},${rate.toFixed(2)},percent,t`);
      lines.push(`${code},,new_benefit_claims,${month},${claims.toFixed(0)},person,t`);
    }
  }
  return `${lines.join('\n')}\n`;
}

async function digestIn(page: Page): Promise<string> {
  await open(page, 'data');
  await pick(page, csvFile('same.csv', figures()));
  await confirm(page);
  await expect(page.getByTestId('fingerprint')).toHaveText(/^[0-9a-f]{64}$/);
  return page.getByTestId('fingerprint').innerText();
}

test('the same bytes from a worker, from the page without any worker, and from the command line', async ({
  page,
  browser,
  baseURL,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'fengsui-'));
  try {
    const [panel, out] = [join(folder, 'same.csv'), join(folder, 'levels.json')];
    writeFileSync(panel, figures());
    const cwd = fileURLToPath(new URL('../..', import.meta.url));
    execFileSync('npm', ['run', '--silent', 'fengsui', '--', 'assess', '--panel', panel, '--out', out], { cwd });
    const { digest } = JSON.parse(readFileSync(out, 'utf8')) as { digest: string };
    const inWorker = await digestIn(page);
    const bare = await browser.newContext({ baseURL: baseURL!, locale: 'zh-CN' });
    await bare.addInitScript(() => Reflect.deleteProperty(globalThis, 'Worker'));
    const inPage = await digestIn(await bare.newPage());
    await bare.close();
    expect([inWorker, inPage]).toEqual([digest, digest]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from './fixture';
import { dist, serveDist } from './static-server';

const budget = 500_000;

test('the first load of the overview, all in, is within 500 kB gzip, and works under a sub-path', async ({ page }) => {
  const host = await serveDist('/intranet/fengsui/');
  try {
    await page.goto(host.address);
    await page.locator('[data-ready="overview"]').first().waitFor({ state: 'attached' });
    // What is fetched right after the screen is ready still belongs to opening it.
    for (let count = 0; count < host.served.size; await page.waitForTimeout(1000)) count = host.served.size;
    const sizes = [...host.served]
      .map((file) => ({ file, size: gzipSync(readFileSync(join(dist, file)), { level: 9 }).length }))
      .sort((a, b) => b.size - a.size);
    const total = sizes.reduce((sum, { size }) => sum + size, 0);
    const table = sizes.map(({ file, size }) => `${(size / 1000).toFixed(1).padStart(8)} kB ${file}`).join('\n');
    console.log(`first load of the overview: ${(total / 1000).toFixed(1)} of ${budget / 1000} kB\n${table}`);
    expect(total, table).toBeLessThanOrEqual(budget);
  } finally {
    host.close();
  }
});

import { createWriteStream, rmSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './fixture';
import { confirm, csvFile, figuresOf, goTo, importCard, open, pick, rankedLevels, ready, rowsOf } from './page-steps';

const HEADER = 'region_code,region_name,indicator,period,value,unit,source';
const GOOD = '150200,包头市,registered_unemployment_rate,2026-09,3.9,percent,test';
const row = (text: string): string => `${HEADER}\n${GOOD}\n${text}\n`;

interface Case {
  readonly what: string;
  readonly text: string;
  /** A line of the table of faults as it stands on the screen. */
  readonly fault: readonly [row: string, column: string, type: string, given: string, expected: string, detail: string];
  readonly taken: number;
}

const CASES: readonly Case[] = [
  {
    what: 'an empty file',
    text: '',
    fault: ['整个文件', '', '差错 · 空文件', '', '有内容的文件', '文件是空的'],
    taken: 0,
  },
  {
    what: 'a wrong header',
    text: '甲,乙,丙\n1,2,3\n',
    fault: [
      '1',
      '',
      '差错 · 未能读懂的表',
      '甲, 乙, 丙',
      '一张表：行、列或标题写明地区、指标和时期',
      '看不出这张表的结构：没有写明是什么地区',
    ],
    taken: 0,
  },
  {
    what: 'a header that names no indicator',
    text: '城市,日期,数\n包头,2026-09,3.9\n',
    fault: ['2', '数', '差错 · 未知指标', '数', '指标目录中的指标', '指标目录中没有“数”'],
    taken: 0,
  },
  {
    what: 'text in the value column',
    text: row('150200,包头市,registered_unemployment_rate,2026-10,约四成,percent,test'),
    fault: ['3', 'value', '差错 · 不是数值', '约四成', '不带单位、百分号和千分位的数，如 5.1', '“约四成”不是数值'],
    taken: 1,
  },
  {
    what: 'an unknown region',
    text: row('159900,乌有市,registered_unemployment_rate,2026-10,3.9,percent,test'),
    fault: [
      '3',
      'region_code',
      '差错 · 未知地区',
      '159900 乌有市',
      '最接近的：150300 乌海市',
      '区划表中没有“159900 乌有市”',
    ],
    taken: 1,
  },
  {
    what: 'a duplicate with another value',
    text: row('150200,包头市,registered_unemployment_rate,2026-09,4.4,percent,test'),
    fault: [
      '3',
      'value',
      '差错 · 数值冲突',
      '3.9 / 4.4',
      '同一地区、指标、时期（和得知日期）只有一个值',
      '第 2 行为 3.9，第 3 行为 4.4，两者均未载入',
    ],
    taken: 0,
  },
  {
    what: 'a period 2017-13',
    text: row('150200,包头市,registered_unemployment_rate,2017-13,3.9,percent,test'),
    fault: [
      '3',
      'period',
      '差错 · 时期有误',
      '2017-13',
      '2017-10、2017-Q3、2017、2017-W05 或 2020-01-04，年份 1900—2100',
      '“2017-13”不是有效的时期',
    ],
    taken: 1,
  },
  {
    what: 'a region named as a script',
    text: row('159901,<img src=x onerror=alert(1)>,registered_unemployment_rate,2026-10,3.9,percent,test'),
    fault: [
      '3',
      'region_code',
      '差错 · 未知地区',
      '159901 <img src=x onerror=alert(1)>',
      '区划表中的代码',
      '区划表中没有“159901 <img src=x onerror=alert(1)>”',
    ],
    taken: 1,
  },
];

/** Anything that a file could make the page do by itself. */
function watchScripts(page: Page): () => Promise<void> {
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  return async () => {
    expect(dialogs).toEqual([]);
    expect(await page.evaluate(() => 'scriptRan' in window)).toBe(false);
    await expect(page.locator('img[src="x"], svg[onload], script:not([src])')).toHaveCount(0);
  };
}

test('each bad file is answered by row, column, value and expectation, and changes nothing', async ({ page }) => {
  const noScript = watchScripts(page);
  await open(page, 'data');
  for (const { what, text, fault, taken } of CASES) {
    await test.step(what, async () => {
      const name = 'figures.csv';
      await pick(page, csvFile(name, text));
      const faults = page.getByRole('region', { name: '差错与说明', exact: true });
      const lines = await rowsOf(faults.getByRole('table'));
      expect(lines.map((cells) => cells.slice(0, 6))).toContainEqual(fault);
      expect((await figuresOf(page, name))['可载入']).toBe(String(taken));
      await expect(page.getByRole('button', { name: /^载入 [\d,]+ 行/ })).toHaveCount(taken === 0 ? 0 : 1);
      await expect(page.getByRole('heading', { name: '当前数据来源：演示数据' })).toBeVisible();
      await page.getByRole('button', { name: '放弃导入' }).click();
      await expect(page.getByTestId('import')).toHaveAttribute('data-status', 'idle');
    });
  }
  await noScript();
  await goTo(page, 'overview');
  expect((await rankedLevels(page)).get('乌海市')).toBe('Ⅰ 红');
  await page.reload();
  await ready(page, 'overview');
  expect((await rankedLevels(page)).size).toBe(12);
});

test('a region table with scripts for names is shown as words in tables, map, tooltips and titles', async ({
  page,
}) => {
  const noScript = watchScripts(page);
  const names = [
    '<img src=x onerror=alert(1)>',
    '<script>scriptRan=1</script>',
    '"><svg onload=alert(1)>',
    "';alert(1)//",
  ];
  const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
  const regions = [
    'region_code,region_name,region_name_en,level,parent_code',
    `W,${quoted('<b onmouseover=alert(1)>全部</b>')},,root,`,
    ...names.map((name, k) => `R${k},${quoted(name)},${quoted(name)},${quoted('<i>級</i>')},W`),
  ].join('\n');
  const months = Array.from(
    { length: 36 },
    (_, k) => `${2021 + Math.floor(k / 12)}-${String((k % 12) + 1).padStart(2, '0')}`,
  );
  const figures = [
    HEADER,
    ...names.flatMap((name, r) =>
      months.map(
        (month, k) =>
          `R${r},${quoted(name)},unemployment_rate_sa,${month},${k < 24 ? 4 : 9},percent,${quoted(`<img src=x onerror=alert(${r})>`)}`,
      ),
    ),
  ].join('\n');

  await open(page, 'data');
  await pick(page, [csvFile('<img src=x onerror=alert(2)>.csv', figures), csvFile('regions.csv', regions)]);
  await importCard(page).getByText('文件开头几行').first().click();
  await confirm(page);
  await goTo(page, 'overview');
  expect([...(await rankedLevels(page)).keys()].toSorted()).toEqual(names.toSorted());
  expect(new Set((await rankedLevels(page)).values())).toEqual(new Set(['Ⅰ 红']));

  await test.step('tooltips of the tiles and of the tape are words', async () => {
    for (const drawing of [page.getByRole('figure').first(), page.getByRole('figure').nth(1)]) {
      const canvas = drawing.getByRole('img');
      await canvas.scrollIntoViewIfNeeded();
      const { width, height } = (await canvas.boundingBox())!;
      const tooltip = canvas.locator('div', { hasText: /alert\(1\)|scriptRan/ }).last();
      let seen = false;
      for (let y = 0.08; y < 1 && !seen; y += 0.12) {
        await canvas.hover({ position: { x: width * 0.6, y: height * y } });
        seen = await tooltip.waitFor({ timeout: 300 }).then(
          () => true,
          () => false,
        );
      }
      expect(seen, 'a tooltip with the name of a region').toBe(true);
      expect(await canvas.locator('img, script, svg[onload], b[onmouseover]').count()).toBe(0);
    }
  });
  await page.getByRole('link', { name: names[0]!, exact: true }).first().click();
  await ready(page, 'region');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(names[0]!);
  await goTo(page, 'indicators');
  await goTo(page, 'data');
  await noScript();
});

test('a large file can be stopped midway, and the next one is read', async ({ page }, info) => {
  const file = info.outputPath('large.csv');
  await writeLargeFile(file, 30_000_000);
  await open(page, 'data');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '选择文件' }).click();
  await (await chooser).setFiles(file);
  const reading = importCard(page).getByRole('progressbar');
  await expect.poll(() => reading.evaluate((bar: HTMLProgressElement) => bar.value)).toBeGreaterThan(0);
  await importCard(page).getByRole('button', { name: '停止' }).click();
  await expect(page.getByTestId('import')).toHaveAttribute('data-status', 'idle');
  rmSync(file);
  await expect(page.getByRole('heading', { name: '当前数据来源：演示数据' })).toBeVisible();
  await pick(page, csvFile('next.csv', `${HEADER}\n${GOOD}\n`));
  expect((await figuresOf(page, 'next.csv'))['可载入']).toBe('1');
});

async function writeLargeFile(file: string, bytes: number): Promise<void> {
  const out = createWriteStream(file);
  out.write(`${HEADER}\n`);
  for (let written = 0, k = 0; written < bytes; k++) {
    const month = `${1990 + (Math.floor(k / 12) % 36)}-${String((k % 12) + 1).padStart(2, '0')}`;
    const line = `150200,包头市,registered_unemployment_rate,${month},${(k % 90) / 10},percent,large-${k}\n`.repeat(
      200,
    );
    written += line.length;
    if (!out.write(line)) await new Promise<void>((done) => out.once('drain', done));
  }
  await new Promise<void>((done) => out.end(done));
}

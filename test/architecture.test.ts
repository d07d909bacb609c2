import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { faults, sourceMap } from './architecture';

const root = fileURLToPath(new URL('..', import.meta.url));
const files = new Map(
  readdirSync(`${root}src`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/').split('/src/').slice(1).join('/src/'))
    .map((path) => [path, readFileSync(`${root}src/${path}`, 'utf8')] as const),
);

test('src/ keeps to its order', () => {
  expect(files.size).toBeGreaterThan(0);
  expect(faults(files)).toEqual([]);
  // Every file is parsed: seconds on a machine that does other things besides.
}, 60_000);

test('the source map in README.md lists exactly the folders of src/', (context) => {
  if (!existsSync(`${root}README.md`)) return context.skip('README.md is not written yet');
  const listed = sourceMap(readFileSync(`${root}README.md`, 'utf8'));
  const folders = new Set([...files.keys()].filter((path) => path.includes('/')).map((path) => path.split('/')[0]!));
  // Files that stand in src/ itself may be listed beside the folders.
  const listedFolders = (listed ?? []).filter((name) => !files.has(name));
  expect(listedFolders.toSorted(), 'the table under "Map of the source"').toEqual([...folders].toSorted());
});

describe('each rule sees a planted fault', () => {
  const planted: [string, Record<string, string>, RegExp][] = [
    [
      'arrow to the right',
      { 'base/a.ts': "import { b } from '../levels/b';", 'levels/b.ts': '' },
      /a\.ts:1 .*base may not import levels/,
    ],
    [
      'type-only arrow',
      { 'stats/a.ts': "import type { B } from '../panel/b';", 'panel/b.ts': '' },
      /stats may not import panel/,
    ],
    ['re-export', { 'stats/a.ts': "export * from '../panel/b';", 'panel/b.ts': '' }, /stats may not import panel/],
    [
      'inline import type',
      { 'stats/a.ts': "type B = import('../panel/b').B;", 'panel/b.ts': '' },
      /stats may not import panel/,
    ],
    [
      'dynamic import',
      { 'stats/a.ts': "\nawait import('../panel/b');", 'panel/b.ts': '' },
      /a\.ts:2 .*stats may not import panel/,
    ],
    [
      'worker',
      { 'charts/a.ts': "new URL('../platform/w.ts', import.meta.url);", 'platform/w.ts': '' },
      /charts may not import platform/,
    ],
    [
      'neighbours of one rank',
      { 'response/a.ts': "import '../backtest/b';", 'backtest/b.ts': '' },
      /response may not import backtest/,
    ],
    [
      'engine reads the screen',
      { 'assess.ts': "import './views/b';", 'views/b.tsx': '' },
      /assess\.ts may not import views/,
    ],
    [
      'command line reads a store',
      { 'cli/a.ts': "import '../store/b';", 'store/b.ts': '' },
      /cli\/ uses the pure folders and charts/,
    ],
    ['command line is imported', { 'app/a.ts': "import '../cli/b';", 'cli/b.ts': '' }, /nothing imports cli/],
    [
      'cycle',
      { 'base/a.ts': "import './b';", 'base/b.ts': "import './a';" },
      /cycle src\/base\/a\.ts → src\/base\/b\.ts → src\/base\/a\.ts/,
    ],
    ['missing file', { 'base/a.ts': "import './b';" }, /no such file/],
    [
      'statistics elsewhere',
      { 'panel/a.ts': "import { mean } from 'simple-statistics';" },
      /'simple-statistics' is used by/,
    ],
    [
      'echarts elsewhere',
      { 'charts/map-option.ts': "import * as echarts from 'echarts/core';" },
      /'echarts' is used by/,
    ],
    ['echarts types out of charts', { 'views/A.tsx': "import type { E } from 'echarts';" }, /'echarts' is used by/],
    ['react in the engine', { 'levels/a.ts': "import type { ReactNode } from 'react';" }, /'react' is used by/],
    ['node in the page', { 'platform/a.ts': "import 'node:fs';" }, /'node' is used by/],
    ['unknown package', { 'app/a.ts': "import 'left-pad';" }, /not a package of the product/],
    ['demonstration, static', { 'app/a.ts': "import '../../mock-data/feed';" }, /loaded by import\(\)/],
    ['demonstration elsewhere', { 'views/a.ts': "import('../../mock-data/feed');" }, /loaded by import\(\)/],
    ['outside of src', { 'base/a.ts': "import '../../test/b';" }, /stands alone/],
    ['clock', { 'signals/a.ts': 'const now = Date.now();' }, /a\.ts:1 uses Date\.now/],
    ['clock, new', { 'signals/a.ts': 'const now = new Date(2020, 1, 1);' }, /uses new Date/],
    ['chance', { 'stats/a.ts': 'Math.random();' }, /uses Math\.random/],
    ['window', { 'charts/a-option.ts': 'globalThis.window.innerWidth;' }, /uses window/],
    ['document', { 'briefing/a.ts': 'document.title;' }, /uses document/],
    ['fetch', { 'observations/a.ts': "fetch('x');" }, /uses fetch/],
    ['unknown folder', { 'utils/a.ts': '' }, /no known place/],
    ['barrel', { 'base/index.ts': '' }, /no index files/],
    ['file name', { 'base/regionCode.ts': '' }, /kebab-case/],
    ['long file', { 'base/a.ts': '\n'.repeat(500) }, /501 lines/],
  ];
  test.each(planted)('%s', (_name, tree, message) => {
    const found = faults(new Map(Object.entries(tree)));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(message);
  });

  test('and lets pass what is allowed', () => {
    const tree = {
      'base/region-code.ts': "// window, Date.now()\nexport const text = 'new Date(), Math.random()';",
      'stats/mean.ts': "import { mean } from 'simple-statistics';\nexport const m = { window: 3 }.window;",
      'charts/map-option.ts': "import type { EChartsOption } from 'echarts';\nimport '../base/region-code';",
      'charts/Chart.tsx': "import 'echarts-for-react/esm/core';\nimport 'react';",
      'platform/engine.worker.ts':
        "import { parse } from '../base/region-code?raw';\nself.onmessage = () => Date.now();",
      'platform/engine.ts': "new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module' });",
      'app/main.tsx': "import('../../mock-data/start');\nimport 'react-dom/client';",
      'cli/main.ts': "import 'node:fs';\nimport '../assess';",
      'assess.ts': "import * as z from 'zod/mini';",
    };
    expect(faults(new Map(Object.entries(tree)))).toEqual([]);
  });
});

test('the source map is read from a table under its heading only', () => {
  const readme =
    '# A\n| `x/` | |\n## 源码地图 / Map of the source\n| folder | |\n| --- | --- |\n| `src/base/` | a |\n| `assess.ts` | b |\n## Next\n| `y/` |';
  expect(sourceMap(readme)).toEqual(['base', 'assess.ts']);
  expect(sourceMap('# A')).toBeNull();
});

import { describe, expect, it } from 'vitest';
import { defaultRegionTree } from '../../src/base/catalogue';
import { buildRegionTree, type RegionRow } from '../../src/base/regions';
import { BLOCK_HEAD, tileLayout, type TileLayout } from '../../src/charts/tile-layout';

interface Box {
  readonly code: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function boxes(layout: TileLayout): readonly Box[] {
  const head = layout.kind === 'tiles' ? 1 : BLOCK_HEAD;
  return layout.blocks.flatMap((b) => [
    { code: b.code, x: b.x, y: b.y, width: b.columns, height: head },
    ...b.tiles.map((t) => ({ ...t, width: 1, height: 1 })),
  ]);
}

/** Pairs of drawn boxes that lie on each other, and boxes outside the layout. */
function clashes(layout: TileLayout): readonly string[] {
  const all = boxes(layout);
  const eps = 1e-9;
  const found: string[] = [];
  all.forEach((a, i) => {
    if (a.x < 0 || a.y < 0 || a.x + a.width > layout.width + eps || a.y + a.height > layout.height + eps) {
      found.push(`${a.code} outside`);
    }
    for (const b of all.slice(i + 1)) {
      const apart =
        a.x + a.width <= b.x + eps ||
        b.x + b.width <= a.x + eps ||
        a.y + a.height <= b.y + eps ||
        b.y + b.height <= a.y + eps;
      if (!apart) found.push(`${a.code} on ${b.code}`);
    }
  });
  return found;
}

const rows = (children: readonly (readonly [string, string])[]): RegionRow[] =>
  children.map(([code, parentCode]) => ({ code, parentCode, nameZh: code, nameEn: code, level: 'area' }));

describe('Inner Mongolia', () => {
  const tree = defaultRegionTree();
  const layout = tileLayout(tree, tree.children[tree.roots[0]!]!);
  const at = (code: string) => layout.blocks.find((b) => b.code === code)!;

  it('reaches all 12 leagues and cities and all 103 counties, none on another', () => {
    expect(layout.kind).toBe('blocks');
    expect(layout.blocks).toHaveLength(12);
    expect(new Set(boxes(layout).map((b) => b.code)).size).toBe(115);
    expect(clashes(layout)).toEqual([]);
  });

  it('lies roughly as the map does', () => {
    const [alxa, ordos, hohhot, ulanqab, xilingol, hulunbuir, chifeng, tongliao] = [
      '152900',
      '150600',
      '150100',
      '150900',
      '152500',
      '150700',
      '150400',
      '150500',
    ].map(at) as [ReturnType<typeof at>, ...ReturnType<typeof at>[]];
    const west = [alxa, ordos, hohhot, ulanqab, hulunbuir].map((b) => b!.x);
    expect(west).toEqual([...west].sort((a, b) => a - b));
    const north = [hulunbuir, xilingol, ulanqab, hohhot].map((b) => b!.y);
    expect(north).toEqual([...north].sort((a, b) => a - b));
    expect(tongliao!.y).toBeLessThan(chifeng!.y);
  });
});

describe('any other tree', () => {
  it('is blocks where regions have regions of their own', () => {
    const sizes = [7, 1, 0, 12, 30, 3, 58];
    const { tree } = buildRegionTree(
      't',
      rows(
        sizes.flatMap((n, i) => [
          [`s${i}`, ''] as const,
          ...Array.from({ length: n }, (_, k) => [`s${i}c${k}`, `s${i}`] as const),
        ]),
      ),
    );
    const layout = tileLayout(tree!, tree!.roots);
    expect(layout.kind).toBe('blocks');
    expect(boxes(layout)).toHaveLength(sizes.reduce((sum, n) => sum + n + 1, 0));
    expect(clashes(layout)).toEqual([]);
    expect(layout.width / layout.height).toBeGreaterThan(0.8);
    expect(layout.width / layout.height).toBeLessThan(3.5);
  });

  it.each([1, 2, 26, 51])('is a grid of %d plain tiles for a flat one', (count) => {
    const { tree } = buildRegionTree('t', rows(Array.from({ length: count }, (_, i) => [`r${i}`, ''] as const)));
    const layout = tileLayout(tree!, tree!.roots);
    expect(layout.kind).toBe('tiles');
    expect(layout.blocks).toHaveLength(count);
    expect(clashes(layout)).toEqual([]);
  });
});

import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { DataTable } from '../../../src/views/parts/DataTable';
import { LevelBadge } from '../../../src/views/parts/LevelBadge';
import { sparklineShape } from '../../../src/views/parts/sparkline-path';
import { sortRows } from '../../../src/views/parts/table-sort';

describe('level badge', () => {
  it.each([
    [0, 'level-normal', 'Normal'],
    [1, 'level-blue', 'Ⅳ Blue'],
    [4, 'level-red', 'Ⅰ Red'],
    [255, 'level-insufficient', 'No data'],
  ])('%d never by colour alone', (level, look, words) => {
    const html = renderToStaticMarkup(createElement(LevelBadge, { level }));
    expect(html).toContain(look);
    expect(html).toContain(words);
  });

  it('keeps its full name for readers where only the numeral is seen', () => {
    const html = renderToStaticMarkup(createElement(LevelBadge, { level: 3, form: 'numeral' }));
    expect(html).toContain('aria-hidden="true">Ⅱ<');
    expect(html).toContain('Level Ⅱ (orange)');
  });
});

describe('sorting', () => {
  const rows = [{ v: 2 }, { v: Number.NaN }, { v: 10 }, { v: null }, { v: 2 }];
  it('puts what has no value last in both directions and keeps the order of equals', () => {
    const order = (direction: 'ascending' | 'descending') =>
      sortRows(rows, (r) => r.v, direction).map((r) => rows.indexOf(r));
    expect(order('ascending')).toEqual([0, 4, 2, 1, 3]);
    expect(order('descending')).toEqual([2, 0, 4, 1, 3]);
  });
});

describe('table', () => {
  const props = {
    caption: 'Regions',
    columns: [
      { key: 'name', head: 'Name', rowHeader: true, cell: (r: { name: string; v: number }) => r.name },
      {
        key: 'v',
        head: 'Value',
        align: 'end' as const,
        sortBy: (r: { v: number }) => r.v,
        cell: (r: { v: number }) => String(r.v),
      },
    ],
    rows: [
      { name: '<b>a</b>', v: 1 },
      { name: 'b', v: 3 },
      { name: 'c', v: 2 },
    ],
    rowKey: (r: { name: string }) => r.name,
  };
  const cells = (html: string) => [...html.matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map((m) => m[1]);

  it('has a caption, heads with scope, and says how it is sorted', () => {
    const html = renderToStaticMarkup(
      createElement(DataTable<(typeof props.rows)[number]>, { ...props, sort: { key: 'v', direction: 'descending' } }),
    );
    expect(html).toContain('<caption class="visually-hidden">Regions</caption>');
    expect(html).toMatch(/<th scope="col"[^>]*aria-sort="descending"/);
    expect(html.match(/scope="row"/g)).toHaveLength(3);
    expect(cells(html)).toEqual(['3', '2', '1']);
    expect(html).not.toContain('<b>');
  });

  it('draws the first rows and offers the rest', () => {
    const html = renderToStaticMarkup(createElement(DataTable<(typeof props.rows)[number]>, { ...props, limit: 2 }));
    expect(cells(html)).toEqual(['1', '3']);
    expect(html).toContain('Show all 3 rows');
  });
});

describe('sparkline', () => {
  it('breaks at gaps and ends with a dot only where there is a value', () => {
    const whole = sparklineShape([0, 5, 10], [0, 10], 104, 24);
    expect(whole.path.match(/M/g)).toHaveLength(1);
    expect(whole.last).toEqual({ x: 101, y: 3 });
    const broken = sparklineShape([0, Number.NaN, 10, Number.NaN], [0, 10], 104, 24);
    expect(broken.path.match(/M/g)).toHaveLength(2);
    expect(broken.last).toBeNull();
    expect(sparklineShape([], [0, 1], 104, 24)).toEqual({ path: '', last: null });
  });

  it('lies in the middle when the scale has no width', () => {
    expect(sparklineShape([3], [3, 3], 104, 24).last!.y).toBe(12);
  });
});

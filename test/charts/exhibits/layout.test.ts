import { describe, expect, it } from 'vitest';
import { fit, overlap, stretches, textBox, widthOf } from '../../../src/charts/exhibits/marks';
import { boxesAlong, type Named, placeNames } from '../../../src/charts/exhibits/place-names';
import { rangeOf, scaleOf, tickWords, ticksOf } from '../../../src/charts/exhibits/scale';

describe('an axis', () => {
  it('has round marks inside its ends, about as many as wanted', () => {
    expect(ticksOf(0, 100, 4)).toEqual([0, 20, 40, 60, 80, 100]);
    expect(ticksOf(-0.3, 0.35, 3)).toEqual([-0.2, 0, 0.2]);
    expect(ticksOf(24_000, 41_000, 4)).toEqual([25_000, 30_000, 35_000, 40_000]);
    for (const [low, high] of [
      [0, 1],
      [-7, 1300],
      [3.3, 3.35],
      [-1e6, 1e6],
    ] as const) {
      const ticks = ticksOf(low, high, 4);
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      expect(ticks.length).toBeLessThanOrEqual(8);
      for (const t of ticks) expect(t >= low && t <= high).toBe(true);
    }
  });

  it('says its marks with the decimals of their step', () => {
    expect([0, 0.5, 1].map(tickWords([0, 0.5, 1]))).toEqual(['0.0', '0.5', '1.0']);
    expect([-20, 0, 20].map(tickWords([-20, 0, 20]))).toEqual(['−20', '0', '20']);
    expect([3.3, 3.32].map(tickWords([3.3, 3.32]))).toEqual(['3.30', '3.32']);
  });

  it('holds all figures with air, begins at zero on request, and stands without a figure', () => {
    const [low, high] = rangeOf([4, null, 6]);
    expect([low < 4, high > 6]).toEqual([true, true]);
    expect(rangeOf([4, 6], true)[0]).toBe(0);
    expect(rangeOf([-4, -6], true)[1]).toBe(0);
    expect(rangeOf([null])).toEqual([0, 1]);
    expect(rangeOf([5, 5])[0]).toBeLessThan(5);
    expect(scaleOf(0, 10, 100, 0).at(2.5)).toBe(75);
  });
});

describe('labels', () => {
  it('are shortened to the room that there is', () => {
    expect(fit('呼和浩特市', 100, 12)).toBe('呼和浩特市');
    expect(fit('莫力达瓦达斡尔族自治旗', 70, 12)).toMatch(/^莫力.*…$/);
    expect(widthOf(fit('Darhan Muminggan United Banner', 90, 12), 12)).toBeLessThanOrEqual(90);
  });

  it('have a box that follows their anchor, upright ones above it', () => {
    const right = textBox({ x: 100, y: 10, text: '四个汉字', size: 10, align: 'right' });
    expect(right).toMatchObject({ x0: 60, x1: 100 });
    expect(textBox({ x: 100, y: 50, text: '四个汉字', size: 10, upright: true })).toMatchObject({ y0: 10, y1: 50 });
  });

  it('stand beside their points, touching nothing; those without a place are told', () => {
    const field = { x0: 0, y0: 0, x1: 300, y1: 200 };
    const point = (x: number, y: number): Named => ({ x, y, radius: 4, text: '锡林郭勒盟', bold: false });
    const points = [
      point(150, 100),
      point(152, 101),
      point(20, 20),
      ...Array.from({ length: 12 }, () => point(151, 100)),
    ];
    const places = placeNames(points, [], [], field, 11);
    const boxes = places.flatMap((p, i) => (p === null ? [] : [textBox({ ...p, text: points[i]!.text, size: 11 })]));
    boxes.forEach((a, i) => {
      expect(a.x0 >= 0 && a.x1 <= 300 && a.y0 >= 0 && a.y1 <= 200).toBe(true);
      for (const b of boxes.slice(i + 1)) expect(overlap(a, b)).toBe(false);
    });
    expect(places[2]).not.toBeNull();
    expect(places.filter((p) => p === null).length).toBeGreaterThan(5);
  });

  it('keep off a line where they can, and lie on it rather than be left out', () => {
    const point: Named = { x: 100, y: 100, radius: 4, text: '乌海', bold: false };
    const field = { x0: 0, y0: 0, x1: 300, y1: 200 };
    const free = placeNames([point], [], [], field, 11)[0]!;
    expect(free).toMatchObject({ align: 'left', y: 100 });
    const line = boxesAlong([
      [100, 100],
      [200, 100],
    ]);
    expect(placeNames([point], [], line, field, 11)[0]).toMatchObject({ align: 'right' });
    const everywhere = [{ x0: 0, y0: 0, x1: 300, y1: 200 }];
    expect(placeNames([point], [], everywhere, field, 11)[0]).toEqual(free);
  });
});

describe('a course with gaps', () => {
  it('is cut where a figure is missing; zero is a figure', () => {
    expect(stretches([1, 2, null, 0, null, null, 3, 4])).toEqual([
      [0, 1],
      [3, 3],
      [6, 7],
    ]);
    expect(stretches([null, null])).toEqual([]);
    expect(stretches([])).toEqual([]);
  });
});

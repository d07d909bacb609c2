import { describe, expect, it } from 'vitest';
import { sampleExhibit } from '../../../../mock-data/exhibits';
import type { Page } from '../../../../src/briefing/briefing';
import { drawingSize } from '../../../../src/views/briefing/show/drawing-size';
import { headlineScale, pageWords } from '../../../../src/views/briefing/show/headline';
import { layoutOf } from '../../../../src/views/briefing/show/page-layout';
import { forRoom } from '../../../../src/views/briefing/show/for-room';
import { turnOf } from '../../../../src/views/briefing/show/turning';
import { sampleBriefing } from './sample-briefing';

describe('words of a page', () => {
  const [told, drawn] = sampleBriefing('zh').pages;
  const wordsOf = (page: Page) => {
    const { sentences, ...words } = pageWords(page);
    return { ...words, sentences: sentences.map(({ text }) => text) };
  };

  it('have the finding of the chart as headline', () => {
    expect(wordsOf(drawn!)).toEqual({
      kicker: '变化情况',
      headline: drawn!.exhibit!.title,
      sentences: ['乌海市新增申领人数同比增加12.3%。'],
    });
  });

  it('have the first sentence as headline where there is no chart, and do not say it twice', () => {
    expect(wordsOf(told!)).toEqual({
      kicker: '总体研判',
      headline: '全区形势总体平稳，局部承压',
      sentences: ['12个盟市中3个处于预警等级。'],
    });
  });

  it('have the heading where the first sentence is long, or the only one, or there is none', () => {
    const long = { ...told!.sentences[0]!, text: '局'.repeat(60) };
    const rest = told!.sentences.slice(1);
    expect(wordsOf({ ...told!, sentences: [long, ...rest] })).toMatchObject({ kicker: '', headline: '总体研判' });
    expect(wordsOf({ ...told!, sentences: rest })).toMatchObject({
      headline: '总体研判',
      sentences: ['12个盟市中3个处于预警等级。'],
    });
    expect(wordsOf({ ...told!, sentences: [] })).toMatchObject({ headline: '总体研判', sentences: [] });
  });

  it('are set smaller the longer they are, Chinese counted twice', () => {
    expect(headlineScale('乌'.repeat(31))).toBe(1);
    expect(headlineScale('乌'.repeat(32))).toBeLessThan(1);
    expect(headlineScale('a'.repeat(62))).toBe(1);
    expect(headlineScale('a'.repeat(200))).toBeLessThan(headlineScale('a'.repeat(100)));
  });
});

describe('size of a drawing', () => {
  const box = { width: 1280, height: 420 };
  const unit = 13.66;

  it('is small, hence stretched much, where the chart needs little height', () => {
    const size = drawingSize(box, unit, () => 100)!;
    expect(box.width / size.width).toBeCloseTo((unit * 1.35) / 12, 2);
  });

  it('is larger for more rows, down to the smallest type that can be read', () => {
    const many = drawingSize(box, unit, () => 360)!;
    expect(many.height).toBeGreaterThanOrEqual(360);
    const toomany = drawingSize(box, unit, () => 4000)!;
    expect(box.width / toomany.width).toBeCloseTo((unit * 0.85) / 12, 2);
  });

  it('keeps the shape of the box, and is the same on a larger screen', () => {
    const laptop = drawingSize(box, unit, () => 300)!;
    const wall = drawingSize({ width: box.width * 3, height: box.height * 3 }, unit * 3, () => 300)!;
    expect(laptop.width / laptop.height).toBeCloseTo(box.width / box.height, 1);
    expect(wall).toEqual(laptop);
  });

  it('is none while the box has no size', () => {
    expect(drawingSize({ width: 0, height: 0 }, unit, () => 100)).toBeNull();
    expect(drawingSize(box, 0, () => 100)).toBeNull();
  });
});

describe('a chart for a room', () => {
  const many = sampleExhibit('small-multiples', 'many', 'zh');

  it('has the first six of many panels, and says of how many', () => {
    const count = many.data.panels.length;
    expect(count).toBeGreaterThan(6);
    const shown = forRoom(many, 'zh') as typeof many;
    expect(shown.data.panels).toEqual(many.data.panels.slice(0, 6));
    expect(shown.subtitle).toBe(`${many.subtitle}；列${count}幅小图中的前6幅`);
    expect(shown.table).toBe(many.table);
  });

  it('is as it was, where it has no more, or is another chart', () => {
    for (const exhibit of [
      sampleExhibit('small-multiples', 'ordinary', 'en'),
      sampleExhibit('ranked-bars', 'many', 'en'),
    ])
      expect(forRoom(exhibit, 'en')).toBe(exhibit);
  });
});

describe('layout of a page', () => {
  it('has a few words below, whatever the chart', () => {
    expect(layoutOf(900, 100)).toBe('below');
  });

  it('has many words beside a high chart, and below one that is large as it is', () => {
    expect(layoutOf(520, 600)).toBe('beside');
    expect(layoutOf(230, 400)).toBe('below');
  });

  it('has words below a chart of middle height until they are many', () => {
    expect(layoutOf(330, 250)).toBe('below');
    expect(layoutOf(330, 700)).toBe('beside');
  });
});

describe('a press on the page', () => {
  const press = (fromX: number, toX: number, fromY = 300, toY = 300) => turnOf({ fromX, toX, fromY, toY, width: 1000 });

  it('turns by the half that it is on', () => {
    expect(press(700, 702)).toBe(1);
    expect(press(300, 300)).toBe(-1);
  });

  it('turns by the way that it is swiped, wherever it ends', () => {
    expect(press(400, 200)).toBe(1);
    expect(press(600, 900)).toBe(-1);
  });

  it('does nothing when it goes up or down', () => {
    expect(press(700, 705, 300, 500)).toBe(0);
    expect(press(700, 640, 300, 500)).toBe(0);
  });
});

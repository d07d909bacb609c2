import { readFileSync } from 'node:fs';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { defaultCatalogue } from '../../../../../src/base/catalogue';
import { parsePeriod } from '../../../../../src/base/period';
import { faceOf, PAGE } from '../../../../../src/briefing/layout';
import type { Series } from '../../../../../src/platform/engine-api';
import type { Case } from '../../../../../src/response/case/case';
import { SOURCE_TEXT } from '../../../../../src/store/text';
import { DocumentSheet } from '../../../../../src/views/response/case/documents/DocumentSheet';
import { figureFact, formOfFigure } from '../../../../../src/views/response/case/documents/figure-facts';
import { change, historyOf, redo, undo } from '../../../../../src/store/history';
import { versionsOf } from '../../../../../src/views/response/case/documents/use-paper';
import { SAMPLE } from '../../../../briefing/make-document';

describe('history', () => {
  it('goes back and forth step by step; typing on in one place is one step', () => {
    let h = historyOf('');
    for (const text of ['a', 'ab', 'abc']) h = change(h, text, 'title');
    h = change(h, 'abc!', 'note');
    expect(undo(h).present).toBe('abc');
    expect(undo(undo(h)).present).toBe('');
    expect(undo(undo(undo(h))).present).toBe('');
    expect(redo(redo(undo(undo(h)))).present).toBe('abc!');
    expect(redo(h)).toEqual(h);
  });

  it('forgets what was undone once something else is done, and never joins a step to one before an undo', () => {
    const h = undo(change(change(historyOf('x'), 'y', 'title'), 'z', 'note'));
    const on = change(h, 'yy', 'title');
    expect(on.future).toEqual([]);
    expect(undo(on).present).toBe('y');
  });

  it('does not take a change that changes nothing', () => {
    const h = historyOf('x');
    expect(change(h, 'x', 'title')).toBe(h);
  });
});

describe('saved versions', () => {
  const saved = (lang: 'zh' | 'en', body: unknown): Case['documents'][number] => ({
    seq: 1,
    at: 0,
    by: { role: 'league', regionCode: '150300', name: '王某' },
    document: 'notice',
    lang,
    body,
  });

  it('are counted by kind and language; what cannot be read keeps its number and is told', () => {
    const documents = [saved('zh', SAMPLE), saved('en', SAMPLE), saved('zh', { form: 9 }), saved('zh', SAMPLE)];
    const { versions, unreadable } = versionsOf(documents, 'notice', 'zh');
    expect(versions.map(({ number }) => number)).toEqual([1, 3]);
    expect(unreadable).toBe(1);
    expect(versionsOf(documents, 'report', 'zh').versions).toEqual([]);
  });
});

describe('the sheet', () => {
  const html = renderToStaticMarkup(createElement(DocumentSheet, { model: SAMPLE }));
  const lines = html
    .replace(/<[^>]+>/g, '\n')
    .split('\n')
    .filter((line) => line !== '');

  it('says what DOCX says, in the same order', () => {
    expect(lines.join('|')).toBe(
      [
        '演示数据',
        SAMPLE.issuer,
        SAMPLE.number,
        SAMPLE.title,
        `${SAMPLE.to}：`,
        '现将“有关情况”通知如下 &lt;&amp;&gt;。',
        '一、预警情况',
        '（一）预警等级',
        '1.措施',
        '（1）要点',
        '主要指标',
        '指标|数值|领取失业保险金人数|2,118人|求人倍率|0.76|存疑',
        '第一行。|第二行。',
        '二、响应要求',
        '（一）时限',
        '附件：1.预警信号表',
        '2.措施任务分解表',
        SAMPLE.signature.office,
        SAMPLE.signature.date,
        '抄送：自治区人力资源和社会保障厅。',
      ].join('|'),
    );
  });

  it('has the page, pitch, sizes and faces of DOCX', () => {
    const css = readFileSync(
      new URL('../../../../../src/views/response/case/documents/sheet.css', import.meta.url),
      'utf8',
    );
    const { topMm, rightMm, bottomMm, leftMm, widthMm } = PAGE;
    const margins = `${topMm}mm ${rightMm}mm ${bottomMm}mm ${leftMm}mm`;
    expect(css).toContain(`padding: ${margins}`);
    expect(css.split(`margin: ${margins}`)).toHaveLength(4);
    expect(css).toContain(`width: ${widthMm}mm`);
    const { type, linePt, tightenPt, tableLinePt } = faceOf('zh');
    expect(css).toContain(`line-height: ${linePt}pt`);
    expect(css).toContain(`letter-spacing: -${tightenPt}pt`);
    expect(css).toContain(`line-height: ${tableLinePt}pt`);
    for (const { sizePt, east } of Object.values(type)) {
      expect(css, `${sizePt} pt`).toContain(`${sizePt}pt`);
      expect(css, east[0]).toContain(`"${east[0]}"`);
    }
    // What a page margin says has to stand in the style sheet.
    for (const lang of ['zh', 'en'] as const) expect(css).toContain(`content: "${SOURCE_TEXT.demonstration[lang]}"`);
  });
});

describe('figures of a paper', () => {
  const indicator = (id: string) => defaultCatalogue().byId.get(id)!;
  const first = parsePeriod('2026-01')!.period;
  const series = (values: readonly number[], more: Partial<Series> = {}): Series => ({
    regionCode: 'x',
    indicatorId: 'x',
    form: 'reported',
    view: 'value',
    unit: 'persons',
    first,
    values: Float64Array.from(values),
    status: new Uint8Array(values.length),
    coverage: null,
    ...more,
  });
  const fact = (id: string, upTo: string, values: readonly number[], turned: readonly number[]) => {
    const form = formOfFigure(indicator(id), 'month');
    return figureFact(indicator(id), 'month', parsePeriod(upTo)!.period, {
      value: series(values, { form }),
      yoy: series(turned, { form, unit: 'percent' }),
      mom: series(turned, { form, unit: 'percent' }),
    });
  };

  it('are the newest up to the period, with both comparisons', () => {
    expect(fact('benefit_recipients', '2026-04', [1, 2, 3, NaN, 5], [10, 20, 30, 40, 50])).toMatchObject({
      period: first + 2,
      span: 'period',
      value: 3,
      yearOnYear: { value: 30, unit: 'percent' },
      onPrevious: { value: 30, unit: 'percent' },
    });
    expect(fact('benefit_recipients', '2026-02', [NaN, NaN, 3], [0, 0, 0])).toBeNull();
  });

  it('take January and February together, and no month of the festival with the one before', () => {
    const feb = fact('new_benefit_claims', '2026-02', [NaN, 800], [NaN, 12]);
    expect(feb).toMatchObject({ span: 'joint', value: 800, yearOnYear: { value: 12 }, onPrevious: null });
    expect(fact('new_benefit_claims', '2026-03', [NaN, 800, 410], [NaN, 12, 9])).toMatchObject({
      span: 'period',
      onPrevious: null,
    });
    expect(fact('new_benefit_claims', '2026-04', [NaN, 800, 410, 400], [NaN, 12, 9, -2])).toMatchObject({
      onPrevious: { value: -2 },
    });
  });

  it('of a sum over the year are told as one, and not against the month before', () => {
    expect(fact('new_urban_jobs', '2026-03', [10, 20, 30], [1, 2, 3])).toMatchObject({
      span: 'year-to-date',
      yearOnYear: { value: 3 },
      onPrevious: null,
    });
  });

  it('leave out a comparison that cannot be made', () => {
    expect(fact('benefit_recipients', '2026-01', [7], [NaN])).toMatchObject({
      value: 7,
      yearOnYear: null,
      onPrevious: null,
    });
  });
});

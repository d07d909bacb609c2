import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, type BriefingDocument, checkDocument, type HeadField } from '../../src/briefing/document';
import {
  addBlock,
  addRow,
  headText,
  moveBlock,
  removeBlock,
  removeRow,
  setCell,
  setHead,
  setLevel,
  setText,
} from '../../src/briefing/edit';
import { gapsOf, missing } from '../../src/briefing/gaps';
import { chineseNumeral, numberBlocks } from '../../src/briefing/numbering';
import { handCount, regenerate } from '../../src/briefing/regenerate';
import { SAMPLE } from './make-document';

const ids = (model: BriefingDocument): string[] => model.blocks.map(({ id }) => id);
const block = (model: BriefingDocument, id: string): Block => model.blocks.find((one) => one.id === id)!;

describe('checkDocument', () => {
  it('takes what it is, after a way through JSON', () => {
    expect(checkDocument(JSON.parse(JSON.stringify(SAMPLE))).value).toEqual(SAMPLE);
  });

  it('tells all faults, each with its place', () => {
    const raw = {
      ...SAMPLE,
      lang: 'fr',
      more: 1,
      blocks: [{ id: 'a b', kind: 'heading', level: 5, text: 'x' }],
    };
    expect(
      checkDocument(raw)
        .faults.map((fault) => fault.path)
        .toSorted(),
    ).toEqual(['.', '.blocks[0].id', '.blocks[0].level', '.lang'].toSorted());
  });

  it('tells ids that stand twice and rows of another width', () => {
    const table = block(SAMPLE, 'figures');
    const raw = {
      ...SAMPLE,
      blocks: [SAMPLE.blocks[0], SAMPLE.blocks[0], { ...table, rows: [['only one']] }],
    };
    expect(checkDocument(raw).faults.map((fault) => fault.path)).toEqual(['.blocks[1].id', '.blocks[2].rows[0]']);
  });
});

describe('numbers of headings', () => {
  it('count on within their level, and anew below a higher one', () => {
    expect(numberBlocks(SAMPLE.blocks, 'zh')).toEqual(['', '一、', '（一）', '1.', '（1）', '', '', '二、', '（一）']);
    expect(numberBlocks(SAMPLE.blocks, 'en')).toEqual(['', '1. ', '1.1 ', '1.1.1 ', '1.1.1.1 ', '', '', '2. ', '2.1 ']);
  });

  it('are counted in Chinese up to 99', () => {
    expect([1, 10, 11, 20, 21, 99].map(chineseNumeral)).toEqual(['一', '十', '十一', '二十', '二十一', '九十九']);
  });
});

describe('gaps', () => {
  it('are found where a fact is missing, once in each block, and closed by writing something else', () => {
    const gap = missing('联系电话', 'zh');
    const model = setText({ ...SAMPLE, number: missing('发文字号', 'zh') }, 'basis', `电话：${gap}，再次${gap}。`);
    expect(gapsOf(model)).toEqual([
      { block: null, what: '发文字号' },
      { block: 'basis', what: '联系电话' },
    ]);
    expect(gapsOf(setHead(setText(model, 'basis', '电话：1'), 'number', '1号'))).toEqual([]);
    expect(gapsOf(setCell(SAMPLE, 'figures', 0, 1, gap))).toEqual([{ block: 'figures', what: '联系电话' }]);
  });

  it('are found in English', () => {
    const model = { ...SAMPLE, lang: 'en' as const, copies: missing('addressee', 'en') };
    expect(gapsOf(model)).toEqual([{ block: null, what: 'addressee' }]);
  });
});

describe('changes by hand', () => {
  it('mark what they change, and nothing else', () => {
    const model = setText(SAMPLE, 'basis', '改过。');
    expect(block(model, 'basis')).toEqual({ id: 'basis', kind: 'paragraph', text: '改过。', byHand: true });
    expect(model.blocks.filter((one) => one.byHand)).toHaveLength(1);
    expect(handCount(model)).toBe(1);
    expect(handCount(setHead(model, 'attachments', '甲\n\n乙'))).toBe(2);
    expect(setHead(SAMPLE, 'attachments', '甲\n\n乙').attachments).toEqual(['甲', '乙']);
  });

  it('that change nothing give the same document', () => {
    for (const same of [
      setText(SAMPLE, 'basis', '现将“有关情况”通知如下 <&>。'),
      setText(SAMPLE, 'nobody', 'x'),
      setHead(SAMPLE, 'title', SAMPLE.title),
      setLevel(SAMPLE, 'h.warning', 1),
      setLevel(SAMPLE, 'basis', 2),
      setCell(SAMPLE, 'figures', 0, 0, '领取失业保险金人数'),
      moveBlock(SAMPLE, 'basis', -1),
      removeBlock(SAMPLE, 'nobody'),
    ])
      expect(same).toBe(SAMPLE);
  });

  it('add, move and take out blocks and rows', () => {
    const added = addBlock(addBlock(SAMPLE, 'basis', 'heading'), null, 'paragraph');
    expect(ids(added).slice(0, 3)).toEqual(['own-2', 'basis', 'own-1']);
    expect(ids(moveBlock(SAMPLE, 'basis', 1)).slice(0, 2)).toEqual(['h.warning', 'basis']);
    expect(removeBlock(added, 'own-1').byHand.removed).toEqual([]);
    expect(removeBlock(added, 'basis').byHand.removed).toEqual(['basis']);
    const rows = (model: BriefingDocument) => (block(model, 'figures') as Extract<Block, { kind: 'table' }>).rows;
    expect(rows(addRow(SAMPLE, 'figures', 0))[1]).toEqual(['', '']);
    expect(rows(removeRow(SAMPLE, 'figures', 0))).toHaveLength(1);
  });
});

describe('regenerate', () => {
  const fresh: BriefingDocument = {
    ...SAMPLE,
    title: '新的标题',
    to: '新的机关',
    blocks: [
      ...SAMPLE.blocks
        .filter(({ id }) => id !== 'h.four')
        .map((one) => (one.id === 'basis' ? { ...one, text: '新的依据。' } : one)),
      { id: 'closing', kind: 'paragraph', text: '特此通知。' },
    ],
  };

  it('takes over what is new, and keeps what hands did', () => {
    const edited = removeBlock(
      setText(
        setHead(addBlock(moveBlock(SAMPLE, 'after', -1), 'h.level', 'paragraph'), 'to', '我写的机关'),
        'h.three',
        '我的措施',
      ),
      'figures',
    );
    const model = regenerate(edited, fresh);
    expect(model.title).toBe('新的标题');
    expect(model.to).toBe('我写的机关');
    expect(block(model, 'basis')).toMatchObject({ text: '新的依据。' });
    expect(block(model, 'h.three')).toMatchObject({ text: '我的措施', byHand: true });
    expect(ids(model)).toEqual([
      'basis',
      'h.warning',
      'h.level',
      'own-1',
      'h.three',
      'after',
      'h.again',
      'h.again2',
      'closing',
    ]);
  });

  it('keeps what the case no longer says only where a hand has changed it', () => {
    expect(ids(regenerate(SAMPLE, fresh))).not.toContain('h.four');
    expect(ids(regenerate(setText(SAMPLE, 'h.four', '我的'), fresh))).toContain('h.four');
  });

  const fields: readonly HeadField[] = ['issuer', 'number', 'title', 'to', 'copies', 'signatureDate'];
  type Command = (model: BriefingDocument) => BriefingDocument;
  const command: fc.Arbitrary<Command> = fc.oneof(
    fc.record({ i: fc.nat(20), text: fc.string() }).map(
      ({ i, text }): Command =>
        (m) =>
          setText(m, at(m, i), text),
    ),
    fc.nat(20).map(
      (i): Command =>
        (m) =>
          removeBlock(m, at(m, i)),
    ),
    fc.nat(20).map(
      (i): Command =>
        (m) =>
          addBlock(m, at(m, i), 'paragraph'),
    ),
    fc.record({ i: fc.nat(20), by: fc.constantFrom(-1 as const, 1 as const) }).map(
      ({ i, by }): Command =>
        (m) =>
          moveBlock(m, at(m, i), by),
    ),
    fc.record({ f: fc.constantFrom(...fields), text: fc.string() }).map(
      ({ f, text }): Command =>
        (m) =>
          setHead(m, f, text),
    ),
  );
  const at = (model: BriefingDocument, i: number): string =>
    model.blocks[i % Math.max(1, model.blocks.length)]?.id ?? '';

  it('holds its laws for any changes', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 15 }), (commands) => {
        const edited = commands.reduce((model, one) => one(model), SAMPLE);
        const model = regenerate(edited, fresh);
        // Still a document; the same once more; no hand's work is lost and nothing that was taken out is back.
        expect(checkDocument(JSON.parse(JSON.stringify(model))).faults).toEqual([]);
        expect(regenerate(model, fresh)).toEqual(model);
        for (const one of edited.blocks.filter((b) => b.byHand)) expect(model.blocks).toContainEqual(one);
        for (const field of edited.byHand.fields) expect(headText(model, field)).toBe(headText(edited, field));
        for (const id of edited.byHand.removed) expect(ids(model)).not.toContain(id);
        // All that the case says and nobody took out is there.
        const kept = new Set(ids(model));
        for (const id of ids(fresh)) expect(kept.has(id) || edited.byHand.removed.includes(id)).toBe(true);
      }),
      { seed: 20261126, numRuns: 300 },
    );
  });

  it('of what no hand has touched is the fresh one', () => {
    expect(regenerate(SAMPLE, fresh)).toEqual(fresh);
  });
});

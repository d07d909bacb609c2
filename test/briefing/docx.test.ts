import { afterEach, describe, expect, it, vi } from 'vitest';
import type { BriefingDocument } from '../../src/briefing/document';
import { toDocx } from '../../src/briefing/docx';
import { faceOf, PAGE } from '../../src/briefing/layout';
import { SAMPLE } from './make-document';
import { unzip } from './unzip';

const AT = Date.UTC(2026, 9, 21, 2, 5, 9);
const part = async (model: BriefingDocument, name: string): Promise<string> =>
  unzip(await toDocx(model, AT)).get(name) ?? '';

/** Paragraphs with their style and words, in the order of the file; those of cells are among them. */
function paragraphsOf(xml: string): { readonly style: string; readonly text: string }[] {
  return Array.from(xml.matchAll(/<w:p>.*?<\/w:p>|<w:p\/>/gs), ([p]) => ({
    style: /<w:pStyle w:val="([^"]+)"/.exec(p)?.[1] ?? '',
    text: Array.from(p.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g), (m) => m[1]!)
      .join('')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&'),
  }));
}
const said = (xml: string) => paragraphsOf(xml).filter(({ text }) => text !== '');

afterEach(() => vi.useRealTimers());

describe('the words of a paper', () => {
  it('stand in it in their order, each in its style, headings with their numbers', async () => {
    expect(said(await part(SAMPLE, 'word/document.xml'))).toEqual([
      { style: 'FsIssuer', text: SAMPLE.issuer },
      { style: 'FsBody', text: SAMPLE.number },
      { style: 'FsTitle', text: SAMPLE.title },
      { style: 'FsBody', text: '海勃湾区人民政府、海南区人民政府：' },
      { style: 'FsBody', text: '现将“有关情况”通知如下 <&>。' },
      { style: 'Heading1', text: '一、预警情况' },
      { style: 'Heading2', text: '（一）预警等级' },
      { style: 'Heading3', text: '1.措施' },
      { style: 'Heading4', text: '（1）要点' },
      { style: 'FsCaption', text: '主要指标' },
      { style: 'FsTableHead', text: '指标' },
      { style: 'FsTableHead', text: '数值' },
      { style: 'FsTable', text: '领取失业保险金人数' },
      { style: 'FsTable', text: '2,118人' },
      { style: 'FsTable', text: '求人倍率' },
      { style: 'FsTable', text: '0.76' },
      { style: 'FsTable', text: '存疑' },
      { style: 'FsBody', text: '第一行。' },
      { style: 'FsBody', text: '第二行。' },
      { style: 'Heading1', text: '二、响应要求' },
      { style: 'Heading2', text: '（一）时限' },
      { style: 'FsBody', text: '附件：1.预警信号表' },
      { style: 'FsBody', text: '2.措施任务分解表' },
      { style: 'FsBody', text: SAMPLE.signature.office },
      { style: 'FsBody', text: SAMPLE.signature.date },
      { style: 'FsCopies', text: '抄送：自治区人力资源和社会保障厅。' },
    ]);
  });

  it('stand in it without what no XML can hold, as it comes along from other programs', async () => {
    const pasted = 'a\u000bb\u0000c\ud800d\uffffe';
    const model: BriefingDocument = {
      ...SAMPLE,
      title: pasted,
      blocks: [{ id: 'own-1', kind: 'paragraph', text: `${pasted}\tf\r\ng` }],
    };
    const files = unzip(await toDocx(model, AT));
    const unsayable = (c: string): boolean => (c < ' ' && !'\t\n\r'.includes(c)) || /[\ud800-\udfff\uffff]/.test(c);
    for (const [name, xml] of files) expect([...xml].filter(unsayable), name).toEqual([]);
    const words = said(files.get('word/document.xml')!).map(({ text }) => text);
    expect(words).toContain('a b c\ufffdd\ufffde');
    expect(words).toContain('a b c\ufffdd\ufffde\tf ');
  });

  it('leave out what is empty', async () => {
    const bare = { ...SAMPLE, to: '', blocks: [], attachments: [], signature: { office: '', date: '' }, copies: '' };
    expect(said(await part(bare, 'word/document.xml')).map(({ text }) => text)).toEqual([
      SAMPLE.issuer,
      SAMPLE.number,
      SAMPLE.title,
    ]);
  });
});

describe('the page', () => {
  it('is A4 with the margins of the standard: a text block of 156 × 225 mm', async () => {
    const xml = await part(SAMPLE, 'word/document.xml');
    const of = (name: string): number =>
      Number(new RegExp(`w:${name}="(\\d+)"`).exec(xml.slice(xml.lastIndexOf('<w:sectPr')))![1]);
    const mm = (twips: number): number => (twips / 1440) * 25.4;
    expect(mm(of('top'))).toBeCloseTo(37, 1);
    expect(mm(of('bottom'))).toBeCloseTo(35, 1);
    expect(mm(of('left'))).toBeCloseTo(28, 1);
    expect(mm(of('right'))).toBeCloseTo(26, 1);
    expect(mm(of('w') - of('left') - of('right'))).toBeCloseTo(156, 1);
    expect(mm(of('h') - of('top') - of('bottom'))).toBeCloseTo(225, 1);
  });

  it('holds 22 lines of 28 characters, and no more', () => {
    const { type, linePt, tightenPt } = faceOf('zh');
    const pt = (mm: number): number => (mm / 25.4) * 72;
    const chars = pt(PAGE.widthMm - PAGE.leftMm - PAGE.rightMm) / (type.body.sizePt - tightenPt);
    const lines = pt(PAGE.heightMm - PAGE.topMm - PAGE.bottomMm) / linePt;
    expect(Math.floor(chars)).toBe(28);
    expect(Math.floor(lines)).toBe(22);
  });

  it('has the faces and sizes of the standard, and a stand-in for each face', async () => {
    const files = unzip(await toDocx(SAMPLE, AT));
    const style = (id: string): string =>
      new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, 's').exec(files.get('word/styles.xml')!)![0];
    const expected = [
      ['FsTitle', '方正小标宋简体', 44],
      ['FsBody', '仿宋_GB2312', 32],
      ['Heading1', '黑体', 32],
      ['Heading2', '楷体_GB2312', 32],
      ['Heading3', '仿宋_GB2312', 32],
      ['FsPage', '宋体', 28],
    ] as const;
    for (const [id, font, size] of expected) {
      expect(style(id), id).toContain(`w:eastAsia="${font}"`);
      expect(style(id), id).toContain(`<w:sz w:val="${size}"/>`);
      expect(files.get('word/fontTable.xml'), font).toMatch(new RegExp(`w:name="${font}"><w:altName`));
    }
    expect(style('FsBody')).toContain('w:firstLineChars="200"');
    expect(style('FsBody')).toMatch(/w:line="579"[^>]*w:lineRule="exact"|w:lineRule="exact"[^>]*w:line="579"/);
  });

  it('has its number right on odd and left on even pages', async () => {
    const files = unzip(await toDocx(SAMPLE, AT));
    expect(files.get('word/settings.xml')).toContain('w:evenAndOddHeaders');
    const feet = [...files].filter(([name]) => /footer\d\.xml$/.test(name)).map(([, xml]) => xml);
    expect(feet).toHaveLength(2);
    expect(feet.map((xml) => /<w:jc w:val="(\w+)"/.exec(xml)![1]).toSorted()).toEqual(['left', 'right']);
    for (const xml of feet) expect(xml).toContain('PAGE');
  });

  it('repeats the head of a table', async () => {
    expect((await part(SAMPLE, 'word/document.xml')).match(/<w:tblHeader\/>/g)).toHaveLength(1);
  });

  it('carries the mark of invented figures at its head, and none when they are real', async () => {
    const heads = (files: ReadonlyMap<string, string>) => [...files].filter(([name]) => /header\d\.xml$/.test(name));
    const marked = heads(unzip(await toDocx(SAMPLE, AT)));
    expect(marked).toHaveLength(2);
    for (const [, xml] of marked) expect(xml).toContain('演示数据');
    expect(heads(unzip(await toDocx({ ...SAMPLE, demonstration: '' }, AT)))).toHaveLength(0);
  });

  it('is set in Times New Roman for English', async () => {
    const files = unzip(await toDocx({ ...SAMPLE, lang: 'en' }, AT));
    expect(files.get('word/styles.xml')).not.toContain('仿宋');
    expect(files.get('word/styles.xml')).toContain('w:ascii="Times New Roman"');
    expect(said(files.get('word/document.xml')!).map(({ text }) => text)).toContain('1.1 预警等级');
  });
});

describe('the file', () => {
  it('is the same bytes on any day, and tells nothing of the machine', async () => {
    const first = await toDocx(SAMPLE, AT);
    vi.useFakeTimers();
    vi.setSystemTime(Date.UTC(2031, 3, 1));
    expect(await toDocx(SAMPLE, AT)).toEqual(first);
    const core = unzip(first).get('docProps/core.xml')!;
    expect(core).toContain('<dcterms:created xsi:type="dcterms:W3CDTF">2026-10-21T02:05:09Z</dcterms:created>');
    expect(core).toContain(`<dc:title>${SAMPLE.title}</dc:title>`);
    expect(core).toContain('<dc:creator>Fengsui</dc:creator>');
  });
});

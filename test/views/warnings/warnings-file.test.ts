import { describe, expect, it } from 'vitest';
import { buildRegionTree } from '../../../src/base/regions';
import { momentOf } from '../../../src/response/calendar/moment';
import { warningsCsv, warningsTsv } from '../../../src/views/warnings/warnings-file';
import { makeView } from '../make-view';
import { makeWarning, SILENCE } from './make-warning';

const tree = buildRegionTree('evil', [
  { code: 'T', nameZh: '全区', nameEn: 'All', level: 'province', parentCode: '' },
  { code: 'L', nameZh: '=1+1,"x"', nameEn: '@SUM(A1)', level: 'league', parentCode: 'T' },
]).tree!;
const view = makeView({ tree, count: 10 });
const due = { step: 'verify', at: momentOf(20_780, 17 * 60 + 30), urgency: 'in-time' } as const;
const warnings = [makeWarning('L', 3, { due }), makeWarning('T', 0, { silence: SILENCE })];

describe('the list as a file', () => {
  it('holds source, head and a line for each warning, formulas neutralised', () => {
    const lines = warningsCsv(warnings, view, '演示数据，数据截至2026年11月9日', 'zh').split('\r\n');
    expect(lines).toHaveLength(5);
    expect(lines[0]).toContain('演示数据');
    expect(lines[1]).toMatch(/^区划代码,地区,/);
    expect(lines[2]).toMatch(/^L,"'=1\+1,""x""",,Ⅱ级（橙色）,Ⅱ级（橙色）,生效,2026-03,,Ⅱ,/);
    expect(lines[2]).toMatch(/,核实,2026年11月23日 17:30,$/);
    expect(lines[3]).toMatch(/^T,全区,,待确认,待确认,待确认,/);
    expect(lines[3]).toMatch(/,2026-12-13$/);
  });

  it('goes to the clipboard with tabs, neutral as well', () => {
    const lines = warningsTsv(warnings, view, 'demonstration', 'en').split('\n');
    expect(lines[2]!.split('\t')[1]).toBe("'@SUM(A1)");
    expect(new Set(lines.slice(1).map((line) => line.split('\t').length)).size).toBe(1);
  });
});

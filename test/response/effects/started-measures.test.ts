import { describe, expect, it } from 'vitest';
import { dayOf, parsePeriod } from '../../../src/base/period';
import { momentOf } from '../../../src/response/calendar/moment';
import { occupiedRegions, periodOfMoment, startedMeasures } from '../../../src/response/effects/started-measures';
import { accept, follow, OPEN, tell } from '../case/make-case';

const month = (text: string): number => parsePeriod(text)!.period;

describe('startedMeasures', () => {
  const { case: review } = tell([
    ['03-26 09:00', OPEN],
    ['03-27 09:00', accept('work-relief')],
    ['03-27 10:00', accept('stability-subsidy')],
    ['03-27 11:00', accept('labour-cost')],
    ['03-27 12:00', { kind: 'reject-measure', case: 'K-1', measure: 'living-assistance', reason: '无对象' }],
    ['04-20 09:00', follow('stability-subsidy', 'planned')],
    ['05-06 09:00', follow('stability-subsidy', 'running')],
    ['07-01 09:00', follow('stability-subsidy', 'done')],
    ['05-08 09:00', follow('labour-cost', 'stopped')],
  ]);
  const started = startedMeasures([review], 'month');

  it('begins with the first report that it runs, else with the decision; never those refused or stopped before', () => {
    expect(started.map(({ measure, start, begun }) => [measure, start - month('2026-01'), begun])).toEqual([
      ['stability-subsidy', 4, true],
      ['work-relief', 2, false],
    ]);
    expect(started[0]).toMatchObject({ caseId: 'K-1', regionCode: '150300', seq: 3 });
  });

  it('names the regions under the same measure, or under one for the same indicator, that began before the end', () => {
    expect(occupiedRegions(started, 'work-relief', 'openings', month('2026-12'))).toEqual(['150300']);
    expect(occupiedRegions(started, null, 'new_benefit_claims', month('2026-12'))).toEqual(['150300']);
    expect(occupiedRegions(started, null, 'openings', month('2026-12'))).toEqual([]);
    expect(occupiedRegions(started, 'work-relief', 'openings', month('2026-03'))).toEqual([]);
  });
});

describe('periodOfMoment', () => {
  it('goes by the calendar of Beijing', () => {
    // 31 March 2026, 23:59 and the minute after it in Beijing.
    const late = momentOf(dayOf(2026, 3, 31), 1439);
    expect(periodOfMoment(late, 'month')).toBe(month('2026-03'));
    expect(periodOfMoment(late + 60_000, 'month')).toBe(month('2026-04'));
    expect(periodOfMoment(late, 'quarter')).toBe(parsePeriod('2026-Q1')!.period);
    expect(periodOfMoment(late + 60_000, 'quarter')).toBe(parsePeriod('2026-Q2')!.period);
    expect(periodOfMoment(late, 'year')).toBe(2026);
    expect(periodOfMoment(late, 'week')).toBe(parsePeriod('2026-03-31')!.period);
  });
});

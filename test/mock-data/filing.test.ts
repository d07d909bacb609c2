import { describe, expect, it } from 'vitest';
import { lastDayOf, parseDay } from '../../src/base/period';
import { AS_OF, at, MONTHS, periodAt } from '../../mock-data/timeline';
import { childrenOf, indicatorOf, monthly, of, parents } from './shipped';

describe('days', () => {
  const dayOf = (text: string): number => parseDay(text)!;

  it('nothing is known before its month has ended, after the indicator’s lag, or after the day of the demonstration', () => {
    for (const o of monthly) {
      const lag = indicatorOf(o.indicator).lagDays;
      o.published.forEach((day, t) => {
        if (day === null) return;
        const end = lastDayOf('month', periodAt(t));
        expect(dayOf(day), `${o.indicator} ${day}`).toBeGreaterThanOrEqual(end);
        expect(dayOf(day), `${o.indicator} ${day}`).toBeLessThanOrEqual(Math.min(AS_OF, end + lag));
      });
      for (const [, , day] of o.late) expect(dayOf(day)).toBeLessThanOrEqual(AS_OF);
    }
  });

  it('the newest month is half in: key employment figures are, macro figures are not', () => {
    const last = (id: string): string | null => of(id).published[MONTHS - 1]!;
    expect(last('new_benefit_claims')).toBe('2026-11-09');
    expect([last('industrial_output_yoy'), last('surveyed_unemployment_rate')]).toEqual([null, null]);
    for (const o of monthly.filter((m) => m.published[MONTHS - 1] === null)) {
      expect(o.series.every((s) => s.values[MONTHS - 1] === null)).toBe(true);
    }
  });

  it('revisions come in order: published, then one to three months later', () => {
    let chains = 0;
    let values = 0;
    for (const o of monthly) {
      const key = (region: string, period: string): string => `${region} ${period}`;
      const late = new Map(o.late.map(([region, period, day]) => [key(region, period), day]));
      const chain = new Map<string, string[]>();
      for (const [region, period, , day] of o.revisions)
        chain.set(key(region, period), [...(chain.get(key(region, period)) ?? []), day]);
      for (const [cell, days] of chain) {
        const t = at(cell.split(' ')[1]!);
        expect(days[0]).toBe(o.published[t]);
        const whole = [...days, late.get(cell)!].map(dayOf);
        expect(
          whole.every((day, i) => i === 0 || day > whole[i - 1]!),
          cell,
        ).toBe(true);
        const months = (whole.at(-1)! - whole[0]!) / 30.5;
        expect(months).toBeGreaterThan(0.7);
        expect(months).toBeLessThan(3.6);
        chains++;
      }
      values += o.series.reduce((n, s) => n + s.values.filter((v) => v !== null).length, 0);
    }
    expect(chains / values).toBeGreaterThan(0.015);
    expect(chains / values).toBeLessThan(0.04);
  });

  it('a revised figure differs from the one before it', () => {
    const { revisions, series } = of('monitored_jobs');
    const latest = new Map(series.map((s) => [s.region, s.values]));
    const first = revisions.filter(([region]) => region.startsWith('1503'));
    expect(first.length).toBeGreaterThan(3);
    for (const [region, period, value] of first) expect(value).not.toBe(latest.get(region)![at(period)]);
  });
});

describe('gaps', () => {
  const outage = (code: string, t: number): boolean =>
    code.startsWith('1522') && t >= at('2021-04') && t <= at('2021-08');

  it('about half a percent of county values is missing, never two months running', () => {
    let missing = 0;
    let due = 0;
    for (const o of monthly.filter((m) => m.indicator !== 'openings_to_seekers')) {
      for (const { region, values } of o.series) {
        if (parents.includes(region)) continue;
        values.forEach((v, t) => {
          if (o.published[t] === null || outage(region, t)) return;
          due++;
          if (v === null) missing++;
          if (v === null && values[t - 1] === null && o.published[t - 1] && !outage(region, t - 1)) {
            throw new Error(`${o.indicator} ${region}: two gaps in a row at ${t}`);
          }
        });
      }
    }
    expect(missing / due).toBeGreaterThan(0.003);
    expect(missing / due).toBeLessThan(0.008);
  });

  it('Hinggan and its six counties file nothing from 2021-04 to 2021-08, in any indicator', () => {
    const places = ['152200', ...childrenOf('152200')];
    expect(places).toHaveLength(7);
    for (const o of monthly) {
      for (const { region, values } of o.series.filter((s) => places.includes(s.region))) {
        expect(
          values.slice(at('2021-04'), at('2021-09')).every((v) => v === null),
          `${o.indicator} ${region}`,
        ).toBe(true);
        expect(values[at('2021-03')] ?? values[at('2021-02')]).not.toBeNull();
      }
    }
  });
});

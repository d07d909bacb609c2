import { describe, expect, it } from 'vitest';
import { monthPeriod } from '../../../src/base/period';
import { judgementOf } from '../../../src/views/overview/judgement';
import { watchOf } from '../../../src/views/overview/watch';
import { makeView, type ViewParts, X } from '../make-view';

const first = monthPeriod(2026, 9);

function judge(parts: Omit<ViewParts, 'count' | 'first'>, lang: 'zh' | 'en' = 'zh', at = 1) {
  const view = makeView({ ...parts, first, count: 2 });
  return judgementOf(view, watchOf(view.tree), first + at, lang);
}

describe('the first line', () => {
  it('leads with who rose, to the highest level first', () => {
    const { lead } = judge({ levels: { '150300': [3, 4], '150600': [2, 3], '150200': [1, 1] } });
    expect(lead).toBe('乌海市升至Ⅰ级（红色），鄂尔多斯市升至Ⅱ级（橙色）。');
    expect(judge({ levels: { '150300': [3, 4] } }, 'en').lead).toBe('Wuhai rose to Level Ⅰ (red).');
  });

  it('else with who stands highest', () => {
    const { lead } = judge({ levels: { '150300': [4, 4], '150600': [3, 1] } });
    expect(lead).toBe('无盟市升级，乌海市处于最高的Ⅰ级（红色）。');
  });

  it('says quiet only of what can be judged', () => {
    expect(judge({}).lead).toBe('12个盟市均无预警。');
    expect(judge({ levels: { '152900': [0, X] } }).lead).toBe('11个盟市无预警，1个数据不足不能判断。');
    const none = Object.fromEntries(
      ['0100', '0200', '0300', '0400', '0500', '0600', '0700', '0800', '0900', '2200', '2500', '2900'].map((c) => [
        `15${c}`,
        [X, X],
      ]),
    );
    expect(judge({ levels: none }).lead).toBe('盟市数据不足，均不能判断。');
  });

  it('counts the levels, and those at Ⅱ or above against the month before', () => {
    const { sentences } = judge({ levels: { '150300': [3, 4], '150600': [2, 3], '150200': [3, 1], '152900': [0, X] } });
    expect(sentences[1]).toBe('12个盟市中Ⅰ级1个、Ⅱ级1个、Ⅳ级1个、正常8个、数据不足1个。');
    expect(sentences[2]).toBe('Ⅱ级及以上2个，较上月持平。');
    expect(sentences[3]).toBe('包头市降至Ⅳ级（蓝色）。');
    const more = judge({ levels: { '150300': [0, 4] } }).sentences;
    expect(more[2]).toBe('Ⅱ级及以上1个，较上月增加1个。');
    const fewer = judge({ levels: { '150300': [3, 2] } }).sentences;
    expect(fewer[2]).toBe('Ⅱ级及以上0个，较上月减少1个。');
  });

  it('says since when the whole is where it is, or what it was', () => {
    expect(judge({ levels: { '150000': [2, 2] } }).sentences[0]).toBe('内蒙古自治区处于Ⅲ级（黄色），已2个月。');
    expect(judge({ levels: { '150000': [1, 2] } }).sentences[0]).toBe('内蒙古自治区由Ⅳ级（蓝色）变为Ⅲ级（黄色）。');
  });

  it('has no comparison in the first period', () => {
    const { sentences } = judge({ levels: { '150300': [4, 4] } }, 'zh', 0);
    expect(sentences.join('')).not.toContain('较上月');
  });

  it('ends with new claims and the ratio, from the figures', () => {
    const values = (v: number, before: number) => [...Array<number>(12).fill(before), v];
    const start = first - 11;
    const view = makeView({
      first: start,
      count: 13,
      headline: {
        new_benefit_claims: values(4812, 3472),
        openings_to_seekers: [...Array<number>(8).fill(1.02), 0.98, 0.97, Number.NaN, 0.93, 0.91],
      },
    });
    const { sentences } = judgementOf(view, watchOf(view.tree), start + 12, 'zh');
    expect(sentences.at(-1)).toBe('新申领失业保险金人数4,812人，较上年同期+38.6%；求人倍率0.91，已5个月低于1。');
  });
});

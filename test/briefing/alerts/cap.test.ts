import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildRegionTree } from '../../../src/base/regions';
import { capTime, capXml } from '../../../src/briefing/alerts/cap';
import { type AlertWorld, isSender, type Message } from '../../../src/briefing/alerts/message';
import { messageOf } from '../../../src/briefing/alerts/message-of';
import { momentOf } from '../../../src/response/calendar/moment';
import { parseDay } from '../../../src/base/period';
import type { Warning } from '../../../src/response/warnings/inbox';
import { spellOf, largeInbox } from '../../response/warnings/make-inbox';
import { inbox } from '../../../src/response/warnings/build-inbox';
import { alertWorld, warningOf, warningsOf } from './make-alerts';
import { allOf, capFaults, textOf } from './cap-rules';
import { type Element, parseXml } from './parse-xml';

function sent(warning: Warning, world: AlertWorld = alertWorld()): { message: Message; alert: Element } {
  const message = messageOf(warning, world)!;
  return { message, alert: parseXml(capXml(message, world)) };
}
const values = (alert: Element, name: string): string[] =>
  allOf(alert, 'info').flatMap((info) => allOf(info, name).map((e) => e.text));
const parameters = (alert: Element): Record<string, string> =>
  Object.fromEntries(
    allOf(allOf(alert, 'info')[0]!, 'parameter').map((p) => [textOf(p, 'valueName')!, textOf(p, 'value')!]),
  );

describe('one warning through its life', () => {
  test('the first message: an Alert that says where, what level, since when, who acts', () => {
    const { alert } = sent(warningOf('150300', '2026-10', [3]));
    expect(capFaults(alert)).toEqual([]);
    expect(textOf(alert, 'identifier')).toBe('fengsui.150300.2026-10.2026-10');
    expect(textOf(alert, 'sender')).toBe('monitor@hrss.example.cn');
    expect(textOf(alert, 'sent')).toBe('2026-11-09T00:00:00+08:00');
    expect(textOf(alert, 'status')).toBe('Actual');
    expect(textOf(alert, 'msgType')).toBe('Alert');
    expect(values(alert, 'language')).toEqual(['zh-CN', 'en-US']);
    expect(values(alert, 'headline')).toEqual([
      '乌海市失业风险Ⅱ级（橙色）预警',
      'Wuhai: unemployment risk warning, Level Ⅱ (orange)',
    ]);
    expect(values(alert, 'severity')).toEqual(['Severe', 'Severe']);
    expect(values(alert, 'onset')[0]).toBe('2026-10-01T00:00:00+08:00');
    expect(values(alert, 'instruction')[0]).toContain('乌海市人民政府');
    expect(parameters(alert)).toMatchObject({
      'fengsui.level': 'orange',
      'fengsui.period': '2026-10',
      'fengsui.index': '75',
      'fengsui.rule': 'new_benefit_claims-rule orange',
      'fengsui.knownOn': '2026-11-09',
    });
    expect(textOf(allOf(allOf(alert, 'info')[0]!, 'area')[0]!, 'value')).toBe('150300');
  });

  test('a change of level is an Update that names the messages before it, with the times that they had', () => {
    const first = sent(warningOf('150300', '2026-09', [1]), alertWorld({ newest: parseMonth('2026-09') }));
    const { alert } = sent(warningOf('150300', '2026-09', [1, 4]));
    expect(capFaults(alert)).toEqual([]);
    expect(textOf(alert, 'msgType')).toBe('Update');
    expect(textOf(alert, 'references')).toBe(
      `monitor@hrss.example.cn,${textOf(first.alert, 'identifier')},${textOf(first.alert, 'sent')}`,
    );
    expect(textOf(alert, 'incidents')).toBe(textOf(first.alert, 'incidents'));
  });

  test('one that goes on at its level is an Update of the newest period, from the day on which that came in', () => {
    const { alert } = sent(warningOf('150300', '2026-06', [2, 2, 3, 3, 3]));
    expect(capFaults(alert)).toEqual([]);
    expect(textOf(alert, 'identifier')).toBe('fengsui.150300.2026-06.2026-10');
    expect(
      textOf(alert, 'references')!
        .split(' ')
        .map((r) => r.split(',')[1]),
    ).toEqual(['fengsui.150300.2026-06.2026-06', 'fengsui.150300.2026-06.2026-08']);
  });

  test('its end by the figures is a Cancel for two periods, then nothing', () => {
    const over = { until: parseMonth('2026-09'), state: 'ended' } as const;
    const { alert } = sent(warningOf('150300', '2026-07', [1, 2, 1], over));
    expect(capFaults(alert)).toEqual([]);
    expect(textOf(alert, 'msgType')).toBe('Cancel');
    expect(values(alert, 'urgency')).toEqual(['Past', 'Past']);
    expect(values(alert, 'responseType')).toEqual(['AllClear', 'AllClear']);
    expect(
      messageOf(warningOf('150300', '2026-05', [1, 2, 1], { ...over, until: parseMonth('2026-07') }), alertWorld()),
    ).toBeNull();
  });

  test('a false alarm is a Cancel at the moment at which somebody said so', () => {
    const at = momentOf(parseDay('2026-11-11')!, 605) + 7_500;
    const done = { seq: 1, at, by: { role: 'league', regionCode: '150300', name: '王某' } } as const;
    const record = {
      id: '150300@2026-09',
      state: 'false-alarm',
      level: 2,
      acknowledged: done,
      verified: done,
      reason: '口径变动',
      case: null,
      acts: [{ ...done, kind: 'warning-false-alarm' }],
      notes: [],
    };
    const state = { warnings: new Map([[record.id, record]]) } as never;
    const [warning] = warningsOf([spellOf('150300', '2026-09', [2, 2])], state);
    const { alert } = sent(warning!);
    expect(capFaults(alert)).toEqual([]);
    expect(textOf(alert, 'sent')).toBe('2026-11-11T10:05:07+08:00');
    expect(textOf(alert, 'msgType')).toBe('Cancel');
    expect(values(alert, 'certainty')).toEqual(['Unlikely', 'Unlikely']);
    expect(values(alert, 'headline')[0]).toBe('乌海市失业风险预警核实为误报');
  });

  test('what is pending, or never had a level, is no message', () => {
    expect(messageOf(warningOf('150300', '2026-10', [0]), alertWorld())).toBeNull();
    expect(messageOf(warningOf('150300', '2026-10', [255]), alertWorld())).toBeNull();
  });

  test('figures that fail are no end: the level is that of before, and nobody can tell', () => {
    const { alert } = sent(warningOf('150300', '2026-08', [3, 3, 255]));
    expect(capFaults(alert)).toEqual([]);
    expect(textOf(alert, 'msgType')).toBe('Update');
    expect(values(alert, 'certainty')).toEqual(['Unknown', 'Unknown']);
    expect(values(alert, 'description')[0]).toContain('不等于正常');
  });

  test('undated figures: from the day after their period, the same at every export', () => {
    const warning = warningOf('150300', '2026-10', [3], {
      moves: [{ period: parseMonth('2026-10'), level: 3, knownOn: null }],
    });
    const world = alertWorld({ knownOn: null });
    expect(textOf(sent(warning, world).alert, 'sent')).toBe('2026-11-01T00:00:00+08:00');
    expect(capXml(messageOf(warning, world)!, world)).toBe(
      capXml(messageOf(warning, world)!, { ...world, nowMs: world.nowMs + 86_400_000 }),
    );
  });
});

describe('what it says of itself', () => {
  test('invented figures are never Actual, whatever else is asked for', () => {
    for (const exercise of [false, true]) {
      const { alert } = sent(warningOf('150300', '2026-10', [4]), alertWorld({ demonstration: true, exercise }));
      expect(capFaults(alert)).toEqual([]);
      expect(textOf(alert, 'status')).toBe('Test');
      expect(textOf(alert, 'note')).toContain('虚构');
      for (const name of ['headline', 'description'])
        expect(values(alert, name).map((v) => /虚构|invented/.test(v))).toEqual([true, true]);
    }
    const { alert } = sent(warningOf('150300', '2026-10', [4]), alertWorld({ exercise: true }));
    expect(capFaults(alert)).toEqual([]);
    expect(textOf(alert, 'status')).toBe('Exercise');
  });

  test('codes that are none of GB/T 2260 are not called so', () => {
    const { tree } = buildRegionTree('us', [
      { code: '06', nameZh: '加州', nameEn: 'California', level: 'state', parentCode: '' },
    ]);
    const { alert } = sent(warningOf('06', '2026-10', [2]), alertWorld({ tree: tree! }));
    expect(capFaults(alert)).toEqual([]);
    expect(textOf(allOf(allOf(alert, 'info')[0]!, 'area')[0]!, 'valueName')).toBe('region_code');
  });

  test('an address of the warning stands in web', () => {
    const link = (w: Warning): string => `https://fengsui.example.cn/?warning=${encodeURIComponent(w.id)}#/warnings`;
    const { alert } = sent(warningOf('150300', '2026-10', [2]), alertWorld({ link }));
    expect(capFaults(alert)).toEqual([]);
    expect(values(alert, 'web')[0]).toContain('150300%402026-10');
  });

  test('times are those of Beijing, in whole seconds', () => {
    expect(capTime(Date.UTC(2026, 11, 31, 16, 0, 0))).toBe('2027-01-01T00:00:00+08:00');
    expect(capTime(Date.UTC(2026, 1, 28, 3, 4, 5, 999))).toBe('2026-02-28T11:04:05+08:00');
  });
});

test('five hundred warnings of all states and levels are messages by the rules, each of its own identifier', () => {
  const { spells, state, world: around } = largeInbox(500);
  const world = alertWorld({ tree: around.tree, nowMs: around.nowMs });
  const messages = inbox(spells, state, around).flatMap((w) => messageOf(w, world) ?? []);
  expect(new Set(messages.map((m) => m.type))).toEqual(new Set(['Alert', 'Update', 'Cancel']));
  expect(messages.flatMap((m) => capFaults(parseXml(capXml(m, world))))).toEqual([]);
  expect(new Set(messages.map((m) => m.identifier)).size).toBe(messages.length);
});

test('hostile names and codes stay text, and what XML cannot hold is left out', () => {
  const names = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '<script>alert(1)</script>',
      ']]>',
      '&#0;&lt;',
      '"\'><x>',
      '\u0000\u0007\ufffe',
      '\ud800',
      'a, b <c> & d',
      '名\r\n称',
    ),
  );
  fc.assert(
    fc.property(names, names, (code, name) => {
      fc.pre(code !== '');
      const rows = [{ code, nameZh: name, nameEn: name, level: 'x', parentCode: '' }];
      const world = alertWorld({
        tree: buildRegionTree('hostile', rows).tree!,
        office: { zh: `${name}局`, en: `${name} office` },
      });
      const { alert } = sent(warningOf(code, '2026-09', [1, 3]), world);
      // A name of nothing but what is left out is empty on any screen, too; the words around it remain.
      expect(capFaults(alert).filter((fault) => fault !== 'areaDesc is empty')).toEqual([]);
      expect(allOf(alert, 'info')).toHaveLength(2);
    }),
    { numRuns: 100 },
  );
});

test('the rules see a writer that is wrong', () => {
  const message = messageOf(warningOf('150300', '2026-09', [1, 3]), alertWorld())!;
  const xml = capXml(message, alertWorld());
  const faultsOf = (from: string | RegExp, to: string): string => capFaults(parseXml(xml.replace(from, to))).join('; ');
  expect(faultsOf('', '')).toBe('');
  expect(faultsOf('<status>Actual</status>', '<status>Real</status>')).toContain('status: “Real”');
  expect(faultsOf(/<sent>.*<\/sent>/, '<sent>2026-11-09T00:00:00Z</sent>')).toContain('alert/sent');
  expect(faultsOf(/<sent>.*<\/sent>/, '<sent>2026-02-30T00:00:00+08:00</sent>')).toContain('alert/sent');
  expect(faultsOf(/<references>.*<\/references>/, '')).toContain('Update without references');
  expect(faultsOf(/<restriction>.*<\/restriction>/, '')).toContain('restricted without a rule');
  expect(faultsOf(/(<urgency>.*<\/urgency>)\s*(<severity>.*<\/severity>)/, '$2$1')).toContain(
    'urgency is not allowed here',
  );
  expect(faultsOf(/<category>.*<\/category>/, '')).toContain('category is missing');
  expect(faultsOf(/<identifier>/, '<identifier>a b')).toContain('identifier');
  expect(faultsOf('emergency:cap:1.2', 'emergency:cap:1.1')).toContain('namespace');
  expect(() => parseXml(xml.replace('</alert>', ''))).toThrow('is not closed');
});

test('a sender is a domain name or a mail address', () => {
  expect(['hrss.nmg.gov.cn', 'a.b@hrss.nmg.gov.cn', 'x-1.cn'].map(isSender)).toEqual([true, true, true]);
  expect(['', 'localhost', 'a b.cn', 'a,b.cn', '<x>.cn', '人社厅', 'a@', '-x.cn', 'x.cn/'].map(isSender)).toEqual(
    Array.from({ length: 9 }, () => false),
  );
});

const parseMonth = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5)) - 1;

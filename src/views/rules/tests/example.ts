import { RULE_TESTS_SCHEMA } from '../../../backtest/rule-test-file';

/** A file to start from: an inline rule, repeats, a missing value, levels, states; and a rule in force by its id. */
const EXAMPLE = {
  schema: RULE_TESTS_SCHEMA,
  name: { zh: '示例：调查失业率与萨姆规则', en: 'Example: the surveyed rate and the Sahm rule' },
  rules: [
    {
      id: 'rate-level',
      indicator: 'surveyed_unemployment_rate',
      detector: { kind: 'level', params: {} },
      thresholds: { blue: 5.5, yellow: 6, orange: 6.5, red: 7 },
      decimals: 1,
      confirm: { blue: 2, yellow: 2, orange: 2, red: 1 },
      clear: 2,
      exitMargin: 0.1,
      holdMissing: 2,
    },
    'unemployment-rise',
  ],
  scheme: 'default',
  tests: [
    {
      name: {
        zh: '连续两期过线计入，两期低于解除线解除',
        en: 'counts after two periods, ends after two below the exit line',
      },
      series: { surveyed_unemployment_rate: { '2025-01': '5.0x3 5.5 5.6 5.6 5.0x3' } },
      signals: { 'rate-level': '0x4 1x3 0x2' },
      states: { 'rate-level': 'normalx3 pending activex2 recovering normalx2' },
      levels: '0x4 Ⅳx3 0x2',
    },
    {
      name: { zh: '缺报沿用两期，之后为数据不足', en: 'held over two missing periods, then insufficient' },
      series: { surveyed_unemployment_rate: { '2025-01': '5.5x2 _x3 5.0' } },
      levels: '0 Ⅳx3 ? Ⅳ',
    },
    {
      name: { zh: '萨姆规则恰为 0.50 到线', en: 'the Sahm rule at exactly 0.50' },
      series: { unemployment_rate: { '2024-01': '3.6x15 4.1x3' } },
      signals: { 'unemployment-rise': { '2025-04': '0x2 1' } },
    },
  ],
} as const;

export function exampleText(): string {
  return `${JSON.stringify(EXAMPLE, null, 2)}\n`;
}

import { defineText } from '../../base/text';

export const RULES_TEXT = defineText({
  screen: { zh: '预警规则', en: 'Warning rules' },
  tabs: { zh: '规则页面各部分', en: 'Parts of the rules screen' },
  edit: { zh: '规则', en: 'Rules' },
  backtest: { zh: '回测与校准', en: 'Backtest and calibration' },
  'what-if': { zh: '情景推演', en: 'What if' },
  tests: { zh: '规则测试', en: 'Rule tests' },
});

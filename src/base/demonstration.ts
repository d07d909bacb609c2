import type { Text } from './text';

/** What stands by figures that are invented, in the same words on every screen, chart and document. */
export const DEMONSTRATION_MARK: Text = { zh: '演示数据，非真实统计', en: 'Demonstration data, not real' };

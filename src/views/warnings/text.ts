import { defineText } from '../../base/text';

export const WARNINGS_TEXT = defineText({
  screen: { zh: '预警', en: 'Warnings' },
  list: { zh: '预警清单', en: 'List of warnings' },
  failed: { zh: '预警未能读取', en: 'The warnings could not be read' },

  none: { zh: '目前没有预警', en: 'There is no warning' },
  noneWhy: {
    zh: '截至{period}，没有地区达到预警等级，也没有待确认的信号或数据不足的地区。',
    en: 'As of {period} no area is at a warning level, no signal waits for confirmation and no area lacks its figures.',
  },
  noneOpen: { zh: '没有待处置的预警', en: 'No warning is open' },
  noneOpenHandled: {
    zh: '现有预警均已判为误报或关闭，升级时会重新列出。',
    en: 'All present warnings were closed or marked as false alarms; they come back when they rise.',
  },
  noneOpenWhy: { zh: '已结束的预警有{count}条。', en: 'Warnings that have ended: {count}.' },
  showEnded: { zh: '查看已结束的', en: 'Show those that have ended' },
  nothingFits: { zh: '没有符合条件的预警', en: 'No warning fits these conditions' },
  clear: { zh: '清除条件', en: 'Clear conditions' },
  clearAll: { zh: '清除条件，显示全部', en: 'Clear conditions and show all' },
  toOverview: { zh: '返回总览', en: 'Go to the overview' },

  staleSource: {
    zh: '数据源未能更新，以下依据较早的数据：{why}',
    en: 'The source could not be reached; what follows rests on earlier figures: {why}',
  },
  held: {
    zh: '{count}条预警的等级因缺报沿用上期。',
    en: 'The level is held over missing figures, warnings: {count}.',
  },

  summary: { zh: '按等级和时限筛选', en: 'Filter by level and by what is due' },
  pending: { zh: '待确认', en: 'Pending' },
  peak: { zh: '最高', en: 'highest' },
  insufficient: { zh: '数据不足', en: 'No data' },
  overdue: { zh: '逾期', en: 'Overdue' },
  'due-soon': { zh: '将到期', en: 'Due soon' },
  unacknowledged: { zh: '待签收', en: 'Not acknowledged' },
  'in-review': { zh: '评审中', en: 'In review' },

  find: { zh: '查找', en: 'Find' },
  findHint: { zh: '地区、指标、备注', en: 'Region, indicator, note' },
  show: { zh: '范围', en: 'Show' },
  showOpen: { zh: '待处置', en: 'Open' },
  showEndedOnes: { zh: '已结束', en: 'Ended' },
  showAll: { zh: '全部', en: 'All' },
  area: { zh: '地区', en: 'Area' },
  everywhere: { zh: '全部地区', en: 'Everywhere' },
  family: { zh: '指标族', en: 'Family' },
  anyFamily: { zh: '全部', en: 'Any' },
  sort: { zh: '排序', en: 'Order' },
  sortUrgency: { zh: '紧急程度', en: 'Urgency' },
  sortLevel: { zh: '等级', en: 'Level' },
  sortNewest: { zh: '最近开始', en: 'Newest first' },
  sortOldest: { zh: '最早开始', en: 'Oldest first' },
  sortRegion: { zh: '区划代码', en: 'Region code' },
  mine: { zh: '只看本单位负责的', en: 'Only my office’s' },
  copy: { zh: '复制', en: 'Copy' },
  copied: { zh: '已复制{count}条', en: 'Copied: {count}' },
  notCopied: { zh: '浏览器不允许复制，请改用下载', en: 'The browser does not allow copying; download instead' },
  download: { zh: '下载 CSV', en: 'Download CSV' },
  shown: { zh: '符合{shown}条，共{all}条', en: '{shown} of {all} fit' },

  select: { zh: '选择', en: 'Select' },
  selectRow: { zh: '选择{region}', en: 'Select {region}' },
  unfold: { zh: '展开{region}以下', en: 'Unfold what is under {region}' },
  level: { zh: '等级', en: 'Level' },
  region: { zh: '地区', en: 'Region' },
  state: { zh: '状态', en: 'State' },
  since: { zh: '开始', en: 'Since' },
  path: { zh: '等级变化', en: 'Course' },
  signals: { zh: '信号', en: 'Signals' },
  due: { zh: '时限', en: 'Due' },
  rise: { zh: '↑ 处置后升级', en: '↑ risen since' },
  fall: { zh: '↓ 处置后降级', en: '↓ fallen since' },
  folded: { zh: '下属{count}个{noun} 最高{worst}', en: '{count} below, worst {worst}' },
  foldedUnder: { zh: '归在{region}之下', en: 'Folded under {region}' },
  silencedFold: { zh: '静默中{count}条 最高{worst}', en: 'Silenced: {count}, worst {worst}' },
  silencedUntil: { zh: '静默至 {day}', en: 'silent until {day}' },
  withdrawn: { zh: '修订后不再成立', en: 'withdrawn by a revision' },
  more: { zh: '等{count}项', en: '{count} in all' },
  fromParts: { zh: '由下级地区得出', en: 'from its parts' },
  noSignals: { zh: '无', en: 'none' },
  until: { zh: '{since}—{until}', en: '{since} – {until}' },
  keysHint: { zh: '列表中可用键盘：按 ? 查看', en: 'Keys work in the list: press ? to see them' },
});

/** States of a warning (inbox.ts). */
export const STATE_TEXT = defineText({
  pending: { zh: '待确认', en: 'Pending' },
  active: { zh: '生效', en: 'Active' },
  acknowledged: { zh: '已签收', en: 'Acknowledged' },
  verified: { zh: '已核实', en: 'Verified' },
  'false-alarm': { zh: '误报', en: 'False alarm' },
  'under-review': { zh: '评审中', en: 'Under review' },
  recovering: { zh: '回落待解除', en: 'Recovering' },
  closed: { zh: '已结束', en: 'Closed' },
  stale: { zh: '缺报沿用', en: 'Held over a gap' },
  insufficient: { zh: '数据不足', en: 'Insufficient data' },
});

/** Steps that have a time (plan.ts). */
export const STEP_TEXT = defineText({
  acknowledge: { zh: '签收', en: 'Acknowledge' },
  verify: { zh: '核实', en: 'Verify' },
  consult: { zh: '会商', en: 'Consult' },
  report: { zh: '上报', en: 'Report' },
  followUp: { zh: '跟踪', en: 'Follow up' },
});

export const TIME_TEXT = defineText({
  left: { zh: '剩 {span}', en: '{span} left' },
  over: { zh: '逾期 {span}', en: '{span} overdue' },
  soon: { zh: '将到期', en: 'due soon' },
  days: { zh: '{days}天', en: '{days} d' },
  daysHours: { zh: '{days}天{hours}小时', en: '{days} d {hours} h' },
  hours: { zh: '{hours}小时', en: '{hours} h' },
  hoursMinutes: { zh: '{hours}小时{minutes}分', en: '{hours} h {minutes} min' },
  minutes: { zh: '{minutes}分钟', en: '{minutes} min' },
});

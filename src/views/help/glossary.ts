import type { Text } from '../../base/text';

/** A term of the field as the screens use it. `clause`: of the opinion of 2017 where the term comes from it. */
export interface Term {
  readonly term: Text;
  readonly meaning: Text;
  readonly clause?: string;
}

const term = (zh: string, en: string, meaningZh: string, meaningEn: string, clause?: string): Term => ({
  term: { zh, en },
  meaning: { zh: meaningZh, en: meaningEn },
  ...(clause !== undefined && { clause }),
});

export const GLOSSARY: readonly Term[] = [
  term(
    '分级预警',
    'Graded warning',
    '按风险大小分为Ⅰ红、Ⅱ橙、Ⅲ黄、Ⅳ蓝四级，另有“正常”和“数据不足”。',
    'Four levels by risk: Ⅰ red, Ⅱ orange, Ⅲ yellow, Ⅳ blue; besides “normal” and “insufficient data”.',
    '6.4',
  ),
  term(
    '分层响应',
    'Layered response',
    '等级越高，由越高一级政府响应、评审和接收报告。',
    'The higher the level, the higher the layer of government that responds, reviews and is reported to.',
    '6.4',
  ),
  term(
    '分类施策',
    'Measures by category',
    '按风险的种类和重点群体选择措施，每项措施注明条款。',
    'Measures are chosen by the kind of risk and the key group; each names its clause.',
    '6.4',
  ),
  term(
    '预案',
    'Response plan',
    '应对规模性失业的事先安排：职责、时限、报告和措施，以数据形式保存并有版本。',
    'What is arranged beforehand for large-scale unemployment: duties, deadlines, reports, measures; kept as versioned data.',
    '6.4',
  ),
  term(
    '数据不足',
    'Insufficient data',
    '现有数据不能作出判断，绝不当作正常。',
    'The figures do not allow a judgement; never shown as normal.',
  ),
  term(
    '信号',
    'Signal',
    '一条规则对一个地区一期的结论：正常、待确认、生效、恢复中、缺报沿用、数据不足。',
    'What one rule says of a region in a period: normal, pending, active, recovering, held, insufficient.',
  ),
  term(
    '待确认',
    'Pending',
    '已越线，但连续期数还不够，暂不计入等级。',
    'Past the line, but not for enough periods yet: it does not count.',
  ),
  term(
    '恢复中',
    'Recovering',
    '已回到线内，但期数还不够，仍按原等级计。',
    'Back within the line, but not for enough periods yet: it still counts.',
  ),
  term(
    '缺报沿用',
    'Held',
    '本期没有数据，沿用上期信号若干期，之后转为数据不足。',
    'No figure this period: the last signal is held for some periods, then it becomes insufficient.',
  ),
  term(
    '预警线',
    'Threshold',
    '统计量达到即为某一级的数值；政策未规定，均为默认值，可校准。',
    'The value of a statistic from which a level begins; policy sets none, ours are defaults and can be calibrated.',
  ),
  term(
    '统计量',
    'Statistic',
    '由指标算出、用来和预警线比较的数，如同比变化、偏离常态的倍数、与近12个月低点之差。',
    'The number made from an indicator that is held against the lines: change on the year, deviations from normal, rise above the low of 12 months …',
  ),
  term(
    '综合指数',
    'Composite index',
    '0—100，各指标族严重度的加权平均，用于同级地区之间比较先后，不决定等级。',
    '0–100, the weighted mean severity of the families; it ranks regions of one level and does not decide the level.',
  ),
  term(
    '指标族',
    'Family',
    '就业失业重点指标、人力资源市场供求、宏观经济运行、新就业形态与创业。',
    'Key employment indicators, labour-market supply and demand, the macro economy, new forms of employment.',
    '6.4',
  ),
  term(
    '底线指标',
    'Floor indicator',
    '城镇新增就业和失业率，经济运行合理区间的下限；单独即可提高地区等级。',
    'New urban jobs and the unemployment rate, the floor of a reasonable range; one alone can lift a region.',
    '1.1',
  ),
  term(
    '扩散',
    'Diffusion',
    '下级地区达到某级的个数或劳动力占比够多时，上级地区随之升级。',
    'When enough of the regions below, or of their labour force, stand at a level, the region above follows.',
  ),
  term(
    '推导',
    'Derivation',
    '从等级到来源数据行的完整依据。',
    'The whole proof of a level, down to the rows of the source.',
  ),
  term(
    '同比',
    'On the year',
    '与上年同期相比；两个比率之差用百分点，数量用百分比。',
    'Against the same period a year before: points for rates, per cent for amounts.',
  ),
  term('环比', 'On the period before', '与上一期相比。', 'Against the period before.'),
  term(
    '百分点',
    'Percentage point (pp)',
    '两个百分率之差：由5.0%到5.3%是上升0.3个百分点。',
    'The difference of two percentages: from 5.0% to 5.3% is 0.3 points.',
  ),
  term(
    '累计',
    'Cumulative',
    '自当年1月起的合计，次年1月重新开始；逐月数由相减得到。',
    'The sum since January of the year; single months come from differences.',
  ),
  term(
    '1—2月',
    'January–February',
    '春节在1、2月间移动，两个月合并比较；部分宏观指标只公布合计。',
    'Spring Festival moves between the two months: they are compared together, and some macro series publish only the sum.',
  ),
  term(
    '求人倍率',
    'Openings per seeker',
    '市场需求人数÷求职人数；低于1表示岗位少于求职者。',
    'Openings divided by seekers; below 1 there are fewer openings than seekers.',
  ),
  term(
    '获知日',
    'Known on (vintage)',
    '数据何时为人所知；修订前后的数各有获知日，任一天的判断都可重现。',
    'The day on which a figure became known; with it any past judgement can be made again.',
  ),
  term(
    '修订',
    'Revision',
    '同一期的数后来改了；旧数保留。',
    'A figure of a period that was changed later; the earlier one is kept.',
  ),
  term('到报率', 'Coverage', '应报数据中已有的份额。', 'The share of the due figures that are there.'),
  term(
    '预测区间',
    'Forecast interval',
    '按以往误差估计，未来值有80%或95%的可能落入的范围。',
    'The range in which a future value lies with 80 or 95 per cent, from past errors.',
  ),
  term(
    '先行滞后',
    'Lead and lag',
    '两个指标相差若干期后最相似，前者先行。',
    'Two indicators are most alike when one is shifted by some periods: that one leads.',
  ),
  term(
    '回测',
    'Backtest',
    '用当时已知的数据重演规则，与实际发生的事件比较。',
    'Rules run over the past with what was known then, held against what happened.',
  ),
  term(
    '校准',
    'Calibration',
    '由历史数据给出预警线的建议，并留出一段检验。',
    'A proposal for a line from the past, with a part of it held out to test.',
  ),
  term('误报', 'False alarm', '有预警而无其事；列为误报须写明原因。', 'A warning without a cause; it needs a reason.'),
  term(
    '静默',
    'Silence',
    '在期限内不提示某类预警，须写明原因；Ⅰ级不得静默，预警本身照常记录。',
    'Keeps a kind of warning quiet until a day, with a reason; level Ⅰ cannot be silenced, and nothing is hidden.',
  ),
  term(
    '评审',
    'Review',
    '由预警启动、对预案的一次核实、会商、决策、报告和跟踪。',
    'Opened from a warning: verify, consult, decide, report, follow up.',
    '6.4',
  ),
  term(
    '六项措施',
    'The six measures',
    '风险严重时自治区可采取：稳岗补贴、以工代赈、跨地区劳务对接、降低人工成本、延长失业保险金期限、生活帮扶。',
    'What the region may do when risk is severe: stability subsidy, work-relief, labour matching, labour cost, benefit extension, living assistance.',
    '6.4',
  ),
  term(
    '零就业家庭',
    'Zero-employment household',
    '有劳动能力而无人就业的家庭，认定后10个工作日内至少一人就业。',
    'A household able to work with nobody at work; one member is to be at work within 10 working days.',
    '4.5',
  ),
  term(
    '留痕',
    'Audit trail',
    '每一步处置记一条，以摘要相连，改动可被发现。',
    'Every act is an entry, chained by digest: a change is found.',
  ),
  term(
    '演示数据',
    'Demonstration data',
    '由程序虚构，只为试用；每页和每份导出都有标记。',
    'Invented by a program to try the product; every screen and export says so.',
  ),
];

/** Terms that hold the words, in either language; all for no words. */
export function findTerms(words: string): readonly Term[] {
  const wanted = words.trim().toLowerCase();
  if (wanted === '') return GLOSSARY;
  return GLOSSARY.filter(({ term: t, meaning }) =>
    [t.zh, t.en, meaning.zh, meaning.en].some((text) => text.toLowerCase().includes(wanted)),
  );
}

import { defineText, type Text } from '../../base/text';
import type { Screen } from '../../store/place-address';

/** What each screen is for, in the words of a colleague: the question that it answers, how to go about it, what to mind. */
export interface ScreenHelp {
  readonly question: Text;
  /** In the order in which one would do them. */
  readonly steps: readonly Text[];
  /** What is easily misread. */
  readonly mind: readonly Text[];
}

const both = (zh: string, en: string): Text => ({ zh, en });

export const SCREEN_HELP: Readonly<Record<Screen, ScreenHelp>> = {
  overview: {
    question: both(
      '现在哪里有风险，和上期比有什么变化？',
      'Where is risk now, and what changed since the period before?',
    ),
    steps: [
      both(
        '先读第一行：总体等级、各级地区数、主要指标。',
        'Read the first line: the level of the whole, how many regions at which level, the main figures.',
      ),
      both(
        '看排序表和“变化”：谁上升、由哪些指标带动；点地区名看原因。',
        'Look at the ranked table and the changes: who rose and which indicators drive it; a name leads to the reasons.',
      ),
      both(
        '拖动时间轴或按左右键看以往各期；“截至”可换成任一天当时已知的数据。',
        'Drag the time line or press the arrow keys for earlier periods; “As known on” judges with what was known on any day.',
      ),
    ],
    mind: [
      both(
        '“数据不足”不等于“正常”：斜纹表示现有数据不能作出判断。',
        '“Insufficient data” is not “normal”: hatching says that the figures do not allow a judgement.',
      ),
      both(
        '政策没有规定预警数值，所有预警线都是本产品的默认值，可在“规则”中调整。',
        'Policy sets no number for a warning: every line is a default of ours and can be changed under Rules.',
      ),
    ],
  },
  region: {
    question: both('这个地区为什么处于这一等级？', 'Why is this region at this level?'),
    steps: [
      both(
        '“为什么”一栏从等级逐层展开，到指标、统计量、预警线，直到来源文件的行。',
        'The derivation opens step by step: level, family, signal, statistic against its line, down to the row of the source.',
      ),
      both(
        '右侧小图看指标如何接近或越过预警线；展望给出预测区间和以往预测的误差。',
        'The small charts show how indicators near or pass their lines; the outlook gives an interval, and how wrong such forecasts were.',
      ),
      both(
        '下方是该等级的职责、时限和建议措施，可转到预警或评审。',
        'Below stand the duties of the level, deadlines and proposed measures, with the way to the warning or its review.',
      ),
    ],
    mind: [
      both(
        '越线后须连续若干期才算确认，回落也须若干期才解除，避免一次波动反复升降。',
        'A line must be passed for some periods before it counts, and left for some before it ends, so that one swing does not flip the level.',
      ),
    ],
  },
  indicators: {
    question: both('这个指标怎样变动，各地相比如何？', 'How does this figure move, here and elsewhere?'),
    steps: [
      both(
        '选指标和地区，可多选；选处理方式：当期值、同比、环比、累计、定基指数。',
        'Choose indicators and regions, several if you like, and the treatment: value, on the year, on the period before, cumulative, index.',
      ),
      both(
        '“先行滞后”比较两个指标谁先动、先几期。',
        'Lead and lag compares two indicators: which moves first, and by how many periods.',
      ),
      both(
        '图下可打开数据表，下载图片或表格。',
        'Below each chart the table can be opened, and image or table downloaded.',
      ),
    ],
    mind: [
      both(
        '1、2月受春节影响，流量和增速按1—2月合并比较；1月未公布不算缺报。',
        'Spring Festival moves between January and February: flows and growth are compared for both together, and an unpublished January is no gap.',
      ),
    ],
  },
  warnings: {
    question: both('有什么必须有人去看？', 'What must somebody look at?'),
    steps: [
      both(
        '先在页面上方选择角色：以哪个机构的身份办理。',
        'First choose a role at the top: the office for which you act.',
      ),
      both(
        '从上到下处理：签收、核实、列为误报（写明原因），或转入评审。',
        'Work from the top: acknowledge, verify, mark as a false alarm with its reason, or take it to a review.',
      ),
      both(
        '全程可用键盘，按 ? 看按键；可多选批量签收，可静默并写明期限和原因。',
        'All by keyboard (press ?); several can be acknowledged at once, and silenced with an end and a reason.',
      ),
    ],
    mind: [
      both(
        '角色是自选的，并未认证；每一步都记入留痕，撤销也是新的一条。',
        'The role is chosen, not authenticated; every act goes into the trail, and taking one back is a new entry.',
      ),
    ],
  },
  response: {
    question: both('做什么、谁来做、何时完成？', 'What do we do, who, by when?'),
    steps: [
      both(
        '评审按阶段推进：核实、研判、会商、决策、上报、跟踪、解除、总结。',
        'A review goes stage by stage: verify, assess, consult, decide, report, follow up, stand down, after-action.',
      ),
      both(
        '建议措施附理由和条款；采纳须有责任人、期限和预期成效，不采纳须写原因。',
        'Measures come with reason and clause; one that is accepted needs an owner, a due day and an expected effect, one that is rejected a reason.',
      ),
      both(
        '六种文书随案生成，可改、可存、可导出 DOCX。',
        'The six papers of a case are drafted from it, can be edited, kept and saved as DOCX.',
      ),
    ],
    mind: [
      both(
        '没有服务器：“已报送”是经办人登记的事实，不是系统发送。',
        'There is no server: “sent” is what an official enters, the product sends nothing.',
      ),
    ],
  },
  plan: {
    question: both('预案怎么规定？', 'What does the plan say?'),
    steps: [
      both(
        '矩阵：每一等级由谁响应、谁评审、向谁报告、可采取哪些措施及条款。',
        'The matrix: for each level who responds, who reviews, who is reported to, which measures are open under which clause.',
      ),
      both(
        '可起草新版本、与旧版比较、写明理由后施行；假日历可修订。',
        'A new version can be drafted, compared and adopted with its reason; the calendar of public holidays can be mended.',
      ),
    ],
    mind: [
      both(
        '条款和10个工作日出自文件，其余时限和门槛是默认值。',
        'Clauses and the 10 working days are the document’s; other deadlines and gates are defaults of ours.',
      ),
    ],
  },
  briefing: {
    question: both('怎样向领导汇报？', 'How do I tell leadership?'),
    steps: [
      both(
        '一键生成：月报、季报、某一地区或事件的专报、一页快报。',
        'One click makes it: monthly, quarterly, a special report on a region or an episode, a one-page flash.',
      ),
      both(
        '逐页修改；改过的句子保留，数据变动后会标出。每个数字可查到指标、地区、时期和获知日。',
        'Edit page by page; a sentence by hand stays, and is marked when its figures have moved. Every number leads to its indicator, region, period and vintage.',
      ),
      both(
        '导出 PPTX、DOCX、XLSX、HTML、Markdown，打印，或全屏放映。',
        'Save as PPTX, DOCX, XLSX, HTML or Markdown, print, or present it full screen.',
      ),
    ],
    mind: [both('建议是规则给出的，不代替人的决定。', 'Suggestions come from the rules; people decide.')],
  },
  rules: {
    question: both('报警设得合适吗？', 'Is the alarm well set?'),
    steps: [
      both(
        '改一条线，立刻看到以往哪些地区、哪些期的等级会不同。',
        'Move a line and see at once which levels of the past would be others.',
      ),
      both(
        '回测给出漏报、误报和提前期；校准从历史给出建议线；可另存版本并指定施行日。',
        'The backtest gives misses, false alarms and lead; calibration proposes a line from the past; versions come into force on a day.',
      ),
      both(
        '情景推演：假设冲击下等级如何变化，不影响实际数据。',
        'What-if: how levels would move under a shock; actual figures stay untouched.',
      ),
    ],
    mind: [
      both(
        '调得更灵敏，误报必然更多；先看回测再定。',
        'A more sensitive line brings more false alarms; look at the backtest first.',
      ),
    ],
  },
  data: {
    question: both('数据可信吗？', 'Can I trust the figures?'),
    steps: [
      both(
        '拖入、粘贴或选择文件；不认识的地区、指标、单位逐一列出，改一次，下次记得。',
        'Drop, paste or pick a file; regions, indicators and units that are not known are listed, set right once and remembered.',
      ),
      both(
        '质量报告、修订、到报率；每一批可撤销；备份和恢复是一个文件。',
        'Quality report, revisions, coverage; a batch can be undone; backup and restore are one file.',
      ),
    ],
    mind: [
      both(
        '数据只保存在这个浏览器里，除已设置的数据源外不对外连接：请定期备份。',
        'Figures are kept in this browser alone, and nothing is called but a feed that you set: make backups.',
      ),
    ],
  },
};

export const HELP_TEXT = defineText({
  title: { zh: '帮助', en: 'Help' },
  close: { zh: '关闭', en: 'Close' },
  thisScreen: { zh: '本页', en: 'This screen' },
  steps: { zh: '怎样做', en: 'How to go about it' },
  mind: { zh: '请注意', en: 'Keep in mind' },
  keys: { zh: '按键', en: 'Keys' },
  keyHelp: { zh: '打开或关闭帮助', en: 'open or close this help' },
  keyPeriod: { zh: '时间轴上：上一期、下一期', en: 'on the time line: the period before, the next one' },
  keySkip: { zh: '从页首跳到主要内容（第一次按 Tab）', en: 'from the top to the content (first press of Tab)' },
  keyEscape: { zh: '关闭菜单、对话框、放映', en: 'closes menus, dialogs, the show' },
  glossary: { zh: '术语', en: 'Glossary' },
  search: { zh: '查找术语', en: 'Find a term' },
  found: { zh: '{count}条', en: '{count} entries' },
  nothingFound: { zh: '没有“{words}”。请换一个词。', en: 'Nothing for “{words}”. Try another word.' },
  clause: { zh: '意见 {clause}', en: 'Opinion {clause}' },
  tour: { zh: '入门：做三件真事', en: 'Tour: three real jobs' },
  startTour: { zh: '开始', en: 'Start' },
  againTour: { zh: '重新开始', en: 'Start again' },
  print: { zh: '打印本页', en: 'Print this screen' },
});

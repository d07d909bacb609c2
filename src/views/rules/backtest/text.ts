import { defineText } from '../../../base/text';

export const BACKTEST_TEXT = defineText({
  settings: { zh: '检验什么，对照什么', en: 'What is tested, against what' },
  settingsHelp: {
    zh: '把过去每一期按规则重新定级，与真实发生的事件对照。',
    en: 'Every period of the past is graded anew by the rules and set against what really happened.',
  },
  rules: { zh: '规则', en: 'Rules' },
  test: { zh: '检验', en: 'Tested' },
  against: { zh: '并列对照', en: 'Beside it' },
  nothing: { zh: '无', en: 'nothing' },
  inForce: { zh: '当前生效的规则', en: 'The rules that grade now' },
  draft: { zh: '草稿', en: 'The draft' },
  version: { zh: '第{number}版 {name}', en: 'Version {number} {name}' },
  builtIn: { zh: '内置规则', en: 'The built-in rules' },
  wrongRules: { zh: '没有这一版，或草稿有误', en: 'there is no such version, or the draft has faults' },

  episodes: { zh: '事件', en: 'Episodes' },
  events: { zh: '事件由何而来', en: 'Where episodes come from' },
  rise: { zh: '将上升', en: 'A rise to come' },
  risen: { zh: '已上升', en: 'A rise that came' },
  event: { zh: '事件指标', en: 'An indicator' },
  given: { zh: '给定', en: 'Given' },
  on: { zh: '指标', en: 'Indicator' },
  riseBy: { zh: '恶化至少（{unit}）', en: 'Worse by at least ({unit})' },
  within: { zh: '在几期之内', en: 'Within so many periods' },
  riseHelp: {
    zh: '某期为事件期：其后若干期内最差的数值比当期至少恶化这么多。事件因此开始于恶化之前。',
    en: 'An event period: the worst of the following values is worse than this one by at least so much. Episodes thus begin before the figures are bad.',
  },
  risenHelp: {
    zh: '某期为事件期：当期比之前若干期内最好的数值至少恶化这么多。事件因此开始于恶化已经可见之时。',
    en: 'An event period: the value is worse than the best of those before it by at least so much. Episodes thus begin when the figures have become bad.',
  },
  eventHelp: { zh: '某期为事件期：该指标达到 1。', en: 'An event period: this indicator reaches 1.' },
  csv: { zh: 'CSV：region_code,start,end,label', en: 'CSV: region_code,start,end,label' },
  csvHelp: {
    zh: '每行一个事件，起止期都包括在内；地区代码空白或 * 表示所有地区，上级地区包括其下级。label 可省。',
    en: 'One episode a line, both ends included; an empty code or * is every region, a code holds for all below it. label may be left out.',
  },
  csvExample: { zh: 'region_code,start,end\n*,2020-02,2020-09', en: 'region_code,start,end\n*,2020-02,2020-09' },
  csvOpen: { zh: '打开 CSV 文件', en: 'Open a CSV file' },
  csvLong: {
    zh: '清单较长，不写入网址：本页关闭前有效，转给他人时请附文件。',
    en: 'The list is too long for the address: it holds until this page is closed; send the file along with a link.',
  },
  csvFaults: {
    zh: '事件清单有 {count} 处不合规定，未作回测',
    en: 'Faults in the list of episodes: {count}. Nothing was tested',
  },
  line: { zh: '第{row}行 {column}', en: 'line {row} {column}' },
  csvLarge: { zh: '文件超过 1 MB，未读取', en: 'The file is over 1 MB and was not read' },

  measure: { zh: '尺度', en: 'Measure' },
  lead: { zh: '提前几期算命中', en: 'Periods ahead that count' },
  after: { zh: '事件后几期不算误报', en: 'Periods after, not false' },
  since: { zh: '自', en: 'From' },
  until: { zh: '至', en: 'To' },
  known: { zh: '用哪时的数据', en: 'Figures as known' },
  knownNow: { zh: '现在所知', en: 'now' },
  knownThen: { zh: '当时所知', en: 'then' },
  least: { zh: '至少几个事件', en: 'Fewest episodes' },
  wrong: { zh: '请填：{what}', en: 'Needed: {what}' },
  wrongNumber: { zh: '{least} 至 {most} 的{whole}数', en: 'a {whole}number from {least} to {most}' },
  whole: { zh: '整', en: 'whole ' },
  wrongPeriod: {
    zh: '与数据同频率的时期，如 2020-01，且起不晚于止',
    en: 'a period such as 2020-01, the start not after the end',
  },
  wrongIndicator: { zh: '数据中有的指标', en: 'an indicator that the data has' },
  wrongCsv: { zh: '事件清单', en: 'a list of episodes' },

  run: { zh: '回测', en: 'Test' },
  running: { zh: '正在回测，已完成 {share}', en: 'Testing, {share} done' },
  cancel: { zh: '停止', en: 'Stop' },
  stopped: { zh: '已停止', en: 'Stopped' },
  again: { zh: '继续', en: 'Go on' },
  failed: { zh: '未能回测', en: 'The backtest failed' },
  refused: { zh: '未作回测', en: 'Not tested' },
  lowerLeast: {
    zh: '可换一种事件定义或放宽时段；明知其少仍要看，可降低“至少几个事件”。',
    en: 'Choose episodes of another kind, or lower the fewest episodes, knowing how few they are.',
  },

  basisNow: {
    zh: '按现在所知的数据：修订过的数值当时并不知道，得分偏乐观；欲知当时表现请选“当时所知”（逐期重新定级，较慢）。',
    en: 'By figures as known now: revised values were not known at the time, so scores flatter. For what would have been said then choose “then” (every period is graded anew, which takes longer).',
  },
  basisThen: {
    zh: '按当时所知的数据：每期结束后第 {days} 天所知，共重新定级 {count} 次。',
    en: 'By figures as known then: on day {days} after the end of each period, graded anew {count} times.',
  },
  basisUndated: {
    zh: '数据未注明何时可知，“当时所知”与现在所知相同。',
    en: 'The figures do not say when they became known: as known then is as known now.',
  },
  foundEpisodes: {
    zh: '{from}至{to}：{dates} 个不同时间的事件，分布于 {regions} 个地区（按地区计 {all} 个）',
    en: '{from} to {to}: {dates} episodes of different dates, in {regions} regions ({all} counted by region)',
  },
  fewDates: {
    zh: '不同时间的事件不足十个：各项得分都建立在极少的经历上，只可参考。',
    en: 'Fewer than ten episodes of different dates: every score rests on very little experience.',
  },
  silent: {
    zh: '另有 {count} 条规则在已载入的数据上从未得出数值，未列。',
    en: 'Rules that never spoke on the loaded data and are not listed: {count}.',
  },

  scores: { zh: '各级与各规则的得分', en: 'Scores of levels and rules' },
  scoresTitle: {
    zh: '约登指数最高的是{name}（{value}，随机为 0）：查全率{recall}，虚警率{rate}',
    en: 'Highest Youden index: {name} ({value}; chance is 0), with recall {recall} and false alarm rate {rate}',
  },
  scoresNone: { zh: '没有一项警报优于随机', en: 'No alarm does better than chance' },
  scoresSubtitle: {
    zh: '{set}；“≥”为该级及以上。按地区期计的为查准率、查全率、虚警率；按事件计的为命中、漏报、提前期',
    en: '{set}; “≥” is that level or above. Precision, recall and false rate count region-periods; hits, misses and lead count episodes',
  },
  show: { zh: '显示', en: 'Show' },
  showLevels: { zh: '各级', en: 'Levels' },
  showRules: { zh: '各规则', en: 'Rules' },
  showAll: { zh: '全部', en: 'All' },
  alarm: { zh: '警报', en: 'Alarm' },
  regionLevel: { zh: '地区等级', en: 'Region level' },
  threshold: { zh: '阈值', en: 'Threshold' },
  look: { zh: '细看{name}', en: 'Look at {name}' },
  downloadCsv: { zh: '下载CSV', en: 'Download CSV' },
  fileName: { zh: '回测得分', en: 'backtest-scores' },
  meaning: { zh: '各列是什么意思', en: 'What the columns mean' },
  levelCode: { zh: '等级', en: 'level' },
  ruleCode: { zh: '规则', en: 'rule' },

  differences: { zh: '两套规则之差', en: 'Difference of the two' },
  differencesTitle: {
    zh: '{second}与{first}相比：{better}项更好，{worse}项更差',
    en: '{second} against {first}: {better} figures better, {worse} worse',
  },
  differencesSame: { zh: '两套规则在可比的警报上没有差别', en: 'No difference in the alarms that both have' },
  differencesSubtitle: {
    zh: '后者减前者；份额之差为百分点。绿为更好，红为更差；多亮与少亮无所谓好坏',
    en: 'Second minus first; shares in percentage points. Green is better, red worse; more or less on alert is neither',
  },

  close: { zh: '细看', en: 'Closely' },
  lineOf: { zh: '警报', en: 'Alarm' },
  notInSet: { zh: '所选警报不在这套规则中', en: 'The chosen alarm is not in these rules' },
  area: { zh: '地区', en: 'Region' },
  allAreas: { zh: '各地区合计（扩散）', en: 'All regions (diffusion)' },

  saidEpisodes: {
    zh: '{n}个可计事件中报出{hits}个、漏报{misses}个（{caught}）。',
    en: 'Of {n} episodes {hits} were caught and {misses} missed ({caught}).',
  },
  saidNoEpisodes: {
    zh: '没有可计的事件，命中与提前期无从谈起。',
    en: 'There is no episode to score, so nothing can be said of hits and lead.',
  },
  saidEarly: {
    zh: '报出的事件中，警报中位提前{span}，半数在{low}至{high}期之间（正为提前）。',
    en: 'Where caught, the middle alarm came {span} ahead; half of them between {low} and {high} periods (plus is ahead).',
  },
  saidLate: {
    zh: '报出的事件中，警报中位迟到{span}，半数在{low}至{high}期之间（正为提前）。',
    en: 'Where caught, the middle alarm came {span} late; half of them between {low} and {high} periods (plus is ahead).',
  },
  saidSame: {
    zh: '报出的事件中，警报中位与事件开始同期，半数提前{low}至{high}期。',
    en: 'Where caught, the middle alarm came as the episode began; half of them {low} to {high} periods ahead.',
  },
  saidAlarms: {
    zh: '共{spells}次警报，能判断的有{share}开始时离事件很远；随意放置也会有{chance}：{verdict}。',
    en: 'Of {spells} alarms, those that can be judged began away from any episode in {share}; placed at random it would be {chance}: {verdict}.',
  },
  saidNoAlarms: {
    zh: '警报从未亮过，或亮时不知是否有事件。',
    en: 'The alarm was never on, or it is not known what was the case when it was.',
  },
  betterThanChance: { zh: '好于随机', en: 'better than chance' },
  nearOnly: {
    zh: '离事件不远，但没有一次落在预警窗口或事件期内',
    en: 'near episodes, yet none within the window ahead or the episode itself',
  },
  noBetter: { zh: '并不好于随机', en: 'no better than chance' },
  saidOn: {
    zh: '警报亮着的时期占{share}，每地区每年翻转{flips}次，每地区每十年{decade}次。',
    en: 'It was on in {share} of the periods, changed {flips} times a year and region, and began {decade} times a region and decade.',
  },

  calibrate: { zh: '校准一条规则', en: 'Calibrate a rule' },
  calibrateSubtitle: {
    zh: '由所选事件反推阈值；只用较早一段拟合，较晚一段留作检验。四种方法并列：各有所重，没有哪一种是唯一正确的',
    en: 'Thresholds from the chosen episodes: fitted on the earlier part alone, tested on the later. Four methods side by side: each has its own aim, none is the only right one',
  },
  rule: { zh: '规则', en: 'Rule' },
  holdOut: { zh: '自此期起留作检验', en: 'Held out from' },
  quantileAt: { zh: '分位数（0—1）', en: 'Quantile (0–1)' },
  missCost: { zh: '一次漏报抵几次虚警', en: 'A miss costs so many false alarms' },
  leastRecall: { zh: '查全率不低于（0—1）', en: 'Recall at least (0–1)' },
  leastFit: { zh: '拟合段至少几个事件', en: 'Fewest episodes fitted' },
  method: { zh: '方法', en: 'Method' },
  quantile: { zh: '分位数', en: 'Quantile' },
  nsr: { zh: '噪声信号比最小', en: 'Least noise to signal' },
  youden: { zh: '约登指数最大', en: 'Largest Youden index' },
  cost: { zh: '代价最小', en: 'Least cost' },
  proposed: { zh: '建议阈值', en: 'Threshold' },
  fit: { zh: '拟合段（{n}个事件）', en: 'Fitted ({n} episodes)' },
  held: { zh: '检验段（{n}个事件）', en: 'Held out ({n} episodes)' },
  recallRate: { zh: '查全率 / 虚警率', en: 'Recall / false rate' },
  nsrYouden: { zh: '噪声信号比 / 约登', en: 'NSR / Youden' },
  calibrateRefused: { zh: '不予校准：{why}', en: 'Not calibrated: {why}' },
  noHeldEvents: {
    zh: '检验段没有事件：阈值未经检验。',
    en: 'The part held out has no episode: the thresholds are untested.',
  },
  heldNoBetter: {
    zh: '在检验段上没有一个阈值优于随机（约登指数不大于 0）：不宜采用。',
    en: 'On the part held out no threshold beats chance (Youden not above 0): better not taken.',
  },
  bare: {
    zh: '得分按统计量直接比阈值计，不含确认与解除。现行阈值：{lines}。',
    en: 'Scores are of the bare statistic against the line, without confirmation and clearing. Lines now: {lines}.',
  },
  takeAs: { zh: '写入草稿，作为', en: 'Into the draft, as' },
  take: { zh: '写入草稿', en: 'Take' },
  takeNamed: { zh: '把{value}写入草稿，作为{level}阈值', en: 'Take {value} into the draft as the line of {level}' },
  taken: {
    zh: '已写入草稿：{rule}的{level}阈值为 {value}。',
    en: 'In the draft: the line of {level} of {rule} is {value}.',
  },
  toDraft: { zh: '到草稿中查看', en: 'See the draft' },
  notInDraft: { zh: '草稿中没有这条规则', en: 'The draft has no such rule' },
  basisNote: {
    zh: '由回测校准：{method}，拟合段{n}个事件，{from}至{to}',
    en: 'Calibrated by backtest: {method}, {n} episodes fitted, {from} to {to}',
  },

  record: { zh: '历史表现', en: 'Track record' },
  recordOf: {
    zh: '已载入数据，现在所知；事件为{indicator}在{within}期内恶化至少{rise}{unit}',
    en: 'Loaded data as known now; episodes: {indicator} worse by at least {rise} {unit} within {within} periods',
  },
  recordNone: {
    zh: '这条规则不在现行规则中，或在已载入的数据上从未得出数值。',
    en: 'This rule is not among those that grade, or never spoke on the loaded data.',
  },
  recordOpen: { zh: '打开回测', en: 'Open the backtest' },
});

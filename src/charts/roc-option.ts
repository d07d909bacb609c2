import type { EChartsOption } from 'echarts';
import { formatNumber, formatShare } from '../base/format';
import { defineText, type Lang, say } from '../base/text';
import type { ChartModel } from './chart-model';
import { tooltipHtml } from './escape-html';
import { type ChartTheme, levelColours } from './theme';

const T = defineText({
  strong: {
    zh: '{name}：统计量能把事件期与平静期分开（AUROC {auc}）',
    en: '{name}: the statistic tells event periods from quiet ones (AUROC {auc})',
  },
  some: {
    zh: '{name}：统计量对事件期有一定分辨力（AUROC {auc}）',
    en: '{name}: the statistic tells event periods apart to some degree (AUROC {auc})',
  },
  none: {
    zh: '{name}：统计量对事件期的分辨与随机无异（AUROC {auc}）',
    en: '{name}: the statistic tells event periods no better than chance (AUROC {auc})',
  },
  wrong: {
    zh: '{name}：统计量在事件期反而较小（AUROC {auc}）',
    en: '{name}: the statistic is smaller in event periods, not larger (AUROC {auc})',
  },
  absent: {
    zh: '{name}：事件期或平静期没有统计量，画不出曲线',
    en: '{name}: no curve without a statistic in both event and quiet periods',
  },
  subtitle: {
    zh: 'ROC 曲线：纵轴查全率，横轴虚警率，均为月度份额；圆点为各级警报的实际表现（含确认与解除），斜线为随机。{events}个事件期，{quiets}个平静期',
    en: 'ROC curve: recall against false alarm rate, by period; dots are the alarms as they really were (confirmation and clearing included), the diagonal is chance. {events} event periods, {quiets} quiet ones',
  },
  two: { zh: '①实线：{first}；②虚线：{second}', en: '① solid: {first}; ② dashed: {second}' },
  recall: { zh: '查全率', en: 'Recall' },
  falseRate: { zh: '虚警率', en: 'False alarm rate' },
  line: { zh: '警报', en: 'Alarm' },
  threshold: { zh: '阈值', en: 'Threshold' },
  description: { zh: '{title}。{subtitle}。{marks}', en: '{title}. {subtitle}. {marks}' },
  mark: { zh: '{label}：查全率{recall}，虚警率{rate}', en: '{label}: recall {recall}, false alarm rate {rate}' },
});

/** Which of two rule sets a dot belongs to. */
const SIGNS = ['① ', '② '] as const;

export interface RocCurve {
  /** Of the rule set; shown where there are two. */
  readonly set: string;
  readonly auc: number | null;
  /** From "always" to "never". */
  readonly points: readonly {
    readonly threshold: number;
    readonly sensitivity: number;
    readonly specificity: number;
  }[];
  /** The alarms of each level; without a recall or a false alarm rate they are left out. */
  readonly marks: readonly {
    readonly level: number;
    readonly label: string;
    readonly recall: number | null;
    readonly falseAlarmRate: number | null;
  }[];
}

export interface RocInput {
  readonly name: string;
  /** One, or two that are compared. */
  readonly curves: readonly RocCurve[];
  readonly events: number;
  readonly quiets: number;
  readonly lang: Lang;
  readonly theme: ChartTheme;
}

/** What a statistic can tell at every threshold, with the alarms in use marked. */
export function rocOption(input: RocInput): ChartModel {
  const { name, curves, lang, theme } = input;
  const auc = curves[0]?.auc ?? null;
  const finding = auc === null ? T.absent : auc < 0.45 ? T.wrong : auc < 0.6 ? T.none : auc < 0.8 ? T.some : T.strong;
  const title = say(finding, lang, { name, auc: formatNumber(auc, 3) });
  const measure = say(T.subtitle, lang, { events: formatNumber(input.events), quiets: formatNumber(input.quiets) });
  const subtitle =
    curves.length > 1
      ? `${measure}${lang === 'zh' ? '。' : '. '}${say(T.two, lang, { first: curves[0]!.set, second: curves[1]!.set })}`
      : measure;
  const marks = curves.flatMap((curve, k) =>
    curve.marks.flatMap(({ level, label, recall, falseAlarmRate }) =>
      recall === null || falseAlarmRate === null
        ? []
        : [{ k, level, label: curves.length > 1 ? `${SIGNS[k]!}${label}` : label, recall, falseAlarmRate }],
    ),
  );
  return {
    title,
    subtitle,
    description: say(T.description, lang, {
      title,
      subtitle,
      marks: marks
        .map((m) =>
          say(T.mark, lang, {
            label: m.label,
            recall: formatShare(m.recall, 1),
            rate: formatShare(m.falseAlarmRate, 1),
          }),
        )
        .join(lang === 'zh' ? '；' : '; '),
    }),
    get table() {
      return {
        head: [T.line, T.threshold, T.recall, T.falseRate].map((h) => h[lang]),
        rows: [
          ...marks.map((m) => [m.label, '', formatShare(m.recall, 1), formatShare(m.falseAlarmRate, 1)]),
          ...curves.flatMap((curve) =>
            curve.points
              .filter((p) => Number.isFinite(p.threshold))
              .map((p) => [
                curves.length > 1 ? curve.set : '',
                formatNumber(p.threshold, 3),
                formatShare(p.sensitivity, 1),
                formatShare(1 - p.specificity, 1),
              ]),
          ),
        ],
      };
    },
    option: drawn(curves, marks, lang, theme),
  };
}

interface Mark {
  /** Which curve. */
  readonly k: number;
  readonly level: number;
  readonly label: string;
  readonly recall: number;
  readonly falseAlarmRate: number;
}

function drawn(curves: readonly RocCurve[], marks: readonly Mark[], lang: Lang, theme: ChartTheme): EChartsOption {
  const percent = (value: number): string => `${formatNumber(value * 100)}%`;
  const axis = { type: 'value' as const, min: 0, max: 1, interval: 0.25, axisLabel: { formatter: percent } };
  return {
    animation: false,
    grid: { left: 46, right: 18, top: 26, bottom: 44, containLabel: false },
    tooltip: {
      trigger: 'item',
      formatter: (params) => {
        const { seriesIndex, dataIndex } = params as unknown as { seriesIndex: number; dataIndex: number };
        const mark = seriesIndex === curves.length ? marks[dataIndex] : undefined;
        return mark
          ? tooltipHtml(mark.label, [
              [T.recall[lang], formatShare(mark.recall, 1)],
              [T.falseRate[lang], formatShare(mark.falseAlarmRate, 1)],
            ])
          : '';
      },
    },
    xAxis: { ...axis, name: T.falseRate[lang], nameLocation: 'middle', nameGap: 26 },
    yAxis: { ...axis, name: T.recall[lang], nameLocation: 'end', nameGap: 10 },
    series: [
      ...curves.map((curve, k) => ({
        id: `curve ${k}`,
        type: 'line' as const,
        silent: true,
        symbol: 'none',
        data: curve.points.map((p) => [1 - p.specificity, p.sensitivity]),
        lineStyle: { color: theme.series[k]!, width: 1.8, type: k === 0 ? ('solid' as const) : ('dashed' as const) },
        ...(k === 0
          ? {
              markLine: {
                silent: true,
                symbol: 'none',
                label: { show: false },
                lineStyle: { color: theme.lineStrong, type: 'dotted' as const },
                data: [[{ coord: [0, 0] }, { coord: [1, 1] }]] as never,
              },
            }
          : {}),
      })),
      {
        id: 'marks',
        type: 'scatter',
        z: 5,
        data: marks.map((m) => ({
          value: [m.falseAlarmRate, m.recall],
          symbol: m.k === 0 ? 'circle' : 'diamond',
          symbolSize: 11,
          itemStyle: {
            color: levelColours(theme, m.level).fill,
            borderColor: theme.ink,
            borderWidth: 1,
          },
          label: {
            show: true,
            // Near the right edge a label has room on the left alone.
            position: m.falseAlarmRate > 0.6 ? ('left' as const) : ('right' as const),
            formatter: m.label,
            color: levelColours(theme, m.level).text,
            fontSize: 11,
            fontWeight: 'bold' as const,
          },
        })),
        labelLayout: { hideOverlap: true },
      },
    ],
    aria: { enabled: false },
  };
}

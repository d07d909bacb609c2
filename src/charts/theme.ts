import { levelKey, type LevelKey } from '../base/level';

export type ThemeName = 'light' | 'dark';

/** Fill of a level, what is written on the fill, the level as text on the card, and the pale band of its threshold. */
export interface LevelColours {
  readonly fill: string;
  readonly on: string;
  readonly text: string;
  readonly band: string;
}

/** The colours of app/tokens.css that charts need, as data: ECharts draws on a canvas and cannot read CSS variables. */
export interface ChartTheme {
  readonly name: ThemeName;
  readonly paper: string;
  readonly card: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly accent: string;
  readonly hatch: string;
  readonly hatchGround: string;
  readonly levels: Readonly<Record<LevelKey, LevelColours>>;
  /** Lines of several regions or indicators: distinct in lightness too (Okabe–Ito, darkened for paper, lightened for dark). */
  readonly series: readonly string[];
}

/** Single quotes within: the SVG renderer writes the font into an attribute without escaping, and its image would be no XML. */
export const CHART_FONT =
  "'Noto Sans CJK SC', 'Noto Sans SC', 'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Source Han Sans SC', system-ui, sans-serif";

const LIGHT: ChartTheme = {
  name: 'light',
  paper: '#f4f5f5',
  card: '#ffffff',
  line: '#dfe3e5',
  lineStrong: '#aeb7bd',
  ink: '#1c2429',
  ink2: '#4f5b63',
  ink3: '#626d75',
  accent: '#12384f',
  hatch: '#b4bfba',
  hatchGround: '#ffffff',
  levels: {
    normal: { fill: '#e9eceb', on: '#3c474d', text: '#4f5b63', band: '#ffffff' },
    blue: { fill: '#2f6db5', on: '#ffffff', text: '#275f9f', band: '#e7eff8' },
    yellow: { fill: '#edc02c', on: '#2b2100', text: '#785a00', band: '#fcf6e0' },
    orange: { fill: '#e0761b', on: '#231000', text: '#9c4a06', band: '#fbefe5' },
    red: { fill: '#b8202a', on: '#ffffff', text: '#b8202a', band: '#f8e7e8' },
    insufficient: { fill: '#ffffff', on: '#3c474d', text: '#4f5b63', band: '#ffffff' },
  },
  series: ['#12384f', '#0072b2', '#a84a00', '#007a5a', '#8a3d76', '#6b6b00', '#3f7f93', '#5b4a8a'],
};

const DARK: ChartTheme = {
  name: 'dark',
  paper: '#0f161a',
  card: '#172026',
  line: '#2b363d',
  lineStrong: '#55646d',
  ink: '#e7ecef',
  ink2: '#b3bec5',
  ink3: '#97a4ac',
  accent: '#a6cbe3',
  hatch: '#566068',
  hatchGround: '#1c262c',
  levels: {
    normal: { fill: '#313c43', on: '#d5dde1', text: '#b3bec5', band: '#172026' },
    blue: { fill: '#3b78bf', on: '#ffffff', text: '#8fbdf0', band: '#1c2b3b' },
    yellow: { fill: '#e6bd3a', on: '#2b2100', text: '#e6c45a', band: '#322d1b' },
    orange: { fill: '#e0812f', on: '#231000', text: '#f2a765', band: '#35271d' },
    red: { fill: '#cf3a43', on: '#ffffff', text: '#ff9a94', band: '#3a2126' },
    insufficient: { fill: '#1c262c', on: '#d5dde1', text: '#b3bec5', band: '#172026' },
  },
  series: ['#a6cbe3', '#56b4e9', '#f0a35e', '#4fc79b', '#d99ac4', '#d6cf5a', '#8fd0d8', '#b7a8e6'],
};

export const CHART_THEMES: Readonly<Record<ThemeName, ChartTheme>> = { light: LIGHT, dark: DARK };

export function levelColours(theme: ChartTheme, byte: number): LevelColours {
  return theme.levels[levelKey(byte)];
}

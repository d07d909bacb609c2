import type { Lang } from '../../base/text';

/** The face of slides and charts, named on every run: one that every office of either language has. */
export function typeface(lang: Lang): string {
  return lang === 'zh' ? 'Microsoft YaHei' : 'Arial';
}

export function langTag(lang: Lang): string {
  return lang === 'zh' ? 'zh-CN' : 'en-GB';
}

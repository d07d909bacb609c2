import { defaultCatalogue, defaultRegionTree } from '../../base/catalogue';
import type { IndicatorCatalogue } from '../../base/indicators';
import type { Issue } from '../../base/issue';
import { defineText, type Lang, say, type Text } from '../../base/text';
import { unitOf, unitShort } from '../../base/units';

/** Places that reports name in one spelling for every reader (also the command line's), in the words of the screen. */
const PLACES: Readonly<Record<string, Text>> = defineText({
  // The line says "whole file" already.
  file: { zh: '', en: '' },
  table: { zh: '整张表', en: 'whole table' },
  columns: { zh: '各列', en: 'columns' },
  rows: { zh: '各行', en: 'rows' },
  period: { zh: '时期列', en: 'period' },
  'every value': { zh: '全部数值', en: 'every value' },
  'byte 0': { zh: '文件开头', en: 'start of the file' },
  'end of each line': { zh: '各行末尾', en: 'end of each line' },
});

const COUNTED = defineText({
  line: { zh: '第{n}行', en: 'line {n}' },
  lines: { zh: '第{n}行', en: 'lines {n}' },
  column: { zh: '第{n}列', en: 'column {n}' },
});

/** Ids of indicators and units within a text by their short names; everything else as it stands. */
export function idsInWords(text: string, lang: Lang, catalogue: IndicatorCatalogue = defaultCatalogue()): string {
  return text.replace(/\b[a-z][a-z0-9_]+\b/g, (word) => {
    const indicator = catalogue.byId.get(word);
    if (indicator) return indicator.short[lang];
    return unitOf(word) ? unitShort(word)[lang] : word;
  });
}

/** Where an issue is, in words; empty where that is only the line or the file again. */
export function whereWords({ where, row }: Issue, lang: Lang, catalogue?: IndicatorCatalogue): string {
  if (where === String(row)) return '';
  const whole = Object.hasOwn(PLACES, where) ? PLACES[where] : undefined;
  if (whole) return whole[lang];
  const counted = where.replace(/\b(lines?|column) (\d+(?:-\d+)?)$/, (_, of: keyof typeof COUNTED, n: string) =>
    say(COUNTED[of], lang, { n: n.replace('-', '–') }),
  );
  return idsInWords(lang === 'en' ? regionInEnglish(counted) : counted, lang, catalogue);
}

/** A region that a place begins with (`包头市 2018-08`), by its English name; the words of a file stay as they are. */
function regionInEnglish(where: string): string {
  const [name = ''] = where.split(' ', 1);
  const region = defaultRegionTree().regions.find((r) => r.name.zh === name);
  return region ? region.name.en + where.slice(name.length) : where;
}

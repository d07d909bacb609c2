import type { ReactNode } from 'react';
import { formatNumber } from '../../base/format';
import type { IndicatorCatalogue } from '../../base/indicators';
import type { RegionTree } from '../../base/regions';
import type { Lang } from '../../base/text';
import type { Understanding, WordUnderstanding } from '../../observations/tables/understanding';
import { useLang } from '../../store/place';
import type { Correction } from '../../store/reading';
import { DataTable, type TableColumn } from '../parts/DataTable';
import { useT } from '../parts/use-text';
import { indicatorGroups, regionGroups, unitOptions } from './meanings';
import { MeaningSelect } from './MeaningSelect';
import { MAPPING_TEXT } from './mapping-text';

interface WordsPartProps {
  readonly understanding: Understanding;
  readonly catalogue: IndicatorCatalogue;
  readonly tree: RegionTree;
  readonly onFix: (correction: Correction) => void;
}

const NOT_TAKEN = '-';

/** The words of a table that name indicators and regions, with what each is taken for; what is not known stands first. */
export function WordsPart({ understanding, catalogue, tree, onFix }: WordsPartProps) {
  const t = useT(MAPPING_TEXT);
  const lang = useLang();
  const tables = [
    { key: 'indicators', rows: understanding.indicators, columns: indicatorColumns(catalogue, onFix, t, lang) },
    { key: 'regions', rows: understanding.regions, columns: regionColumns(tree, onFix, t, lang) },
  ] as const;
  return (
    <div className="words">
      {tables
        .filter(({ rows }) => rows.length > 0)
        .map(({ key, rows, columns }) => (
          <DataTable
            key={key}
            caption={t(key)}
            captionVisible
            columns={columns}
            rows={unknownFirst(rows)}
            rowKey={(w) => w.text}
            maxHeight={300}
            limit={50}
          />
        ))}
    </div>
  );
}

type Words = TableColumn<WordUnderstanding>[];
type Say = (key: keyof typeof MAPPING_TEXT) => string;

function indicatorColumns(catalogue: IndicatorCatalogue, onFix: WordsPartProps['onFix'], t: Say, lang: Lang): Words {
  const meaning = (w: WordUnderstanding): ReactNode => (
    <MeaningSelect
      label={`${t('meaning')}: ${w.text}`}
      value={w.meaning ?? NOT_TAKEN}
      first={[notTaken(w, t)]}
      groups={indicatorGroups(catalogue, w.candidates, t('likely'), lang)}
      onChange={(id) => onFix({ of: 'indicators', text: w.text, meaning: id === NOT_TAKEN ? null : { indicator: id } })}
    />
  );
  const unit = (w: WordUnderstanding): ReactNode => {
    const indicator = w.meaning;
    if (indicator === null) return null;
    const set = (id: string): void =>
      onFix({ of: 'indicators', text: w.text, meaning: { indicator, ...(id !== '' && { unit: id }) } });
    return (
      <MeaningSelect
        label={`${t('unit')}: ${w.text}`}
        value={w.unit ?? ''}
        first={[{ value: '', label: t('unitAsFile') }, ...unitOptions(catalogue.byId.get(indicator)?.unit, lang)]}
        groups={[]}
        onChange={set}
      />
    );
  };
  return [
    wordColumn(t),
    { key: 'meaning', head: t('meaning'), cell: meaning },
    { key: 'unit', head: t('unit'), cell: unit },
    usesColumn(t),
  ];
}

function regionColumns(tree: RegionTree, onFix: WordsPartProps['onFix'], t: Say, lang: Lang): Words {
  const meaning = (w: WordUnderstanding): ReactNode => (
    <MeaningSelect
      label={`${t('meaning')}: ${w.text}`}
      value={w.meaning ?? NOT_TAKEN}
      first={[notTaken(w, t)]}
      groups={regionGroups(tree, w.candidates, t('likely'), t('allRegions'), lang)}
      onChange={(code) => onFix({ of: 'regions', text: w.text, meaning: code === NOT_TAKEN ? null : code })}
    />
  );
  return [wordColumn(t), { key: 'meaning', head: t('meaning'), cell: meaning }, usesColumn(t)];
}

function notTaken(word: WordUnderstanding, t: Say): { value: string; label: string } {
  return { value: NOT_TAKEN, label: t(word.meaning === null && word.confidence === 0 ? 'unknown' : 'notTaken') };
}

function wordColumn(t: Say): Words[number] {
  return { key: 'word', head: t('word'), rowHeader: true, className: 'foreign', cell: (w) => w.text };
}

function usesColumn(t: Say): Words[number] {
  return { key: 'uses', head: t('uses'), align: 'end', cell: (w) => formatNumber(w.count) };
}

function unknownFirst(words: readonly WordUnderstanding[]): WordUnderstanding[] {
  return [...words].sort(
    (a, b) => Number(a.meaning !== null) - Number(b.meaning !== null) || a.confidence - b.confidence,
  );
}

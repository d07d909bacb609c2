import { type ReactNode, useRef, useState } from 'react';
import { formatNumber } from '../../base/format';
import { loadMappings } from '../../observations/tables/mapping-shape';
import { downloadText } from '../../platform/download';
import type { Keeping, KeepingChange, KeptMapping } from '../../platform/engine-api';
import { readPreference } from '../../platform/preferences';
import { announceChange } from '../../platform/tabs';
import { troubleOf } from '../../platform/trouble';
import { useLang } from '../../store/place';
import { useEngine } from '../../store/session';
import { Button } from '../parts/Button';
import { DataTable, type TableColumn } from '../parts/DataTable';
import { useT } from '../parts/use-text';
import { KEEPING_TEXT } from './keeping-text';
import { momentWords } from './moment';

interface RememberedProps {
  readonly keeping: Keeping;
  readonly onChange: () => void;
}

/** The mappings for the next files of known layouts: looked at, forgotten, taken to another machine. */
export function RememberedPart({ keeping, onChange }: RememberedProps) {
  const t = useT(KEEPING_TEXT);
  const lang = useLang();
  const engine = useEngine();
  const input = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  const { mappings } = keeping;
  const size = (part: object): string => formatNumber(Object.keys(part).length);
  const change = async (what: KeepingChange, done: string): Promise<void> => {
    try {
      await engine.changeKeeping(what, {});
      setSaid(done);
      announceChange();
    } catch (error) {
      const { what: fault, todo } = troubleOf(error);
      setSaid(`${fault[lang]} ${todo[lang]}`);
    }
    onChange();
  };
  const forget = ({ mapping }: KeptMapping): void => {
    void change({ kind: 'drop-mapping', signature: mapping.signature }, '');
  };
  const take = async (file: File): Promise<void> => {
    const { value, faults } = loadMappings(parsed(await file.text()));
    if (!value) {
      setSaid(t('mappingsBad', { where: `${file.name} ${faults[0]?.path ?? ''}` }));
      return;
    }
    const by = readPreference('fengsui.by') ?? '';
    const taken = t('mappingsTaken', { count: formatNumber(value.length) });
    await change({ kind: 'keep-mappings', mappings: value, name: file.name, by }, taken);
  };
  const columns: TableColumn<KeptMapping>[] = [
    { key: 'file', head: t('mappingFile'), rowHeader: true, className: 'foreign', cell: (m) => m.name },
    {
      key: 'words',
      head: t('mappingWords'),
      cell: ({ mapping: m }) =>
        t('mappingCount', { columns: size(m.columns), indicators: size(m.indicators), regions: size(m.regions) }),
    },
    { key: 'when', head: t('when'), cell: (m) => momentWords(m.at, lang) },
    { key: 'who', head: t('who'), className: 'foreign', cell: (m) => m.by || '—' },
    { key: 'action', head: t('action'), cell: forgetCell(forget) },
  ];
  return (
    <>
      <h3>{t('mappings')}</h3>
      <p className="quiet">{t('mappingsHint')}</p>
      <DataTable
        caption={t('mappings')}
        columns={columns}
        rows={mappings}
        rowKey={(m) => m.mapping.signature}
        maxHeight={220}
        empty={<p className="quiet">{t('mappingsEmpty')}</p>}
      />
      <p className="ways">
        {mappings.length > 0 && (
          <Button
            onClick={() =>
              downloadText(
                `${t('mappingsName')}.json`,
                JSON.stringify(
                  mappings.map((m) => m.mapping),
                  null,
                  2,
                ),
                'application/json',
              )
            }
          >
            {t('exportMappings')}
          </Button>
        )}
        <Button onClick={() => input.current?.click()}>{t('importMappings')}</Button>
        <input
          ref={input}
          type="file"
          accept=".json,application/json"
          hidden
          onChange={(e) => {
            const file = e.target.files?.[0];
            if (file) void take(file);
            e.target.value = '';
          }}
        />
        <span role="status" className="quiet foreign">
          {said}
        </span>
      </p>
    </>
  );
}

function forgetCell(forget: (mapping: KeptMapping) => void): (mapping: KeptMapping) => ReactNode {
  return (mapping) => <Forget name={mapping.name} onForget={() => forget(mapping)} />;
}

function Forget({ name, onForget }: { readonly name: string; readonly onForget: () => void }) {
  const t = useT(KEEPING_TEXT);
  return (
    <Button look="plain" aria-label={t('forgetNamed', { name })} onClick={onForget}>
      {t('forget')}
    </Button>
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

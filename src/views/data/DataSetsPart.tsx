import { type FormEvent, type ReactNode, useState } from 'react';
import { formatNumber } from '../../base/format';
import type { Keeping, KeepingChange, KeptSet } from '../../platform/engine-api';
import { readPreference } from '../../platform/preferences';
import { useLang } from '../../store/place';
import { useSession } from '../../store/session';
import { Button } from '../parts/Button';
import { DataTable, type TableColumn } from '../parts/DataTable';
import { useT } from '../parts/use-text';
import { KEEPING_TEXT } from './keeping-text';
import { momentWords } from './moment';

type Unsigned<T> = T extends unknown ? Omit<T, 'by'> : never;

/** Changes what is kept under the name of who does it, and shows what is then in force. */
export function useKeepingChange(): (change: Unsigned<KeepingChange>) => void {
  const changeKept = useSession((s) => s.changeKept);
  return (change) => {
    const by = readPreference('fengsui.by') ?? '';
    void changeKept((engine) => engine.changeKeeping({ ...change, by } as KeepingChange, {}));
  };
}

/** The data sets side by side; one is in use. */
export function DataSetsPart({ keeping }: { readonly keeping: Keeping }) {
  const t = useT(KEEPING_TEXT);
  const lang = useLang();
  const change = useKeepingChange();
  const [renaming, setRenaming] = useState<string | null>(null);
  const nameOf = (set: KeptSet): string => set.name || t('firstSet');
  const columns: TableColumn<KeptSet>[] = [
    { key: 'name', head: t('setName'), rowHeader: true, className: 'foreign', cell: nameOf },
    { key: 'files', head: t('setFiles'), align: 'end', cell: (s) => formatNumber(s.batches.length) },
    { key: 'rows', head: t('setRows'), align: 'end', cell: (s) => formatNumber(rowsOf(s)) },
    { key: 'last', head: t('setLast'), cell: (s) => lastImport(s, lang) },
    { key: 'regions', head: t('setRegions'), cell: (s) => (s.ownRegions ? t('ownRegions') : t('builtIn')) },
    { key: 'action', head: t('action'), cell: actionCell(keeping.current, setRenaming) },
  ];
  const target = keeping.sets.find((s) => s.id === renaming);
  return (
    <>
      <h3>{t('sets')}</h3>
      <DataTable caption={t('sets')} columns={columns} rows={keeping.sets} rowKey={(s) => s.id} maxHeight={260} />
      {target ? (
        <NameForm
          key={target.id}
          label={t('renameNamed', { name: nameOf(target) })}
          first={target.name}
          onName={(name) => {
            setRenaming(null);
            if (name !== null) change({ kind: 'rename-set', id: target.id, name });
          }}
        />
      ) : (
        <Create onName={(name) => change({ kind: 'create-set', name })} />
      )}
    </>
  );
}

const rowsOf = (set: KeptSet): number => set.batches.reduce((sum, b) => sum + b.rows, 0);

function lastImport(set: KeptSet, lang: 'zh' | 'en'): ReactNode {
  const last = Math.max(...set.batches.map((b) => b.at));
  return Number.isFinite(last) && last > 0 ? momentWords(last, lang) : '—';
}

function actionCell(current: string, onRename: (id: string) => void): (set: KeptSet) => ReactNode {
  return (set) => <SetActions set={set} inUse={set.id === current} onRename={() => onRename(set.id)} />;
}

interface SetActionsProps {
  readonly set: KeptSet;
  readonly inUse: boolean;
  readonly onRename: () => void;
}

function SetActions({ set, inUse, onRename }: SetActionsProps) {
  const t = useT(KEEPING_TEXT);
  const onChange = useKeepingChange();
  const name = set.name || t('firstSet');
  const busy = useSession((s) => s.progress !== null);
  return (
    <span className="sure">
      {inUse ? (
        <span className="quiet">{t('inUse')}</span>
      ) : (
        <Button
          look="plain"
          disabled={busy}
          aria-label={t('useNamed', { name })}
          onClick={() => onChange({ kind: 'switch-set', id: set.id })}
        >
          {t('use')}
        </Button>
      )}
      <Button look="plain" disabled={busy} aria-label={t('renameNamed', { name })} onClick={onRename}>
        {t('rename')}
      </Button>
      {(set.batches.length > 0 || set.name !== '') && (
        // Deleting needs no second question: the history undoes it.
        <Button
          look="plain"
          disabled={busy}
          aria-label={t('removeNamed', { name })}
          onClick={() => onChange({ kind: 'delete-set', id: set.id })}
        >
          {t('remove')}
        </Button>
      )}
    </span>
  );
}

function Create({ onName }: { readonly onName: (name: string) => void }) {
  const t = useT(KEEPING_TEXT);
  const busy = useSession((s) => s.progress !== null);
  const [open, setOpen] = useState(false);
  if (!open) {
    return (
      <Button disabled={busy} onClick={() => setOpen(true)}>
        {t('create')}
      </Button>
    );
  }
  return (
    <NameForm
      label={t('createName')}
      first=""
      onName={(name) => {
        setOpen(false);
        if (name !== null) onName(name);
      }}
    />
  );
}

interface NameFormProps {
  readonly label: string;
  readonly first: string;
  /** Null: given up. */
  readonly onName: (name: string | null) => void;
}

function NameForm({ label, first, onName }: NameFormProps) {
  const t = useT(KEEPING_TEXT);
  const [name, setName] = useState(first);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() !== '') onName(name.trim());
  };
  return (
    <form className="sure" onSubmit={submit}>
      <label className="field">
        <span className="field-label">{label}</span>
        <input
          className="input"
          // The button that opened this form is gone: the focus comes here.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          value={name}
          maxLength={40}
          onChange={(e) => setName(e.target.value)}
          onKeyDown={(e) => {
            if (e.key === 'Escape') onName(null);
          }}
        />
      </label>
      <Button type="submit" look="primary" disabled={name.trim() === ''}>
        {t('save')}
      </Button>
      <Button look="plain" onClick={() => onName(null)}>
        {t('cancel')}
      </Button>
    </form>
  );
}

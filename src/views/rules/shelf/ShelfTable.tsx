import { type FormEvent, useState } from 'react';
import { downloadText } from '../../../platform/download';
import type { Paper } from '../../../platform/engine-api';
import { useLang } from '../../../store/place';
import { momentWords } from '../../data/moment';
import { Button } from '../../parts/Button';
import { DataTable, type TableColumn } from '../../parts/DataTable';
import { Failed } from '../../parts/states';
import { useT } from '../../parts/use-text';
import { SHELF_TEXT } from './text';
import { nameIn, type Shelf } from './use-shelf';
import './shelf.css';

interface ShelfTableProps {
  readonly caption: string;
  readonly shelf: Shelf;
  /** Id of the paper that is being worked on; null = none. */
  readonly openId: string | null;
  readonly onOpen: (paper: Paper) => void;
}

/** What is kept: open, rename, copy, export, remove; the last removal can be undone. */
export function ShelfTable({ caption, shelf, openId, onOpen }: ShelfTableProps) {
  const t = useT(SHELF_TEXT);
  const lang = useLang();
  const [renaming, setRenaming] = useState<string | null>(null);
  const nameOf = (paper: Paper): string => nameIn(paper.body, lang) || t('unnamed');
  const row = { shelf, openId, onOpen, renaming, setRenaming };
  const columns: TableColumn<Paper>[] = [
    { key: 'name', head: t('name'), rowHeader: true, className: 'foreign', cell: nameCell(row) },
    {
      key: 'when',
      head: t('when'),
      className: 'small foreign',
      cell: (p) => `${momentWords(p.at, lang)}${p.by === '' ? '' : ` · ${p.by}`}`,
    },
    { key: 'action', head: t('action'), cell: actionCell(row) },
  ];
  return (
    <>
      <div role="status">
        {shelf.dropped && (
          <p className="shelf-undo">
            <span className="foreign">{t('removed', { name: nameOf(shelf.dropped) })}</span>
            <Button onClick={() => void shelf.undo()}>{t('undo')}</Button>
          </p>
        )}
      </div>
      {shelf.trouble && (
        <Failed title={t('failed')} detail={`${shelf.trouble.what[lang]} ${shelf.trouble.where}`.trim()} />
      )}
      {shelf.papers && shelf.papers.length === 0 && <p className="quiet">{t('none')}</p>}
      {shelf.papers && shelf.papers.length > 0 && (
        <DataTable caption={caption} columns={columns} rows={shelf.papers} rowKey={(p) => p.id} maxHeight={240} />
      )}
    </>
  );
}

interface RowParts extends Pick<ShelfTableProps, 'shelf' | 'openId' | 'onOpen'> {
  readonly renaming: string | null;
  readonly setRenaming: (id: string | null) => void;
}

const nameCell = (row: RowParts) => (paper: Paper) => <NameCell paper={paper} {...row} />;
const actionCell = (row: RowParts) => (paper: Paper) => <ActionCell paper={paper} {...row} />;

const renamed = (paper: Paper, name: string): unknown => ({ ...(paper.body as object), name });

function NameCell({ paper, shelf, renaming, setRenaming }: RowParts & { readonly paper: Paper }) {
  const t = useT(SHELF_TEXT);
  const lang = useLang();
  const name = nameIn(paper.body, lang) || t('unnamed');
  if (renaming !== paper.id) return name;
  return (
    <Rename
      label={t('renameNamed', { name })}
      first={name}
      onName={(next) => {
        setRenaming(null);
        if (next !== null) void shelf.save(renamed(paper, next), paper);
      }}
    />
  );
}

function ActionCell({ paper, shelf, openId, onOpen, renaming, setRenaming }: RowParts & { readonly paper: Paper }) {
  const t = useT(SHELF_TEXT);
  const lang = useLang();
  const name = nameIn(paper.body, lang) || t('unnamed');
  const action = (key: 'open' | 'rename' | 'copy' | 'export' | 'remove', act: () => void) => (
    <Button look="plain" aria-label={t(`${key}Named`, { name })} onClick={act}>
      {t(key)}
    </Button>
  );
  const copyName = t('copied', { name });
  const json = (): string => `${JSON.stringify(paper.body, null, 2)}\n`;
  return (
    <span className="shelf-actions">
      {paper.id === openId ? <span className="quiet">{t('isOpen')}</span> : action('open', () => onOpen(paper))}
      {action('rename', () => setRenaming(renaming === paper.id ? null : paper.id))}
      {action('copy', () => void shelf.save(renamed(paper, copyName), null))}
      {action('export', () => downloadText(`${name}.json`, json(), 'application/json'))}
      {action('remove', () => void shelf.drop(paper))}
    </span>
  );
}

interface RenameProps {
  readonly label: string;
  readonly first: string;
  /** Null: given up. */
  readonly onName: (name: string | null) => void;
}

function Rename({ label, first, onName }: RenameProps) {
  const t = useT(SHELF_TEXT);
  const [name, setName] = useState(first);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() !== '') onName(name.trim());
  };
  return (
    <form className="shelf-actions" onSubmit={submit}>
      <input
        className="input"
        aria-label={label}
        // The button that opened this form stands at the other end of the row: the focus comes here.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        value={name}
        maxLength={80}
        onChange={(e) => setName(e.target.value)}
        onKeyDown={(e) => {
          if (e.key === 'Escape') onName(null);
        }}
      />
      <Button type="submit" disabled={name.trim() === ''}>
        {t('save')}
      </Button>
      <Button look="plain" onClick={() => onName(null)}>
        {t('cancel')}
      </Button>
    </form>
  );
}

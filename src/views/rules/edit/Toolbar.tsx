import { useMemo, useRef } from 'react';
import { formatNumber } from '../../../base/format';
import { rulesFile } from '../../../levels/load-rule-book';
import { downloadText } from '../../../platform/download';
import { useLang } from '../../../store/place';
import { useReadyView } from '../../../store/session';
import { useRules } from '../../../store/use-rules';
import { Button } from '../../parts/Button';
import { useT } from '../../parts/use-text';
import { changeCount } from './DiffTable';
import { type RulesFile, readRulesFile } from './ImportCard';
import { diffRules } from './rule-diff';
import { EDIT_TEXT } from './text';
import { contentOf, namesFor, versionWords } from './versions';

interface ToolbarProps {
  readonly onSave: () => void;
  readonly onFile: (file: RulesFile) => void;
}

/** Where the draft stands, and what can be done with it as a whole. */
export function Toolbar({ onSave, onFile }: ToolbarProps) {
  const t = useT(EDIT_TEXT);
  const lang = useLang();
  const view = useReadyView();
  const input = useRef<HTMLInputElement>(null);
  const { history, versions, changed, checked, keeping } = useRules((s) => s);
  const { undo, redo, discard, settle } = useRules((s) => s);
  const base = versions.find((v) => v.id === history.now.basedOn) ?? versions[0]!;
  const count = useMemo(
    () => (changed ? changeCount(diffRules(base, history.now, namesFor(view))) : 0),
    [changed, base, history.now, view],
  );
  const version = versionWords(base, lang);
  const save = (): void => {
    const name = { zh: EDIT_TEXT.draftName.zh, en: EDIT_TEXT.draftName.en };
    downloadText(
      `${t('fileName')}-${t('draftName')}.json`,
      rulesFile(name, '', contentOf(history.now)),
      'application/json',
    );
  };
  return (
    <div className="edit-bar">
      <div className="edit-where" role="status">
        <strong>{changed ? t('basedOn', { version }) : t('unchanged', { version })}</strong>
        {count > 0 && <span>{t('changes', { count: formatNumber(count) })}</span>}
        {keeping === 'kept' && changed && <span className="quiet">{t('kept')}</span>}
        {keeping === 'keeping' && <span className="quiet">{t('keeping')}</span>}
        {keeping === 'failed' && <span className="worse">{t('keepFailed')}</span>}
        {keeping === 'other' && (
          <span className="edit-other">
            <span className="worse">{t('otherDraft')}</span>
            <Button onClick={() => void settle('mine')}>{t('keepMine')}</Button>
            <Button onClick={() => void settle('theirs')}>{t('takeTheirs')}</Button>
          </span>
        )}
      </div>
      <div className="edit-tools">
        <Button disabled={history.past.length === 0} onClick={undo} aria-keyshortcuts="Control+Z">
          {t('undo')}
        </Button>
        <Button disabled={history.future.length === 0} onClick={redo} aria-keyshortcuts="Control+Shift+Z">
          {t('redo')}
        </Button>
        <Button disabled={!changed} onClick={discard}>
          {t('discard')}
        </Button>
        <Button onClick={() => input.current?.click()}>{t('importJson')}</Button>
        <input
          ref={input}
          type="file"
          accept=".json,application/json"
          hidden
          data-testid="rules-input"
          onChange={(e) => {
            const file = e.target.files?.[0];
            if (file) void readRulesFile(file).then(onFile);
            e.target.value = '';
          }}
        />
        <Button onClick={save}>{t('exportJson')}</Button>
        <Button
          look="primary"
          disabled={!changed || checked.value === null}
          title={changed ? undefined : t('nothingToSave')}
          onClick={onSave}
        >
          {t('save')}
        </Button>
      </div>
    </div>
  );
}

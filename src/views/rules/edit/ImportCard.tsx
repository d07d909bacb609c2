import { useMemo } from 'react';
import type { Checked } from '../../../base/check';
import { formatNumber } from '../../../base/format';
import { loadRulesFile } from '../../../levels/load-rule-book';
import { useRules } from '../../../store/use-rules';
import { Button } from '../../parts/Button';
import { Card } from '../../parts/Card';
import { useT } from '../../parts/use-text';
import { DiffTable } from './DiffTable';
import { FaultTable } from './FaultTable';
import { EDIT_TEXT } from './text';

type Loaded = ReturnType<typeof loadRulesFile>;

/** A file of rules as it was picked and read; nothing of it is taken yet. */
export interface RulesFile {
  readonly name: string;
  readonly loaded: Loaded;
}

const MOST_BYTES = 5_000_000;

/** Reads and checks a file. What is no JSON, or too big to be rules, is a fault like any other. */
export async function readRulesFile(file: File): Promise<RulesFile> {
  const fault = (given: string, words: (typeof EDIT_TEXT)['notJson']): Checked<never> => ({
    value: null,
    faults: [{ path: '.', given, expected: words.en, words }],
  });
  if (file.size > MOST_BYTES) return { name: file.name, loaded: fault(`${file.size} B`, EDIT_TEXT.tooBig) };
  try {
    return { name: file.name, loaded: loadRulesFile(JSON.parse((await file.text()).replace(/^\uFEFF/, ''))) };
  } catch (error) {
    return { name: file.name, loaded: fault(error instanceof Error ? error.message : '', EDIT_TEXT.notJson) };
  }
}

/** What is in the file: every fault, or what it would change; then it is taken as the draft, or not at all. */
export function ImportCard({ file, onClose }: { readonly file: RulesFile; readonly onClose: () => void }) {
  const t = useT(EDIT_TEXT);
  const draft = useRules((s) => s.history.now);
  const replace = useRules((s) => s.replace);
  const { value, faults } = file.loaded;
  const content = useMemo(
    () => value && { ruleSet: value.ruleSet ?? draft.ruleSet, scheme: value.scheme ?? draft.scheme },
    [value, draft],
  );
  return (
    <Card title={t('importTitle', { name: file.name })} className="import-rules">
      <div role="status" data-testid="rules-file">
        {value ? (
          <p>
            {value.ruleSet
              ? t('importGood', {
                  rules: formatNumber(value.ruleSet.rules.length),
                  scheme: value.scheme ? t('withScheme') : '',
                })
              : t('noRules')}
          </p>
        ) : (
          <p className="worse">{t('importBad', { count: formatNumber(faults.length) })}</p>
        )}
      </div>
      {faults.length > 0 && <FaultTable caption={file.name} faults={faults} />}
      {content && <DiffTable from={draft} to={content} />}
      <p className="edit-ways">
        {content && (
          <Button
            look="primary"
            onClick={() => {
              replace(content);
              onClose();
            }}
          >
            {t('take')}
          </Button>
        )}
        <Button onClick={onClose}>{t('close')}</Button>
      </p>
    </Card>
  );
}

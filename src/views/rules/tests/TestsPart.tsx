import { useMemo, useState } from 'react';
import { downloadText } from '../../../platform/download';
import { useLang } from '../../../store/place';
import { useReadyView } from '../../../store/session';
import { useEngineCall } from '../../../store/use-engine-call';
import { Button } from '../../parts/Button';
import { Card } from '../../parts/Card';
import { Empty, Failed } from '../../parts/states';
import { useT } from '../../parts/use-text';
import { Faults, parseJson } from '../shelf/Faults';
import { JsonFile } from '../shelf/JsonFile';
import { ShelfTable } from '../shelf/ShelfTable';
import { nameIn, useShelf } from '../shelf/use-shelf';
import { useTestsDraft } from './draft';
import { exampleText } from './example';
import { ResultCards } from './ResultCards';
import { TESTS_TEXT } from './text';
import './tests.css';
import { useSettled } from './use-settled';

/** So long typing goes on before the tests are run. */
const SETTLE_MS = 400;

/** Rules checked by short series that somebody wrote: figures in, levels and states expected, compared by period. */
export function TestsPart() {
  const t = useT(TESTS_TEXT);
  const lang = useLang();
  const view = useReadyView();
  const { text } = useTestsDraft();
  const settled = useSettled(text, SETTLE_MS);
  const parsed = useMemo(() => (settled.trim() === '' ? null : parseJson(settled)), [settled]);
  const { data, loading, error, retry } = useEngineCall(parsed && !parsed.fault ? settled : null, (engine, options) =>
    engine.ruleTests(parsed!.value, options),
  );
  const faults = parsed?.fault ? [parsed.fault] : (data?.faults ?? []);
  const fresh = settled === text && !loading;
  return (
    <div className="rule-tests">
      <EditorCard />
      <div className="rule-tests-result" data-testid="rule-tests-result" aria-busy={parsed !== null && !fresh}>
        {parsed === null && (
          <Card>
            <Empty title={t('start')}>
              <p>{t('startHelp')}</p>
              <ExampleButton />
            </Empty>
          </Card>
        )}
        <div role="status">{loading && <p className="quiet">{t('running')}</p>}</div>
        {error && <Failed title={t('failed')} detail={`${error.what[lang]} ${error.where}`.trim()} onRetry={retry} />}
        {faults.length > 0 && (
          <Card title={t('faults')}>
            <Faults titled caption={t('faults')} faults={faults} />
          </Card>
        )}
        {parsed && faults.length === 0 && data && data.results.length > 0 && <ResultCards view={view} run={data} />}
      </div>
    </div>
  );
}

function ExampleButton() {
  const t = useT(TESTS_TEXT);
  const open = useTestsDraft((s) => s.open);
  return <Button onClick={() => open(exampleText(), null)}>{t('example')}</Button>;
}

/** The file as text, and the ones that are kept. */
function EditorCard() {
  const t = useT(TESTS_TEXT);
  const lang = useLang();
  const { text, paper, write, open, keptAs } = useTestsDraft();
  const shelf = useShelf('rule-tests');
  const [saved, setSaved] = useState(false);
  const kept = shelf.papers?.find((p) => p.id === paper?.id) ?? null;
  const empty = text.trim() === '';
  const { value, fault } = useMemo(() => (empty ? { value: null, fault: null } : parseJson(text)), [text, empty]);
  const save = async (asNew: boolean): Promise<void> => {
    const done = await shelf.save(value, asNew ? null : kept);
    if (done) keptAs(done);
    setSaved(done !== null);
  };
  const name = nameIn(value, lang) || t('title');
  return (
    <Card title={t('title')} subtitle={t('subtitle')}>
      <JsonFile label={t('open')} onText={(given) => open(given, null)}>
        <label className="rule-tests-editor">
          <span className="field-label">{t('editor')}</span>
          <textarea
            rows={18}
            spellCheck={false}
            value={text}
            aria-invalid={fault !== null}
            onChange={(e) => {
              write(e.target.value);
              setSaved(false);
            }}
          />
        </label>
        <p className="quiet small">{t('editorHelp')}</p>
      </JsonFile>
      <div className="rule-tests-tools">
        <ExampleButton />
        <Button onClick={() => downloadText(`${t('templateFile')}.json`, exampleText(), 'application/json')}>
          {t('template')}
        </Button>
        <Button look="primary" disabled={empty || fault !== null} onClick={() => void save(false)}>
          {t('save')}
        </Button>
        {kept && (
          <Button disabled={fault !== null} onClick={() => void save(true)}>
            {t('saveNew')}
          </Button>
        )}
        <Button disabled={empty} onClick={() => downloadText(`${name}.json`, text, 'application/json')}>
          {t('export')}
        </Button>
        <Button look="plain" disabled={empty} onClick={() => open('', null)}>
          {t('clear')}
        </Button>
        <span role="status">{saved && t('saved')}</span>
      </div>
      <h3 className="rule-tests-head">{t('kept')}</h3>
      <ShelfTable
        caption={t('kept')}
        shelf={shelf}
        openId={kept?.id ?? null}
        onOpen={(chosen) => open(`${JSON.stringify(chosen.body, null, 2)}\n`, chosen)}
      />
    </Card>
  );
}

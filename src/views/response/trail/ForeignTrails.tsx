import { useEffect, useState } from 'react';
import { formatNumber } from '../../../base/format';
import { downloadText } from '../../../platform/download';
import type { Paper } from '../../../platform/engine-api';
import { foreignEntries } from '../../../platform/foreign-trail';
import { formatMoment } from '../../../response/calendar/moment';
import type { Entry } from '../../../response/trail/entry';
import { useLang } from '../../../store/place';
import { useEngine, useView } from '../../../store/session';
import { useResponse } from '../../../store/use-response';
import { Button } from '../../parts/Button';
import { Card } from '../../parts/Card';
import { useT } from '../../parts/use-text';
import { checkForeign, type FileCheck } from './check-file';
import { FileCheckResult } from './FileCheckResult';
import { TRAIL_TEXT } from './text';
import { trailJson } from './trail-file';

/** Trails that a backup brought and that are not ours: kept whole, to be looked at. Nothing while there are none. */
export function ForeignTrails() {
  const t = useT(TRAIL_TEXT);
  const lang = useLang();
  const engine = useEngine();
  const view = useView();
  const entries = useResponse((s) => s.entries);
  const [papers, setPapers] = useState<readonly Paper[]>([]);
  const [check, setCheck] = useState<FileCheck | null>(null);
  useEffect(() => {
    let over = false;
    engine.papers('foreign-trail', {}).then(
      (found) => over || setPapers(found),
      // The banner above says it when the store cannot be read.
      () => undefined,
    );
    return () => {
      over = true;
    };
    // `view` only says that a backup may have been restored.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [engine, view]);
  if (papers.length === 0) return null;
  return (
    <Card title={t('foreign')} subtitle={t('foreignHint')}>
      <ul className="trail-foreign">
        {papers.map((paper) => {
          const theirs = foreignEntries(paper.body);
          const name = t('foreignName', { at: formatMoment(paper.at, lang) });
          return (
            <li key={paper.id}>
              <span>{t('foreignLine', { at: formatMoment(paper.at, lang), count: formatNumber(theirs.length) })}</span>
              <Button
                look="plain"
                onClick={() => void checkForeign(name, { head: null, entries: theirs }, entries).then(setCheck)}
              >
                {t('foreignCheck')}
              </Button>
              <Button
                look="plain"
                onClick={() => downloadText(`${name}.json`, trailJson(theirs as readonly Entry[]), 'application/json')}
              >
                {t('foreignSave')}
              </Button>
            </li>
          );
        })}
      </ul>
      <div role="status">{check && <FileCheckResult check={check} />}</div>
    </Card>
  );
}

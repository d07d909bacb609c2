import { useEffect, useState } from 'react';
import type { Text } from '../../../base/text';
import { loadPreset, loadPresetList } from '../../../levels/load-presets';
import type { PresetEntry } from '../../../levels/preset';
import { fetchPart } from '../../../platform/fetch-part';
import { type Trouble, troubleOf } from '../../../platform/trouble';
import { setPlace, useLang } from '../../../store/place';
import { useRules } from '../../../store/use-rules';
import { Button } from '../../parts/Button';
import { Card } from '../../parts/Card';
import { Failed, Skeleton } from '../../parts/states';
import { useT } from '../../parts/use-text';
import { PRESET_TEXT, STATUS_TEXT } from './preset-text';
import { contentOf } from './versions';

/** Rules after what some place published: whose they are, of which year, and what of them cannot be computed. */
export function PresetsPart() {
  const t = useT(PRESET_TEXT);
  const lang = useLang();
  const [list, setList] = useState<readonly PresetEntry[] | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  useEffect(() => {
    let over = false;
    fetchPart(loadPresetList).then(
      (found) => {
        if (!over) setList(found);
      },
      (error: unknown) => {
        if (!over) setTrouble(troubleOf(error));
      },
    );
    return () => {
      over = true;
    };
  }, []);
  if (trouble) return <Failed title={t('failed')} detail={`${trouble.what[lang]} ${trouble.where}`} />;
  return (
    <Card title={t('title')} subtitle={t('help')}>
      {list ? (
        <div className="presets">
          {list.map((entry) => (
            <PresetBox key={entry.id} entry={entry} onTrouble={setTrouble} />
          ))}
        </div>
      ) : (
        <Skeleton lines={6} />
      )}
    </Card>
  );
}

interface PresetBoxProps {
  readonly entry: PresetEntry;
  readonly onTrouble: (trouble: Trouble) => void;
}

function PresetBox({ entry, onTrouble }: PresetBoxProps) {
  const t = useT(PRESET_TEXT);
  const lang = useLang();
  const replace = useRules((s) => s.replace);
  const [busy, setBusy] = useState(false);
  const take = async (): Promise<void> => {
    setBusy(true);
    try {
      const { value, faults } = await fetchPart(() => loadPreset(entry));
      if (!value) throw new Error(`${entry.id}: ${faults[0]!.path}: ${faults[0]!.expected}`);
      replace(contentOf(value));
      setPlace({ free: { part: null, rule: null } });
    } catch (error) {
      onTrouble(troubleOf(error));
    } finally {
      setBusy(false);
    }
  };
  const list = (title: string, items: readonly Text[]) =>
    items.length > 0 && (
      <>
        <h4>{title}</h4>
        <ul className="plain-list small">
          {items.map((item) => (
            <li key={item.en}>{item[lang]}</li>
          ))}
        </ul>
      </>
    );
  const untold = entry.notComputed.map(({ line, reason }) => ({
    zh: `${line.zh}：${reason.zh}`,
    en: `${line.en}: ${reason.en}`,
  }));
  return (
    <section className="preset" aria-label={entry.name[lang]}>
      <h3>{entry.name[lang]}</h3>
      <p className="quiet">
        {entry.place[lang]} · {entry.year} · {STATUS_TEXT[entry.status][lang]}
      </p>
      <p className="small">{entry.source[lang]}</p>
      <p className="small">{entry.note[lang]}</p>
      {list(
        t('lines'),
        entry.lines.map((l) => l.text),
      )}
      {list(t('notComputed'), untold)}
      {list(
        t('needs'),
        entry.needs.map((n) => n.definition),
      )}
      <Button disabled={busy} aria-label={`${t('take')} ${entry.name[lang]}`} onClick={() => void take()}>
        {t('take')}
      </Button>
    </section>
  );
}

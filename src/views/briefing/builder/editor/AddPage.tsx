import { useEffect, useRef, useState } from 'react';
import type { Briefing } from '../../../../briefing/briefing';
import { addPage } from '../../../../briefing/edit-briefing';
import { type Exhibit, EXHIBIT_KINDS, type ExhibitKind } from '../../../../briefing/exhibits/exhibit';
import { isAbort, troubleOf } from '../../../../platform/trouble';
import { setPlace, useLang } from '../../../../store/place';
import { useEngine, useReadyView } from '../../../../store/session';
import { Button, Select } from '../../../parts/Button';
import { useT } from '../../../parts/use-text';
import { regionOptions } from '../../../response/case/region-options';
import { CHART_NAMES } from '../../kind-text';
import type { BriefingAsking } from '../../use-query';
import { CHART_ABOUT, chartKind } from '../own-charts';
import { queryOf } from '../use-fresh';
import { EDITOR_TEXT } from './text';

/** Page under which the chart comes in the answer. */
const ASKED = 'own-0';

interface AddPageProps {
  readonly briefing: Briefing;
  /** Page behind which the new one comes; null = first. */
  readonly after: string | null;
  readonly asking: BriefingAsking | null;
  readonly edit: (how: (briefing: Briefing) => Briefing, about?: string) => void;
}

/** A page of one's own: empty for text, or with any chart that the figures carry. */
export function AddPage({ briefing, after, asking, edit }: AddPageProps) {
  const t = useT(EDITOR_TEXT);
  const lang = useLang();
  const [open, setOpen] = useState(false);
  const add = (heading: string, exhibit: Exhibit | null): void => {
    let made = '';
    edit((now) => {
      const next = addPage(now, after, { heading, exhibit });
      made = next.pages.find((page) => !now.pages.includes(page))?.id ?? '';
      return next;
    });
    setPlace({ free: { page: made } });
  };
  return (
    <div className="add-page">
      <div className="add-ways">
        <Button onClick={() => add(EDITOR_TEXT.newHeading[briefing.lang], null)}>+ {t('addText')}</Button>
        <Button aria-expanded={open} onClick={() => setOpen(!open)}>
          + {t('addChart')}
        </Button>
      </div>
      {open && (
        <ChartForm
          briefing={briefing}
          asking={asking}
          lang={lang}
          onMade={(exhibit) => {
            add(exhibit.title, exhibit);
            setOpen(false);
          }}
        />
      )}
    </div>
  );
}

interface ChartFormProps {
  readonly briefing: Briefing;
  readonly asking: BriefingAsking | null;
  readonly lang: 'zh' | 'en';
  readonly onMade: (exhibit: Exhibit) => void;
}

function ChartForm({ briefing, asking, lang, onMade }: ChartFormProps) {
  const t = useT(EDITOR_TEXT);
  const engine = useEngine();
  const { tree, catalogue, indicators } = useReadyView();
  const [kind, setKind] = useState<ExhibitKind>('ranked-bars');
  const [about, setAbout] = useState('');
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const work = useRef<AbortController | null>(null);
  useEffect(() => () => work.current?.abort(), []);
  const usual = { value: '', label: t('usual') };
  const options =
    CHART_ABOUT[kind] === 'region'
      ? [usual, ...regionOptions(tree, lang)]
      : CHART_ABOUT[kind] === 'indicator'
        ? [usual, ...indicators.map((id) => ({ value: id, label: catalogue.byId.get(id)?.name[lang] ?? id }))]
        : null;
  const make = async (): Promise<void> => {
    if (!asking) return;
    work.current?.abort();
    const mine = new AbortController();
    work.current = mine;
    setBusy(true);
    setSaid('');
    try {
      const query = queryOf(asking, briefing);
      const charts = [{ page: ASKED, kind, about: options && about !== '' ? about : null }];
      const made = await engine.briefing({ ...query, charts }, { signal: mine.signal });
      const found = made.pages.find((p) => p.id === ASKED)?.exhibit;
      if (mine.signal.aborted) return;
      if (found) onMade(found);
      else setSaid(t('noChart'));
    } catch (error) {
      if (!mine.signal.aborted && !isAbort(error)) {
        const { what, where } = troubleOf(error);
        setSaid(t('chartFailed', { why: `${what[lang]} ${where}`.trim() }));
      }
    } finally {
      if (work.current === mine) setBusy(false);
    }
  };
  return (
    <div className="add-chart">
      <Select
        label={t('chart')}
        value={kind}
        options={EXHIBIT_KINDS.map((value) => ({ value, label: CHART_NAMES[value][lang] }))}
        onChange={(value) => {
          setKind(chartKind(value) ?? kind);
          setAbout('');
        }}
      />
      {options && <Select label={t('about')} value={about} options={options} onChange={setAbout} />}
      <Button look="primary" disabled={busy || !asking} onClick={() => void make()}>
        {t('add')}
      </Button>
      <p className="small" role="status">
        {said}
      </p>
    </div>
  );
}

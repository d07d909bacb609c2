import { formatDay, formatPeriod } from '../../../base/period';
import { LEVEL_NUMERALS, levelName, WARNING_LEVELS } from '../../../base/level';
import { downloadText } from '../../../platform/download';
import { printPage } from '../../../platform/print-page';
import { LAYER_NAMES } from '../../../response/actor-text';
import { CLAUSES } from '../../../response/clauses';
import { dayOfMoment } from '../../../response/calendar/moment';
import { type GateResult, LAYERS, type Plan } from '../../../response/plan';
import { departmentWords } from '../../../response/plan-words';
import { setPlace, useLang, usePlace } from '../../../store/place';
import { periodOf } from '../../../store/view-select';
import { useDemonstrationMark, useReadyView } from '../../../store/session';
import { useResponse } from '../../../store/use-response';
import { Button, Select } from '../../parts/Button';
import { useT } from '../../parts/use-text';
import { clauseWords } from '../../region/clause';
import { RegionPicker } from '../../region/RegionPicker';
import type { ClauseGroup, MatrixFilter } from './filter';
import { matrixCsv, planJson } from './matrix-file';
import { MATRIX_TEXT } from './text';

interface MatrixToolsProps {
  readonly plan: Plan;
  readonly groups: readonly ClauseGroup[];
  readonly filter: MatrixFilter;
  readonly regionCode: string | null;
  readonly gatesOf: ((measureId: string) => readonly GateResult[]) | null;
}

/** Filters, all of them in the address, and the ways out: print, JSON, CSV. */
export function MatrixTools({ plan, groups, filter, regionCode, gatesOf }: MatrixToolsProps) {
  const t = useT(MATRIX_TEXT);
  const lang = useLang();
  const view = useReadyView();
  const { period } = usePlace();
  const mark = useDemonstrationMark();
  const today = useResponse((s) => dayOfMoment(s.nowMs));
  const set = (key: string, value: string): void =>
    setPlace({ free: { [key]: value === '' ? null : value } }, { replace: true });
  const all = { value: '', label: t('all') };
  const name = `${t('fileName')}-${plan.version}`;
  const saveCsv = (): void => {
    const region = regionCode === null ? undefined : view.tree.regions[view.tree.indexOf.get(regionCode)!];
    const shown = formatPeriod(view.frequency, periodOf(view, period), view.weekEndsOn);
    const source = [
      `${plan.name[lang]} ${plan.version}`,
      formatDay(today),
      // Figures go along only with a region: then their mark has to as well.
      ...(region ? [`${region.name[lang]} ${shown}`, ...(mark ? [mark[lang]] : [])] : []),
    ].join(' · ');
    const measures = groups.flatMap((g) => g.measures);
    const indicatorName = (id: string) => view.catalogue.byId.get(id)?.name ?? { zh: id, en: id };
    downloadText(`${name}.csv`, matrixCsv({ plan, measures, indicatorName, gatesOf, source }, lang), 'text/csv');
  };
  const filtered = Object.values(filter).some((v) => v !== null && v !== '');
  return (
    <div className="matrix-tools">
      <label className="field">
        <span className="field-label">{t('search')}</span>
        <input
          className="input"
          type="search"
          value={filter.words}
          maxLength={60}
          onChange={(e) => set('q', e.target.value)}
        />
      </label>
      <Select
        label={t('level')}
        value={filter.level === null ? '' : String(filter.level)}
        options={[all, ...WARNING_LEVELS.toReversed().map((l) => ({ value: String(l), label: levelName(l)[lang] }))]}
        onChange={(v) => set('level', v === '' ? '' : LEVEL_NUMERALS[Number(v) as 1])}
      />
      <Select
        label={t('layer')}
        value={filter.layer ?? ''}
        options={[all, ...LAYERS.toReversed().map((l) => ({ value: l, label: LAYER_NAMES[l][lang] }))]}
        onChange={(v) => set('layer', v)}
      />
      <Select
        label={t('clause')}
        value={filter.clause ?? ''}
        options={[
          all,
          ...CLAUSES.map((c) => ({ value: c.clause, label: `${clauseWords(c.clause, lang)} ${c.name[lang]}` })),
        ]}
        onChange={(v) => set('clause', v)}
      />
      <Select
        label={t('department')}
        value={filter.department ?? ''}
        options={[all, ...plan.departments.map((d) => ({ value: d.id, label: departmentWords(plan, d.id)[lang] }))]}
        onChange={(v) => set('dept', v)}
      />
      <RegionPicker view={view} lang={lang} code={regionCode} onChoose={(code) => setPlace({ region: code })} />
      {regionCode !== null && (
        <Button look="plain" onClick={() => setPlace({ region: null })}>
          {t('noRegion')}
        </Button>
      )}
      {filtered && (
        <Button
          look="plain"
          onClick={() => setPlace({ free: { q: null, level: null, layer: null, clause: null, dept: null } })}
        >
          {t('clear')}
        </Button>
      )}
      <span className="matrix-ways">
        <Button onClick={printPage}>{t('print')}</Button>
        <Button onClick={() => downloadText(`${name}.json`, planJson(plan), 'application/json')}>{t('json')}</Button>
        <Button onClick={saveCsv}>{t('csv')}</Button>
      </span>
    </div>
  );
}

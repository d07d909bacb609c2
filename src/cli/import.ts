import * as z from 'zod/mini';
import { checkShape } from '../base/check';
import { formatDay, formatPeriod, FREQUENCIES, NO_DAY } from '../base/period';
import { Status, STATUS_NAMES } from '../base/status';
import { ENCODING_LABELS } from '../observations/decode';
import type { ReadOptions } from '../observations/read-file';
import { loadMappings } from '../observations/tables/mapping-shape';
import { csvText } from '../observations/to-csv';
import type { Column, Panel } from '../panel/panel';
import { BadData, type Verb, WrongCall } from './call';
import { readJson, say, writeOut } from './files';
import { type FileIssue, lineOf, LIST_OPTIONS, loadPanels, type LoadedPanels } from './load';

/** Canonical rows out of any accepted form, with every issue as JSON. */
export const importVerb: Verb = {
  name: 'import',
  usage:
    'import FILE… [--regions R.csv] [--indicators I.json] [--mapping M.json] [--mapping-out M.json] [--encoding E] [--sheet S] [--choices C.json] [--out panel.csv] [--issues issues.json]',
  what: 'Reads tables of any accepted form, writes the figures that could be taken in the canonical long form, and every issue as JSON.',
  options: {
    ...LIST_OPTIONS,
    mapping: { value: 'M.json', what: 'what words and columns mean, as exported; used for tables of its layout' },
    'mapping-out': { value: 'M.json', what: 'where the meanings in force go, for the next file of the same layout' },
    encoding: { value: 'LABEL', what: `${ENCODING_LABELS.join(', ')}; default: detected` },
    sheet: { value: 'NAME', what: 'worksheet to take, several as A/B; default: all that are not hidden' },
    choices: { value: 'C.json', what: 'chosen row by the key of a contradiction ("region|indicator|period|known_on")' },
    out: { value: 'PANEL.csv', what: 'where the rows go; default: standard output' },
    issues: { value: 'ISSUES.json', what: 'where the issues go' },
  },
  files: 'some',
  async run({ options, files }) {
    const reading = await readingOf(options);
    const loaded = await loadPanels(files, options, { flat: false, open: false, outside: true }, reading);
    const { understandings } = loaded;
    for (const { signature } of reading.mappings ?? []) {
      if (!understandings.some((u) => u.signature === signature))
        say(`mapping not used: no table has its layout (${signature})`);
    }
    if (options['mapping-out'] !== undefined) {
      const mappings = understandings.map((u) => u.mapping);
      await writeOut(options['mapping-out'], [
        `${JSON.stringify(mappings.length === 1 ? mappings[0] : mappings, null, 1)}\n`,
      ]);
    }
    if (options.issues !== undefined) {
      await writeOut(options.issues, [`${JSON.stringify(loaded.issues.map(issueJson), null, 1)}\n`]);
    }
    const faults = loaded.issues.filter((i) => i.severity === 'fault');
    if (loaded.taken === 0) {
      throw new BadData(faults.length > 0 ? faults.map(lineOf) : [`${files.join(', ')}: no figure could be taken`]);
    }
    await writeOut(options.out, toCanonical(loaded));
    say(`taken: ${loaded.taken} rows; issues: ${loaded.issues.length}, of which faults: ${faults.length}`);
    if (options.issues === undefined) for (const fault of faults) say(lineOf(fault));
  },
};

/** How the files are to be read, from the options of the call. */
async function readingOf(options: Readonly<Record<string, string>>): Promise<ReadOptions> {
  const { mapping, encoding, sheet, choices } = options;
  if (encoding !== undefined && !ENCODING_LABELS.includes(encoding.toLowerCase())) {
    throw new WrongCall(`--encoding ${encoding}: there are ${ENCODING_LABELS.join(', ')}`);
  }
  const mappings = mapping === undefined ? null : loadMappings(await readJson(mapping));
  if (mappings?.value === null)
    throw new BadData(mappings.faults.map((f) => `${mapping}${f.path}: expected ${f.expected}`));
  const chosen = choices === undefined ? null : checkShape(z.record(z.string(), z.int()), await readJson(choices));
  if (chosen?.value === null)
    throw new BadData(chosen.faults.map((f) => `${choices}${f.path}: expected ${f.expected}`));
  return {
    ...(encoding !== undefined && { encoding: encoding.toLowerCase() }),
    ...(sheet !== undefined && { sheets: sheet.split('/') }),
    ...(mappings && { mappings: mappings.value }),
    ...(chosen && { choices: chosen.value }),
  };
}

function issueJson({ type, where, detail, severity, file, row, column, given, expected }: FileIssue): object {
  return {
    type,
    where,
    detail: detail.en,
    detail_zh: detail.zh,
    severity,
    file,
    row,
    column,
    given,
    expected: expected.en,
  };
}

interface Row {
  readonly region: string;
  readonly indicator: string;
  readonly period: string;
  readonly knownOn: number;
  readonly status: number;
  readonly text: string;
}

/** Sorted by region, indicator, period, day of knowledge; the optional columns stand only where they say something. */
function* toCanonical({ panels }: LoadedPanels): Generator<string> {
  const rows = FREQUENCIES.flatMap((f) => (panels[f] ? rowsOf(panels[f]) : []));
  const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  rows.sort(
    (a, b) =>
      order(a.region, b.region) ||
      order(a.indicator, b.indicator) ||
      order(a.period, b.period) ||
      a.knownOn - b.knownOn,
  );
  const vintages = rows.some((r) => r.knownOn !== NO_DAY);
  const statuses = rows.some((r) => r.status !== Status.observed);
  const head = `region_code,region_name,indicator,period,value,unit,source${vintages ? ',known_on' : ''}${statuses ? ',status' : ''}`;
  yield `${head}\n`;
  for (const r of rows) {
    const knownOn = vintages ? `,${r.knownOn === NO_DAY ? '' : formatDay(r.knownOn)}` : '';
    yield `${r.text}${knownOn}${statuses ? `,${STATUS_NAMES[r.status]}` : ''}\n`;
  }
}

function rowsOf(panel: Panel): Row[] {
  const rows: Row[] = [];
  for (const column of panel.columns.values()) {
    const { values, status, knownOn, batch, revisions: old } = column;
    for (let cell = 0; cell < values.length; cell++) {
      if (status[cell] === Status.missing || status[cell] === Status.held) continue;
      rows.push(rowAt(panel, column, cell, values[cell]!, knownOn?.[cell] ?? NO_DAY, batch![cell]!, status[cell]!));
    }
    for (let i = 0; i < (old?.cell.length ?? 0); i++) {
      if (!old || old.status[i] === Status.held) continue;
      rows.push(rowAt(panel, column, old.cell[i]!, old.value[i]!, old.knownOn[i]!, old.batch[i]!, old.status[i]!));
    }
  }
  return rows;
}

function rowAt(
  panel: Panel,
  { indicator }: Column,
  cell: number,
  value: number,
  knownOn: number,
  batch: number,
  status: number,
): Row {
  const region = panel.tree.regions[Math.floor(cell / panel.count)]!;
  const period = formatPeriod(panel.frequency, panel.first + (cell % panel.count), panel.weekEndsOn);
  // A file with many sources in its column is named itself.
  const source = panel.batches[batch]!.source;
  const names = `${csvText(region.code)},${csvText(region.name.zh)},${csvText(indicator.id)}`;
  const figure = Number.isNaN(value) ? '' : String(value);
  const text = `${names},${period},${figure},${csvText(indicator.unit)},${csvText(source)}`;
  return { region: region.code, indicator: indicator.id, period, knownOn, status, text };
}

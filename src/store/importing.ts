import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Issue } from '../base/issue';
import { regionTableCsv } from '../observations/region-table';
import type { Mapping } from '../observations/tables/mapping';
import { fileOfBatch, type FileReading, type ReadReport } from '../platform/engine-api';
import { askBeforeLeaving } from '../platform/leave-question';
import { readPreference } from '../platform/preferences';
import { isAbort, type Trouble, troubleOf } from '../platform/trouble';
import { chosen, type Correction, corrected, mappingsOf } from './reading';
import { session } from './session';
import type { Session } from './session-state';

/** A region table that was read for this import; `built-in` when the user went back to that one. */
export interface ChosenRegions {
  readonly name: string;
  readonly count: number;
  readonly kind: 'file' | 'from-data' | 'built-in';
}

/**
 * An import under way, kept beside the screen so that it survives a look at another one. Nothing is loaded before
 * `confirm`: `reading` → `report` (look at it, set it right, bring a region table, give up) → `loading` → `done`.
 */
export interface ImportState {
  readonly status: 'idle' | 'reading' | 'report' | 'loading' | 'done';
  /** Data files, in the order chosen. */
  readonly files: readonly File[];
  readonly current: string;
  /** Share of all files read, 0–1. */
  readonly done: number;
  readonly reports: readonly ReadReport[];
  /** How a file is to be read where the reader was set right, by file name. */
  readonly readings: Readonly<Record<string, FileReading>>;
  readonly regions: ChosenRegions | null;
  /** Faults of a region table that was refused, with its name. */
  readonly refused: { readonly name: string; readonly issues: readonly Issue[] } | null;
  readonly trouble: Trouble | null;
  readonly loadedRows: number;
  /** Mappings of earlier imports, which files of the same layout are read by. */
  readonly remembered: readonly Mapping[];
}

export interface ImportActions {
  /** Reads files; a region table among them is taken as such. */
  read(files: readonly File[]): Promise<void>;
  /** Reads one file anew in another encoding, or other worksheets of it. */
  reread(name: string, change: Pick<FileReading, 'encoding' | 'sheets'>): Promise<void>;
  /** Sets right what a word or column of a table means, and reads the file anew. */
  correct(name: string, signature: string, correction: Correction): Promise<void>;
  /** Takes one of the values that claim the same place; null: neither. */
  choose(name: string, key: string, row: number | null): Promise<void>;
  /** Back to what the reader makes of the file by itself. */
  uncorrect(name: string): Promise<void>;
  /** Reads a region table and the data files anew by it; null = the built-in table. */
  readRegions(file: File | null): Promise<void>;
  /** Makes a flat region table out of the regions that the files name. */
  regionsFromData(): Promise<void>;
  /** Stops the reading; what was read before stays. */
  stop(): void;
  confirm(how: { readonly replace: boolean }): Promise<void>;
  /** Back to nothing; the data in force is as before. */
  giveUp(): Promise<void>;
}

export type Importing = ImportState & ImportActions;

const IDLE: ImportState = {
  status: 'idle',
  files: [],
  current: '',
  done: 0,
  reports: [],
  readings: {},
  regions: null,
  refused: null,
  trouble: null,
  loadedRows: 0,
  remembered: [],
};

/** Is this the report of a region table that was read as figures? */
function looksLikeRegions(report: ReadReport): boolean {
  const head = (report.preview[0] ?? []).map((cell) => cell.trim().toLowerCase());
  return (
    head.includes('region_code') && head.includes('region_name') && !head.includes('value') && !head.includes('period')
  );
}

export function createImporting(theSession: () => StoreApi<Session>): StoreApi<Importing> {
  return createStore<Importing>((set, get) => {
    let abort: AbortController | null = null;

    /** Reads `files` anew; the reports of the others stay as they are. */
    async function readSome(
      files: readonly File[],
      all: readonly File[],
      regions: ChosenRegions | null,
    ): Promise<void> {
      const { engine } = theSession().getState();
      const mine = new AbortController();
      abort?.abort();
      abort = mine;
      const { signal } = mine;
      const { readings } = get();
      const remembered = await engine.keeping({}).then(
        ({ mappings }) => mappings.map((m) => m.mapping),
        () => [],
      );
      if (abort !== mine) return;
      let chosenRegions = regions;
      let queue = [...files];
      let kept = [...all];
      const byName = new Map(
        get()
          .reports.filter((r) => !files.some((f) => f.name === r.name))
          .map((r) => [r.name, r]),
      );
      const inOrder = (): ReadReport[] => uniqueBatches(kept.flatMap((f) => byName.get(f.name) ?? []));
      set({
        ...IDLE,
        status: 'reading',
        files: kept,
        readings,
        remembered,
        regions: chosenRegions,
        reports: inOrder(),
      });
      try {
        for (let k = 0; k < queue.length; k++) {
          const file = queue[k]!;
          const progress = (done: number): void => {
            if (!signal.aborted) set({ current: file.name, done: (k + done) / queue.length });
          };
          progress(0);
          const own = readings[file.name] ?? {};
          const reading = { ...own, mappings: mappingsOf(own, remembered) };
          const report = await engine.readFile(file, reading, { signal, onProgress: progress });
          if (looksLikeRegions(report)) {
            const read = await engine.readRegions(file, { signal });
            kept = kept.filter((f) => f !== file);
            if (!read.tree) {
              set({ refused: { name: file.name, issues: read.issues } });
            } else chosenRegions = { name: file.name, count: read.tree.regions.length, kind: 'file' };
            // What was read before goes by the new table, too.
            byName.clear();
            queue = [...kept];
            k = -1;
            continue;
          }
          byName.set(file.name, report);
        }
        if (!signal.aborted) {
          set({ status: 'report', files: kept, reports: inOrder(), regions: chosenRegions, done: 1 });
        }
      } catch (error) {
        if (abort !== mine) return;
        const trouble = isAbort(error) ? null : troubleOf(error);
        const reports = inOrder();
        set({
          status: reports.length > 0 || trouble ? 'report' : 'idle',
          files: kept,
          reports,
          regions: chosenRegions,
          trouble,
        });
        if (get().status === 'idle') await theSession().getState().endImport('given up');
      }
    }

    async function readAnew(name: string, reading: FileReading): Promise<void> {
      const { files, readings, regions } = get();
      set({ readings: { ...readings, [name]: reading } });
      await readSome(
        files.filter((f) => f.name === name),
        files,
        regions,
      );
    }

    /** By what a file was read, beyond the reader's own judgement. */
    function mappingsUsed({ name, understandings }: ReadReport): readonly Mapping[] {
      const { remembered } = get();
      return mappingsOf(readingOf(name), remembered).filter((m) =>
        understandings.some((u) => u.signature === m.signature),
      );
    }

    /** What was set right in this import serves the next file of the layout. That it cannot be kept is no failure. */
    async function remember({ name }: ReadReport): Promise<void> {
      const { mappings = [] } = readingOf(name);
      if (mappings.length === 0) return;
      const by = readPreference('fengsui.by') ?? '';
      const change = { kind: 'keep-mappings', mappings, name, by } as const;
      await theSession()
        .getState()
        .engine.changeKeeping(change, {})
        .catch(() => undefined);
    }

    const readingOf = (name: string): FileReading => get().readings[name] ?? {};

    async function takeRegions(file: File | null, kind: ChosenRegions['kind'], name: string): Promise<void> {
      const { engine } = theSession().getState();
      const { files } = get();
      try {
        const { tree, issues } = await engine.readRegions(file, {});
        if (file && !tree) {
          set({ refused: { name, issues } });
          return;
        }
        await readSome(files, files, { name, count: tree?.regions.length ?? 0, kind });
      } catch (error) {
        set({ trouble: troubleOf(error) });
      }
    }

    return {
      ...IDLE,
      async read(files) {
        const before = get().status === 'report' ? get() : null;
        if (!before) set({ reports: [], readings: {} });
        theSession().getState().beginImport();
        const known = before ? before.files.filter((f) => !files.some((g) => g.name === f.name)) : [];
        await readSome(files, [...known, ...files], before?.regions ?? null);
      },
      reread: (name, change) => readAnew(name, { ...readingOf(name), ...change }),
      correct(name, signature, correction) {
        const understood = get()
          .reports.find((r) => r.name === name)
          ?.understandings.find((u) => u.signature === signature)?.mapping;
        return readAnew(name, corrected(readingOf(name), signature, correction, understood));
      },
      choose: (name, key, row) => readAnew(name, chosen(readingOf(name), key, row)),
      uncorrect: (name) => readAnew(name, {}),
      readRegions: (file) => takeRegions(file, file ? 'file' : 'built-in', file?.name ?? ''),
      async regionsFromData() {
        const found = get().reports.flatMap((r) => r.regionsFound ?? []);
        const name = get()
          .files.map((f) => f.name)
          .join(', ');
        const table = regionTableCsv(found);
        await takeRegions(new File([table], 'regions.csv', { type: 'text/csv' }), 'from-data', name);
      },
      stop() {
        abort?.abort();
      },
      async confirm({ replace }) {
        const good = get().reports.filter((r) => r.taken > 0);
        set({ status: 'loading', trouble: null });
        // Before the figures: work by hand is kept also where they cannot be, and is there when they are shown.
        for (const report of good) await remember(report);
        const worked = await theSession()
          .getState()
          .importBatches(
            good.map((r) => r.batchId),
            { replace, mappings: Object.fromEntries(good.map((r) => [r.batchId, mappingsUsed(r)])) },
          );
        if (!worked) {
          // The session says why; the report stays for another try.
          set({ status: 'report' });
          return;
        }
        set({ ...IDLE, status: 'done', loadedRows: good.reduce((sum, r) => sum + r.taken, 0) });
        await theSession().getState().endImport('loaded');
      },
      async giveUp() {
        abort?.abort();
        set(IDLE);
        await theSession().getState().endImport('given up');
      },
    };
  });
}

/** The same bytes under two names are one batch: the later name stands. */
function uniqueBatches(reports: readonly ReadReport[]): ReadReport[] {
  return reports.filter(
    (r, k) => !reports.some((other, j) => j > k && fileOfBatch(other.batchId) === fileOfBatch(r.batchId)),
  );
}

let current: StoreApi<Importing> | null = null;

function importing(): StoreApi<Importing> {
  current ??= guarded(createImporting(session));
  return current;
}

/** What was set right by hand and is not loaded yet is not left behind by a slip. */
function guarded(store: StoreApi<Importing>): StoreApi<Importing> {
  let stop: (() => void) | null = null;
  store.subscribe(({ status, readings }) => {
    const waits = status === 'report' && Object.keys(readings).length > 0;
    if (waits) stop ??= askBeforeLeaving();
    else {
      stop?.();
      stop = null;
    }
  });
  return store;
}

export function useImporting<T>(selector: (state: Importing) => T): T {
  return useStore(importing(), selector);
}

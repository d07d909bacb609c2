import { sayBoth } from '../../base/text';
import { unitShort } from '../../base/units';
import { unitsInText } from '../words/unit-words';
import type { Taking } from './taking';
import { rowNumber } from './sheet';
import { TABLE_DETAIL, TABLE_EXPECTED } from './text';
import type { RowKind } from './understanding';

/** Tells of lines that hold no figures: neighbours of one kind in one message, `lines 18-19`. */
export interface LineRuns {
  tell(kind: RowKind, line: number, text: string, units?: readonly string[]): void;
  /** A blank row: told only when something follows it. */
  blank(line: number): void;
  data(line: number): void;
  end(): void;
}

const TYPES = {
  title: 'title_row',
  unit: 'unit_row',
  blank: 'blank_row',
  footnote: 'footnote_row',
  unread: 'unread_row',
} as const;
type Told = keyof typeof TYPES;

interface Run {
  readonly kind: Told;
  readonly from: number;
  to: number;
  readonly text: string;
  readonly units: readonly string[];
}

export function createLineRuns(taking: Taking, sheet: number, sheetName: string): LineRuns {
  let run: Run | null = null;
  let blanks: Run | null = null;

  function flush(): void {
    if (run) say(run);
    run = null;
  }

  function say({ kind, from, to, text, units }: Run): void {
    const lines = from === to ? `line ${from}` : `lines ${from}-${to}`;
    const where = sheetName === '' ? lines : `${sheetName} ${lines}`;
    const place = { row: rowNumber(sheet, from), column: '', where };
    const severity = kind === 'unread' ? 'fault' : 'note';
    taking.tell(TYPES[kind], severity, place, text, TABLE_EXPECTED.nothing, detailOf(kind, text, units));
  }

  function add(kind: Told, line: number, text: string, units: readonly string[]): void {
    if (run?.kind === kind && run.to === line - 1 && kind !== 'unit') run.to = line;
    else {
      flush();
      run = { kind, from: line, to: line, text, units };
    }
  }

  function flushBlanks(): void {
    const before = blanks;
    blanks = null;
    if (!before) return;
    flush();
    say(before);
  }

  return {
    tell(kind, line, text, units = []) {
      if (kind === 'blank') {
        this.blank(line);
        return;
      }
      flushBlanks();
      if (kind in TYPES) add(kind as Told, line, text, units);
    },
    blank(line) {
      if (blanks && blanks.to === line - 1) blanks.to = line;
      else {
        flushBlanks();
        blanks = { kind: 'blank', from: line, to: line, text: '', units: [] };
      }
    },
    data() {
      flushBlanks();
      flush();
    },
    end() {
      blanks = null;
      flush();
    },
  };
}

function detailOf(kind: Told, text: string, known: readonly string[]): { zh: string; en: string } {
  switch (kind) {
    case 'title':
      return TABLE_DETAIL.title;
    case 'unit': {
      const own = unitsInText(text);
      const units = own.length > 0 ? own : known;
      if (units.length === 0) return TABLE_DETAIL.unitRowUnread;
      const names = { zh: units.map((u) => unitShort(u).zh).join('、'), en: units.join(', ') };
      return sayBoth(TABLE_DETAIL.unitRow, { unit: names });
    }
    case 'blank':
      return TABLE_DETAIL.blank;
    case 'footnote':
      return sayBoth(TABLE_DETAIL.footnote, { text: text.slice(0, 60) });
    case 'unread':
      return sayBoth(TABLE_DETAIL.unread, { text: text.slice(0, 60) });
  }
}

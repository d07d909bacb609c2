import { sayBoth } from '../base/text';
import type { KeepApi } from '../platform/engine-api';
import type { ResponseState } from '../response/state';
import type { Entry } from '../response/trail/entry';
import { emptyState, fold } from '../response/trail/fold';
import { type ChainFault, createVerifier, type Verifier } from '../response/trail/verify';
import { RESPONSE_STORE_TEXT } from './response-text';

/** An end of the trail, as somebody saw it. */
export interface Seen {
  readonly seq: number;
  readonly digest: string;
}

/** The end of the trail: what the next entry is sealed on. */
export interface Head extends Seen {
  readonly at: number;
}

export interface TrailWorld {
  readonly engine: Pick<KeepApi, 'trail'>;
  nowMs(): number;
  /** Lets the page draw and hear before long work goes on. */
  pause(): Promise<void>;
  /** The end as this browser last saw it: a chain alone does not tell that its end was cut off. */
  readonly memory: { head(): Seen | null };
}

/** The trail as far as this tab has read it, checked and folded as it comes in. */
export interface TrailReader {
  /** `state`: of the entries made on real figures, or of those made on the demonstration; never of both. */
  now(): { readonly entries: readonly Entry[]; readonly state: ResponseState; readonly faults: readonly ChainFault[] };
  /** End of the whole trail. */
  head(): Head;
  /** Reads what was put on the trail since. Returns it. */
  read(demonstration: boolean): Promise<readonly Entry[]>;
  /** An entry that this tab has just put at the end. */
  take(entry: Entry): void;
  /** Checks the whole chain once more, from what is kept and not from what was read before. */
  verifyAnew(): Promise<void>;
  /** An end that was seen before is no longer there. */
  isCut(): boolean;
}

/** Work goes on for so long before the page may draw: far below the 50 ms at which a person feels it. */
const SLICE_MS = 16;
/** So many entries between two looks at the clock. */
const STEP = 25;

/** All that is kept behind a number, as it is kept. */
export async function entriesAfter(engine: Pick<KeepApi, 'trail'>, after: number): Promise<readonly Entry[]> {
  const all: Entry[] = [];
  for (;;) {
    const page = await engine.trail(all.at(-1)?.seq ?? after, {});
    if (page.length === 0) return all;
    all.push(...page);
  }
}

export function createTrailReader({ engine, nowMs, pause, memory }: TrailWorld): TrailReader {
  let entries: readonly Entry[] = [];
  let verifier = createVerifier();
  /** The end that was seen before and is no longer there. */
  let lost: Seen | null = null;
  let folded = emptyState();
  let ofDemonstration: boolean | null = null;
  let now: ReturnType<TrailReader['now']> = { entries, state: folded, faults: [] };

  /** Some entries at a time, with pauses for the page between. */
  async function inSlices(all: readonly Entry[], work: (slice: readonly Entry[]) => unknown): Promise<void> {
    let begun = nowMs();
    for (let from = 0; from < all.length; from += STEP) {
      if (nowMs() - begun > SLICE_MS) {
        await pause();
        begun = nowMs();
      }
      work(all.slice(from, from + STEP));
    }
  }

  /** An entry whose form does not stand is named, and left out of what the screens show: it could hold anything. */
  async function checked(raw: readonly Entry[], by: Verifier): Promise<readonly Entry[]> {
    const sound: Entry[] = [];
    await inSlices(raw, (slice) => sound.push(...slice.filter((entry) => by.next(entry))));
    return sound;
  }

  async function foldedOn(all: readonly Entry[], before: ResponseState): Promise<ResponseState> {
    let state = before;
    await inSlices(all.filter(counts), (slice) => {
      state = fold(slice, state);
    });
    return state;
  }

  const counts = ({ basis }: Entry): boolean => basis.demonstration === ofDemonstration;

  function lookFor(seen: Seen | null): void {
    const there = seen === null || entries.some((entry) => sameEnd(entry, seen));
    lost = there ? null : seen;
  }

  function settle(): void {
    const cut: readonly ChainFault[] = lost
      ? [{ seq: lost.seq, kind: 'sequence', words: sayBoth(RESPONSE_STORE_TEXT.cut, { seq: lost.seq }) }]
      : [];
    now = { entries, state: { ...folded, head: verifier.head() }, faults: [...verifier.faults(), ...cut] };
  }

  /**
   * What was put behind our end; all there is, where that end is another one now: a backup may have put another trail in
   * the place of ours, and then the end that the browser remembers is in it. Else somebody has rewritten it: told, and the
   * end that was seen stays the one to look for. Where nothing stands at our end any more, nobody goes on from there.
   */
  async function newEntries(): Promise<readonly Entry[]> {
    const head = verifier.head();
    if (head.seq === 0) return entriesAfter(engine, 0);
    const [there, ...behind] = await entriesAfter(engine, head.seq - 1);
    const isGone = there?.seq !== head.seq;
    if (!isGone && claimed(there) === head.digest) return behind;
    const all = await entriesAfter(engine, 0);
    const end = memory.head() ?? lost ?? head;
    if (isGone && !all.some((entry) => sameEnd(entry, end))) return all.filter(({ seq }) => seq > head.seq);
    entries = [];
    verifier = createVerifier();
    folded = emptyState();
    lost = end;
    return all;
  }

  return {
    now: () => now,
    head: () => verifier.head(),
    isCut: () => lost !== null,
    async read(demonstration) {
      // Another tab may go on meanwhile: what it remembers then was not there yet.
      const seen = ofDemonstration === null ? memory.head() : null;
      const raw = await newEntries();
      const anew = ofDemonstration !== demonstration;
      if (raw.length === 0 && !anew) return raw;
      const came = await checked(raw, verifier);
      entries = [...entries, ...came];
      // What was missing may have come back, from a backup.
      if (ofDemonstration === null || lost) lookFor(lost ?? seen);
      ofDemonstration = demonstration;
      folded = anew ? await foldedOn(entries, emptyState()) : await foldedOn(came, folded);
      settle();
      return came;
    },
    take(entry) {
      verifier.next(entry);
      entries = [...entries, entry];
      if (counts(entry)) folded = fold([entry], folded);
      settle();
    },
    async verifyAnew() {
      const seen = lost ?? memory.head();
      const fresh = createVerifier();
      const found = await checked(await entriesAfter(engine, 0), fresh);
      // A whole chain with the same end is the same trail, entry by entry: the screens keep what they have.
      const same =
        fresh.faults().length === 0 && verifier.faults().length === 0 && sameEnd(fresh.head(), verifier.head());
      verifier = fresh;
      if (!same) entries = found;
      lookFor(seen);
      if (!same) folded = await foldedOn(entries, emptyState());
      settle();
    },
  };
}

/** Of an entry as it lies there, readable or not: what the next one is chained to. */
function claimed({ digest }: { readonly digest?: unknown }): string {
  return typeof digest === 'string' ? digest : '';
}

function sameEnd(a: Seen, b: Seen): boolean {
  return a.seq === b.seq && a.digest === b.digest;
}

import { type Day, formatDay } from '../base/period';
import { sayBoth, type Text } from '../base/text';
import type { CallOptions, FeedAnswers, ReadReport } from '../platform/engine-api';
import { TroubleError } from '../platform/trouble';
import type { SessionDeps, SourceState, TakenFeed } from './session-state';
import { SESSION_TEXT, SOURCE_TEXT } from './text';

/** Reads a feed's answers; without a single usable figure they are as good as none. */
export async function readUsable(
  engine: SessionDeps['engine'],
  answers: FeedAnswers,
  url: string,
  options: CallOptions,
): Promise<ReadReport> {
  const report = await engine.readFeed(answers, options);
  if (report.taken > 0) return report;
  const what = report.issues[0]?.detail ?? SESSION_TEXT.feedEmpty;
  throw new TroubleError({ what, where: url, todo: SESSION_TEXT.feedEmptyTodo });
}

export function staleText(day: Day, why: Text): Text {
  return sayBoth(SESSION_TEXT.feedStale, { day: formatDay(day), why });
}

export function takenOf(
  url: string,
  kind: SourceState['kind'],
  answers: FeedAnswers,
  report: ReadReport,
  stale: Text | null,
): TakenFeed {
  const { name, demonstration, takenOn } = answers;
  return { kind, url, name, demonstration, takenOn, report, stale };
}

/** What stands on the screens of where the figures come from. */
export function sourceOf({ kind, url, name, demonstration, takenOn, report, stale }: TakenFeed): SourceState {
  const faults = report.issues.filter((i) => i.severity === 'fault').length;
  const faulty = faults > 0 ? sayBoth(SESSION_TEXT.feedFaults, { count: faults }) : null;
  const plain = name === '' ? SOURCE_TEXT.feed : { zh: name, en: name };
  return {
    kind,
    name: demonstration || kind === 'demonstration' ? SOURCE_TEXT.demonstration : plain,
    url,
    fetchedOn: takenOn,
    stale: stale !== null,
    error: stale ?? faulty,
  };
}

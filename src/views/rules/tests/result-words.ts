import { byteWords } from '../../../backtest/rule-test-report';
import type { RuleTestTrack } from '../../../backtest/rule-tests';
import { say, type Lang } from '../../../base/text';
import { TESTS_TEXT } from './text';

/** Is this place looked at, and other than expected? */
export function differenceAt({ expected, got }: RuleTestTrack, i: number): boolean {
  return expected[i]! >= 0 && expected[i] !== got[i];
}

/** One place of a row: what came out, and what was expected where that is another thing. */
export function placeWords(track: RuleTestTrack, i: number, lang: Lang): string {
  const got = byteWords(track.about, track.got[i]!, lang);
  if (track.expected[i]! < 0) return say(TESTS_TEXT.notLookedAt, lang, { got });
  const expected = byteWords(track.about, track.expected[i]!, lang);
  return say(differenceAt(track, i) ? TESTS_TEXT.differs : TESTS_TEXT.same, lang, { got, expected });
}

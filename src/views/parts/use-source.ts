import { formatDayWords } from '../../base/format';
import { say } from '../../base/text';
import { useLang } from '../../store/place';
import { useReadyView, useSource } from '../../store/session';
import { PARTS_TEXT } from './text';

/** "演示数据，数据截至2026年11月10日": what stands below every figure and goes with its image. */
export function useSourceWords(): string {
  const lang = useLang();
  const view = useReadyView();
  const source = useSource();
  const day = view.asOf ?? view.lastKnownOn;
  return say(day === null ? PARTS_TEXT.sourceNoDay : PARTS_TEXT.sourceAndDay, lang, {
    source: source.name[lang],
    day: day === null ? '' : formatDayWords(day, lang),
  });
}

import { memo, useMemo } from 'react';
import { formatNumber } from '../../base/format';
import type { AssessmentView } from '../../platform/engine-api';
import { LAYER_NAMES } from '../../response/actor-text';
import { formatMoment } from '../../response/calendar/moment';
import { type ActNames, describeAct } from '../../response/trail/words';
import type { Warning } from '../../response/warnings/inbox';
import { useLang } from '../../store/place';
import { deskName, trailNames } from '../../store/trail-names';
import { useResponse } from '../../store/use-response';
import { useT } from '../parts/use-text';
import { DETAIL_TEXT } from './act-text';
import { type Deed, deedsOf } from './deeds';

interface DeedsPartProps {
  readonly view: AssessmentView;
  readonly warning: Warning;
}

/** What people did about a warning, newest first: what was done, by whom, when; what was taken back stays, struck through. */
export const DeedsPart = memo(function DeedsPart({ view, warning }: DeedsPartProps) {
  const t = useT(DETAIL_TEXT);
  const entries = useResponse((s) => s.entries);
  const undone = useResponse((s) => s.state.undone);
  const plan = useResponse((s) => s.plan);
  const deeds = useMemo(() => deedsOf(warning, entries, undone).toReversed(), [warning, entries, undone]);
  const names = useMemo(() => trailNames(view, plan), [view, plan]);
  return (
    <section aria-label={t('deeds')}>
      <h3>{t('deeds')}</h3>
      {deeds.length === 0 && <p className="quiet">{t('noDeeds')}</p>}
      <ol className="w-deeds">
        {deeds.map((deed) => (
          <DeedLine key={deed.entry.seq} deed={deed} names={names} />
        ))}
      </ol>
    </section>
  );
});

interface DeedLineProps {
  readonly deed: Deed;
  readonly names: ActNames;
}

function DeedLine({ deed: { entry, undone }, names }: DeedLineProps) {
  const t = useT(DETAIL_TEXT);
  const lang = useLang();
  const { act, by, at, seq } = entry;
  const words = describeAct(entry, names)[lang];
  // The sentence of a remark holds it already.
  const note = act.kind !== 'note' && 'note' in act ? act.note.trim() : '';
  return (
    <li>
      {undone ? (
        <>
          <s>{words}</s> {t('takenBack')}
        </>
      ) : (
        words
      )}
      {note !== '' && <q className="w-block">{note}</q>}
      <span className="quiet w-block">
        {[
          `${deskName(by, names)[lang]}${lang === 'zh' ? '（' : ' ('}${LAYER_NAMES[by.role][lang]}${lang === 'zh' ? '）' : ')'}`,
          formatMoment(at, lang),
          t('entry', { seq: formatNumber(seq) }),
        ].join(' · ')}
      </span>
    </li>
  );
}

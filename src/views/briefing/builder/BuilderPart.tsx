import { useLang, usePlace } from '../../../store/place';
import { useBriefings } from '../../../store/use-briefings';
import { Card } from '../../parts/Card';
import { PlaceLink } from '../../parts/PlaceLink';
import { Empty, Failed, Skeleton } from '../../parts/states';
import { useT } from '../../parts/use-text';
import { DraftsCard } from './desk/DraftsCard';
import { MakeCard } from './desk/MakeCard';
import { DESK_TEXT } from './desk/text';
import { Editor } from './editor/Editor';
import { EDITOR_TEXT } from './editor/text';
import './builder.css';

/** Briefings are made, kept and written here: the desk with all drafts, or the one that the address names. */
export function BuilderPart() {
  const { draft } = usePlace().free;
  if (draft !== undefined) return <OneDraft id={draft} />;
  return (
    <div className="briefing-desk">
      <MakeCard />
      <DraftsCard />
    </div>
  );
}

function OneDraft({ id }: { readonly id: string }) {
  const t = useT(EDITOR_TEXT);
  const desk = useT(DESK_TEXT);
  const lang = useLang();
  const { phase, trouble, refresh } = useBriefings((s) => s);
  const found = useBriefings((s) => s.drafts.find((d) => d.id === id));
  if (found) return <Editor key={id} draft={found} />;
  if (phase === 'loading') return <Skeleton lines={8} />;
  if (phase === 'failed' && trouble) {
    const detail = `${trouble.what[lang]} ${trouble.where} ${trouble.todo[lang]}`;
    return <Failed title={desk('readFailed')} detail={detail} onRetry={() => void refresh()} />;
  }
  return (
    <Card>
      <Empty title={t('gone')}>
        <p>{t('goneHint')}</p>
        <PlaceLink to={{ free: { draft: null, page: null, side: null } }}>{t('back')}</PlaceLink>
      </Empty>
    </Card>
  );
}

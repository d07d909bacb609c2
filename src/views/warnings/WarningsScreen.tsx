import { formatNumber, formatPeriodWords } from '../../base/format';
import type { AssessmentView } from '../../platform/engine-api';
import type { Warning } from '../../response/warnings/inbox';
import { isOver } from '../../response/warnings/warning-states';
import { setPlace, useLang, usePlace } from '../../store/place';
import { useSource, useView } from '../../store/session';
import { useResponse } from '../../store/use-response';
import { ActorBar } from '../parts/ActorBar';
import { Button } from '../parts/Button';
import { ChainBanner } from '../parts/ChainBanner';
import { PlaceLink } from '../parts/PlaceLink';
import { Empty, Failed, Skeleton } from '../parts/states';
import { useT } from '../parts/use-text';
import { Inbox } from './Inbox';
import { readSelection, writeSelection } from './selection';
import { WARNINGS_TEXT } from './text';
import { useInbox } from './use-inbox';
import './warnings.css';

/** What must somebody look at? All warnings of the present assessment, what is due when, and what can be done. */
export function WarningsScreen() {
  const view = useView();
  return view && <Shown view={view} />;
}

function Shown({ view }: { readonly view: AssessmentView }) {
  const t = useT(WARNINGS_TEXT);
  const lang = useLang();
  const { warnings, nowMs } = useInbox(view);
  const phase = useResponse((s) => s.phase);
  const trouble = useResponse((s) => s.trouble);
  const refresh = useResponse((s) => s.refresh);
  // What people did is read before anything is shown as not done.
  const ready = warnings !== null && phase !== 'loading';
  return (
    <div className="warnings" data-testid="screen-warnings" data-ready={ready ? 'warnings' : undefined}>
      <h1 className="visually-hidden">{t('screen')}</h1>
      <ActorBar />
      <ChainBanner />
      <DataNotes warnings={warnings ?? []} />
      {ready ? (
        <Body view={view} warnings={warnings} nowMs={nowMs} />
      ) : warnings === null && trouble && phase === 'ready' ? (
        <Failed title={t('failed')} detail={`${trouble.what[lang]} ${trouble.where}`} onRetry={() => void refresh()} />
      ) : (
        <Skeleton lines={10} />
      )}
    </div>
  );
}

/** What has to be known of the figures before the list is believed. */
function DataNotes({ warnings }: { readonly warnings: readonly Warning[] }) {
  const t = useT(WARNINGS_TEXT);
  const lang = useLang();
  const source = useSource();
  const held = warnings.filter((w) => w.spell.state === 'stale').length;
  return (
    <>
      {source.stale && <p className="caution">{t('staleSource', { why: source.error?.[lang] ?? '' })}</p>}
      {held > 0 && <p className="caution">{t('held', { count: formatNumber(held) })}</p>}
    </>
  );
}

interface BodyProps {
  readonly view: AssessmentView;
  readonly warnings: readonly Warning[];
  readonly nowMs: number;
}

function Body({ view, warnings, nowMs }: BodyProps) {
  const t = useT(WARNINGS_TEXT);
  const lang = useLang();
  const { show, warning } = readSelection(usePlace().free);
  const open = warnings.filter((w) => !isOver(w.state)).length;
  if (open > 0 || ((show !== 'open' || warning !== null) && warnings.length > 0)) {
    return <Inbox view={view} warnings={warnings} nowMs={nowMs} />;
  }
  // People may have put away what the figures still show: that is not the same as quiet figures.
  const handled = warnings.some((w) => w.spell.until === null);
  const period = formatPeriodWords(view.frequency, view.first + view.count - 1, lang, view.weekEndsOn);
  return (
    <Empty title={t(warnings.length === 0 ? 'none' : 'noneOpen')}>
      <p>{handled ? t('noneOpenHandled') : t('noneWhy', { period })}</p>
      {warnings.length > 0 && (
        <p>
          {t('noneOpenWhy', { count: formatNumber(warnings.length) })}{' '}
          <Button onClick={() => setPlace({ free: writeSelection({ show: 'ended' }) }, { replace: true })}>
            {t('showEnded')}
          </Button>
        </p>
      )}
      <p>
        <PlaceLink to={{ screen: 'overview' }}>{t('toOverview')}</PlaceLink>
      </p>
    </Empty>
  );
}

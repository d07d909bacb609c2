import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { formatNumber } from '../../base/format';
import { formatDay } from '../../base/period';
import { copyText } from '../../platform/clipboard';
import { downloadText } from '../../platform/download';
import type { AssessmentView } from '../../platform/engine-api';
import { dayOfMoment } from '../../response/calendar/moment';
import type { Warning } from '../../response/warnings/inbox';
import { setPlace, useLang } from '../../store/place';
import { useDemonstrationMark } from '../../store/session';
import { useResponse } from '../../store/use-response';
import { Button } from '../parts/Button';
import { Empty } from '../parts/states';
import { useSourceWords } from '../parts/use-source';
import { useT } from '../parts/use-text';
import { ActButtons } from './ActButtons';
import { ActFormBox } from './ActFormBox';
import { DETAIL_TEXT, KEY_TEXT } from './act-text';
import { emptyForm } from './actions';
import { BulkBar } from './BulkBar';
import { DetailPanel } from './DetailPanel';
import { FilterBar } from './FilterBar';
import { KeysHelp } from './KeysHelp';
import type { Command } from './keys';
import { OutcomeBar } from './OutcomeBar';
import { NO_FILTERS, writeSelection } from './selection';
import { SilencesPart } from './SilencesPart';
import { SummaryLine } from './SummaryLine';
import { WARNINGS_TEXT } from './text';
import { useActs } from './use-acts';
import { runCommand } from './commands';
import { useList } from './use-list';
import { useSelected } from './use-selected';
import { warningsCsv, warningsTsv } from './warnings-file';
import { WarningList } from './WarningList';
import type { RowActs } from './WarningRow';

interface InboxProps {
  readonly view: AssessmentView;
  readonly warnings: readonly Warning[];
  /** The moment at which times are reckoned. */
  readonly nowMs: number;
}

/** The list at the left, what is chosen in it at the right; above both what there is and what can be filtered by. */
export function Inbox({ view, warnings, nowMs }: InboxProps) {
  const t = useT(WARNINGS_TEXT);
  const tDetail = useT(DETAIL_TEXT);
  const tKeys = useT(KEY_TEXT);
  const lang = useLang();
  const source = useSourceWords();
  const mark = useDemonstrationMark()?.[lang] ?? '';
  const actor = useResponse((s) => s.actor);
  const today = dayOfMoment(nowMs);
  const list = useList(view, warnings);
  const acts = useActs(view);
  const picked = useSelected(list.rows);
  const [help, setHelp] = useState(false);
  const [told, setTold] = useState('');
  const box = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const toList = useCallback(() => box.current?.focus(), []);

  // Commands read the latest of everything, and stay the same function: lines are not drawn anew for them.
  const latest = useRef({ list, acts, picked, warnings });
  useEffect(() => {
    latest.current = { list, acts, picked, warnings };
  });
  const rowActs = useMemo(
    (): RowActs => ({
      open(id) {
        latest.current.list.goTo(id);
        toList();
      },
      select(id, range) {
        latest.current.picked.select(id, range);
        latest.current.list.goTo(id);
        toList();
      },
      fold(id, open) {
        latest.current.list.setFold(id, open);
        toList();
      },
    }),
    [toList],
  );
  const onCommand = useCallback(
    (command: Command, page: number): void =>
      runCommand(command, page, {
        ...latest.current,
        toSearch: () => search.current?.focus(),
        toDetail: () => heading.current?.focus(),
        showHelp: () => setHelp(true),
      }),
    [setHelp],
  );

  const { selection, fitting, rows, active, current } = list;
  const shownId = current?.id;
  useEffect(() => {
    // Another warning is read from its beginning.
    if (shownId !== undefined && panel.current) panel.current.scrollTop = 0;
  }, [shownId]);
  const fileName = `${mark === '' ? '' : `${mark} `}${t('screen')} ${formatDay(today)}.csv`;
  const copy = (): void => {
    void copyText(warningsTsv(fitting, view, source, lang)).then((done) =>
      setTold(t(done ? 'copied' : 'notCopied', { count: formatNumber(fitting.length) })),
    );
  };
  const chosen = useMemo(() => warnings.filter((w) => picked.ids.has(w.id)), [warnings, picked.ids]);
  const form = acts.form;
  const about = form?.warnings[0];
  const formBox = form && about && (
    <ActFormBox
      key={`${form.action} ${form.bulk ? 'bulk' : about.id}`}
      view={view}
      action={form.action}
      draftId={`warning:${form.action}:${form.bulk ? 'bulk' : about.id}`}
      empty={emptyForm(about, view, today, lang)}
      today={today}
      count={form.warnings.length}
      onSend={async (filled) => {
        const { bulk } = form;
        const refused = await acts.send(filled);
        const done = refused.length < form.warnings.length;
        // What was refused stays selected: it is what is left to do.
        if (bulk) picked.keep(refused);
        if (done) toList();
        return done;
      }}
      onCancel={() => {
        acts.cancel();
        toList();
      }}
    />
  );
  const empty = current && emptyForm(current, view, today, lang);
  return (
    <>
      <SummaryLine view={view} counts={list.counts} selection={selection} />
      <FilterBar
        view={view}
        selection={selection}
        shown={fitting.length}
        all={warnings.length}
        hasRole={actor !== null}
        search={search}
        onLeave={toList}
        told={told}
        onCopy={copy}
        onDownload={() => downloadText(fileName, warningsCsv(fitting, view, source, lang), 'text/csv')}
      />
      {acts.outcome && (
        <OutcomeBar
          outcome={acts.outcome}
          onDismiss={() => {
            acts.dismiss();
            toList();
          }}
        />
      )}
      {chosen.length > 0 && (
        <div className="card w-bulk-card">
          <BulkBar
            count={chosen.length}
            closed={acts.acting.closed}
            onStart={(action) => acts.start(action, chosen, true)}
            onUnselect={picked.clear}
          />
          {form?.bulk && formBox}
        </div>
      )}
      <div className="w-main">
        <div className="card w-list-card">
          {rows.length === 0 ? (
            <Empty title={t(warnings.length === 0 ? 'none' : 'nothingFits')}>
              <Button
                onClick={() => setPlace({ free: writeSelection({ ...NO_FILTERS, show: 'all' }) }, { replace: true })}
              >
                {t('clearAll')}
              </Button>
            </Empty>
          ) : (
            <WarningList
              view={view}
              rows={rows}
              active={active}
              selected={picked.ids}
              nowMs={nowMs}
              acts={rowActs}
              box={box}
              onCommand={onCommand}
            />
          )}
          <div className="w-foot">
            <SilencesPart view={view} acting={acts.acting} />
            <span className="quiet">{source}</span>
            <Button look="plain" aria-label={tKeys('help')} onClick={() => setHelp(true)}>
              {t('keysHint')}
            </Button>
          </div>
        </div>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc leads back to the list */}
        <div
          ref={panel}
          className="card w-detail"
          role="region"
          aria-label={tDetail('detail')}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must take focus (WCAG 2.1.1)
          tabIndex={0}
          onKeyDown={(e) => e.key === 'Escape' && toList()}
        >
          {current && empty ? (
            <DetailPanel view={view} warning={current} nowMs={nowMs} heading={heading} listed={active >= 0}>
              <ActButtons
                warning={current}
                empty={empty}
                ground={acts.ground}
                acting={acts.acting}
                onStart={(action) => {
                  list.goTo(current.id);
                  acts.start(action, [current], false);
                }}
              />
              {form && !form.bulk && about?.id === current.id && formBox}
            </DetailPanel>
          ) : (
            <p className="quiet">{tDetail(selection.warning === null || active >= 0 ? 'nothing' : 'unknown')}</p>
          )}
        </div>
      </div>
      {help && (
        <KeysHelp
          onClose={() => {
            setHelp(false);
            toList();
          }}
        />
      )}
    </>
  );
}

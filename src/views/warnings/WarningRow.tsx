import { memo, type MouseEvent } from 'react';
import { formatNumber } from '../../base/format';
import { levelKey, WARNING_LEVELS } from '../../base/level';
import { formatDayWords } from '../../base/format';
import { say } from '../../base/text';
import type { AssessmentView } from '../../platform/engine-api';
import type { Warning } from '../../response/warnings/inbox';
import { useLang } from '../../store/place';
import { regionsNoun } from '../../base/region-names';
import { LevelBadge } from '../parts/LevelBadge';
import { useT } from '../parts/use-text';
import { shownLevel } from '../../response/warnings/filter';
import type { ListRow } from './list-rows';
import { TIME_TEXT, WARNINGS_TEXT } from './text';
import {
  durationWords,
  parentName,
  pathOf,
  regionName,
  shortGrade,
  signalWords,
  sinceWords,
  stateWords,
  stepWords,
  timeWords,
} from './words';

/** What the list does for its lines; the same object at every drawing, so that a line is drawn anew only when it changes. */
export interface RowActs {
  open(id: string): void;
  /** `range`: all from the last one on (Shift). */
  select(id: string, range: boolean): void;
  fold(id: string, open: boolean): void;
}

interface WarningRowProps {
  readonly view: AssessmentView;
  readonly row: ListRow;
  readonly domId: string;
  /** Position in the list, from 0. */
  readonly index: number;
  readonly offset: number;
  readonly active: boolean;
  readonly selected: boolean;
  readonly nowMs: number;
  readonly acts: RowActs;
  readonly measure: (element: HTMLElement | null) => void;
}

export const WarningRow = memo(function WarningRow(props: WarningRowProps) {
  const { row, domId, index, offset, active, selected, acts, measure } = props;
  const { warning } = row;
  const onClick = (event: MouseEvent): void => {
    if (event.shiftKey || event.ctrlKey || event.metaKey) acts.select(row.id, event.shiftKey);
    else acts.open(row.id);
  };
  return (
    // Keys belong to the list, which holds the focus and names its active line.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      ref={measure}
      id={domId}
      role="row"
      data-index={index}
      aria-rowindex={index + 2}
      aria-level={row.depth}
      aria-posinset={row.place}
      aria-setsize={row.of}
      aria-expanded={row.folded.length > 0 ? row.open : undefined}
      aria-selected={selected}
      className={`w-row w-depth-${row.depth} ${active ? 'w-active' : ''} ${selected ? 'w-selected' : ''}`}
      style={{ transform: `translateY(${offset}px)` }}
      onClick={onClick}
    >
      {warning === null ? <SilencedCells {...props} /> : <WarningCells {...props} warning={warning} />}
    </div>
  );
});

function WarningCells({ view, row, selected, nowMs, acts, warning }: WarningRowProps & { readonly warning: Warning }) {
  const t = useT(WARNINGS_TEXT);
  const lang = useLang();
  const { spell, due } = warning;
  const name = regionName(view, spell.regionCode, lang);
  const parent = parentName(view, spell.regionCode, lang);
  return (
    <>
      <span role="gridcell" className="w-check">
        <input
          type="checkbox"
          tabIndex={-1}
          checked={selected}
          aria-label={t('selectRow', { region: name })}
          onClick={(e) => {
            e.stopPropagation();
            acts.select(row.id, e.shiftKey);
          }}
          // The click has done it: with Shift it selects more than this line.
          onChange={() => undefined}
        />
      </span>
      <span role="gridcell" className="w-level">
        <GradeBadge warning={warning} pending={t('pending')} />
      </span>
      <span role="rowheader" className="w-region">
        <strong>{name}</strong>
        {parent !== '' && <span className="quiet w-parent">{parent}</span>}
        <FoldButton view={view} row={row} acts={acts} name={name} />
      </span>
      <span role="gridcell" className="w-state">
        {stateWords(warning, lang)}
        <StateNotes warning={warning} />
      </span>
      <span role="gridcell" className="w-since">
        {sinceWords(warning, view, lang)}
        <span className="quiet">{durationWords(warning, view, lang)}</span>
      </span>
      <span role="gridcell" className="w-path">
        <LevelPath warning={warning} />
      </span>
      <span role="gridcell" className="w-signals small">
        {signalWords(warning, view, lang)}
      </span>
      <span role="gridcell" className={`w-due ${due ? `w-due-${due.urgency}` : ''}`}>
        {due && (
          <>
            {stepWords(due, lang)}
            {due.urgency === 'due-soon' && <strong> {TIME_TEXT.soon[lang]}</strong>}
            <span className="w-time">{timeWords(due, nowMs, lang)}</span>
          </>
        )}
      </span>
    </>
  );
}

function StateNotes({ warning }: { readonly warning: Warning }) {
  const t = useT(WARNINGS_TEXT);
  const lang = useLang();
  const notes = [
    ...(warning.moved === null ? [] : [t(warning.moved === 'escalated' ? 'rise' : 'fall')]),
    ...(warning.withdrawn ? [t('withdrawn')] : []),
    ...(warning.silence === null ? [] : [t('silencedUntil', { day: formatDayWords(warning.silence.until, lang) })]),
  ];
  return notes.map((note) => (
    <span key={note} className="w-note">
      {note}
    </span>
  ));
}

/** Level of a warning as a badge; what is only pending has a frame and no colour. */
export function GradeBadge({ warning, pending }: { readonly warning: Warning; readonly pending: string }) {
  const t = useT(WARNINGS_TEXT);
  const level = shownLevel(warning);
  if (level === 0) return <span className="level w-pending">{pending}</span>;
  return (
    <span>
      <LevelBadge level={level} />
      {/* Of what has ended the highest level is shown: it is not to be taken for the present one. */}
      {warning.spell.state === 'ended' && <span className="quiet w-block">{t('peak')}</span>}
    </span>
  );
}

/** Ⅳ→Ⅲ→Ⅱ, each in the colour of its level as text. */
function LevelPath({ warning }: { readonly warning: Warning }) {
  const lang = useLang();
  return pathOf(warning, lang).map(({ level, word }, k) => (
    // A course has no ids; its steps stay in their order.
    // oxlint-disable-next-line react/no-array-index-key
    <span key={k} className={isLevel(level) ? `text-${levelKey(level)}` : 'quiet'}>
      {k > 0 && <span className="quiet">→</span>}
      {word}
    </span>
  ));
}

const isLevel = (level: number): boolean => WARNING_LEVELS.some((known) => known === level);

interface FoldButtonProps {
  readonly view: AssessmentView;
  readonly row: ListRow;
  readonly acts: RowActs;
  readonly name: string;
}

function FoldButton({ view, row, acts, name }: FoldButtonProps) {
  const t = useT(WARNINGS_TEXT);
  const lang = useLang();
  if (row.worst === null) return null;
  const key = row.warning === null ? 'silencedFold' : 'folded';
  const worst = shortGrade(shownLevel(row.worst), lang);
  const regions = row.folded.flatMap(({ spell }) => view.tree.indexOf.get(spell.regionCode) ?? []);
  const noun = regionsNoun(view.tree, regions)[lang];
  const words = say(WARNINGS_TEXT[key], lang, { count: formatNumber(row.folded.length), noun, worst });
  return (
    <button
      type="button"
      tabIndex={-1}
      className="w-fold"
      aria-label={`${t('unfold', { region: name })}: ${words}`}
      aria-expanded={row.open}
      onClick={(e) => {
        e.stopPropagation();
        acts.fold(row.id, !row.open);
      }}
    >
      <span aria-hidden="true">{row.open ? '▾' : '▸'}</span> {words}
    </button>
  );
}

/** The fold of what is silenced: it is named with its worst grade, never gone. */
function SilencedCells({ view, row, acts }: WarningRowProps) {
  return (
    <span role="gridcell" className="w-wide">
      <FoldButton view={view} row={row} acts={acts} name="" />
    </span>
  );
}

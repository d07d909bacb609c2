import { useMemo, useState } from 'react';
import { formatDayWords, formatNumber } from '../../../base/format';
import { levelName, WARNING_LEVELS, type WarningLevel } from '../../../base/level';
import { atomXml } from '../../../briefing/alerts/atom';
import { capXml } from '../../../briefing/alerts/cap';
import { OF_LEVEL } from '../../../briefing/alerts/mapping';
import { isSender, type Message } from '../../../briefing/alerts/message';
import { downloadBlob, downloadText } from '../../../platform/download';
import { readPreference, writePreference } from '../../../platform/preferences';
import { zipTexts } from '../../../publish/zip-files';
import { dayOfMoment } from '../../../response/calendar/moment';
import { useLang, usePlace } from '../../../store/place';
import { useDemonstrationMark, useReadyView } from '../../../store/session';
import { Button, Select, Toggle } from '../../parts/Button';
import { Card } from '../../parts/Card';
import { DataTable, type TableColumn } from '../../parts/DataTable';
import { LevelBadge } from '../../parts/LevelBadge';
import { Skeleton } from '../../parts/states';
import { useT } from '../../parts/use-text';
import { regionName } from '../../warnings/words';
import type { OfficeProps } from './office-props';
import { fitting, useMessages } from './use-messages';
import { ALERT_SHARE_TEXT } from './text';

const XML = 'application/cap+xml';
const badgeCell = ({ level }: Message) => <LevelBadge level={level} />;

/** Warnings in force as messages for other systems. */
export function AlertsCard({ office, onOffice }: OfficeProps) {
  const t = useT(ALERT_SHARE_TEXT);
  const lang = useLang();
  const view = useReadyView();
  const mark = useDemonstrationMark();
  const [sender, setSender] = useState(() => readPreference('fengsui.sender') ?? '');
  const { free } = usePlace();
  const [region, setRegion] = useState(free.alert ?? '');
  const [level, setLevel] = useState<`${WarningLevel}`>('1');
  const [exercise, setExercise] = useState(false);
  const fits = isSender(sender);
  const { messages, world } = useMessages(view, { sender, office: office.trim(), exercise });
  const chosen = useMemo(
    () => messages && fitting(messages, view.tree, region, Number(level) as WarningLevel),
    [messages, view.tree, region, level],
  );
  if (!chosen) {
    return (
      <Card title={t('title')} className="share-wide">
        <Skeleton lines={4} />
      </Card>
    );
  }
  // What leaves the page says in its name that it is not real.
  const stem = `${mark ? `${mark[lang]}-` : ''}${t('fileName')}`;
  const saveCell = (message: Message) => (
    <SaveOne
      region={regionName(view, message.warning.spell.regionCode, lang)}
      disabled={!fits}
      onSave={() =>
        downloadText(`${mark ? `${mark[lang]}-` : ''}${message.identifier}.xml`, capXml(message, world), XML)
      }
    />
  );
  const columns: TableColumn<Message>[] = [
    {
      key: 'region',
      head: t('colRegion'),
      rowHeader: true,
      cell: ({ warning }) => regionName(view, warning.spell.regionCode, lang),
    },
    { key: 'level', head: t('colLevel'), cell: badgeCell },
    { key: 'type', head: t('colType'), cell: ({ type }) => t(type) },
    { key: 'sent', head: t('colSent'), cell: ({ sentMs }) => formatDayWords(dayOfMoment(sentMs), lang) },
    { key: 'severity', head: t('colSeverity'), cell: (m) => t(OF_LEVEL[m.level].severity) },
    {
      key: 'file',
      head: t('colFile'),
      cell: saveCell,
    },
  ];
  const ended = chosen.filter((m) => m.type === 'Cancel').length;
  // Areas that have parts, and the one that was asked for; the others have their own button in the table.
  const areas = view.tree.regions.filter((r, i) => view.tree.children[i]!.length > 0 || r.code === free.alert);
  return (
    <Card title={t('title')} subtitle={t('subtitle')} className="share-wide">
      {view.demonstration && <p className="share-mark">{t('test')}</p>}
      <div className="share-form">
        <label className="field" title={t('senderHint')}>
          <span className="field-label">{t('sender')}</span>
          <input
            className="input"
            value={sender}
            maxLength={120}
            placeholder="hrss.example.cn"
            aria-invalid={sender !== '' && !fits}
            aria-describedby="share-sender-hint"
            onChange={(e) => {
              setSender(e.target.value.trim());
              writePreference('fengsui.sender', e.target.value.trim());
            }}
          />
        </label>
        <label className="field">
          <span className="field-label">{t('office')}</span>
          <input
            className="input"
            value={office}
            maxLength={200}
            placeholder={t('officeDefault')}
            onChange={(e) => onOffice(e.target.value)}
          />
        </label>
        <Select
          label={t('region')}
          value={region}
          options={[
            { value: '', label: t('wholeTree') },
            ...areas.map((r) => ({ value: r.code, label: r.name[lang] })),
          ]}
          onChange={setRegion}
        />
        <Select<`${WarningLevel}`>
          label={t('level')}
          value={level}
          options={WARNING_LEVELS.map((l) => ({ value: `${l}` as const, label: levelName(l)[lang] }))}
          onChange={setLevel}
        />
        {!view.demonstration && (
          <Toggle on={exercise} onChange={setExercise}>
            {t('exercise')}
          </Toggle>
        )}
      </div>
      <p className="share-note" id="share-sender-hint">
        {sender === '' || fits ? t('senderHint') : t('senderBad')}
      </p>
      <div className="share-tools">
        <Button
          look="primary"
          disabled={!fits || chosen.length === 0}
          onClick={() =>
            downloadBlob(
              `${stem}-CAP.zip`,
              zipTexts(Object.fromEntries(chosen.map((m) => [`${m.identifier}.xml`, capXml(m, world)]))),
            )
          }
        >
          {t('saveAll')}
        </Button>
        <Button
          disabled={!fits}
          onClick={() => downloadText(`${stem}.atom`, atomXml(chosen, world, lang), 'application/atom+xml')}
        >
          {t('saveAtom')}
        </Button>
        <span data-testid="alert-count">
          {t('count', { active: formatNumber(chosen.length - ended), ended: formatNumber(ended) })}
        </span>
      </div>
      <DataTable
        caption={t('table')}
        columns={columns}
        rows={chosen}
        rowKey={(m) => m.identifier}
        maxHeight={320}
        limit={50}
        empty={t('none')}
      />
      <p className="share-note">{t('ours')}</p>
    </Card>
  );
}

interface SaveOneProps {
  readonly region: string;
  readonly disabled: boolean;
  readonly onSave: () => void;
}

function SaveOne({ region, disabled, onSave }: SaveOneProps) {
  const t = useT(ALERT_SHARE_TEXT);
  return (
    <Button look="plain" disabled={disabled} onClick={onSave}>
      {t('saveCap')}
      <span className="visually-hidden"> {region}</span>
    </Button>
  );
}

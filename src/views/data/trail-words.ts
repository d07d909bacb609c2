import { formatNumber } from '../../base/format';
import { defineText, type Lang, say } from '../../base/text';
import type { TrailBrought } from '../../platform/backup-content';

const TEXT = defineText({
  none: { zh: '备份中没有留痕记录。', en: 'The backup has no audit trail.' },
  same: { zh: '备份中的留痕本机均已有。', en: 'All of its audit trail was here already.' },
  continued: {
    zh: '本机留痕已接续 {entries} 条。',
    en: 'Entries added to the audit trail here: {entries}.',
  },
  'took-over': {
    zh: '本机原有留痕（{before} 条）均在演示数据上产生，已另行保存；备份中的留痕（{entries} 条）现为本机留痕。',
    en: 'What was on the audit trail here ({before} entries) was all done on demonstration data and is kept beside; that of the backup ({entries} entries) is the audit trail here now.',
  },
  apart: {
    zh: '备份中的留痕（{entries} 条）自第 {from} 条起与本机不同：本机的继续有效，备份中的另行保存，可在“响应—留痕”中查看。',
    en: 'Its audit trail ({entries} entries) differs from the one here from entry {from} on: the one here stands, the other is kept beside it and can be seen under Response, Audit trail.',
  },
  faulty: {
    zh: '备份中的留痕（{entries} 条）未通过核验，未予采用，另行保存，可在“响应—留痕”中查看。第 {from} 条：{words}',
    en: 'Its audit trail ({entries} entries) does not stand the check and is not used; it is kept beside the one here and can be seen under Response, Audit trail. Entry {from}: {words}',
  },
});

/** What became of the trail of a backup, in one or two sentences. */
export function trailWords(brought: TrailBrought, lang: Lang): string {
  return say(TEXT[brought.kind], lang, {
    entries: 'entries' in brought ? formatNumber(brought.entries) : '',
    before: 'before' in brought ? formatNumber(brought.before) : '',
    from: 'from' in brought ? formatNumber(brought.from) : '',
    words: brought.kind === 'faulty' ? brought.words[lang] : '',
  });
}

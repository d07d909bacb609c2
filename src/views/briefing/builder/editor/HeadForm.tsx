import { formatDayWords } from '../../../../base/format';
import type { Briefing } from '../../../../briefing/briefing';
import { setHeadField } from '../../../../briefing/edit-briefing';
import { today } from '../../../../platform/clock';
import { Button } from '../../../parts/Button';
import { useT } from '../../../parts/use-text';
import { keepOffice } from '../office';
import { EDITOR_TEXT } from './text';

interface HeadFormProps {
  readonly briefing: Briefing;
  readonly edit: (how: (briefing: Briefing) => Briefing, about?: string) => void;
}

const FIELDS = ['title', 'issuer', 'number', 'date', 'to'] as const;

/** Title, office, number, date and addressee: what stands on the cover and at the head of every page. */
export function HeadForm({ briefing, edit }: HeadFormProps) {
  const t = useT(EDITOR_TEXT);
  const { lang } = briefing;
  return (
    <section className="sheet sheet-fields" aria-labelledby="briefing-head">
      <h2 id="briefing-head" className="card-title">
        {t('headTitle')}
      </h2>
      <p className="quiet">{t('headHint')}</p>
      {FIELDS.map((field) => (
        <div key={field} className="head-field">
          <label className="field">
            <span className="field-label">{t(field)}</span>
            <input
              className="input"
              lang={lang === 'zh' ? 'zh-CN' : 'en'}
              value={briefing[field]}
              maxLength={200}
              onChange={(e) => {
                edit((now) => setHeadField(now, field, e.target.value), `head ${field}`);
                if (field === 'issuer') keepOffice(e.target.value);
              }}
            />
          </label>
          {field === 'date' && (
            <Button onClick={() => edit((now) => setHeadField(now, 'date', formatDayWords(today(), lang)))}>
              {t('today')}
            </Button>
          )}
        </div>
      ))}
      <p className="sheet-subtitle" lang={lang === 'zh' ? 'zh-CN' : 'en'}>
        {briefing.subtitle}
      </p>
      <p className="small quiet" lang={lang === 'zh' ? 'zh-CN' : 'en'}>
        {briefing.sourceLine}
        <br />
        {briefing.basisLine}
      </p>
    </section>
  );
}

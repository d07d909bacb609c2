import type { ReadReport } from '../../platform/engine-api';
import { useImporting } from '../../store/importing';
import { Select, Toggle } from '../parts/Button';
import { useT } from '../parts/use-text';
import { ENCODINGS, MAPPING_TEXT } from './mapping-text';

/** Forms whose bytes are text in an encoding that had to be detected. */
const TEXT_FORMS = ['csv', 'tsv', 'unknown'];

/** What can be set right about the file as a whole: the encoding of a text, the worksheets of a workbook. */
export function ReadingTools({ report }: { readonly report: ReadReport }) {
  const t = useT(MAPPING_TEXT);
  const reading = useImporting((s) => s.readings[report.name]);
  const reread = useImporting((s) => s.reread);
  const taken = reading?.sheets ?? report.understandings.map((u) => u.sheet);
  const turn = (sheet: string, on: boolean): void => {
    const sheets = report.sheetNames.filter((s) => (s === sheet ? on : taken.includes(s)));
    void reread(report.name, { sheets });
  };
  return (
    <div className="reading-tools">
      {TEXT_FORMS.includes(report.form) && (
        <Select
          label={t('encoding')}
          value={reading?.encoding ?? ''}
          options={[
            { value: '', label: `${t('encodingAuto')}: ${report.encoding}` },
            ...ENCODINGS.map(({ label, name }) => ({ value: label, label: name })),
          ]}
          onChange={(label) => void reread(report.name, { encoding: label === '' ? undefined : label })}
        />
      )}
      {report.sheetNames.length > 1 && (
        <fieldset className="sheets">
          <legend>{t('sheets')}</legend>
          {report.sheetNames.map((sheet) => (
            <Toggle key={sheet} on={taken.includes(sheet)} onChange={(on) => turn(sheet, on)}>
              <span className="foreign">{sheet}</span>
            </Toggle>
          ))}
        </fieldset>
      )}
    </div>
  );
}

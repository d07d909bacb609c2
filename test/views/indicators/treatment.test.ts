import { describe, expect, test } from 'vitest';
import { defaultCatalogue } from '../../../src/base/catalogue';
import { formsOf } from '../../../src/indicators/form';
import type { Panel } from '../../../src/panel/panel';
import { formChoices, treatmentOf, treatmentWords, viewChoices } from '../../../src/views/indicators/treatment';

const catalogue = defaultCatalogue();
const of = (id: string) => catalogue.byId.get(id)!;
const enabled = (choices: readonly { value: string; enabled: boolean }[]) =>
  choices.filter((c) => c.enabled).map((c) => c.value);

describe('forms', () => {
  test('are those that the engine prepares, for every indicator of the catalogue', () => {
    const panel = { catalogue, frequency: 'month' } as Panel;
    for (const indicator of catalogue.indicators) {
      expect(enabled(formChoices([indicator], 'month')), indicator.id).toEqual(formsOf(panel, indicator.id));
    }
  });

  test('one that makes sense for any of the chosen is on; what is off says why in both languages', () => {
    const choices = formChoices([of('registered_unemployment_rate'), of('new_benefit_claims')], 'month');
    expect(enabled(choices)).toEqual(['reported', 'joint']);
    const off = choices.find((c) => c.value === 'monthly')!;
    expect(off.why?.zh).toContain('累计');
    expect(off.why?.en).toContain('cumulative');
  });

  test('other than monthly data has the reported form alone', () => {
    expect(enabled(formChoices([of('new_urban_jobs')], 'quarter'))).toEqual(['reported']);
  });
});

describe('views', () => {
  test('a cumulative figure has no month on month and no index until it is turned into months', () => {
    expect(enabled(viewChoices([of('new_urban_jobs')], 'reported', 'month'))).toEqual(['value', 'yoy']);
    expect(enabled(viewChoices([of('new_urban_jobs')], 'monthly', 'month'))).toEqual(['value', 'yoy', 'mom', 'index']);
  });

  test('a rate has no index; a February that is the total of two months is compared with no other month', () => {
    expect(enabled(viewChoices([of('registered_unemployment_rate')], 'reported', 'month'))).toEqual([
      'value',
      'yoy',
      'mom',
    ]);
    expect(enabled(viewChoices([of('coal_output')], 'reported', 'month'))).toEqual(['value', 'yoy']);
    expect(enabled(viewChoices([of('coal_output')], 'joint', 'month'))).toEqual(['value', 'yoy', 'mom', 'index']);
  });

  test('nothing chosen: everything is open', () => {
    expect(viewChoices([], 'reported', 'month').every((c) => c.enabled)).toBe(true);
  });
});

describe('treatment', () => {
  test('what makes no sense falls back to the plain figure, the rest is kept', () => {
    expect(treatmentOf(of('registered_unemployment_rate'), { form: 'joint', view: 'yoy' }, 'month')).toEqual({
      form: 'reported',
      view: 'yoy',
    });
    expect(treatmentOf(of('new_urban_jobs'), { form: 'monthly', view: 'index' }, 'month')).toEqual({
      form: 'monthly',
      view: 'index',
    });
    expect(treatmentOf(of('new_urban_jobs'), { form: 'reported', view: 'mom' }, 'month')).toEqual({
      form: 'reported',
      view: 'value',
    });
  });

  test('is said in words each time: cumulative, year on year', () => {
    const words = treatmentWords(of('new_urban_jobs'), { form: 'reported', view: 'yoy' }).map((t) => t.zh);
    expect(words).toEqual(['年内累计', '同比（与上年同期相比）']);
    expect(treatmentWords(of('coal_output'), { form: 'reported', view: 'value' })[0]!.zh).toContain('1—2月合计');
  });
});

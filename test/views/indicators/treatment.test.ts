import { describe, expect, test } from 'vitest';
import { defaultCatalogue, defaultRegionTree } from '../../../src/base/catalogue';
import {
  calendarOf,
  formChoices,
  treatmentOf,
  treatmentWords,
  viewChoices,
} from '../../../src/views/indicators/treatment';
import { treeOf } from '../../panel/make-panel';

const MONTHS = { frequency: 'month', festival: true } as const;
const catalogue = defaultCatalogue();
const of = (id: string) => catalogue.byId.get(id)!;
const enabled = (choices: readonly { value: string; enabled: boolean }[]) =>
  choices.filter((c) => c.enabled).map((c) => c.value);

describe('forms', () => {
  test('by what an indicator is: cumulative, joint in January and February, published together', () => {
    const formsOf = (id: string) => enabled(formChoices([of(id)], MONTHS));
    expect(formsOf('new_urban_jobs')).toEqual(['reported', 'monthly', 'joint', 'festival']);
    expect(formsOf('registered_unemployment_rate')).toEqual(['reported', 'festival']);
    expect(formsOf('coal_output')).toEqual(['reported', 'joint']);
  });

  test('where the Spring Festival is not kept there is nothing to take out', () => {
    const here = { ...MONTHS, festival: false };
    expect(enabled(formChoices([of('new_benefit_claims')], here))).toEqual(['reported', 'joint']);
    expect(calendarOf({ frequency: 'month', tree: treeOf({ 'US-MI': '' }) })).toEqual(here);
    expect(calendarOf({ frequency: 'month', tree: defaultRegionTree() })).toEqual(MONTHS);
  });

  test('one that makes sense for any of the chosen is on; what is off says why in both languages', () => {
    const choices = formChoices([of('registered_unemployment_rate'), of('new_benefit_claims')], MONTHS);
    expect(enabled(choices)).toEqual(['reported', 'joint', 'festival']);
    const off = choices.find((c) => c.value === 'monthly')!;
    expect(off.why?.zh).toContain('累计');
    expect(off.why?.en).toContain('cumulative');
  });

  test('other than monthly data has the reported form alone', () => {
    expect(enabled(formChoices([of('new_urban_jobs')], { ...MONTHS, frequency: 'quarter' }))).toEqual(['reported']);
  });
});

describe('views', () => {
  test('a cumulative figure has no month on month and no index until it is turned into months', () => {
    expect(enabled(viewChoices([of('new_urban_jobs')], 'reported', MONTHS))).toEqual(['value', 'yoy']);
    expect(enabled(viewChoices([of('new_urban_jobs')], 'monthly', MONTHS))).toEqual(['value', 'yoy', 'mom', 'index']);
  });

  test('a rate has no index; a February that is the total of two months is compared with no other month', () => {
    expect(enabled(viewChoices([of('registered_unemployment_rate')], 'reported', MONTHS))).toEqual([
      'value',
      'yoy',
      'mom',
    ]);
    expect(enabled(viewChoices([of('coal_output')], 'reported', MONTHS))).toEqual(['value', 'yoy']);
    expect(enabled(viewChoices([of('coal_output')], 'joint', MONTHS))).toEqual(['value', 'yoy', 'mom', 'index']);
  });

  test('nothing chosen: everything is open', () => {
    expect(viewChoices([], 'reported', MONTHS).every((c) => c.enabled)).toBe(true);
  });
});

describe('treatment', () => {
  test('what makes no sense falls back to the plain figure, the rest is kept', () => {
    expect(treatmentOf(of('registered_unemployment_rate'), { form: 'joint', view: 'yoy' }, MONTHS)).toEqual({
      form: 'reported',
      view: 'yoy',
    });
    expect(treatmentOf(of('new_urban_jobs'), { form: 'monthly', view: 'index' }, MONTHS)).toEqual({
      form: 'monthly',
      view: 'index',
    });
    expect(treatmentOf(of('new_urban_jobs'), { form: 'reported', view: 'mom' }, MONTHS)).toEqual({
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

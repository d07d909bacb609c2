import { expect, test } from 'vitest';
import { defaultCatalogue } from '../../../src/base/catalogue';
import { leadLagPair } from '../../../src/views/indicators/lead-lag-pair';

const { byId } = defaultCatalogue();
const of = (...ids: string[]) => ids.map((id) => byId.get(id)!);
const OFFERED = of('surveyed_unemployment_rate', 'openings', 'industrial_output_yoy', 'pmi');
const pair = (...args: Parameters<typeof leadLagPair>) => {
  const found = leadLagPair(...args);
  return found && [found.leading.id, found.following.id];
};

test('the first chosen follows the macro economy, unless the address says otherwise', () => {
  const chosen = of('openings');
  expect(pair(OFFERED, chosen, null, null)).toEqual(['industrial_output_yoy', 'openings']);
  expect(pair(OFFERED, chosen, 'pmi', 'surveyed_unemployment_rate')).toEqual(['pmi', 'surveyed_unemployment_rate']);
  expect(pair(OFFERED, of('industrial_output_yoy'), null, null)).toEqual(['pmi', 'industrial_output_yoy']);
});

test('without the macro economy another indicator leads; one alone, or one with itself, is no pair', () => {
  expect(pair(of('openings', 'seekers'), of('seekers'), null, null)).toEqual(['openings', 'seekers']);
  expect(pair(of('openings'), of('openings'), null, null)).toBeNull();
  expect(pair(OFFERED, of('pmi'), 'pmi', null)).toBeNull();
  expect(pair(OFFERED, [], null, null)).toBeNull();
});

import type { HouseholdAct, SettingAct } from './act';
import type { ChangeTable } from './change';

export const SETTING_CHANGES: ChangeTable<SettingAct['kind'] | HouseholdAct['kind']> = {
  'set-calendar': (_, { days }) => [{ part: 'calendar', key: '', value: days }],
  'adopt-plan': ({ plans }, { from, plan, reason }, done) => [
    { part: 'plans', key: '', value: [...plans, { ...done, from, plan, reason }] },
  ],
  'review-plan': ({ planReviews }, { version, finding }, done) => [
    { part: 'planReviews', key: '', value: [...planReviews, { ...done, version, finding }] },
  ],
  'recognise-household': (_, { household: id, regionCode, on, note }, recognised) => [
    { part: 'households', key: id, value: { id, regionCode, on, note, recognised, settled: null } },
  ],
  'settle-household': (state, { household: id, on, how }, done) => {
    const household = state.households.get(id);
    return household ? [{ part: 'households', key: id, value: { ...household, settled: { ...done, on, how } } }] : [];
  },
};

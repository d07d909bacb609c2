import type { Text } from '../base/text';
import type { AssessmentView } from '../platform/engine-api';
import type { Actor } from '../response/actor';
import type { Plan } from '../response/plan';
import type { ActNames } from '../response/trail/words';

/** Words for what the trail names by ids; something that is no longer there keeps its id, since that is all that is known. */
export function trailNames(view: Pick<AssessmentView, 'tree' | 'catalogue'>, plan: Plan): ActNames {
  const same = (id: string): Text => ({ zh: id, en: id });
  return {
    region(code) {
      const index = view.tree.indexOf.get(code);
      return index === undefined ? same(code) : view.tree.regions[index]!.name;
    },
    indicator: (id) => view.catalogue.byId.get(id)?.short ?? same(id),
    measure: (id) => plan.measures.find((m) => m.id === id)?.name ?? same(id),
    department(id) {
      const department = plan.departments.find((d) => d.id === id);
      return department ? (department.now ?? department.name) : same(id);
    },
  };
}

/** `乌海市王科长` · `王科长, Wuhai`: who did something, before what was done. */
export function deskName({ regionCode, name }: Actor, names: Pick<ActNames, 'region'>): Text {
  const region = names.region(regionCode);
  return { zh: `${region.zh}${name}`, en: `${name}, ${region.en}` };
}

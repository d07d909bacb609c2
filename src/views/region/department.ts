import { say, type Lang } from '../../base/text';
import { defaultPlan } from '../../response/load-plan';
import { REGION_TEXT } from './text';

/** Name of a department as the document has it, with its present name where that has changed. */
export function departmentName(id: string, lang: Lang): string {
  const department = defaultPlan().departments.find((d) => d.id === id);
  if (!department) return id;
  const { name, now } = department;
  return now ? say(REGION_TEXT.nowCalled, lang, { name: name[lang], now: now[lang] }) : name[lang];
}

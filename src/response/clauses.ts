import type { Text } from '../base/text';

/** A clause of the document under which the plan has measures: for whom or what it is. */
export interface Clause {
  readonly clause: string;
  readonly name: Text;
  /** One of the eight key groups and areas of chapter 4. */
  readonly group: boolean;
}

/** In the order of the document. The names are short forms of ours for what the clause is about. */
export const CLAUSES: readonly Clause[] = [
  { clause: '3.3', name: { zh: '创业扶持政策', en: 'Support for start-ups' }, group: false },
  { clause: '3.4', name: { zh: '创业融资', en: 'Finance for start-ups' }, group: false },
  { clause: '4.1', name: { zh: '高校毕业生', en: 'College graduates' }, group: true },
  { clause: '4.2', name: { zh: '去产能企业职工', en: 'Workers of enterprises that cut capacity' }, group: true },
  { clause: '4.3', name: { zh: '农牧民', en: 'Farmers and herders' }, group: true },
  { clause: '4.4', name: { zh: '贫困人口', en: 'The poor' }, group: true },
  { clause: '4.5', name: { zh: '就业困难人员', en: 'People with difficulty finding work' }, group: true },
  { clause: '4.6', name: { zh: '退役军人', en: 'Veterans' }, group: true },
  { clause: '4.7', name: { zh: '少数民族聚居地区', en: 'Areas of ethnic minorities' }, group: true },
  { clause: '4.8', name: { zh: '困难地区', en: 'Districts in difficulty' }, group: true },
  { clause: '5.2', name: { zh: '职业培训', en: 'Vocational training' }, group: false },
  { clause: '5.3', name: { zh: '公共就业服务', en: 'Public employment services' }, group: false },
  { clause: '6.4', name: { zh: '规模性失业风险应对', en: 'Large-scale unemployment risk' }, group: false },
];

/** Name of a clause; one that is not in the list (a plan of one's own) goes by its number. */
export function clauseName(clause: string): Text {
  return CLAUSES.find((c) => c.clause === clause)?.name ?? { zh: clause, en: clause };
}

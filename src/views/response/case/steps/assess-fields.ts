import type { Lang } from '../../../../base/text';
import type { GateFact } from '../../../../response/plan';
import type { CaseAssessment } from '../../../../response/trail/act';
import { isBlank, readNumber } from '../read-fields';
import { CASE_TEXT } from '../text';
import { ASSESS_TEXT } from './assess-text';

/** The assessment as it stands in the form: figures as they are typed. */
export interface AssessFields {
  readonly persons: string;
  readonly personsBasis: string;
  readonly groups: readonly string[];
  readonly districts: readonly string[];
  readonly drivers: string;
  readonly balance: string;
  readonly outlay: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly note: string;
}

/** What the data makes of it, for a first assessment. */
export interface Computed {
  readonly persons: number | null;
  readonly basis: string;
  readonly groups: readonly string[];
  readonly districts: readonly string[];
  readonly drivers: string;
}

const typed = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : String(value);

/** The untouched form: the assessment on record, else what the data makes of it. */
export function emptyAssessment(before: CaseAssessment | null, computed: Computed): AssessFields {
  if (before === null) {
    return {
      persons: computed.persons === null ? '' : String(Math.round(computed.persons)),
      personsBasis: computed.basis,
      groups: computed.groups,
      districts: computed.districts,
      drivers: computed.drivers,
      balance: '',
      outlay: '',
      facts: {},
      note: '',
    };
  }
  return {
    persons: typed(before.persons),
    personsBasis: before.personsBasis,
    groups: before.groups,
    districts: before.districts,
    drivers: before.drivers,
    balance: typed(before.fund?.balance),
    outlay: typed(before.fund?.monthlyOutlay),
    facts: Object.fromEntries(Object.entries(before.facts).map(([id, value]) => [id, String(value)])),
    note: before.note,
  };
}

/** Balance and outlay: both or neither. */
export function readFund({
  balance,
  outlay,
}: Pick<AssessFields, 'balance' | 'outlay'>):
  | { readonly fund: CaseAssessment['fund'] }
  | { readonly half: true }
  | { readonly bad: readonly ('balance' | 'outlay')[] } {
  const read = { balance: readNumber(balance), outlay: readNumber(outlay) };
  const bad = (['balance', 'outlay'] as const).filter((key) => {
    const text = key === 'balance' ? balance : outlay;
    const value = read[key];
    return !isBlank(text) && (value === null || value < 0);
  });
  if (bad.length > 0) return { bad };
  if (read.balance === null && read.outlay === null) return { fund: null };
  if (read.balance === null || read.outlay === null) return { half: true };
  return { fund: { balance: read.balance, monthlyOutlay: read.outlay } };
}

export type AssessFaults = Record<string, string>;

/** The form as an assessment, or what is wrong with it by field (facts by their id). */
export function readAssessment(
  value: AssessFields,
  asked: readonly GateFact[],
  lang: Lang,
): { readonly assessment: CaseAssessment } | { readonly faults: AssessFaults } {
  const faults: AssessFaults = {};
  const persons = readNumber(value.persons);
  if (!isBlank(value.persons) && (persons === null || persons < 0)) faults.persons = CASE_TEXT.notNegative[lang];
  if (isBlank(value.personsBasis)) faults.personsBasis = CASE_TEXT.needed[lang];
  if (isBlank(value.drivers)) faults.drivers = CASE_TEXT.needed[lang];
  const fund = readFund(value);
  if ('bad' in fund) for (const key of fund.bad) faults[key] = CASE_TEXT.notNegative[lang];
  if ('half' in fund) faults[isBlank(value.balance) ? 'balance' : 'outlay'] = ASSESS_TEXT.bothFund[lang];
  const facts: Record<string, number> = {};
  for (const { id } of asked) {
    const text = value.facts[id] ?? '';
    const figure = readNumber(text);
    if (isBlank(text)) continue;
    if (figure === null || figure < 0) faults[id] = CASE_TEXT.notNegative[lang];
    else facts[id] = figure;
  }
  if (Object.keys(faults).length > 0) return { faults };
  return {
    assessment: {
      persons: isBlank(value.persons) ? null : persons,
      personsBasis: value.personsBasis.trim(),
      groups: value.groups,
      districts: value.districts,
      drivers: value.drivers.trim(),
      fund: 'fund' in fund ? fund.fund : null,
      facts,
      note: value.note.trim(),
    },
  };
}

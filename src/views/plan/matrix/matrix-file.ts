import { levelNumeral, WARNING_LEVELS } from '../../../base/level';
import { defineText, type Lang } from '../../../base/text';
import { csvText } from '../../../observations/to-csv';
import { clauseName } from '../../../response/clauses';
import { requiredWords } from '../../../response/gates';
import { PLAN_SCHEMA } from '../../../response/load-plan';
import type { GateResult, Measure, Plan } from '../../../response/plan';
import { departmentWords, effectWords, inRow, layersWords } from '../../../response/plan-words';
import { levelCell } from './cells';
import { MATRIX_TEXT } from './text';

const HEAD = defineText({
  clause: { zh: '条款', en: 'Clause' },
  category: { zh: '类别', en: 'Category' },
  measure: { zh: '措施', en: 'Measure' },
  target: { zh: '对象', en: 'For whom' },
  summary: { zh: '内容', en: 'What it is' },
  lead: { zh: '牵头部门', en: 'Lead' },
  supporting: { zh: '配合部门', en: 'Supporting' },
  mayStart: { zh: '可启动层级', en: 'May be started by' },
  gates: { zh: '启动条件（本产品默认）', en: 'Gates (defaults of ours)' },
  states: { zh: '条件状态', en: 'State of the gates' },
  funding: { zh: '资金来源', en: 'Funding' },
  effect: { zh: '成效观察', en: 'Effect seen in' },
});

/** The plan as it is adopted and imported again. */
export function planJson(plan: Plan): string {
  return `${JSON.stringify({ schema: PLAN_SCHEMA, ...plan }, null, 2)}\n`;
}

interface CsvInput {
  readonly plan: Plan;
  readonly measures: readonly Measure[];
  readonly indicatorName: (id: string) => { readonly zh: string; readonly en: string };
  /** Of the chosen region; null = none is chosen, and the column is left out. */
  readonly gatesOf: ((measureId: string) => readonly GateResult[]) | null;
  /** First line: what this is, of which version, and the mark of figures that are not real. */
  readonly source: string;
}

/** The measures of the matrix as CSV in one language. Text is neutral for spreadsheets. */
export function matrixCsv({ plan, measures, indicatorName, gatesOf, source }: CsvInput, lang: Lang): string {
  const levels = [...WARNING_LEVELS].toReversed();
  const head = (key: keyof typeof HEAD): string => HEAD[key][lang];
  const lines = measures.map((m) => [
    m.clause,
    clauseName(m.clause)[lang],
    m.name[lang],
    m.targetGroup[lang],
    m.summary[lang],
    departmentWords(plan, m.lead, true)[lang],
    inRow(m.supporting.map((d) => departmentWords(plan, d, true)))[lang],
    layersWords(m.mayStart)[lang],
    ...levels.map((level) => levelCell(m, level, lang).words),
    m.gates.map((gate) => gateWords(plan, gate, lang)).join('; '),
    ...(gatesOf
      ? [
          gatesOf(m.id)
            .map((g) => `${g.fact.name[lang]}: ${MATRIX_TEXT[g.state][lang]} (${g.figure[lang]})`)
            .join('; '),
        ]
      : []),
    m.funding?.[lang] ?? '',
    effectWords(m, indicatorName(m.effect.indicator))[lang],
  ]);
  const columns = [
    ...(['clause', 'category', 'measure', 'target', 'summary', 'lead', 'supporting', 'mayStart'] as const).map(head),
    ...levels.map(levelNumeral),
    head('gates'),
    ...(gatesOf ? [head('states')] : []),
    head('funding'),
    head('effect'),
  ];
  return [[source], columns, ...lines].map((cells) => `${cells.map(csvText).join(',')}\r\n`).join('');
}

function gateWords(plan: Plan, gate: Measure['gates'][number], lang: Lang): string {
  const fact = plan.facts.find((f) => f.id === gate.fact);
  return fact ? `${fact.name[lang]} ${requiredWords(gate, fact)[lang]}` : '';
}

import { assess } from '../../src/assess';
import { defaultScheme } from '../../src/levels/load-scheme';
import { inbox } from '../../src/response/warnings/build-inbox';
import { filterInbox } from '../../src/response/warnings/filter';
import { spellsOf } from '../../src/response/warnings/find-spells';
import { defaultRuleSet } from '../../src/signals/load-rule-set';
import { largeInbox } from '../response/warnings/make-inbox';
import { benchPanels, SIZES } from './panels';

/** Spells at nation size against one pass over the bytes that they are read from, and an inbox of 5,000 warnings. */
const TURNS = 15;

function medianOf(work: () => unknown): number {
  const times = Array.from({ length: TURNS + 1 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.slice(1).sort((a, b) => a - b)[Math.floor(TURNS / 2)]!;
}

const size = SIZES.at(-1)!;
const { panel, signals, levels } = assess(
  benchPanels(size),
  { ruleSet: defaultRuleSet(), scheme: defaultScheme() },
  null,
);

/** Each level and each state of a signal once. */
function pass(): number {
  let sum = 0;
  for (const bytes of [levels.level, ...signals.map((s) => s.state)])
    for (let i = 0; i < bytes.length; i++) sum += bytes[i]!;
  return sum;
}

const found = spellsOf({ panel, signals, levels });
const [ours, bare] = [medianOf(() => spellsOf({ panel, signals, levels })), medianOf(pass)];
console.log(
  `| spells, ${size.name}: to a pass over levels and states | ${(ours / bare).toFixed(1)} × | ${found.length} spells, ${found.filter((s) => s.until === null).length} going on: ${ours.toFixed(0)} ms to ${bare.toFixed(0)} ms |`,
);

const { spells, state, world } = largeInbox(5000);
const rows = inbox(spells, state, world);
const filter = { levels: [], states: [], families: [], region: '110000', text: 'county 1', overdue: true, mine: null };
console.log(`| inbox of 5,000 put together | ${medianOf(() => inbox(spells, state, world)).toFixed(1)} ms |`);
console.log(
  `| the same filtered by area, words and time | ${medianOf(() => filterInbox(rows, filter, world)).toFixed(1)} ms |`,
);
console.log(
  `| the same filtered by words alone | ${medianOf(() => filterInbox(rows, { ...filter, region: null, overdue: false }, world)).toFixed(1)} ms |`,
);

import { advance, standingOf } from '../src/advance';
import { assess } from '../src/assess';
import { defaultScheme } from '../src/levels/load-scheme';
import { defaultRuleSet } from '../src/signals/load-rule-set';
import { benchPanels, cutMonths, SIZES } from './bench/panels';
const cpu = () => { const u = process.cpuUsage(); return (u.user + u.system) / 1000; };
const config = { ruleSet: defaultRuleSet(), scheme: defaultScheme() };
const panels = benchPanels(SIZES[2]!);
const two = cutMonths(panels, 238, 240);
const a = assess(cutMonths(panels, 0, 239), config, null);
const t0 = cpu(); const st = standingOf(a)!; console.log('standing', cpu() - t0);
for (let k = 0; k < 80; k++) { const t = cpu(); advance(st, two, null); console.log('advance', (cpu() - t).toFixed(1)); }
for (let k = 0; k < 3; k++) { const t = cpu(); assess(panels, config, null); console.log('assess', (cpu() - t).toFixed(0)); }

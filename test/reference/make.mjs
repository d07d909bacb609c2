// Makes the compact reference files of this folder from ../shared/data (see README.md). Run from the repository root:
//   node test/reference/make.mjs
import { readFileSync, writeFileSync } from 'node:fs';

const data = '../shared/data';
const here = 'test/reference';

function rows(path) {
  const [head, ...lines] = readFileSync(`${data}/${path}`, 'utf8').trim().split('\n');
  const names = head.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [names[i], cell])));
}

/** One line a period, one column a series: the figures as the source prints them. */
function wide(list, keyOf) {
  const keys = [...new Set(list.map(keyOf))];
  const byPeriod = new Map();
  for (const row of list) {
    if (!byPeriod.has(row.period)) byPeriod.set(row.period, new Map());
    byPeriod.get(row.period).set(keyOf(row), row.value);
  }
  const lines = [...byPeriod].sort(([a], [b]) => (a < b ? -1 : 1));
  return [`period,${keys.join(',')}`, ...lines.map(([p, by]) => [p, ...keys.map((k) => by.get(k) ?? '')].join(','))].join('\n') + '\n';
}

const national = rows('us_national_monthly.csv');
const wanted = { unemployment_rate_sa: 'unrate', sahm_indicator_published_current: 'sahmcurrent' };
const ids = new Set(national.map((r) => r.indicator));
for (const id of Object.keys(wanted)) if (!ids.has(id)) throw new Error(`no ${id} in us_national_monthly.csv: ${[...ids]}`);
writeFileSync(
  `${here}/us-national-sahm.csv`,
  wide(national.filter((r) => wanted[r.indicator]), (r) => wanted[r.indicator]),
);
writeFileSync(`${here}/us-states-unemployment-rate.csv`, wide(rows('us_states_unemployment_rate_sa.csv'), (r) => r.region_code));

// Recessions: runs of ones in USREC, each named by the year of its first month.
const recession = national.filter((r) => r.indicator === 'nber_recession_month' && r.value === '1').map((r) => r.period);
const next = (period) => {
  const [year, month] = period.split('-').map(Number);
  return month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
};
const runs = [];
for (const period of recession.sort()) {
  const run = runs.at(-1);
  if (run && next(run.end) === period) run.end = period;
  else runs.push({ start: period, end: period });
}
writeFileSync(
  `${here}/nber-recessions.csv`,
  ['region_code,start,end,label', ...runs.map((r) => `*,${r.start},${r.end},${r.start.slice(0, 4)}`)].join('\n') + '\n',
);
for (const name of ['auc', 'states_thresholds', 'us_sahm_episodes', 'us_sahm_lead_time', 'us_sahm_vs_nber']) {
  const text = readFileSync(`${data}/oracles/signals_${name}.csv`, 'utf8');
  writeFileSync(`${here}/signals-${name.replaceAll('_', '-')}.csv`, text);
}

// Makes src/response/defaults/work-calendar.json from npm's chinese-days (MIT), which follows the yearly notices of the
// General Office of the State Council. Run when a new year has been published and the package has it:
//   node scripts/make-calendar.mjs [first year] [last year]
// The outcome is committed: the product does not carry the package. test/response/calendar holds both against each other.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const [first = 2017, last = 2026] = process.argv.slice(2).map(Number);
const require = createRequire(import.meta.url);
const dist = dirname(require.resolve('chinese-days'));
const { version } = require('chinese-days/package.json');
const { holidays, workdays } = JSON.parse(readFileSync(join(dist, 'chinese-days.json'), 'utf8'));

/** `{'2026-01-01': "New Year's Day,元旦,1"}` → runs of days of one name, days as `01-01` or `01-01..01-03`. */
function runsOf(days, year) {
  const runs = [];
  for (const [day, words] of Object.entries(days).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!day.startsWith(`${year}-`)) continue;
    const [en, zh] = words.split(',');
    const before = runs.at(-1);
    if (before && before.zh === zh && nextDay(before.to) === day) before.to = day;
    else runs.push({ zh, en, from: day, to: day });
  }
  return runs.map(({ zh, en, from, to }) => ({
    zh,
    en,
    days: from === to ? from.slice(5) : `${from.slice(5)}..${to.slice(5)}`,
  }));
}

function nextDay(day) {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

const years = {};
for (let year = first; year <= last; year++) {
  const off = runsOf(holidays, year);
  if (off.length === 0) throw new Error(`chinese-days ${version} has no arrangement of ${year}`);
  years[year] = { off, work: runsOf(workdays, year) };
}
// One run a line, so that a change of a year is a change of few lines.
const line = (run) =>
  `{ ${Object.entries(run)
    .map(([key, value]) => `"${key}": ${JSON.stringify(value)}`)
    .join(', ')} }`;
const list = (runs) => (runs.length === 0 ? '[]' : `[\n        ${runs.map(line).join(',\n        ')}\n      ]`);
const source = {
  zh: `国务院办公厅历年关于部分节假日安排的通知；整理自 chinese-days ${version}（MIT 许可）`,
  en: `Yearly notices of the General Office of the State Council on public holidays, as compiled by chinese-days ${version} (MIT licence)`,
};
const text = `{
  "schema": "fengsui-work-calendar/1",
  "source": {
    "zh": ${JSON.stringify(source.zh)},
    "en": ${JSON.stringify(source.en)}
  },
  "years": {
${Object.entries(years)
  .map(([year, { off, work }]) => `    "${year}": {\n      "off": ${list(off)},\n      "work": ${list(work)}\n    }`)
  .join(',\n')}
  }
}
`;
writeFileSync('src/response/defaults/work-calendar.json', text);

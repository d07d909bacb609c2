/**
 * `npm test`: everything that must hold. Two lanes run beside each other: browser tests wait more than they compute. A
 * failed step does not stop the rest. `npm test -- lint unit` runs only the steps named. Each step is an npm script and
 * can be called alone.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensure, root } from './ensure.mjs';

const reports = join(root, 'node_modules/.cache/fengsui');
/** Lanes of [npm script, what it checks, how to count its tests (else it counts as one check)]. */
const lanes = [
  [
    ['unit', '单元测试 / unit tests', countVitest],
    ['typecheck', '类型检查 / types'],
    ['lint', '静态检查 / lint'],
    ['format', '格式 / format'],
    ['knip', '无用代码 / unused code'],
    ['licenses', '第三方许可 / licences'],
  ],
  [
    ['build', '构建 / build'],
    ['size', '体积 / size budget'],
    ['e2e', '浏览器测试 / browser tests', countPlaywright],
  ],
];
const steps = lanes.flat();

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !steps.some(([script]) => script === name));
if (unknown.length > 0) {
  console.error(`unknown step: ${unknown.join(', ')}; the steps are ${steps.map(([script]) => script).join(', ')}`);
  process.exit(2);
}
const isChosen = ([script]) => asked.length === 0 || asked.includes(script);
await ensure({ browser: steps.some((step) => isChosen(step) && step[0] === 'e2e') });

const begun = performance.now();
const results = (await Promise.all(lanes.map((lane) => runLane(lane.filter(isChosen))))).flat();

console.log('\n结果 / Results');
for (const { ok, seconds, title, script, passed, failed, skipped, flaky = 0 } of results) {
  const second = flaky > 0 ? `, ${flaky} of them at the second try` : '';
  const counts = `${passed} passed${second}, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  console.log(
    `${ok ? '✓' : '✗'} ${seconds.toFixed(1).padStart(6)} s  ${script.padEnd(10)} ${counts.padEnd(36)} ${title}`,
  );
}
console.log(`  ${((performance.now() - begun) / 1000).toFixed(1).padStart(6)} s  in all`);
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
console.log(
  `${sum('passed')} passed, ${sum('failed')} failed${sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : ''}`,
);

async function runLane(lane) {
  const done = [];
  for (const step of lane) done.push(await runStep(step));
  return done;
}

/** What a step says is shown when it is over: the lanes would talk across each other. */
async function runStep([script, title, count]) {
  const report = join(reports, `${script}.json`);
  rmSync(report, { force: true });
  const from = performance.now();
  console.log(`… ${title} (npm run ${script})`);
  const { ok, said } = await run(script);
  const seconds = (performance.now() - from) / 1000;
  console.log(`\n── ${title} (npm run ${script})\n${said}`);
  return { script, title, ok, seconds, ...tally(ok, count, report) };
}

function run(script) {
  const child = spawn('npm', ['run', '--silent', script], { cwd: root, shell: process.platform === 'win32' });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => (said += text));
  }
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ ok: false, said: said + error.message }));
    child.on('close', (code) => resolve({ ok: code === 0, said }));
  });
}

/** A step that failed counts at least one failure, also when its tests passed (coverage) or it never wrote a report. */
function tally(ok, count, report) {
  const none = { passed: 0, failed: 0, skipped: 0 };
  const counted = count
    ? existsSync(report)
      ? count(JSON.parse(readFileSync(report, 'utf8')))
      : none
    : { ...none, passed: ok ? 1 : 0 };
  return ok ? counted : { ...counted, failed: Math.max(1, counted.failed) };
}

function countVitest({ numPassedTests, numFailedTests, numPendingTests, numTodoTests }) {
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
}

function countPlaywright({ stats: { expected, flaky, unexpected, skipped } }) {
  return { passed: expected + flaky, failed: unexpected, skipped, flaky };
}

/**
 * `npm test`: everything that must hold, one step after the other; a failed step does not stop the rest.
 * `npm test -- lint unit` runs only the steps named. Each step is an npm script and can be called alone.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensure, root } from './ensure.mjs';

const reports = join(root, 'node_modules/.cache/fengsui');
/** [npm script, what it checks, how to count its tests (else it counts as one check)] */
const steps = [
  ['typecheck', '类型检查 / types'],
  ['lint', '静态检查 / lint'],
  ['format', '格式 / format'],
  ['knip', '无用代码 / unused code'],
  ['licenses', '第三方许可 / licences'],
  ['unit', '单元测试 / unit tests', countVitest],
  ['build', '构建 / build'],
  ['size', '体积 / size budget'],
  ['e2e', '浏览器测试 / browser tests', countPlaywright],
];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !steps.some(([script]) => script === name));
if (unknown.length > 0) {
  console.error(`unknown step: ${unknown.join(', ')}; the steps are ${steps.map(([script]) => script).join(', ')}`);
  process.exit(2);
}
const chosen = asked.length === 0 ? steps : steps.filter(([script]) => asked.includes(script));
await ensure({ browser: chosen.some(([script]) => script === 'e2e') });

const results = [];
for (const [script, title, count] of chosen) {
  console.log(`\n── ${title} (npm run ${script})`);
  const report = join(reports, `${script}.json`);
  rmSync(report, { force: true });
  const begun = performance.now();
  const ok =
    spawnSync('npm', ['run', '--silent', script], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
      .status === 0;
  const seconds = (performance.now() - begun) / 1000;
  results.push({ script, title, ok, seconds, ...tally(ok, count, report) });
}

console.log('\n结果 / Results');
for (const { ok, seconds, title, script, passed, failed, skipped, flaky = 0 } of results) {
  const second = flaky > 0 ? `, ${flaky} of them at the second try` : '';
  const counts = `${passed} passed${second}, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  console.log(
    `${ok ? '✓' : '✗'} ${seconds.toFixed(1).padStart(6)} s  ${script.padEnd(10)} ${counts.padEnd(36)} ${title}`,
  );
}
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
console.log(
  `${sum('passed')} passed, ${sum('failed')} failed${sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : ''}`,
);

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

import { expect, test } from './fixture';
import { open } from './page-steps';

const STEPS = 30;

/**
 * From the key to the frame that shows the new period. The figure is for the eye (machines differ); the assertion
 * only catches a screen that has become unusable. The line aimed at stands in the specification: p95 under 50 ms.
 */
test('a step of the period is answered at once', async ({ page }, info) => {
  await open(page, 'overview', { period: '2026-08' });
  await page.getByRole('slider').focus();
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { scrubTimes: times });
    const { port1, port2 } = new MessageChannel();
    const waiting: number[] = [];
    // The message is handled after the frame is made, where `requestAnimationFrame` still is before it.
    port1.addEventListener('message', () => times.push(...waiting.splice(0).map((begun) => performance.now() - begun)));
    port1.start();
    document.addEventListener(
      'input',
      (event) => {
        waiting.push(event.timeStamp);
        requestAnimationFrame(() => port2.postMessage(null));
      },
      { capture: true },
    );
  });
  for (let k = 0; k < STEPS; k++) {
    await page.keyboard.press('ArrowLeft');
    await page.waitForTimeout(60);
  }
  const times = await page.evaluate(() => (window as unknown as { scrubTimes: number[] }).scrubTimes);
  await expect(page.getByRole('group', { name: '时期' }).getByRole('status')).toHaveText('2024年2月');
  expect(times).toHaveLength(STEPS);
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): string => sorted[Math.ceil(share * STEPS) - 1]!.toFixed(0);
  const words = `period step, key to frame: median ${at(0.5)} ms, p95 ${at(0.95)} ms, worst ${at(1)} ms (${STEPS} steps)`;
  info.annotations.push({ type: 'speed', description: words });
  console.log(words);
  expect(Number(at(0.95)), words).toBeLessThan(1000);
});

// Moves one slider of the what-if page after the other, each to its next step: when the first estimate shows, and when it settles.
// npm run vitals:what-if -w @smarketing/site -- [acme]
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumArgs, chromiumPath } from '../../../../scripts/chromium.ts';
import { serve } from '../../src/serve.ts';
import { visit } from '../browser.ts';
import { dist } from '../pages.ts';

const [name = 'acme'] = process.argv.slice(2);
const serving = await serve(dist, 0);
const browser = await chromium.launch({
  executablePath: await chromiumPath(join(import.meta.dirname, '../../../..')),
  args: chromiumArgs,
});
const { page } = await visit(browser, { width: 1280, theme: 'light' });
await page.goto(`${serving.url}${name}/what-if/`);
await page.locator('form[data-ready]').waitFor();
await page.locator('#what-if').hover();
await page.waitForTimeout(5000); // whoever comes near has the page warm itself up
const sliders = await page
  .locator('form [data-name]')
  .evaluateAll((all) => all.map((one) => one.dataset['name']));

interface Times {
  readonly first: number;
  readonly settled: number;
}

const rows: (Times & { readonly slider: string })[] = [];
for (const slider of sliders) {
  const times = await page.evaluate<Times, string | undefined>(move, slider);
  rows.push({ slider: slider ?? '', ...times });
}
await browser.close();
await serving.close();

const most = (key: keyof Times): number => Math.max(...rows.map((row) => row[key]));
const worst = { slider: '(the slowest)', first: most('first'), settled: most('settled') };
const lines = [...rows, worst].map(
  ({ slider, first, settled }) =>
    `${slider.padEnd(40)}${String(first).padStart(10)}${String(settled).padStart(10)}`,
);
process.stdout.write(`${[`${'slider, times in ms'.padEnd(40)}     first   settled`, ...lines].join('\n')}\n`);

/** Runs in the page: moves a slider, waits for both estimates, and moves it back. */
async function move(slider: string | undefined): Promise<Times> {
  const range = document.querySelector<HTMLInputElement>(`[data-name="${slider}"] input[type="range"]`);
  const results = document.getElementById('results');
  if (!range || !results) throw new Error('No such slider');
  const state = async (wanted: string): Promise<number> => {
    while (results.dataset['state'] !== wanted) await new Promise((done) => setTimeout(done, 2));
    return Math.round(performance.now() - begun);
  };
  const now = range.value;
  let begun = performance.now();
  range.stepUp();
  if (range.value === now) range.stepDown();
  range.dispatchEvent(new Event('input', { bubbles: true }));
  const first = await state('estimated');
  const settled = await state('settled');
  begun = performance.now();
  range.value = now;
  range.dispatchEvent(new Event('input', { bubbles: true }));
  await state('settled');
  return { first, settled };
}

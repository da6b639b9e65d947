import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const runOnly = {
  everything: { type: 'tag', values: standards },
  colours: { type: 'rule', values: ['color-contrast'] },
  layout: {
    type: 'rule',
    values: ['target-size', 'scrollable-region-focusable', 'button-name', 'link-name', 'label'],
  },
} as const;

/** What is to be looked at: in the dark only colours differ, in another width only where things are, and which. */
export type Asked = keyof typeof runOnly;

/** Has axe in every page from the start: the browser then has it once, and need not be handed half a megabyte for each. */
export const bringAxe = (context: BrowserContext): Promise<unknown> => context.addInitScript(source);

/** What axe finds against WCAG 2.2 AA and its best practices, one line for each place. */
export async function violations(page: Page, asked: Asked): Promise<readonly string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(source);
  const results = await page.evaluate<axe.AxeResults>(
    `axe.run(document, { runOnly: ${JSON.stringify(runOnly[asked])}, resultTypes: ['violations'] })`,
  );
  if (results.passes.length === 0) return ['axe looked at nothing'];
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id} (${help}): ${target.join(' ')}`),
  );
}

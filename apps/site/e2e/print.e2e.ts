import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Agreement } from '@smarketing/compiler/ir';
import { expect, test } from 'vitest';
import { openSite, visit } from './browser.ts';
import { builtPages, dist, htmlOf } from './pages.ts';

const built = openSite();

/** A4 less its margins of 16 mm, and of 18 mm above and below, at 96 pixels an inch. */
const sheet = { width: 672, height: 986 };

/** What stands wider than the sheet, what hides a part of itself, and what cannot stay on one sheet. */
const cut = `(() => {
  const name = (element) => element.tagName.toLowerCase() + '.' + element.className + ': ' + element.textContent.trim().slice(0, 40);
  const shown = Array.from(document.querySelectorAll('main *')).filter((element) => element.getClientRects().length > 0 && !element.closest('.only-heard, svg'));
  const wide = shown.filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1);
  const hidden = shown.filter((element) => getComputedStyle(element).overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1);
  const rows = Array.from(document.querySelectorAll('tr'));
  const split = rows.filter((row) => getComputedStyle(row).breakInside !== 'avoid' || row.getBoundingClientRect().height > ${sheet.height});
  return [...wide.map((one) => 'wide ' + name(one)), ...hidden.map((one) => 'hidden ' + name(one)), ...split.map((one) => 'split ' + name(one))];
})()`;

const printed = builtPages.filter((path) =>
  /^[a-z]+\/(?:print|scoring|routing|promises|goals|outcomes)\/$/u.test(path),
);

test.each(printed)('/%s has no cut table on paper', async (path) => {
  const { page, close } = await visit(built.browser, { width: sheet.width, theme: 'dark' });
  await page.goto(built.url + path);
  await page.emulateMedia({ media: 'print' });
  expect(await page.evaluate(cut)).toEqual([]);
  expect(await page.locator('.contents').isVisible()).toBe(false);
  expect(await page.evaluate('getComputedStyle(document.documentElement).colorScheme')).toBe('light');
  await close();
});

test.each(['acme', 'starter'])(
  '/%s/print/ is the whole agreement, to sign, and becomes a PDF',
  async (name) => {
    const { hash, stages, promises, scores, meetings, terms } = JSON.parse(
      readFileSync(join(dist, '../../../packages', `engine-${name}`, 'generated/agreement.json'), 'utf8'),
    ) as Agreement;
    const html = htmlOf(`${name}/print/`);
    expect(html).toContain(hash);
    expect(html).toContain('id="signatures"');
    const kinds = { stage: stages, promise: promises, score: scores, meeting: meetings, term: terms };
    for (const [kind, all] of Object.entries(kinds)) {
      for (const { id } of all) expect(html).toContain(`id="${kind}-${id}"`);
    }
    const { page, close } = await visit(built.browser, { width: 1280, theme: 'light' });
    await page.goto(`${built.url}${name}/print/`);
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/gu)?.length ?? 0;
    expect(sheets).toBeGreaterThan(5);
    expect(sheets).toBeLessThan(70);
    await close();
  },
);

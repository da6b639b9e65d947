import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { toFragment } from '../src/what-if/address.ts';
import { violations } from './axe.ts';
import { openSite, visit, type Visit } from './browser.ts';

const root = join(import.meta.dirname, '../../..');
const built = openSite();

async function open(name: string, settings: readonly string[] = [], width = 1280): Promise<Visit> {
  const visited = await visit(built.browser, { width, theme: 'light' });
  await visited.page.goto(`${built.url}${name}/what-if/${toFragment(settings)}`);
  await visited.page.locator('form[data-ready]').waitFor();
  return visited;
}

/** Waits until the page has settled on what is moved. */
async function settled(page: Page, settings: readonly string[]): Promise<readonly unknown[]> {
  await page
    .locator(`#results[data-state="settled"][data-settings="${settings.join(' ')}"]`)
    .waitFor({ timeout: 120_000 });
  return JSON.parse((await page.locator('#json').textContent()) ?? '') as readonly unknown[];
}

/** What the command line says to a command that the page shows. */
async function cli(command: string): Promise<readonly unknown[]> {
  const words = Array.from(command.matchAll(/'([^']*)'|(\S+)/gu), ([, quoted, word]) => quoted ?? word ?? '');
  const main = join(root, 'packages/cli/src/main.ts');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--conditions=@smarketing/source', main, ...words.slice(1), '--format', 'json'],
    { cwd: root, env: { ...process.env, SMARKETING_CACHE: 'off' }, maxBuffer: 1e8 },
  );
  return (JSON.parse(stdout) as { differences: readonly unknown[] }).differences;
}

test('sliders of every kind give the numbers of the command line', { timeout: 240_000 }, async () => {
  const settings = [
    'engagement.warm=15',
    'trade_core.points=18',
    'speed_to_lead.within=1 hour',
    'inbound_hands.people=2',
    'from_papers.leads=1050',
    'reading.times=4.5',
  ];
  const { page, complaints, close } = await open('acme', settings);
  const command = (await page.locator('#command:not(:empty)').textContent()) ?? '';
  expect(await page.locator('#what-if-note').textContent()).toBe('');
  const [shown, told] = await Promise.all([settled(page, settings), cli(command)]);
  expect(shown).toEqual(told);
  expect(await page.locator('[data-outcome="entered.mql"].clear').count()).toBe(1);
  expect(complaints).toEqual([]);
  await close();
});

test('one worker gives what two give, and the same once more', async () => {
  const settings = ['mql_by_score.lead_score=50', 'desk.people=1'];
  const two = await open('starter', settings);
  const shown = await settled(two.page, settings);
  const alone = await visit(built.browser, { width: 1280, theme: 'light' });
  await alone.page.addInitScript(`Object.defineProperty(navigator, 'hardwareConcurrency', { get: () => 1 })`);
  await alone.page.goto(`${built.url}starter/what-if/${toFragment(settings)}`);
  expect(await settled(alone.page, settings)).toEqual(shown);
  expect(alone.page.workers()).toHaveLength(1);
  expect(two.page.workers().length).toBeGreaterThan(1);
  await two.close();
  await alone.close();
});

test('a slider is moved with the keyboard, told politely, kept in the address, and reset', async () => {
  const { page, complaints, requests, close } = await open('starter');
  const table = page.locator('#results');
  const before = await table.textContent();
  const range = page.getByLabel('Sales desk, slider');
  await range.press('ArrowLeft');
  await settled(page, ['desk.people=1']);
  expect(await page.getByLabel('Sales desk', { exact: true }).inputValue()).toBe('1');
  expect(await page.locator('#told[role="status"]').textContent()).toMatch(
    /^This breaks: “.*No clear change in the funnel\.$/u,
  );
  expect(await page.locator('#diff').textContent()).toContain(
    '-  desk: { kind: capacity, queue: sales_desk, people: 2, per_person: 20,',
  );
  await page.waitForURL(({ hash }) => hash === toFragment(['desk.people=1']));
  // A move ends the estimate before it.
  await range.press('ArrowRight');
  await range.press('ArrowRight');
  await settled(page, ['desk.people=3']);
  await page.getByRole('button', { name: 'Reset all' }).press('Enter');
  await settled(page, []);
  expect(await page.locator('#proposal').isVisible()).toBe(false);
  expect(await table.locator('[data-cell="proposed"]').allTextContents()).toEqual(await nowOf(page));
  expect(before).toContain('Revenue');
  expect(complaints).toEqual([]);
  expect(requests.every((url) => url.startsWith(built.url))).toBe(true);
  await close();
});

/** The column of the agreement in force, as it was built. */
const nowOf = (page: Page) =>
  page.evaluate<string[]>(
    `Array.from(document.querySelectorAll('[data-outcome] td:first-of-type'), (cell) => cell.firstChild.textContent.trim())`,
  );

test('numbers that cannot be together are told, and a half typed one counts for nothing', async () => {
  const { page, close } = await open('acme', ['engagement.hot=25', 'engagement.warm=30']);
  await page.locator('#results[data-state="refused"]').waitFor();
  expect(await page.locator('#told').textContent()).toContain('The band warm of engagement would be empty');
  expect(await page.locator('#proposal').isVisible()).toBe(false);
  const number = page.getByLabel('Engagement: “warm” from', { exact: true });
  await number.fill('9999');
  await number.blur();
  expect(await number.inputValue()).toBe('30');
  await close();
});

test('what an address says is text, never markup, and what no slider can say is told', async () => {
  const strange = ['<img src=x onerror=alert(1)>', 'desk.people=many', 'desk.people=1e3', '__proto__=1'];
  const { page, complaints, close } = await open('starter', strange);
  expect(await page.locator('#what-if-note').textContent()).toBe(
    `No slider can say this, so it is not as the address asks: ${strange.join(', ')}.`,
  );
  expect(await page.locator('img[src="x"]').count()).toBe(0);
  expect(complaints).toEqual([]);
  await close();
});

test('without a script the page says what it is, what is expected now, and the command', async () => {
  const context = await built.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${built.url}acme/what-if/`);
  expect(await page.locator('#what-if').isVisible()).toBe(false);
  expect(await page.getByText('The sliders need JavaScript.').isVisible()).toBe(true);
  expect(await page.getByText('smarketing simulate acme --weeks 26').isVisible()).toBe(true);
  expect(await page.locator('[data-outcome="entered.mql"]').innerText()).toMatch(/^MQL\s+[\d,]+\s*$/u);
  await context.close();
});

test('axe finds nothing on a phone, with all unfolded and a proposal', async () => {
  const settings = ['desk.people=1'];
  const { page, close } = await open('starter', settings, 390);
  await settled(page, settings);
  await page.evaluate(`document.querySelectorAll('details').forEach((one) => { one.open = true; })`);
  expect(await violations(page, 'everything')).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await violations(page, 'colours')).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(
    0,
  );
  await close();
});

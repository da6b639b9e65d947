import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  evaluate,
  randomCase,
  readLead,
  seededRandom,
  type Agreement,
  type Example,
} from '@smarketing/compiler/ir';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { toFragment } from '../src/playground/address.ts';
import type { Case, Engine } from '../src/playground/types.ts';
import { violations } from './axe.ts';
import { openSite, visit, type Visit } from './browser.ts';
import { dist, htmlOf } from './pages.ts';

const engines = import.meta.glob<Engine>('../../../packages/engine-*/generated/index.js');
const engineOf = (name: string) => engines[`../../../packages/engine-${name}/generated/index.js`]?.();

const agreementOf = (name: string) =>
  JSON.parse(
    readFileSync(join(dist, '../../../packages', `engine-${name}`, 'generated/agreement.json'), 'utf8'),
  ) as Agreement;

/** Another one can be given, to look at other leads. */
const seed = Number(process.env['SEED'] ?? 20261122);

const built = openSite();

async function open(name: string, fragment = '', width = 1280): Promise<Visit> {
  const visited = await visit(built.browser, { width, theme: 'light' });
  await visited.page.goto(`${built.url}${name}/playground/${fragment}`);
  await visited.page.locator('#play[data-ready]').waitFor();
  return visited;
}

/** Goes to one address after the other on the open page, and reads the decision that stands there each time. */
const decideAll = (page: Page, fragments: readonly string[]) =>
  page.evaluate<readonly (string | null)[]>(`(async () => {
    const told = [];
    for (const fragment of ${JSON.stringify(fragments)}) {
      const changed = new Promise((done) => addEventListener('hashchange', done, { once: true }));
      location.hash = fragment;
      await changed;
      told.push(document.querySelector('.decision-json')?.textContent ?? document.querySelector('#decision').textContent);
    }
    return told;
  })()`);

describe.each([
  { name: 'acme', leads: 200 },
  { name: 'starter', leads: 40 },
])('$name', ({ name, leads }) => {
  test(`decides ${leads} random leads as the engine and the reference do`, async () => {
    const agreement = agreementOf(name);
    const engine = await engineOf(name);
    const random = seededRandom(seed);
    const cases = Array.from({ length: leads }, () => randomCase(agreement, random)).map(
      ({ input, asOf }) => ({
        asOf,
        lead: { ...input, id: 'lead' },
      }),
    );
    const { page, complaints, close } = await open(name);
    const told = await decideAll(
      page,
      cases.map((held) => toFragment(held)),
    );
    for (const [i, { asOf, lead }] of cases.entries()) {
      const [ours, theirs] = [readLead(agreement, lead), engine?.readLead(lead)];
      if ('problems' in ours || theirs === undefined || 'problems' in theirs) throw new Error('not readable');
      const shown: unknown = JSON.parse(told[i] ?? '');
      expect(shown).toEqual(engine?.explain(theirs.lead, { asOf }));
      expect(shown).toMatchObject(evaluate(agreement, ours.lead, { asOf }));
    }
    expect(
      new Set(cases.map((_, i) => (JSON.parse(told[i] ?? '') as { stage: string }).stage)).size,
    ).toBeGreaterThan(3);
    expect(complaints).toEqual([]);
    await close();
  });

  test('without a script shows the decision about one example, as the script does', async () => {
    const context = await built.browser.newContext({ javaScriptEnabled: false });
    const still = await context.newPage();
    await still.goto(`${built.url}${name}/playground/`);
    expect(await still.locator('#play').isVisible()).toBe(false);
    expect(await still.getByText('The form needs JavaScript.').isVisible()).toBe(true);
    const { page, close } = await open(name);
    expect(await page.locator('#decision').textContent()).toBe(
      await still.locator('#decision').textContent(),
    );
    await context.close();
    await close();
  });
});

const exampleOf = ({ examples }: Agreement, wanted: (example: Example) => boolean): Example => {
  const example = examples.find(wanted);
  if (example === undefined) throw new Error('There is no such example');
  return example;
};

test('an example is loaded by its address, and its outcome stands on the page', async () => {
  const { id, expect: outcome } = exampleOf(
    agreementOf('acme'),
    ({ expect: { grade, stage } }) => grade === 'A1' && stage === 'mql',
  );
  const { page, close } = await open('acme', `#example=${id}`);
  expect(await page.locator('.stage-name').textContent()).toBe('MQL');
  expect(await page.locator('#decision-line').textContent()).toContain('A1');
  const told = JSON.parse((await page.locator('.decision-json').textContent()) ?? '') as typeof outcome;
  expect(told.grade).toBe('A1');
  expect(told.scores).toEqual(outcome.scores);
  await close();
});

test('a lead is made up with the keyboard, and its address says the same again', async () => {
  const { page, complaints, close } = await open('starter');
  await page.getByRole('button', { name: 'Start empty' }).press('Enter');
  expect(await page.locator('.stage-name').textContent()).toBe('Visitor');
  await page.getByLabel('Something else that happened').selectOption({ label: 'Asked for a demo' });
  await page.getByRole('button', { name: 'Add', exact: true }).press('Enter');
  expect(await page.evaluate(`document.activeElement.closest('li').dataset.event`)).toBe('demo_requested');
  expect(await page.locator('.stage-name').textContent()).toBe('MQL');
  await page.waitForURL(({ hash }) =>
    Buffer.from(hash.slice('#lead='.length), 'base64url').toString().includes('demo_requested'),
  );
  const decision = await page.locator('.decision-json').textContent();
  const again = await open('starter', new URL(page.url()).hash);
  expect(await again.page.locator('.decision-json').textContent()).toBe(decision);
  await page.getByRole('button', { name: 'Remove Asked for a demo' }).press('Enter');
  expect(await page.locator('.stage-name').textContent()).toBe('Visitor');
  expect(complaints).toEqual([]);
  await close();
  await again.close();
});

test('a bad value is told beside its field, in the engine’s words', async () => {
  const { page, close } = await open('starter');
  const size = page.locator('.control[data-field="employees"]');
  const input = size.getByRole('textbox');
  await input.fill('many');
  expect(await size.locator('.problem').textContent()).toBe('Must be a whole number.');
  expect(await input.getAttribute('aria-invalid')).toBe('true');
  expect(await page.locator('.stage-name').textContent()).toBe('No decision yet');
  await input.fill('-3');
  expect(await size.locator('.problem').textContent()).toBe('Must be at least 1.');
  await input.fill('12');
  expect(await size.locator('.problem').isVisible()).toBe(false);
  expect(await page.locator('.decision-json').count()).toBe(1);
  await close();
});

test('axe finds nothing on a phone, with all unfolded and with a bad value', async () => {
  const { page, complaints, close } = await open('acme', '', 390);
  await page.evaluate(`document.querySelectorAll('details').forEach((one) => { one.open = true; })`);
  expect(await violations(page, 'everything')).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(
    0,
  );
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await violations(page, 'colours')).toEqual([]);
  await page.getByLabel('Size of the company').fill('many');
  expect(await violations(page, 'colours')).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
});

test('an address that cannot be read is told, and the page goes on', async () => {
  const { page, complaints, close } = await open('starter');
  const note = page.locator('#play-note');
  const unreadable = [
    '#lead=%',
    '#lead=bm90IGpzb24',
    '#lead=e30',
    '#lead=',
    '#example=no_such',
    '#example=__proto__',
  ];
  for (const fragment of unreadable) {
    await page.evaluate(`location.hash = ${JSON.stringify(fragment)}`);
    await note.filter({ hasText: /The address holds no lead|no example of this name/u }).waitFor();
    await page.getByLabel('Size of the company').fill('7');
    expect(await note.textContent()).toBe('');
    expect(await page.locator('.decision-json').count()).toBe(1);
  }
  expect(complaints).toEqual([]);
  await close();
});

test('what an address says is text, never markup, and what the agreement does not know is left out', async () => {
  const markup = '<img src=x onerror=alert(1)>';
  const held = {
    asOf: Date.UTC(2026, 10, 24),
    lead: { created_at: 0, employees: markup, [markup]: 1, events: [{ event: markup, at: 0 }, null] },
  } satisfies Case;
  const { page, complaints, requests, close } = await open('starter', toFragment(held));
  expect(await page.locator('#play-note').textContent()).toBe(
    `Left out, since the agreement does not know it: ${markup}, ${markup}, an event.`,
  );
  expect(await page.locator('img[src="x"]').count()).toBe(0);
  expect(complaints).toEqual([]);
  expect(requests.every((url) => url.startsWith(built.url))).toBe(true);
  await close();
});

test('the page allows scripts and data of its own origin only, and no personal value', () => {
  const html = htmlOf('acme/playground/');
  expect(html).toContain("default-src 'none'");
  expect(html).toContain("script-src 'self'; connect-src 'self'");
  expect(html).not.toMatch(/unsafe|<script(?![^>]*\ssrc="\/assets\/)|<style|\sstyle=|\son[a-z]+=/u);
  const examples = readFileSync(join(dist, 'acme/playground/examples.json'), 'utf8');
  expect(examples).not.toMatch(/@|"account_owner":|"owner":/u);
});

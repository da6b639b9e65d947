import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { violations } from './axe.ts';
import { openSite, visit } from './browser.ts';
import { attributes, builtPages, htmlOf } from './pages.ts';

const built = openSite();

async function find(page: Page, words: string): Promise<readonly string[]> {
  await page.getByRole('searchbox').fill(words);
  await page.locator('#search-status:not(:empty)').waitFor();
  return page
    .locator('#search-results a')
    .evaluateAll<string[], void, HTMLAnchorElement>((all) => all.map((link) => link.pathname + link.hash));
}

test('words are found in both agreements, by place, without asking anybody else', async () => {
  const { page, complaints, requests, close } = await visit(built.browser, { width: 1280, theme: 'light' });
  await page.goto(`${built.url}search/`);
  const found = await find(page, 'mql');
  expect(found).toEqual(expect.arrayContaining(['/acme/stages/#stage-mql', '/starter/stages/#stage-mql']));
  expect(found.slice(0, 1)).toEqual([expect.stringMatching(/#stage-mql$/u)]);
  for (const href of found) {
    const { pathname, hash } = new URL(href, built.url);
    expect(builtPages).toContain(pathname.slice(1));
    expect(hash === '' || attributes(pathname.slice(1), 'id').includes(hash.slice(1))).toBe(true);
  }
  expect(await page.locator('#search-results mark').first().innerText()).toMatch(/mql/iu);
  expect(await violations(page, 'everything')).toEqual([]);
  await page.getByRole('combobox').selectOption('starter');
  await page.locator('#search-results a[href^="/acme/"]').first().waitFor({ state: 'detached' });
  expect(new URL(page.url()).hash).toBe('#q=mql&in=starter');
  await page.reload();
  await page.locator('#search-results a').first().waitFor();
  expect(await page.getByRole('searchbox').inputValue()).toBe('mql');
  expect(complaints).toEqual([]);
  expect(requests.filter((url) => !url.startsWith(built.url))).toEqual([]);
  await close();
});

test('the keyboard is enough: type, Enter, Enter', async () => {
  const { page, close } = await visit(built.browser, { width: 390, theme: 'dark' });
  await page.goto(`${built.url}search/`);
  await page.locator('form[data-ready]').waitFor();
  await page.keyboard.type('recycled');
  await page.keyboard.press('Enter');
  await page.locator('#search-results a:focus').waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/(?:acme|starter)\//u);
  expect(await page.getByRole('main').innerText()).toMatch(/recycled/iu);
  await close();
});

test('what nobody agreed is not found, and a hostile word stays a word', async () => {
  const { page, complaints, close } = await visit(built.browser, { width: 390, theme: 'light' });
  await page.goto(`${built.url}search/`);
  expect(await find(page, 'xyzzyplugh')).toEqual([]);
  expect(await page.getByRole('status').innerText()).toContain('Nothing has “xyzzyplugh”.');
  await find(page, '<img src=x onerror=alert(1)>');
  await page.goto(`${built.url}search/#q=%3Cb%3Ex%3C%2Fb%3E&in=nowhere`);
  await page.locator('#search-status:not(:empty)').waitFor();
  expect(await page.locator('main :is(img, b)').count()).toBe(0);
  expect(await page.getByRole('combobox').inputValue()).toBe('');
  expect(complaints).toEqual([]);
  await close();
});

test('WebAssembly may run on this page alone, and old versions and print are not found', () => {
  expect(builtPages.filter((path) => htmlOf(path).includes('wasm-unsafe-eval'))).toEqual(['search/']);
  const searched = builtPages.filter((path) => htmlOf(path).includes('data-pagefind-body'));
  expect(searched).toEqual(expect.arrayContaining(['acme/', 'acme/glossary/', 'starter/promises/']));
  expect(searched.filter((path) => /print|changes\/.|examples|playground|proofs/u.test(path))).toEqual([]);
});

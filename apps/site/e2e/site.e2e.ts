import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Asked, bringAxe, violations } from './axe.ts';
import { openSite, visit, type Look, type Visit } from './browser.ts';
import { attributes, builtFiles, builtPages, htmlOf } from './pages.ts';
import { transferred } from './weight.ts';

const looks: readonly Look[] = [
  { width: 390, theme: 'light' },
  { width: 1280, theme: 'light' },
  { width: 1280, theme: 'dark' },
];

/** The pages that run scripts of their own; all others need none. */
const isScripted = (path: string) => /(?:^search|\/playground|\/what-if)\/$/u.test(path);

/** All of an agreement on one page: to print, or as an old version. */
const isDocument = (path: string) => /\/(?:print|changes\/[\d.]+)\/$/u.test(path);

/** A page is light; the playground has an engine. What-if asks for its simulator when somebody comes near a slider. */
const mostBytes = (path: string): number => (path.endsWith('/playground/') ? 130_000 : 60_000);

/** Where a page is opened: at a place, so that what is far down is laid out too, and its fonts are asked for. */
const addressOf = (path: string): string => (isScripted(path) ? path : `${path}#main`);

/** One of many pages that are made alike: seen in one dark page, seen in all. */
const isOneOfMany = (path: string) => /(?:\/examples|\/proofs|^findings)\/[^/]+\/$/u.test(path);

/** The pages to open in a look: in the dark nothing but colours is another. */
const pagesOf = ({ theme }: Look): readonly string[] =>
  theme === 'light' ? builtPages : builtPages.filter((path) => !isOneOfMany(path) && !isDocument(path));

/** What axe looks at: a document repeats what the other pages show, and of pages made alike the starter's stand for all on a phone. */
function askedOf(path: string, { width, theme }: Look): Asked | null {
  if (theme === 'dark') return 'colours';
  if (width === 1280) return 'everything';
  const isSeenElsewhere = isDocument(path) || (isOneOfMany(path) && path.startsWith('acme/'));
  return isSeenElsewhere ? null : 'layout';
}

/** In which windows a page is wider than they are; on a desk also in the widest that people have. */
async function tooWide(page: Page, { width }: Look): Promise<readonly number[]> {
  const found: number[] = [];
  for (const one of width === 1280 ? [1920, width] : [width]) {
    await page.setViewportSize({ width: one, height: 900 });
    if (await page.evaluate('document.documentElement.scrollWidth > window.innerWidth')) found.push(one);
  }
  return found;
}

const origin = 'https://site.example';

const built = openSite();

test('there is a page for every agreement', () => {
  expect(builtPages).toEqual(expect.arrayContaining(['', 'acme/', 'starter/']));
});

describe.each(looks)('$width px, $theme', (look) => {
  let open: Visit;

  beforeAll(async () => {
    open = await visit(built.browser, look);
    await bringAxe(open.page.context());
  });

  afterAll(async () => {
    await open.close();
  });

  test.each(pagesOf(look))('/%s', async (path) => {
    const { page, complaints, requests } = open;
    const before = complaints.length;
    const { status, bytes } = await transferred(
      page,
      built.url + addressOf(path),
      isScripted(path) ? 'form[data-ready]' : null,
    );
    expect(status).toBe(200);
    expect(bytes).toBeLessThan(mostBytes(path));
    expect(await tooWide(page, look)).toEqual([]);
    const asked = askedOf(path, look);
    expect(asked ? await violations(page, asked) : []).toEqual([]);
    expect(complaints.slice(before)).toEqual([]);
    expect(requests.filter((url) => !url.startsWith(built.url))).toEqual([]);
  });
});

test.each(builtPages.filter((path) => !isScripted(path)))(
  '/%s has nothing inline and needs no script',
  (path) => {
    const html = htmlOf(path);
    expect(html).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=|unsafe-inline|src="data:/iu);
    expect(html).toContain(`content="default-src 'none'; style-src 'self';`);
  },
);

describe('links', () => {
  const links = builtPages.flatMap((path) =>
    attributes(path, 'href').map((href) => ({ from: `/${path}`, to: new URL(href, `${origin}/${path}`) })),
  );
  const files = new Set(builtFiles);

  test('each leads to a page and a place that is there', () => {
    const broken = links.filter(({ to }) => {
      const path = to.pathname.slice(1);
      if (to.origin !== origin) return true;
      if (!builtPages.includes(path)) return !files.has(path);
      if (isScripted(path) && to.hash.startsWith('#example=')) return false;
      return to.hash !== '' && !attributes(path, 'id').includes(decodeURIComponent(to.hash.slice(1)));
    });
    expect(broken.map(({ from, to }) => `${from} → ${to.href}`)).toEqual([]);
    expect(links.length).toBeGreaterThan(100);
  });

  test('no id stands twice on a page', () => {
    const twice = builtPages.flatMap((path) => {
      const ids = attributes(path, 'id');
      return ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `/${path}#${id}`);
    });
    expect(twice).toEqual([]);
  });
});

test('an address leads to its place on a long page, above which all is laid out', async () => {
  const { page, close } = await visit(built.browser, { width: 1280, theme: 'light' });
  const path = 'acme/examples/1_scores_edges_of_engagement/';
  const last = attributes(path, 'id').findLast((id) => id.startsWith('example-'));
  const top = async () => (await page.locator(`#${last}`).boundingBox())?.y ?? -1;
  await page.goto(built.url + path);
  const guessed = await page.evaluate('document.documentElement.scrollHeight');
  await page.evaluate(`location.hash = '${last}'`);
  expect(await page.evaluate('document.documentElement.scrollHeight')).not.toBe(guessed);
  expect(await top()).toBeGreaterThanOrEqual(0);
  expect(await top()).toBeLessThan(100);
  await close();
});

test('on a phone the contents open and close with the keyboard', async () => {
  const { page, close } = await visit(built.browser, { width: 390, theme: 'light' });
  await page.goto(`${built.url}starter/`);
  const stages = page.getByRole('navigation', { name: 'Contents' }).getByRole('link', { name: 'Stages' });
  expect(await stages.isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Contents' }).press('Enter');
  expect(await stages.isVisible()).toBe(true);
  await page.keyboard.press('Escape');
  expect(await stages.isVisible()).toBe(false);
  await close();
});

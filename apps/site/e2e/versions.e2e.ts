import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { violations } from './axe.ts';
import { openSite, visit, type Look } from './browser.ts';
import { pagesIn } from './pages.ts';

const work = join(import.meta.dirname, '../../../out/versions-site');
const dist = join(work, 'apps/site/dist');
const versions = ['1.0.0', '2.0.0', '3.0.0'];
const looks: readonly Look[] = [
  { width: 390, theme: 'dark' },
  { width: 1280, theme: 'light' },
];

const site = join(import.meta.dirname, 'versions/site.ts');
beforeAll(() => {
  execFileSync(process.execPath, ['--conditions=@smarketing/source', site, work], { stdio: 'inherit' });
});

const built = openSite(dist);
const textOf = (file: string) => readFileSync(join(dist, 'posthog', file), 'utf8');
const pageOf = (version: string) => textOf(`changes/${version}/index.html`);

describe('an agreement with several versions', () => {
  test('says which was in force on each day', async () => {
    const { page, close } = await visit(built.browser, { width: 1280, theme: 'light' });
    await page.goto(`${built.url}posthog/changes/`);
    const rows = page.getByRole('table', { name: 'In force on a day' }).getByRole('row');
    const shown = (await rows.allInnerTexts()).slice(1);
    expect(shown.map((row) => row.replaceAll(/\s+/gu, ' '))).toEqual([
      expect.stringMatching(
        /^From 3 July 2026 on 3\.0\.0 3 July 2026 1 breaking and \d+ notable changes: harder for /,
      ),
      expect.stringMatching(
        /^17 April 2026 to 2 July 2026 2\.0\.0 17 April 2026 1 breaking and \d+ notable changes: /,
      ),
      '2 March 2026 to 16 April 2026 1.0.0 2 March 2026 The first version that was kept.',
    ]);
    await page.getByRole('link', { name: '1.0.0', exact: true }).click();
    await page.getByRole('link', { name: 'The whole of version 1.0.0' }).click();
    expect(await page.getByRole('heading', { level: 1 }).first().innerText()).toBe('Version 1.0.0');
    await close();
  });

  test('shows each as it was then, and says that it is no longer in force', () => {
    expect(versions.map((version) => pageOf(version).includes('id="rule-nb_emailed"'))).toEqual([
      true,
      false,
      true,
    ]);
    expect(
      versions.map((version) => /No longer in force<\/b>\s+after ([^.]*)\./u.exec(pageOf(version))?.[1]),
    ).toEqual(['16 April 2026', '2 July 2026', undefined]);
    for (const version of versions) {
      expect(pageOf(version)).toContain('<meta name="robots" content="noindex">');
      expect(pageOf(version)).toContain('<link rel="canonical" href="/posthog/">');
    }
  });

  test('says what changed last, and what is not released', () => {
    expect(textOf('changes/index.html')).toContain('The stage “Working” is defined otherwise: “');
    expect(textOf('index.html')).toContain('Version 3.0.0, released on 3 July 2026.');
  });

  test('has links that lead somewhere, and in an old version to that version', () => {
    const pages = pagesIn(dist);
    const idsOf = (page: string) =>
      new Set(
        Array.from(
          readFileSync(join(dist, page, 'index.html'), 'utf8').matchAll(/\sid="([^"]*)"/gu),
          ([, id]) => id,
        ),
      );
    for (const version of versions) {
      const path = `posthog/changes/${version}/`;
      const [, main = ''] = /<main[^>]*>(.*)<nav class="turn"/su.exec(pageOf(version)) ?? [];
      const links = Array.from(
        main.matchAll(/\shref="([^"]*)"/gu),
        ([, href]) => new URL(href ?? '', `https://site.example/${path}`),
      );
      expect(links.length).toBeGreaterThan(20);
      const away = links.filter(({ pathname }) => pathname !== `/${path}`).map(({ pathname }) => pathname);
      expect(new Set(away).isSubsetOf(new Set(['/posthog/', '/posthog/changes/']))).toBe(true);
      const ids = idsOf(path);
      const broken = links.filter(
        ({ pathname, hash }) => pathname === `/${path}` && hash !== '' && !ids.has(hash.slice(1)),
      );
      expect(broken.map(({ hash }) => hash)).toEqual([]);
    }
    expect(pages).toEqual(expect.arrayContaining(versions.map((version) => `posthog/changes/${version}/`)));
  });

  test('has a feed that a browser reads', async () => {
    const { page, close } = await visit(built.browser, { width: 1280, theme: 'light' });
    await page.goto(`${built.url}posthog/changes/`);
    const read = `new DOMParser().parseFromString(${JSON.stringify(textOf('feed.xml'))}, 'application/xml')`;
    expect(
      await page.evaluate(
        `[...${read}.querySelectorAll('entry > link')].map((link) => link.getAttribute('href'))`,
      ),
    ).toEqual(versions.toReversed().map((version) => `/posthog/changes/${version}/`));
    await close();
  });

  test.each(looks)('is fine to read, $width px, $theme', async (look) => {
    const { page, complaints, close } = await visit(built.browser, look);
    // An address with a place in it, so that all of the document is laid out.
    for (const path of ['posthog/changes/', 'posthog/changes/1.0.0/#main']) {
      await page.goto(built.url + path);
      expect(
        await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'),
      ).toBeLessThanOrEqual(0);
      expect(await violations(page, look.theme === 'light' ? 'everything' : 'colours')).toEqual([]);
    }
    expect(complaints).toEqual([]);
    await close();
  });
});

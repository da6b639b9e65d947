import type { Browser, Page } from 'playwright-core';
import { visit } from '../browser.ts';

/** Opens a page, does what can be done there, and tells whether any text on it was more than text: ran, asked for something, or became an element. */
export async function problemsOf(browser: Browser, url: string, path: string): Promise<readonly string[]> {
  const { page, complaints, requests, close } = await visit(browser, { width: 1280, theme: 'light' });
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(url + path, { waitUntil: 'networkidle' });
  await use(page, path);
  const found = await page.evaluate<string[]>(inside);
  await close();
  const outside = requests.filter((request) => !request.startsWith(url));
  return [...found, ...complaints, ...dialogs, ...outside].map((problem) => `/${path}: ${problem}`);
}

/** Searches, moves a slider or tries each example, so that scripts write the texts as well. */
async function use(page: Page, path: string): Promise<void> {
  if (path === 'search/') {
    for (const words of ['script', 'alert', 'img', 'javascript']) {
      await page.getByRole('searchbox').fill(words);
      await page.locator('#search-status:not(:empty)').waitFor();
      await page.locator('#search-results a').first().waitFor();
    }
  } else if (path.endsWith('/what-if/')) {
    await page.locator('form[data-ready] input[type=range]').first().press('ArrowRight');
    await page
      .locator('#results:not([data-settings=""])[data-state="settled"]')
      .waitFor({ timeout: 300_000 });
  } else if (path.endsWith('/playground/')) {
    const examples = page.locator('#play[data-ready] select#example');
    const ids = await examples
      .locator('option')
      .evaluateAll<string[], void, HTMLOptionElement>((all) => all.map(({ value }) => value));
    for (const id of ids.filter((value) => value !== '')) {
      await examples.selectOption(id);
      await page.waitForURL(({ hash }) => hash.endsWith(id));
    }
  }
}

/** Text, as it runs in the page: the canary, and whatever ours do not have. */
const inside = `(() => {
  const found = [];
  if ('canary' in globalThis) found.push('the canary is set');
  for (const element of document.querySelectorAll('script:not([src]), iframe, object, embed, img, base, style, form[action], [style], a[href^="javascript:" i], a[href^="data:" i]'))
    found.push(element.outerHTML.slice(0, 120));
  for (const element of document.querySelectorAll('*'))
    for (const { name } of element.attributes) if (name.startsWith('on')) found.push(element.tagName + ' has ' + name);
  return found;
})()`;

/** Reads a feed as a browser does: it is XML, and each text in it is the text of an element. */
export async function problemsOfFeed(browser: Browser, feed: string): Promise<readonly string[]> {
  const page = await browser.newPage();
  const names = await page.evaluate<string[]>(
    `[...new DOMParser().parseFromString(${JSON.stringify(feed)}, 'application/xml').querySelectorAll('*')].map(({ localName }) => localName)`,
  );
  await page.close();
  const known = new Set(['feed', 'id', 'title', 'updated', 'link', 'author', 'name', 'entry', 'content']);
  return [...new Set(names)].filter((name) => !known.has(name)).map((name) => `has <${name}>`);
}

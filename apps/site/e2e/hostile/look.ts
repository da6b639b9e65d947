import type { Browser } from 'playwright-core';
import { visit } from '../browser.ts';

/** Opens a page and tells whether any text on it was more than text: ran, asked for something, or became an element. */
export async function problemsOf(browser: Browser, url: string, path: string): Promise<readonly string[]> {
  const { page, complaints, requests, close } = await visit(browser, { width: 1280, theme: 'light' });
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(url + path, { waitUntil: 'networkidle' });
  const found = await page.evaluate<string[]>(inside);
  await close();
  const outside = requests.filter((request) => !request.startsWith(url));
  return [...found, ...complaints, ...dialogs, ...outside].map((problem) => `/${path}: ${problem}`);
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

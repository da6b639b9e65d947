import { gzipSync } from 'node:zlib';
import type { Page, Request, Response } from 'playwright-core';

/**
 * Opens a page; says its status and the bytes of it and of all that it asks for, as if none were known, texts gzipped.
 * A page with scripts is there when it has an element `ready`; any other when it is loaded.
 */
export async function transferred(
  page: Page,
  url: string,
  ready: string | null,
): Promise<{ status: number; bytes: number }> {
  const [asked, sizes] = [new Set<Request>(), [] as Promise<number>[]];
  const ask = (request: Request) => void asked.add(request);
  // What the page before asked for late is not this page's, and is gone.
  const listen = (response: Response) => void (asked.has(response.request()) && sizes.push(sizeOf(response)));
  page.on('request', ask).on('response', listen);
  const response = await page.goto(url);
  if (ready !== null) await page.locator(ready).waitFor();
  await page.evaluate('document.fonts.ready');
  page.off('request', ask).off('response', listen);
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  return { status: response?.status() ?? 0, bytes };
}

const known = new Map<string, number>();

async function sizeOf(response: Response): Promise<number> {
  const url = response.url();
  if (response.status() === 304) return known.get(url) ?? 0;
  const body = await response.body();
  const size = url.endsWith('.woff2') ? body.length : gzipSync(body).length;
  known.set(url, size);
  return size;
}

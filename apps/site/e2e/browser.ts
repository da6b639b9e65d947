import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { chromiumArgs, chromiumPath } from '../../../scripts/chromium.ts';
import { serve, type Serving } from '../src/serve.ts';
import { dist } from './pages.ts';

/** The built site, served, and a browser: there while the tests of a file run. */
export interface OpenSite {
  readonly url: string;
  readonly browser: Browser;
}

/** To be called once in a file of tests; the folder is there when the tests run. */
export function openSite(folder: string = dist): OpenSite {
  let serving: Serving;
  let browser: Browser;
  beforeAll(async () => {
    [serving, browser] = await Promise.all([serve(folder, 0), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await serving?.close();
  });
  return {
    get url() {
      return serving.url;
    },
    get browser() {
      return browser;
    },
  };
}

async function openBrowser(): Promise<Browser> {
  const root = join(import.meta.dirname, '..', '..', '..');
  return chromium.launch({ executablePath: await chromiumPath(root), args: chromiumArgs });
}

export interface Look {
  readonly width: number;
  readonly theme: 'light' | 'dark';
}

export interface Visit {
  readonly page: Page;
  /** What the browser complained about: console, page errors, refused content, failed requests. */
  readonly complaints: readonly string[];
  /** Every address that was asked for. */
  readonly requests: readonly string[];
  readonly close: () => Promise<void>;
}

/** A page of its own, without JavaScript of ours, that notes all it does. */
export async function visit(browser: Browser, { width, theme }: Look): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: theme,
    reducedMotion: 'reduce',
    bypassCSP: false,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  page.on('request', (request) => requests.push(request.url()));
  return { page, complaints, requests, close: () => context.close() };
}

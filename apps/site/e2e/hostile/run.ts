// Builds the site of an agreement whose every text is a hostile one, opens every page in the browser, and lists what is wrong.
// npm run hostile -w @smarketing/site -- blns.json [acme]
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'astro';
import { chromium } from 'playwright-core';
import { chromiumArgs, chromiumPath } from '../../../../scripts/chromium.ts';
import { serve } from '../../src/serve.ts';
import { simulateAll } from '../../src/simulate/all.ts';
import { pagesIn } from '../pages.ts';
import { writeAgreement } from './agreement.ts';
import { problemsOf, problemsOfFeed } from './look.ts';

const root = join(import.meta.dirname, '../../../..');
const [list, name = 'acme'] = process.argv.slice(2);
if (list === undefined) throw new Error('Which JSON file has the texts?');
const texts = JSON.parse(readFileSync(list, 'utf8')) as string[];

// A project of its own beside ours, with the one agreement and its engine.
const work = join(root, 'out/hostile-site');
rmSync(work, { recursive: true, force: true });
const site = join(work, 'apps/site');
mkdirSync(site, { recursive: true });
const used = await writeAgreement(join(root, 'agreements', name), { name, texts, work });
for (const entry of ['src', 'public', 'package.json', 'astro.config.ts', 'tsconfig.json'])
  cpSync(join(root, 'apps/site', entry), join(site, entry), { recursive: true });
await simulateAll(join(work, 'packages'), join(site, 'generated/outcomes'));
await build({ root: site, logLevel: 'error' });

const dist = join(site, 'dist');
const serving = await serve(dist, 0);
const browser = await chromium.launch({ executablePath: await chromiumPath(root), args: chromiumArgs });
const pages = pagesIn(dist);
const problems: string[] = [];
for (const page of pages) problems.push(...(await problemsOf(browser, serving.url, page)));
const feed = join(name, 'feed.xml');
problems.push(
  ...(await problemsOfFeed(browser, readFileSync(join(dist, feed), 'utf8'))).map(
    (problem) => `/${feed}: ${problem}`,
  ),
);
await browser.close();
await serving.close();

const summary = `${used} of ${texts.length} texts on ${pages.length} pages: ${problems.length} problems`;
process.stdout.write(`${[...problems, summary].join('\n')}\n`);
process.exitCode = problems.length === 0 ? 0 : 1;

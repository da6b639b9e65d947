// Opens every built page as on a phone: how soon it shows, whether it jumps, whether it blocks, and what it transfers.
// npm run vitals -w @smarketing/site -- [acme/goals]
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumArgs, chromiumPath } from '../../../../scripts/chromium.ts';
import { serve } from '../../src/serve.ts';
import { builtPages, dist } from '../pages.ts';
import { cpuSlowdown, latencyMs, type Vitals, vitalsOf } from './measure.ts';

const [wanted = ''] = process.argv.slice(2);
const root = join(import.meta.dirname, '../../../..');
const serving = await serve(dist, 0);
const browser = await chromium.launch({ executablePath: await chromiumPath(root), args: chromiumArgs });
const rows: (Vitals & { readonly path: string })[] = [];
for (const path of builtPages.filter((one) => one.startsWith(wanted)))
  rows.push({ path, ...(await vitalsOf(browser, serving.url + path)) });
await browser.close();
await serving.close();

const line = ({ path, paint, shift, blocked, bytes }: Vitals & { readonly path: string }): string =>
  [
    `/${path}`.padEnd(40),
    `${Math.round(paint)} ms`.padStart(10),
    shift.toFixed(3).padStart(8),
    `${Math.round(blocked)} ms`.padStart(10),
    `${(bytes / 1000).toFixed(1)} kB`.padStart(10),
  ].join('');
const most = (key: keyof Vitals): number => Math.max(...rows.map((row) => row[key]));
const worst = {
  path: '(the worst)',
  paint: most('paint'),
  shift: most('shift'),
  blocked: most('blocked'),
  bytes: most('bytes'),
};
const head = `${'page'.padEnd(40)}${'largest'.padStart(10)}${'shift'.padStart(8)}${'blocked'.padStart(10)}${'bytes'.padStart(10)}`;
const how = `A phone with a processor ${cpuSlowdown} times slower, 1.6 Mbit/s, ${latencyMs} ms for each request, nothing in its cache.`;
process.stdout.write(`${[how, head, ...[...rows, worst].map(line)].join('\n')}\n`);

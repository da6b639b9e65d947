import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Agreement } from '@smarketing/compiler/ir';
import type { Engine } from '@smarketing/simulator';
import { expect, test } from 'vitest';
import { forecast } from '../src/simulate/forecast.ts';

const root = join(import.meta.dirname, '../../..');
const generated = join(root, 'packages/engine-starter/generated');

test('the site simulates what the command line does, to the last digit', { timeout: 120_000 }, async () => {
  const agreement = JSON.parse(readFileSync(join(generated, 'agreement.json'), 'utf8')) as Agreement;
  const engine = (await import(join(generated, 'index.js'))) as Engine;
  const { personas, ...own } = await forecast(agreement, engine, { weeks: 4, seed: 3, runs: 5, pool: 500 });
  const command = 'simulate agreements/starter --weeks 4 --seed 3 --runs 5 --pool 500 --format json';
  const main = ['--conditions=@smarketing/source', 'packages/cli/src/main.ts'];
  const told = execFileSync(process.execPath, [...main, ...command.split(' ')], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  expect(JSON.stringify({ ...own, differences: null })).toBe(JSON.stringify(JSON.parse(told)));
  for (const share of ['all', 'handedOver'] as const)
    expect(personas.reduce((sum, one) => sum + one[share], 0)).toBeCloseTo(1, 9);
});

import { expect, test } from 'vitest';
import { limits, runCampaign, type Tried } from './campaign.ts';

// MUTANTS=40000 SEED=7 npx vitest run --project slow packages/compiler/test/hostile
const until = Number(process.env['MUTANTS'] ?? 120);
const seed = Number(process.env['SEED'] ?? 7);
const proofsEvery = 40;

test(`${until} mutants of the agreements end in located errors or in an agreement, quickly`, async () => {
  let worst: Pick<Tried, 'ms' | 'heap'> = { ms: 0, heap: 0 };
  let done = 0;
  const bad: Tried[] = [];
  await runCampaign({ seed, until, proofsEvery }, (tried) => {
    done += 1;
    worst = { ms: Math.max(worst.ms, tried.ms), heap: Math.max(worst.heap, tried.heap) };
    if (tried.problem !== undefined || tried.ms > limits.ms) bad.push(tried);
  });
  const told = `${done} mutants of seed ${seed}: at most ${worst.ms.toFixed(0)} ms and ${(worst.heap / 1e6).toFixed(0)} MB`;
  if (process.env['MUTANTS']) process.stdout.write(`${told}, ${bad.length} of them bad\n`);
  expect(bad).toEqual([]);
  expect(done).toBe(until);
}, 86_400_000);

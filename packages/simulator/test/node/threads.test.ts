import { setTimeout } from 'node:timers/promises';
import { emitModule } from '@smarketing/compiler';
import { expect, test } from 'vitest';
import { modelOf } from '../../src/model/model.ts';
import { amended } from '../../src/model/rules.ts';
import { beginOnThreads } from '../../src/node/threads.ts';
import { referenceEngine } from '../../src/pool/engine.ts';
import { simulate } from '../../src/simulate.ts';
import { poolOf } from '../support/simple.ts';
import { agreementOf } from '../support/starter.ts';

const before = agreementOf('starter');
const after = amended(before, [{ name: 'mql_by_score.lead_score', value: 45 }]);
const model = modelOf(before, { weeks: 4, warmUpWeeks: 2 });
const sizes = { models: 2, size: 300, seed: 3, runs: 5 };

async function addressOf(code: string | Promise<string>): Promise<string> {
  return `data:text/javascript;base64,${Buffer.from(await code).toString('base64')}`;
}

test('leads and runs of two versions are those of one thread, however many threads there are', async () => {
  const alone = [before, after].map((agreement) => {
    const pool = poolOf(model, referenceEngine(agreement), sizes.size, sizes.seed);
    return { pool, batch: simulate(model, { pool, seed: sizes.seed, runs: sizes.runs }) };
  });
  for (const threads of [1, 3]) {
    const shares: number[] = [];
    const begun = beginOnThreads({ ...sizes, threads, onDecided: (share) => shares.push(share) });
    for (const agreement of [before, after])
      begun.add({ model, engine: await addressOf(emitModule(agreement, 'unchecked')) });
    expect(await begun.finish()).toEqual(alone);
    expect(shares.at(-1)).toBe(1);
    await begun.end();
  }
});

test('an engine that fails while nobody waits is told at the end', async () => {
  const begun = beginOnThreads({ ...sizes, threads: 2 });
  const engine = await addressOf('export const readLead = () => { throw new Error("no such lead"); };');
  begun.add({ model, engine });
  await setTimeout(500);
  await expect(begun.finish()).rejects.toThrow('no such lead');
  await begun.end();
});

test('what is ended before its end gives nothing', async () => {
  const begun = beginOnThreads({ ...sizes, threads: 2, signal: AbortSignal.abort() });
  begun.add({ model, engine: await addressOf(emitModule(before, 'unchecked')) });
  expect(await begun.finish()).toBeUndefined();
  await begun.end();
});

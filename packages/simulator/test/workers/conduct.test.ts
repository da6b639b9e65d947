import { expect, test } from 'vitest';
import { modelOf } from '../../src/model/model.ts';
import { amended } from '../../src/model/rules.ts';
import { referenceEngine } from '../../src/pool/engine.ts';
import { simulate } from '../../src/simulate.ts';
import { conduct, conductPool } from '../../src/workers/conduct.ts';
import { worker } from '../../src/workers/protocol.ts';
import type { Port } from '../../src/workers/share-out.ts';
import { poolOf } from '../support/simple.ts';
import { agreementOf } from '../support/starter.ts';

const starter = agreementOf('starter');
const model = modelOf(starter, { weeks: 4, warmUpWeeks: 2 });
const settings = [{ name: 'mql_by_score.lead_score', value: 45 }];
const about = { model, settings, seed: 3, size: 300 };

/** A worker in this thread, which answers a moment later, and may fail. */
function port(fails = false): Port {
  const work = worker((changed) => referenceEngine(amended(starter, changed)));
  let [take, fail]: Parameters<Port['listen']> = [() => {}, () => {}];
  return {
    send: (task) => {
      if (fails) setTimeout(() => fail(new Error('out of memory')));
      else work(task, (answer) => setTimeout(() => take(answer)));
    },
    listen: (...both) => {
      [take, fail] = both;
    },
  };
}

test('workers build the pool of one thread, whatever their number', async () => {
  const alone = poolOf(model, referenceEngine(amended(starter, settings)), 300, 3);
  expect(await conductPool([port()], about)).toEqual(alone);
  expect(await conductPool([port(), port(), port()], about)).toEqual(alone);
  expect(await conductPool([port(), port()], about, { ahead: Infinity })).toEqual(alone);
  expect(await conductPool([port(), port()], about, { ahead: 2 })).toEqual(alone);
});

test('workers make the runs of one thread, also where there are more workers than runs', async () => {
  const pool = poolOf(model, referenceEngine(starter), 300);
  const alone = simulate(model, { pool, seed: 2, runs: 5 });
  const done: number[] = [];
  const options = { seed: 2, runs: 5, atOnce: 2, onProgress: (runs: number) => done.push(runs) };
  expect(await conduct([port(), port(), port(), port()], [{ model, pool }], options)).toEqual([alone]);
  expect(done.at(-1)).toBe(5);
});

test('what is ended gives nothing, and what fails is told', async () => {
  expect(await conductPool([port()], about, { signal: AbortSignal.abort() })).toBeUndefined();
  const ended = new AbortController();
  const result = conductPool([port(), port()], about, { signal: ended.signal });
  setTimeout(() => {
    ended.abort();
  });
  expect(await result).toBeUndefined();
  await expect(conductPool([port(), port(true)], about)).rejects.toThrow('out of memory');
});

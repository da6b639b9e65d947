import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { remembered } from '../../src/load/remembered.ts';
import { changedNorthwind } from '../fixtures.ts';
import { run, temporaryFolder, testIo } from '../test-io.ts';

function counting(env: Record<string, string>, folder = temporaryFolder()) {
  let made = 0;
  const place = { folder, io: testIo({ cwd: folder, env }) };
  const ask = (...about: string[]) => remembered(about, () => ({ count: (made += 1) }), place);
  return { ask, folder };
}

const kept = { SMARKETING_CACHE: 'kept' };

test('the same text is looked at once, another text anew', () => {
  const { ask } = counting(kept);
  expect([ask('one'), ask('one'), ask('other'), ask('one')]).toEqual(
    [1, 1, 2, 1].map((count) => ({ count })),
  );
});

test('texts are told apart by where one ends and the next begins', () => {
  const { ask } = counting(kept);
  expect(ask('a', 'bc')).not.toEqual(ask('ab', 'c'));
});

test('nothing is kept when the cache is off, nor on CI, nor by a compiler that runs from its sources', () => {
  for (const env of [{ SMARKETING_CACHE: 'off' }, { CI: 'true' }, {}]) {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'node_modules'));
    const { ask } = counting(env, folder);
    expect([ask('one').count, ask('one').count]).toEqual([1, 2]);
    expect(readdirSync(join(folder, 'node_modules'))).toEqual([]);
  }
});

test.each(['', '{', '{"sum":"0","text":"{}"}', 'null'])('a broken file (%s) is made again', (broken) => {
  const { ask, folder } = counting(kept);
  ask('one');
  const [name = ''] = readdirSync(join(folder, 'kept'));
  writeFileSync(join(folder, 'kept', name), broken);
  expect(ask('one')).toEqual({ count: 2 });
});

test('only the newest results are kept', () => {
  const { ask, folder } = counting(kept);
  for (let at = 0; at < 30; at += 1) ask(String(at));
  expect(readdirSync(join(folder, 'kept'))).toHaveLength(20);
});

test('where nothing can be written it is made each time', () => {
  const { ask, folder } = counting(kept);
  writeFileSync(join(folder, 'kept'), 'a file');
  expect([ask('one').count, ask('one').count]).toEqual([1, 2]);
});

test('a check says the same from what it remembers, until a word changes', async () => {
  const cwd = changedNorthwind('funnel.yaml');
  const check = () => run(['check'], { cwd, env: kept });
  const [first, second] = [await check(), await check()];
  expect(second).toEqual(first);
  expect(readdirSync(join(cwd, 'kept'))).toHaveLength(1);
  const scoring = join(cwd, 'agreements/northwind/scoring.yaml');
  writeFileSync(scoring, readFileSync(scoring, 'utf8').replace('points: 20', 'points: 2x'));
  expect((await check()).code).toBe(1);
});

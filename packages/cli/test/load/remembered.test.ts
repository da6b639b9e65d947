import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildOf, remembered } from '../../src/load/remembered.ts';
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

test('a build is told by when it was put there, which nobody elsewhere knows', () => {
  const file = join(temporaryFolder(), 'index.js');
  const builds = [1, 2].map(() => {
    writeFileSync(file, 'the same text');
    utimesSync(file, 0, 0);
    return buildOf([file]);
  });
  expect(builds[0]).not.toBe(builds[1]);
});

test('only the newest results are kept', () => {
  const { ask, folder } = counting(kept);
  for (let at = 0; at < 30; at += 1) ask(String(at));
  expect(readdirSync(join(folder, 'kept'))).toHaveLength(20);
});

test('what is used again and again is kept', () => {
  const { ask } = counting(kept);
  for (let at = 0; at < 30; at += 1) {
    ask(String(at));
    expect(ask('always')).toEqual({ count: 2 });
  }
});

test('where nothing can be written it is made each time', () => {
  const { ask, folder } = counting(kept);
  writeFileSync(join(folder, 'kept'), 'a file');
  expect([ask('one').count, ask('one').count]).toEqual([1, 2]);
});

/** A small agreement that is checked again and again, and how much is remembered after it. */
function checking() {
  const cwd = changedNorthwind('funnel.yaml');
  return {
    change: (file: string, from: string, to: string) => {
      const path = join(cwd, 'agreements/northwind', file);
      writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
    },
    check: (...options: string[]) => run(['check', ...options], { cwd, env: kept }),
    count: () => readdirSync(join(cwd, 'kept')).length,
  };
}

test('a check says the same from what it remembers, until a word changes', async () => {
  const { check, change, count } = checking();
  const first = await check();
  const known = count();
  expect(await check()).toEqual(first);
  expect(count()).toBe(known);
  change('scoring.yaml', 'points: 20', 'points: 2x');
  expect((await check()).code).toBe(1);
});

test.each([
  ['other', { file: 'scoring.yaml', from: '{ country: [de, fr] }', to: '{ country: [de] }' }],
  ['the same', { file: 'scoring.yaml', from: 'scores:', to: '# The scores.\n\nscores:' }],
  ['other', { file: 'examples/basics.yaml', from: 'employees: 120', to: 'employees: 121' }],
  ['the same', { file: 'examples/basics.yaml', from: '      bands: { fit: A }\n', to: '' }],
  ['the same', { file: 'examples/basics.yaml', from: 'abroad stays', to: 'overseas stays' }],
  [
    'the same',
    { file: 'vocabulary.yaml', from: 'fields:', to: 'terms: { lead: { title: Lead, means: A. } }\nfields:' },
  ],
])('%s proofs serve %j', async (which, { file, from, to }) => {
  const { check, change, count } = checking();
  const first = await check('--today', '2026-10-02');
  const known = count();
  change(file, from, to);
  const changed = await check('--today', '2026-10-02');
  expect(changed).toEqual(first);
  expect(count() - known).toBe(which === 'other' ? 2 : 1);
  expect(await check('--today', '2026-10-03')).toEqual(first);
  expect(count() - known).toBe(which === 'other' ? 3 : 2);
});

test('what a proof finds is found anew, where it stands now', async () => {
  const { check, change } = checking();
  change('scoring.yaml', '      B: { below: 40 }', '      B: { below: 30 }');
  const first = await check();
  expect(first.stderr).toMatch(/scoring.yaml:10:/);
  change('scoring.yaml', 'scores:', '# The scores.\nscores:');
  const moved = await check();
  expect(moved.stderr).toMatch(/scoring.yaml:11:/);
});

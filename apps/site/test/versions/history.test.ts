import { fileURLToPath } from 'node:url';
import { compile, readAgreementFolder } from '@smarketing/compiler';
import type { Agreement } from '@smarketing/compiler/ir';
import { type KeptVersion, versionOf } from '@smarketing/review';
import { expect, test } from 'vitest';
import { historyOf, rangeWords, unreleased } from '../../src/lib/versions/history.ts';

const folder = fileURLToPath(new URL('../../../../agreements/starter', import.meta.url));
const [files = []] = readAgreementFolder(folder);
const starter = compile(files, { name: 'starter', today: '2026-10-01', proofs: false })[0]!;

const on = (from: string): Agreement => ({ ...starter, effective_from: from, hash: from });
const before = { version: '1.0.0' };
const kept = [
  versionOf(on('2026-10-01'), { released: '2026-10-01' }),
  versionOf(on('2026-12-01'), { released: '2026-11-01', before, bump: 'minor' }),
  versionOf(on('2026-12-01'), { released: '2026-11-05', before: { version: '1.1.0' }, bump: 'patch' }),
];

test('a history is told from the newest version to the oldest, with the days of each', () => {
  expect(historyOf(kept).map((told) => [told.version.version, rangeWords(told)])).toEqual([
    ['1.1.1', 'From 1 December 2026 on'],
    ['1.1.0', 'Never: the next one came before its first day'],
    ['1.0.0', '1 October 2026 to 30 November 2026'],
  ]);
});

test('what is not released yet is told, whatever order the keys of the files have', () => {
  const last = kept[2]!;
  expect(unreleased(on('2026-12-01'), last)).toEqual([]);
  const turned = Object.fromEntries(Object.entries(starter).toReversed()) as unknown as Agreement;
  expect(unreleased({ ...turned, effective_from: '2027-01-01' }, last)).toMatchObject([
    {
      kind: 'agreement-changed',
      says: 'The agreement is in force from 1 January 2027; before: from 1 December 2026.',
    },
  ]);
});

test('before the first release nothing waits, and after one of another format nobody can tell', () => {
  expect(unreleased(starter, undefined)).toEqual([]);
  const old: KeptVersion = { ...kept[0]!, agreement: null };
  expect(unreleased(starter, old)).toBeNull();
});

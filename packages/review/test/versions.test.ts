import { seal } from '@smarketing/compiler';
import { type Agreement, below, seededRandom } from '@smarketing/compiler/ir';
import { describe, expect, test } from 'vitest';
import { sample } from '../../compiler/test/words/sample.ts';
import {
  byVersion,
  type Change,
  findChanges,
  inForceOn,
  inOneOrder,
  type KeptVersion,
  readVersion,
  reviewVersions,
  timelineOf,
  versionOf,
} from '../src/index.ts';

const { hash: _, ...content } = sample;
const agreement = seal(content);

const change: Change = {
  kind: 'promise-tightened',
  part: 'promise',
  verb: 'tightened',
  about: 'first_contact',
  says: 'The promise “first_contact” is due within <b>1 hour</b>.',
  was: null,
  is: null,
  level: 'breaking',
  harderFor: 'sales',
  before: null,
  after: null,
  fingerprint: 'f'.repeat(64),
};

const on = (from: string) => seal({ ...content, effective_from: from });

const from = (day: string, released: string, before?: { version: string }) =>
  versionOf(on(day), { released, ...(before && { before }) }).in_force_from;

const dayOf = (number: number) => new Date(Date.UTC(2026, 0, 1 + number)).toISOString().slice(0, 10);
const kept = (version: string, from: string): KeptVersion => ({
  kind: 'smarketing_version',
  version,
  released: from,
  in_force_from: from,
  changes: [],
  agreement: null,
});

describe('a version that is released', () => {
  test('follows the one before by a step', () => {
    const first = versionOf(agreement, { released: '2026-10-01' });
    const steps = (['patch', 'minor', 'major'] as const).map(
      (bump) => versionOf(agreement, { released: '2026-10-01', before: { version: '1.9.3' }, bump }).version,
    );
    expect([first.version, ...steps]).toEqual(['1.0.0', '1.9.4', '1.10.0', '2.0.0']);
    expect(
      ['1.10.0', '1.9.0', '2.0.0', '1.9.10'].map((version) => ({ version })).toSorted(byVersion),
    ).toEqual(['1.9.0', '1.9.10', '1.10.0', '2.0.0'].map((version) => ({ version })));
  });

  test('is in force from its first day, but not before its release, unless it is the first', () => {
    expect(from('2026-10-01', '2026-11-05')).toBe('2026-10-01');
    expect(from('2026-10-01', '2026-11-05', { version: '1.0.0' })).toBe('2026-11-05');
    expect(from('2026-12-01', '2026-11-05', { version: '1.0.0' })).toBe('2026-12-01');
  });

  test('is read again as it was kept', () => {
    const kept = versionOf(agreement, {
      released: '2026-10-01',
      before: { version: '1.0.0' },
      changes: [change],
    });
    expect(readVersion(JSON.stringify(kept))).toEqual({ version: kept });
    expect(kept.changes).toMatchObject([{ harder_for: 'sales', says: change.says }]);
  });

  test.each([
    ['{', 'It is not JSON.'],
    ['[]', 'It is no version that `smarketing release` kept.'],
    ['{"kind":"smarketing_version"}', '`version` is not a version such as 1.2.0.'],
    [{ version: '1.2' }, '`version` is not a version such as 1.2.0.'],
    [{ version: '../1.2.0' }, '`version` is not a version such as 1.2.0.'],
    [{ released: '2026-02-30' }, '`released` is not a day such as 2026-11-24.'],
    [{ in_force_from: 7 }, '`in_force_from` is not a day such as 2026-11-24.'],
    [{ changes: [{ ...change, harder_for: 'me' }] }, '`changes` is not a list of changes.'],
    [{ changes: [{ ...change, harder_for: 'sales', says: 1 }] }, '`changes` is not a list of changes.'],
    [{ agreement: null }, '`agreement` is no compiled agreement.'],
    [
      { agreement: { ...agreement, title: 'Another' } },
      'Its agreement was changed after it was released: the hash is another one.',
    ],
  ])('%j is refused in words', (given, problem) => {
    const kept = versionOf(agreement, { released: '2026-10-01' });
    expect(readVersion(typeof given === 'string' ? given : JSON.stringify({ ...kept, ...given }))).toEqual({
      problem,
    });
  });

  test('of another version of smarketing keeps its changes', () => {
    const kept = versionOf(agreement, { released: '2026-10-01', changes: [change] });
    const old = { ...kept, agreement: { ...agreement, ir_version: 999 } };
    expect(readVersion(JSON.stringify(old))).toEqual({ version: { ...kept, agreement: null } });
  });
});

describe('a timeline', () => {
  test('has one version in force on each day: the latest that had come', () => {
    const random = seededRandom(7);
    for (let run = 0; run < 300; run++) {
      const versions = Array.from({ length: 1 + below(random, 6) }, (_item, index) =>
        kept(`1.${index}.0`, dayOf(below(random, 20))),
      );
      const timeline = timelineOf(versions.toReversed());
      for (let number = -1; number <= 21; number++) {
        const day = dayOf(number);
        const known = versions.filter(({ in_force_from: from }) => from <= day).at(-1);
        expect(inForceOn(versions, day)?.version).toBe(known?.version);
        const ranges = timeline.filter(
          ({ from, until, never }) => !never && from <= day && (until === null || day <= until),
        );
        expect(ranges.map(({ version }) => version.version)).toEqual(known ? [known.version] : []);
      }
    }
  });

  test('says of a version that never was in force', () => {
    const told = timelineOf([
      kept('1.0.0', '2026-01-01'),
      kept('1.1.0', '2026-03-01'),
      kept('1.1.1', '2026-03-01'),
    ]);
    expect(told.map(({ until, never }) => [until, never])).toEqual([
      ['2026-02-28', false],
      ['2026-02-28', true],
      [null, false],
    ]);
  });
});

test('a version that was read compares like one that was compiled', () => {
  const turned = JSON.parse(JSON.stringify(sample), (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toReversed())
      : value,
  ) as Agreement;
  expect(findChanges(turned, sample)).toEqual([]);
  const [before, after] = [turned, { ...sample, hash: 'another' }].map(inOneOrder);
  const { changes, differences } = reviewVersions(before!, after!);
  expect([changes, differences.verdict]).toEqual([[], 'same']);
});

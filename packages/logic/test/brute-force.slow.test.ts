import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { problems } from './problems.ts';
import * as properties from './properties.ts';
import { seed } from './seed.ts';

/** `PROBLEMS=3` goes through three times as many. */
const times = Number(process.env['PROBLEMS'] ?? 1);

describe(`beside going through all models of many problems (seed ${seed})`, () => {
  test.each([
    ['satisfiable, valid, implied and equivalent', properties.verdicts, 2000],
    ['minimum and maximum', properties.bounds, 1300],
    ['boxes', properties.covers, 800],
    ['witnesses', properties.witnesses, 800],
    ['counts', properties.counts, 1000],
    ['all kinds of questions to one session', properties.mixtures, 400],
  ] as const)('%s', { timeout: times * 120_000 }, (_, property, numRuns) => {
    fc.assert(
      fc.property(problems, (problem) => property(problem)),
      { seed, numRuns: times * numRuns, endOnFailure: true },
    );
    expect.hasAssertions();
  });
});

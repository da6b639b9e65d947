import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { problems } from './problems.ts';
import * as properties from './properties.ts';
import { seed } from './seed.ts';

describe(`beside going through all models of many problems (seed ${seed})`, () => {
  test.each([
    ['satisfiable, valid, implied and equivalent', properties.verdicts, 10_000],
    ['minimum and maximum', properties.bounds, 6000],
    ['boxes', properties.covers, 4000],
    ['witnesses', properties.witnesses, 4000],
    ['counts', properties.counts, 5000],
    ['all kinds of questions to one session', properties.mixtures, 2000],
  ] as const)('%s', { timeout: 120_000 }, (_, property, numRuns) => {
    fc.assert(
      fc.property(problems, (problem) => property(problem)),
      { seed, numRuns, endOnFailure: true },
    );
    expect.hasAssertions();
  });
});

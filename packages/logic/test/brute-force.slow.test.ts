import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { problems } from './problems.ts';
import * as properties from './properties.ts';
import { seed } from './seed.ts';

describe(`beside going through all models of many problems (seed ${seed})`, () => {
  test.each([
    ['satisfiable, valid, implied and equivalent', properties.verdicts, 6000],
    ['minimum and maximum', properties.bounds, 4000],
    ['boxes', properties.covers, 2500],
    ['witnesses', properties.witnesses, 2500],
    ['counts', properties.counts, 3000],
    ['all kinds of questions to one session', properties.mixtures, 1200],
  ] as const)('%s', { timeout: 120_000 }, (_, property, numRuns) => {
    fc.assert(
      fc.property(problems, (problem) => property(problem)),
      { seed, numRuns, endOnFailure: true },
    );
    expect.hasAssertions();
  });
});

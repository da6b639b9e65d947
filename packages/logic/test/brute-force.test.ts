import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allModels } from './brute-force.ts';
import { problems } from './problems.ts';
import * as properties from './properties.ts';
import { seed } from './seed.ts';

describe(`beside going through all models (seed ${seed})`, () => {
  test.each([
    ['satisfiable, valid, implied and equivalent', properties.verdicts, 400],
    ['minimum and maximum', properties.bounds, 250],
    ['boxes', properties.covers, 120],
    ['witnesses', properties.witnesses, 150],
    ['counts', properties.counts, 150],
    ['all kinds of questions to one session', properties.mixtures, 80],
  ] as const)('%s', { timeout: 30_000 }, (_, property, numRuns) => {
    fc.assert(
      fc.property(problems, (problem) => property(problem)),
      { seed, numRuns, endOnFailure: true },
    );
    expect.hasAssertions();
  });

  test('going through all models counts what there is', () => {
    fc.assert(
      fc.property(problems, ({ context }) => {
        const sizes = context.variables.map(({ atoms }) => atoms);
        const steps = context.ranges.map(({ from, to, step }) => (to - from) / step + 1);
        const product = [...sizes, ...steps].reduce((all, size) => all * size, 1);
        expect([...allModels(context)].length).toBe(product);
      }),
      { seed, numRuns: 50, endOnFailure: true },
    );
  });
});

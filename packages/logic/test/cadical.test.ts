import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createGround } from '../bench/agreement.ts';
import { createPlan } from '../bench/plan.ts';
import { answer, createQuestions } from '../bench/questions.ts';
import { Context, createSession } from '../src/index.ts';
import { cadical } from './cadical.ts';
import { problems } from './problems.ts';
import * as properties from './properties.ts';
import { seed } from './seed.ts';

const solver = await cadical();

describe(`with CaDiCaL in place of our solver (seed ${seed})`, () => {
  test.each([
    ['satisfiable, valid, implied and equivalent', properties.verdicts, 60],
    ['minimum and maximum', properties.bounds, 60],
    ['boxes', properties.covers, 25],
    ['counts', properties.counts, 30],
  ] as const)('%s', { timeout: 30_000 }, (_, property, numRuns) => {
    fc.assert(
      fc.property(problems, (problem) => property(problem, solver)),
      { seed, numRuns, endOnFailure: true },
    );
    expect.hasAssertions();
  });

  test('a made-up agreement gets the same answers', () => {
    const plan = createPlan('realistic', 30, seed % 1000);
    const ground = createGround(new Context(), plan);
    const { axioms, logic } = ground;
    const [ours, theirs] = [createSession(logic, { axioms }), createSession(logic, { axioms, solver })];
    for (const question of createQuestions(ground, plan)) {
      expect([question.kind, answer(ours, question)]).toEqual([question.kind, answer(theirs, question)]);
    }
  });
});

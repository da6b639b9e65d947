import { test } from 'vitest';
import { expectLocatedErrors, seed } from './mutants.ts';

// oxlint-disable-next-line expect-expect -- the helper expects
test(`400 mutants give a value or located errors (seed ${seed})`, { timeout: 60_000 }, () => {
  expectLocatedErrors('agreements/starter', 400);
});

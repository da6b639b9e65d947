import { test } from 'vitest';
import { expectLocatedErrors, seed } from './mutants.ts';

// oxlint-disable-next-line expect-expect -- the helper expects
test(`1,600 mutants give a value or located errors (seed ${seed})`, { timeout: 60_000 }, () => {
  expectLocatedErrors('packages/compiler/test/broken/base', 1600);
});

import { expect, it } from 'vitest';
import { compareBatch } from '../emit/batch.ts';
import { compiled, seed } from './decides.ts';

/** A share of the campaign: `BATCH_LEADS=100000 npx vitest run packages/compiler/test/agreements/batch.slow.test.ts`. */
const leads = Number(process.env['BATCH_LEADS'] ?? 1_000);
const every = leads < 100_000 ? 10 : 1;

it.each(['starter', 'acme'])(
  `a batch of leads of %s is decided as each alone, seed ${seed}`,
  async (name) => {
    const { decided, differences } = await compareBatch(compiled(name, { proofs: false }), {
      leads,
      seed,
      every,
    });
    expect(differences).toEqual([]);
    expect(decided).toBeGreaterThan(leads / every);
  },
  600_000,
);

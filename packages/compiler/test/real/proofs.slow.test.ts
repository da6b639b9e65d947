import { expect, test } from 'vitest';
import { asWritten, cases, repaired } from './agreements.ts';
import { judged, proved } from './proved.ts';

test(
  'gitlab as written: the proofs find what the cases judge, and nothing else',
  { timeout: 240_000 },
  () => {
    const { found, notProved } = proved('gitlab', asWritten('gitlab'));
    expect(found).toEqual(judged(cases.gitlab.proofs));
    expect(notProved).toBeLessThanOrEqual(cases.gitlab.not_proved.at_most);
  },
);

test.each(cases.posthog.proofs.filter(({ repair }) => repair !== undefined))(
  'posthog: $at needs its own repair',
  (finding) => {
    const stays = cases.posthog.proofs.filter(({ repair }) => repair === undefined);
    const { found } = proved('posthog', repaired('posthog', finding));
    expect(found).toEqual(judged([...stays, finding]));
  },
);

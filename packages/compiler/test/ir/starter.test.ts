import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { compile, readAgreementFolder } from '../../src/index.ts';
import { boundaryLeads } from '../../src/ir/index.ts';
import type { Agreement } from '../../src/ir/index.ts';
import { day, decide } from './agreements.ts';

const folder = fileURLToPath(new URL('../../../../agreements/starter', import.meta.url));

function starter(): Agreement {
  const [sources, unread] = readAgreementFolder(folder);
  const [agreement, found] = compile(sources ?? [], { name: 'starter', today: '2026-11-24' });
  if (agreement === undefined) throw new Error(JSON.stringify([...unread, ...found]));
  return agreement;
}

test.runIf(existsSync(folder))(
  'the starter agreement: its edges reach each of its rules, rows and transitions',
  () => {
    const agreement = starter();
    const asOf = Date.parse(agreement.effective_from) + 50 * day;
    const cases = [...boundaryLeads(agreement, asOf)];
    const reasons = new Set(cases.flatMap(({ input, asOf }) => decide(agreement, input, asOf).reasons));
    const { scores, transitions, grades, routing } = agreement;
    const rules = [
      ...scores.flatMap(({ rules }) => rules),
      ...(grades?.rows ?? []),
      ...(routing?.rows ?? []),
    ];
    expect([...rules, ...transitions].map(({ id }) => id).filter((id) => !reasons.has(id))).toEqual([]);
  },
);

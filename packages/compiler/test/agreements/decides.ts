import { join } from 'node:path';
import { expect } from 'vitest';
import { compile, readAgreementFolder } from '../../src/index.ts';
import { evaluate, readLead } from '../../src/ir/index.ts';
import type { Agreement } from '../../src/ir/types.ts';
import { compareEngines } from '../emit/differential.ts';
import { generate } from '../emit/engines.ts';

/** Another one can be given, to look at other leads: `SEED=7 npm run unit`. */
export const seed = Number(process.env['SEED'] ?? 20261122);

/** How many random leads each agreement is tested with. */
export const leads = 100_000;

/** Compiles one of the agreements of the repository. */
export function compiled(name: string): Agreement {
  const folder = join(import.meta.dirname, '../../../../agreements', name);
  const [sources = []] = readAgreementFolder(folder);
  const [agreement, findings] = compile(sources, { name, today: '2026-11-22' });
  if (!agreement)
    throw new Error(`${name} does not compile: ${findings.map(({ message }) => message).join(' ')}`);
  return agreement;
}

/** Every boundary of every condition, and random leads: the same decision from both, to the byte. */
export async function expectSameDecisions(agreement: Agreement): Promise<void> {
  const { decided, refused, differences } = await compareEngines(agreement, { leads, seed });
  console.log(`${agreement.name}: ${decided} leads decided alike, ${refused} refused alike, seed ${seed}`);
  expect(differences).toEqual([]);
  expect(decided).toBeGreaterThan(leads);
}

/** The examples that both teams wrote, as decided by both. */
export async function expectSameExamples(agreement: Agreement): Promise<void> {
  const { engine } = await generate(agreement);
  for (const { id, lead: input, as_of: asOf } of agreement.examples) {
    const reading = readLead(agreement, input);
    const got = engine.readLead(input);
    if ('problems' in reading || 'problems' in got) throw new Error(`${id} cannot be read`);
    const wanted = JSON.stringify(evaluate(agreement, reading.lead, { asOf }));
    expect(JSON.stringify(engine.decide(got.lead, { asOf })), id).toBe(wanted);
  }
}

import { join } from 'node:path';
import { compile, readAgreementFolder } from '../../src/index.ts';
import { decisionOf, evaluate, readLead } from '../../src/ir/index.ts';
import type { Agreement } from '../../src/ir/types.ts';
import { compareEngines, type Comparison } from '../emit/differential.ts';
import { generate } from '../emit/engines.ts';

/** Another one can be given, to look at other leads: `SEED=7 npm run unit`. */
export const seed = Number(process.env['SEED'] ?? 20261122);

/** How many random leads each agreement is tested with. */
export const leads = 100_000;

/** Compiles one of the agreements of the repository. */
export function compiled(name: string, { proofs = true } = {}): Agreement {
  const folder = join(import.meta.dirname, '../../../../agreements', name);
  const [sources = []] = readAgreementFolder(folder);
  const [agreement, findings] = compile(sources, { name, today: '2026-11-22', proofs });
  if (!agreement)
    throw new Error(`${name} does not compile: ${findings.map(({ message }) => message).join(' ')}`);
  return agreement;
}

/** Every boundary of every condition, and random leads, decided by both. */
export async function compareOnLeads(agreement: Agreement): Promise<Comparison> {
  const comparison = await compareEngines(agreement, { leads, seed });
  const { decided, refused } = comparison;
  process.stdout.write(
    `${agreement.name}: ${decided} leads decided alike, ${refused} refused alike, seed ${seed}\n`,
  );
  return comparison;
}

/** The examples that both teams wrote, as decided by the reference and by the engine. */
export async function decideExamples(agreement: Agreement): Promise<{ wanted: string[]; got: string[] }> {
  const { engine } = await generate(agreement);
  const [wanted, got]: [string[], string[]] = [[], []];
  for (const { id, lead: input, as_of: asOf } of agreement.examples) {
    const [ours, theirs] = [readLead(agreement, input), engine.readLead(input)];
    if ('problems' in ours || 'problems' in theirs) throw new Error(`${id} cannot be read`);
    const explanation = evaluate(agreement, ours.lead, { asOf });
    wanted.push(JSON.stringify([decisionOf(explanation), explanation]));
    const { next: _next, ...explained } = engine.explain(theirs.lead, { asOf, next: false });
    got.push(JSON.stringify([engine.decide(theirs.lead, { asOf }), explained]));
  }
  return { wanted, got };
}

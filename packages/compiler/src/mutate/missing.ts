import type { Agreement, Example, LeadInput } from '../ir/types.ts';
import { expectationOf } from './expect.ts';
import { noticing, type Survivor } from './score.ts';

/** An example that would notice what no example notices yet. */
export interface MissingExample {
  readonly example: Example;
  /** Ids of the changes that it notices. */
  readonly notices: readonly string[];
}

/**
 * As few examples as it takes, one after the other, for the changes for which a lead was found: each expects what the
 * agreement decides today, and only what differs.
 */
export function missingExamples(
  agreement: Agreement,
  survivors: readonly Survivor[],
  taken: ReadonlySet<string> = new Set(agreement.examples.map(({ id }) => id)),
): readonly MissingExample[] {
  const ids = new Set(taken);
  const missing: MissingExample[] = [];
  let left = survivors;
  for (const { mutant, found } of survivors) {
    if (found.verdict !== 'different' || !left.some((one) => one.mutant === mutant)) continue;
    const one = { input: found.lead, asOf: found.asOf };
    const expect = expectationOf(agreement, mutant.agreement(), { ...one, about: mutant.about });
    if (expect === undefined) continue;
    const id = freeId(`notices_${mutant.about}`, ids);
    const example: Example = {
      kind: 'example',
      id,
      says: saysOf(mutant),
      as_of: found.asOf,
      lead: named(found.lead, id),
      expect,
      span: mutant.span,
    };
    const notices = noticing(agreement, [example]);
    const seen = left.filter(({ mutant }) => notices(mutant));
    left = left.filter((survivor) => !seen.includes(survivor));
    missing.push({ example, notices: seen.map(({ mutant }) => mutant.id) });
  }
  return missing;
}

function saysOf({ says }: Survivor['mutant']): string {
  return `Notices if ${says.replace(' would ', ' should ')}`;
}

function freeId(stem: string, ids: Set<string>): string {
  let count = 1;
  while (ids.has(`${stem}_${count}`)) count += 1;
  ids.add(`${stem}_${count}`);
  return `${stem}_${count}`;
}

function named(lead: LeadInput, id: string): LeadInput {
  return { ...lead, id };
}

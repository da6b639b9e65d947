import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Agreement, Assertion } from '../ir/types.ts';
import { createAsker } from './ask/asker.ts';
import { withoutConsequences } from './consequences.ts';
import { propertyRules } from './properties.ts';
import { assertionHolds } from './properties/assertions-hold.ts';
import type { Property } from './report.ts';

/** All that was asked of an agreement, and what its authors have to know. */
export interface Proofs {
  readonly properties: readonly Property[];
  readonly findings: readonly Diagnostic[];
}

const known = new WeakMap<Agreement, Proofs>();

/**
 * Proves or refutes every property of an agreement, over all leads that it can meet from the day on which it comes into
 * force to the day of its review.
 *
 * ```ts
 * prove(agreement).properties.filter(({ verdict }) => verdict === 'unknown'); // []
 * ```
 */
export function prove(agreement: Agreement): Proofs {
  const before = known.get(agreement);
  if (before) return before;
  const asker = createAsker(agreement);
  const properties = propertyRules.flatMap((rule) => [...rule(asker)]);
  const proofs = { properties, findings: withoutConsequences(asker, properties) };
  known.set(agreement, proofs);
  return proofs;
}

/**
 * Proves or refutes one assertion about an agreement.
 *
 * ```ts
 * const [assertion] = readQuestion(sources, 'never: { becomes: mql, is_competitor: true }');
 * ask(agreement, assertion).verdict; // 'proved'
 * ```
 */
export function ask(agreement: Agreement, assertion: Assertion): Property {
  const { when, holds } = assertion;
  return assertionHolds(createAsker(agreement, { more: when ? [when, holds] : [holds] }), assertion);
}

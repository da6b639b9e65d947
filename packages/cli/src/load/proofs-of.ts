import { type Diagnostic, prove } from '@smarketing/compiler';
import type { Agreement } from '@smarketing/compiler/ir';
import { areLeaksProved } from '../proofs/proved.ts';
import { aboutLeads } from './about-leads.ts';
import { type Place, remembered } from './remembered.ts';

export interface Found {
  readonly findings: readonly Diagnostic[];
  readonly areLeaksProved: boolean;
}

/**
 * What proving an agreement finds. That nothing was found is remembered: it names no place in the files, and so is as true of
 * every text that means the same, on any day.
 */
export function proofsOf(agreement: Agreement, place: Place): Found {
  const rules = aboutLeads(agreement, { assumptions: [] });
  const nothing = remembered(
    ['proofs', rules.hash],
    () => {
      const found = outcomeOf(rules);
      return found.findings.length === 0 ? found : undefined;
    },
    place,
  );
  return nothing ?? outcomeOf(rules);
}

/** Asked twice it is proved once: the prover knows what it proved. */
function outcomeOf(rules: Agreement): Found {
  const proofs = prove(rules);
  return { findings: proofs.findings, areLeaksProved: areLeaksProved(proofs) };
}

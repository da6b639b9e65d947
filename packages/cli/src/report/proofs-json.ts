import type { ProvedFolder } from '../load/proved.ts';
import type { Facts } from '../proofs/facts.ts';
import { areLeaksProved, type Stated, standingOf } from '../proofs/proved.ts';

/** All that is known of an agreement, for programs; the number of kinds is a text, since it is too large for a number. */
export function proofsAsJson({ loaded, proved }: ProvedFolder, { ways, invented, fields }: Facts): object {
  const { agreement, properties, kinds } = proved;
  return {
    agreement: agreement.name,
    folder: loaded.shown,
    hash: agreement.hash,
    kinds: String(kinds),
    no_lead_leaks: areLeaksProved(proved),
    properties: properties.map(propertyAsJson),
    cheapest_ways: ways,
    deciding_fields: { ...invented, fields: fields.map(({ field, decided }) => ({ field, decided })) },
  };
}

function propertyAsJson(stated: Stated): object {
  const { topic, says, about, span, verdict, witness, reason, finding, waiver } = stated;
  return {
    topic,
    says,
    about,
    file: span.file,
    line: span.line,
    col: span.col,
    standing: standingOf(stated),
    verdict,
    witness,
    reason,
    finding: finding && {
      code: finding.code,
      severity: finding.severity,
      message: finding.message,
      help: finding.help,
    },
    waived: waiver && { until: waiver.until, because: waiver.because },
  };
}

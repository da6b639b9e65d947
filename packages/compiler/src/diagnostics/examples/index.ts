import type { Code } from '../catalogue.ts';
import { agreementExamples } from './agreement.ts';
import { conditionExamples } from './conditions.ts';
import type { Example } from './example.ts';
import { funnelExamples } from './funnel.ts';
import { handoffExamples } from './handoff.ts';
import { nameExamples } from './names.ts';
import { planExamples } from './plans.ts';
import { proofExamples } from './proofs.ts';
import { readingExamples } from './reading.ts';
import { scoringExamples } from './scoring.ts';
import { shapeExamples } from './shape.ts';
import { slaExamples } from './sla.ts';
import { waiverExamples } from './waivers.ts';

/** An example of each code. */
export const examples: Readonly<Record<Code, Example>> = {
  ...readingExamples,
  ...shapeExamples,
  ...nameExamples,
  ...conditionExamples,
  ...agreementExamples,
  ...funnelExamples,
  ...scoringExamples,
  ...handoffExamples,
  ...slaExamples,
  ...planExamples,
  ...waiverExamples,
  ...proofExamples,
};

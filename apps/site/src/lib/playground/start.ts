import type { Book } from '@smarketing/compiler/words';
import type { ViewNode } from '../../playground/node.ts';
import type { Engine } from '../../playground/types.ts';
import { decisionView } from '../../playground/view.ts';
import { startCase } from './cases.ts';
import { playgroundWords } from './words.ts';

/** What the page shows before, or without, its script: the decision about the lead to begin with. */
export function startDecision(book: Book, engine: Engine): ViewNode {
  const { asOf, lead } = startCase(book);
  const reading = engine.readLead({ ...lead, id: 'lead' });
  if ('problems' in reading || asOf === null) throw new Error('The first example cannot be read');
  return decisionView(playgroundWords(book), {
    lead,
    decision: engine.explain(reading.lead, { asOf }),
    promises: engine.slaStatus(reading.lead, { asOf }),
  });
}

import type { z } from 'zod';
import { condition, mapping } from './shapes.ts';
import { date, name, prose } from './words.ts';

const asked = {
  when: condition.optional(),
  never: condition.optional(),
  always: condition.optional(),
};

/** What is asked of the prover beside the agreement: an assertion without its words. */
export const questionText = mapping(asked);

export const assertion = mapping({ id: name, says: prose, ...asked, because: prose.optional() });
export type AssertionInput = z.output<typeof assertion>;

export const waiver = mapping({ finding: prose, of: prose, because: prose, until: date });

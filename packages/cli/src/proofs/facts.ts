import { type CheapestWay, cheapestWays, type Deciding, decidingFields } from '@smarketing/compiler';
import type { Agreement } from '@smarketing/compiler/ir';
import { loadEngine } from '../load/engine.ts';

/** What else is worth knowing about an agreement: how it could be gamed, and what to find out about leads. */
export interface Facts {
  readonly ways: readonly CheapestWay[];
  /** On so many invented leads; the same seed gives the same leads. */
  readonly invented: { readonly leads: number; readonly seed: number };
  /** The most important field first. */
  readonly fields: readonly Deciding[];
}

const invented = { leads: 300, seed: 1 };
const most = 5;

export async function factsOf(agreement: Agreement): Promise<Facts> {
  const engine = await loadEngine(agreement);
  const all = decidingFields(agreement, {
    ...invented,
    decide: (lead, asOf) => {
      const result = engine.decide(lead, asOf);
      return 'problems' in result ? undefined : result;
    },
  });
  const fields = all.filter(({ decided }) => decided > 0).slice(0, most);
  return { ways: cheapestWays(agreement), invented, fields };
}

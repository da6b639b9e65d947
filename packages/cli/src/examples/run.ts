import { compareExample, type Difference, type Show } from '@smarketing/compiler';
import type { Agreement, Example, Explanation } from '@smarketing/compiler/ir';
import { decisionOf, evaluate, readLead } from '@smarketing/compiler/ir';
import type { Engine, Refused } from '../load/engine.ts';

/** What running one example showed. */
export interface ExampleResult {
  readonly example: Example;
  /** What the engine decided; `undefined` when it refused the lead. */
  readonly decision: Explanation | undefined;
  readonly differences: readonly Difference[];
  /** The generated engine and the reference evaluator do not agree: our bug. */
  readonly disagree: boolean;
}

/** Runs an example through the generated engine and through the reference evaluator. */
export function runExample(
  example: Example,
  {
    agreement,
    engine,
    show,
  }: { readonly agreement: Agreement; readonly engine: Engine; readonly show: Show },
): ExampleResult {
  const reference = referenceResult(agreement, example);
  const result = engine.explainOnly(example.lead, example.as_of);
  const decided = engine.decide(example.lead, example.as_of);
  const disagree =
    canonical(result) !== canonical(reference) ||
    canonical(decided) !== canonical('problems' in reference ? reference : decisionOf(reference));
  if ('problems' in result) {
    const differences = result.problems.map(({ at, message }) => ({
      what: at === '' ? 'lead' : at,
      expected: 'a lead that can be read',
      got: message,
      score: null,
    }));
    return { example, decision: undefined, differences, disagree };
  }
  return { example, decision: result, differences: compareExample(example, result, show), disagree };
}

function referenceResult(agreement: Agreement, example: Example): Explanation | Refused {
  const read = readLead(agreement, example.lead);
  return 'lead' in read ? evaluate(agreement, read.lead, { asOf: example.as_of }) : read;
}

/** The same text for the same decision, whatever the order of its keys; refusals may differ in their words. */
function canonical(result: ReturnType<Engine['decide']>): string {
  return JSON.stringify('problems' in result ? 'refused' : result, (_, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}

import { emitEngine } from '../../src/index.ts';
import type { Agreement, Explanation, ExplanationWithNext, LeadInput } from '../../src/ir/index.ts';
import { evaluate, readLead } from '../../src/ir/index.ts';

/** Reads a lead and decides; what is wrong with the lead is an error. */
export type Decide = (input: LeadInput, asOf: number) => Explanation;

interface Engine {
  readonly parseLead: (input: unknown) => object;
  readonly explain: (
    lead: object,
    options: { readonly asOf: number; readonly next: false },
  ) => ExplanationWithNext;
}

export function referenceOf(agreement: Agreement): Decide {
  return (input, asOf) => {
    const reading = readLead(agreement, input);
    if ('problems' in reading) throw new Error(JSON.stringify(reading.problems));
    return evaluate(agreement, reading.lead, { asOf });
  };
}

/** The generated engine, loaded without a file. */
export async function engineOf(agreement: Agreement): Promise<Decide> {
  const files = await emitEngine(agreement, { packageName: `@smarketing/engine-${agreement.name}` });
  const code = files.find(({ path }) => path === 'generated/index.js');
  if (code === undefined) throw new Error('The engine has no index.js');
  const url = `data:text/javascript;base64,${Buffer.from(code.text).toString('base64')}`;
  const { parseLead, explain } = (await import(/* @vite-ignore */ url)) as Engine;
  return (input, asOf) => {
    const { next: _next, ...explanation } = explain(parseLead(input), { asOf, next: false });
    return explanation;
  };
}

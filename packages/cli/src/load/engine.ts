import { emitEngine } from '@smarketing/compiler';
import type { Agreement, Decision, LeadProblem } from '@smarketing/compiler/ir';

/** A generated engine, as far as the command line uses it. */
export interface Engine {
  readonly decide: (input: unknown, asOf: number) => Decision | { readonly problems: readonly LeadProblem[] };
}

interface GeneratedEngine {
  readonly readLead: (
    input: unknown,
  ) => { readonly lead: unknown } | { readonly problems: readonly LeadProblem[] };
  readonly decide: (lead: unknown, options: { readonly asOf: number }) => Decision;
}

/** Generates the engine of an agreement and loads it without writing a file. */
export async function loadEngine(agreement: Agreement): Promise<Engine> {
  const files = await emitEngine(agreement, { packageName: '@smarketing/engine-in-memory' });
  const code = files.find(({ path }) => path.endsWith('/index.js'));
  if (!code) throw new Error(`The engine of ${agreement.name} has no index.js.`);
  const url = `data:text/javascript;base64,${Buffer.from(code.text).toString('base64')}`;
  const generated = (await import(url)) as GeneratedEngine;
  return {
    decide: (input, asOf) => {
      const read = generated.readLead(input);
      return 'lead' in read ? generated.decide(read.lead, { asOf }) : read;
    },
  };
}

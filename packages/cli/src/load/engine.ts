import { emitModule } from '@smarketing/compiler';
import type {
  Agreement,
  Decision,
  Explanation,
  ExplanationWithNext,
  LeadProblem,
  SlaStatus,
} from '@smarketing/compiler/ir';

/** A generated engine, as far as the command line uses it. */
export interface Engine {
  readonly decide: (input: unknown, asOf: number) => Decision | Refused;
  readonly explain: (input: unknown, asOf: number) => ExplanationWithNext | Refused;
  /** Without what would bring the lead further, which takes the longest. */
  readonly explainOnly: (input: unknown, asOf: number) => Explanation | Refused;
  readonly slaStatus: (input: unknown, asOf: number) => LeadStatus | Refused;
}

/** What is promised about one lead. */
export interface LeadStatus {
  readonly lead: string;
  readonly promises: readonly SlaStatus[];
}

/** What is wrong with a lead that the engine does not take. */
export interface Refused {
  readonly problems: readonly LeadProblem[];
}

/** A lead as an engine keeps it: its fields stand beside these. */
export interface ReadLead {
  readonly id: string;
  readonly created_at: number;
  readonly events: readonly { readonly event: string }[];
}

export interface GeneratedEngine {
  readonly readLead: (input: unknown) => { readonly lead: ReadLead } | Refused;
  readonly decide: (lead: unknown, options: { readonly asOf: number }) => Decision;
  readonly explain: (
    lead: unknown,
    options: { readonly asOf: number; readonly next?: boolean },
  ) => ExplanationWithNext;
  readonly slaStatus: (lead: unknown, options: { readonly asOf: number }) => readonly SlaStatus[];
}

/** Generates the engine of an agreement and loads it as it is, without writing a file. */
export async function loadGenerated(agreement: Agreement): Promise<GeneratedEngine> {
  return (await import(await engineUrl(agreement))) as GeneratedEngine;
}

/** The engine of an agreement as an address that holds its module: for any leads, or for those that its forecast draws. */
export async function engineUrl(
  agreement: Agreement,
  module: 'index' | 'unchecked' = 'index',
): Promise<string> {
  const code = await emitModule(agreement, module);
  return `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`;
}

/** Generates the engine of an agreement for leads that are not read yet. */
export async function loadEngine(agreement: Agreement): Promise<Engine> {
  const generated = await loadGenerated(agreement);
  const reading =
    <Result>(use: (lead: ReadLead, options: { readonly asOf: number }) => Result) =>
    (input: unknown, asOf: number): Result | Refused => {
      const read = generated.readLead(input);
      return 'lead' in read ? use(read.lead, { asOf }) : read;
    };
  return {
    decide: reading(generated.decide),
    explain: reading(generated.explain),
    explainOnly: reading((lead, { asOf }) => {
      const { next: _next, ...explanation } = generated.explain(lead, { asOf, next: false });
      return explanation;
    }),
    slaStatus: reading((lead, options) => ({ lead: lead.id, promises: generated.slaStatus(lead, options) })),
  };
}

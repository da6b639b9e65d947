import { packageWord } from '../encode/name.ts';

/** `index.d.ts`: the types, and what the module exports. */
export function declarations(types: string, packageName: string): string {
  return `// Types of ${packageWord(packageName)}. Made by smarketing; do not change them by hand.

${types}

/** Thrown by \`parseLead\`; \`problems\` says what is wrong, and where. */
export declare class LeadError extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]);
}

/** Reads a lead from a JSON value; throws a \`LeadError\` if it is not as the agreement says. */
export declare function parseLead(json: unknown): Lead;

/** Reads a lead from a JSON value, or tells everything that is wrong with it. Never throws. */
export declare function readLead(json: unknown): Reading;

/** What the agreement decides about a lead at a moment. Nothing else enters. */
export declare function decide(lead: Lead, options: DecideOptions): Decision;

/** The decision, with what explains it, and what would change it. */
export declare function explain(lead: Lead, options: ExplainOptions): Explanation;

/** How each promise about the lead stands at a moment, and the steps that led there, in the order of the agreement. */
export declare function slaStatus(lead: Lead, options: DecideOptions): SlaStatus[];

/**
 * Who of a queue, or of where a decision routes the lead, gets it; and what to keep for the next one. \`null\` is the
 * state before the first.
 */
export declare function assign(state: AssignState | null, to: QueueId | Route | null): Assignment;

/** The state when a person has one lead less in work. */
export declare function release(state: AssignState | null, person: PersonId): AssignState;

/** The agreement that this engine was made from. */
export declare const agreement: AgreementInfo;
`;
}

/** `validate.d.ts`, for those who compile `engine.ts` themselves. */
export const validatorDeclarations = `export declare const validateLead: {
  (data: unknown): boolean;
  errors?: readonly (readonly [path: string, keyword: string, limit: unknown])[] | null;
};
`;

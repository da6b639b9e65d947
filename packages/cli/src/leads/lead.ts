import type { Refused } from '../load/engine.ts';

/** What a line of the input said: a lead, or why there is none. */
export type SourceLead =
  | { readonly place: number; readonly input: unknown }
  | { readonly place: number; readonly problems: readonly SourceProblem[] };

/** Why a row is refused. */
export interface SourceProblem {
  /** The column, field or `null` for the whole row. */
  readonly where: string | null;
  /** The same for all rows that fail alike. */
  readonly reason: string;
  readonly message: string;
}

/** Where leads come from. */
export interface LeadSource {
  /** How people call it: `leads.csv`, or `stdin`. */
  readonly shown: string;
  /** What its places count: rows as a spreadsheet numbers them, or lines. */
  readonly unit: 'row' | 'line';
  /** Bytes in all; `null` when nobody knows. */
  readonly bytes: number | null;
  readonly bytesRead: () => number;
  readonly text: AsyncIterable<string>;
}

/** What the engine refuses, told as the input's own problems are. */
export function fromEngine<Made extends object>(
  result: Made | Refused,
): Made | { readonly problems: readonly SourceProblem[] } {
  if (!('problems' in result)) return result;
  const problems = result.problems.map(({ at, message }) => ({
    where: at === '' ? null : at,
    reason: message.replaceAll(/\d+/g, '…'),
    message,
  }));
  return { problems };
}

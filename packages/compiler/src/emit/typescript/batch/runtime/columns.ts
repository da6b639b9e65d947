/** What the parts share of the columns; a batch has these types of its own. */

export interface LeadColumns {
  readonly count: number;
  readonly ids: string[];
  readonly created_at: Float64Array;
  readonly fields: object;
  readonly owners: object;
  readonly persons: object;
  readonly events: EventColumns;
}

export interface EventColumns {
  readonly starts: Uint32Array;
  readonly moments: Float64Array;
  readonly properties: readonly Float64Array[];
  readonly persons: Uint16Array;
}

export interface MoveColumns {
  readonly starts: Uint32Array;
  way: Uint16Array;
  from: Uint16Array;
  at: Float64Array;
}

export interface PromiseColumns {
  readonly state: Uint8Array;
  readonly started_at: Float64Array;
  readonly due_at: Float64Array;
  readonly remind_at: Float64Array;
  readonly stopped_at: Float64Array;
  readonly escalations: readonly Float64Array[];
}

export interface Lead {
  readonly codes: Uint16Array;
}

export interface Problem {
  readonly at: string;
  readonly message: string;
}

export type Reading = { readonly lead: Lead } | { readonly problems: readonly Problem[] };

export interface CsvProblem {
  readonly line: number;
  readonly column: number | null;
  readonly at: string;
  readonly message: string;
}

export interface CsvBatch {
  readonly columns: LeadColumns;
  readonly lines: Uint32Array;
  readonly problems: readonly CsvProblem[];
}

export interface CsvOptions {
  readonly readLead: (json: unknown) => Reading;
  readonly delimiter?: string;
  readonly rows?: number;
  readonly reuse?: boolean;
}

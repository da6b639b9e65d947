import type { SourceSpan } from './basics.ts';
import type { PromiseState } from './decisions.ts';

export interface MappedField {
  readonly field: string;
  /** `null` when every row has the same value, `constant`. */
  readonly column: string | null;
  readonly constant: string | number | boolean | null;
  /** What stands in the column → an option, `true`, `false` or `null` for missing. Compared folded. Empty: read as is. */
  readonly values: readonly { readonly from: string; readonly to: string | boolean | null }[];
  /** What every other word means; absent: the row is refused. */
  readonly others: { readonly to: string | boolean | null } | null;
  /** `choices`: what separates the items. */
  readonly separator: string | null;
  readonly span: SourceSpan;
}

export interface MappedEvent {
  readonly event: string;
  /** The column that holds its moment; or `null`, then it happens at `at_fixed`, or when the lead was created. */
  readonly at: string | null;
  readonly at_fixed: number | null;
  /** It happened only in rows where this column holds one of these (folded); empty: any word that is not missing. */
  readonly if: { readonly column: string; readonly is: readonly string[] } | null;
  /** A column that says how often it happened; all at the same moment. */
  readonly times: string | null;
  readonly properties: readonly MappedField[];
  readonly span: SourceSpan;
}

export interface Mapping {
  readonly kind: 'mapping';
  readonly id: string;
  readonly system: string;
  /** All columns of the export, when the author lists them. */
  readonly columns: readonly string[];
  readonly id_column: string;
  readonly created: { readonly column: string } | { readonly fixed: number };
  /** Words that mean "missing", folded; the empty cell always does. */
  readonly missing: readonly string[];
  readonly dates: 'iso' | 'dmy' | 'mdy';
  /** Zone of moments that are written without one. */
  readonly zone: string;
  readonly decimal_mark: '.' | ',';
  readonly fields: readonly MappedField[];
  readonly events: readonly MappedEvent[];
  /** The stage that the row says the lead is in: `entered_<stage>` at the column's moment, or at creation. */
  readonly stage: {
    readonly column: string;
    readonly values: readonly { readonly from: string; readonly to: string | null }[];
    readonly others: { readonly to: string | null } | null;
    readonly entered_at: string | null;
  } | null;
  readonly outcomes: readonly {
    readonly id: string;
    readonly column: string;
    readonly is: readonly string[];
  }[];
  readonly ignore: readonly string[];
  readonly span: SourceSpan;
}

/** What an engine takes: `id`, `created_at`, the fields by their names (absent or `null`: missing), and the events. */
export interface LeadInput {
  readonly id: string;
  readonly created_at: string | number;
  readonly events?: readonly EventInput[];
  readonly [field: string]: unknown;
}

export interface EventInput {
  readonly id?: string;
  readonly event: string;
  readonly at: string | number;
  readonly properties?: Readonly<Record<string, unknown>>;
}

export interface Example {
  readonly kind: 'example';
  readonly id: string;
  readonly says: string;
  readonly as_of: number;
  readonly lead: LeadInput;
  readonly expect: Expectation;
  readonly span: SourceSpan;
}

/** Only what is given is compared. */
export interface Expectation {
  readonly stage?: string;
  readonly scores?: Readonly<Record<string, number>>;
  readonly bands?: Readonly<Record<string, string>>;
  readonly grade?: string | null;
  readonly persona?: string | null;
  readonly queue?: string | null;
  readonly owner?: string | null;
  readonly route?: string | null;
  readonly promises?: Readonly<
    Record<string, { readonly state?: PromiseState; readonly due?: number | null } | null>
  >;
  readonly notices?: readonly string[];
  /** Ids that must be among the reasons; and ids that must not. */
  readonly reasons?: readonly string[];
  readonly not_reasons?: readonly string[];
}

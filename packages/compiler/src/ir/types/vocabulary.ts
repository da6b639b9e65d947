import type { SourceSpan } from './basics.ts';

export interface Term {
  readonly kind: 'term';
  readonly id: string;
  readonly title: string;
  readonly means: string;
  readonly not: string | null;
  /** Words that people should no longer use for it. */
  readonly avoid: readonly string[];
  readonly span: SourceSpan;
}

export interface Option {
  readonly id: string;
  readonly label: string;
}

export type FieldType =
  | 'choice'
  | 'choices'
  | 'flag'
  | 'integer'
  | 'decimal'
  | 'money'
  | 'percent'
  | 'text'
  | 'date'
  | 'moment';

/** A field of a lead or a property of an event. */
export interface Field {
  readonly kind: 'field';
  readonly id: string;
  readonly type: FieldType;
  readonly label: string;
  readonly means: string | null;
  readonly required: boolean;
  /** Kept out of comments, logs and the site. */
  readonly personal: boolean;
  readonly unit: string | null;
  /** `choice` and `choices`; otherwise empty. */
  readonly options: readonly Option[];
  /** Scale of `min`, `max` and of every constant compared with this field: integer 0, money 2, percent 2. */
  readonly decimals: number;
  readonly min: number | null;
  readonly max: number | null;
  /** `text`: in code points. */
  readonly max_length: number | null;
  readonly span: SourceSpan;
}

export interface EventType {
  readonly kind: 'event';
  readonly id: string;
  readonly by: 'lead' | 'marketing' | 'sales' | 'system';
  readonly label: string;
  readonly means: string | null;
  readonly properties: readonly Field[];
  /** Set for the implicit `entered_<stage>`: the stage. */
  readonly enters: string | null;
  readonly span: SourceSpan;
}

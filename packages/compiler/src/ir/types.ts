/**
 * The compiled agreement: one JSON value, the only thing that anything downstream of the compiler reads.
 *
 * Conventions, in the whole file:
 * - moments are integers, milliseconds since 1970-01-01T00:00Z; durations are milliseconds (`*_ms`);
 * - a `date` value is the moment 00:00 UTC of that day, so that dates and moments compare as numbers;
 * - numbers with decimals are scaled integers: `value / 10 ** decimals`;
 * - what is absent is `null`, never `undefined`: the value survives `JSON.stringify`.
 */

/** Version of this shape. Raised by one whenever a reader of the old shape would misread the new. */
export const irVersion = 1;

/** Where in the author's files something stands: 1-based lines and columns (in code points), end exclusive. */
export interface SourceSpan {
  readonly file: string;
  readonly line: number;
  readonly col: number;
  readonly end_line: number;
  readonly end_col: number;
}

export type Party = 'marketing' | 'sales';
/** Who answers for a stage, an event, a goal, a meeting. */
export type Owner = Party | 'shared';
export type Zone = 'tofu' | 'mofu' | 'bofu';

/** `from` inclusive, `until` exclusive; `null` is open. */
export interface InForce {
  readonly from: number | null;
  readonly until: number | null;
}

// ── Vocabulary ──────────────────────────────────────────────────────────────────────────────────────────────────

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

// ── Conditions ──────────────────────────────────────────────────────────────────────────────────────────────────

/** What a test asks. `property` is only met inside the `where` of an event. */
export type Subject =
  | { readonly kind: 'field'; readonly id: string }
  | { readonly kind: 'property'; readonly id: string }
  | { readonly kind: 'score'; readonly id: string }
  | { readonly kind: 'persona' }
  | { readonly kind: 'grade' }
  | { readonly kind: 'stage' };

export interface Bound {
  /** Scaled by the subject's decimals. */
  readonly value: number;
  readonly inclusive: boolean;
}

/**
 * Every test of a missing value is false, except `present` turned round. `not` is the exact complement.
 *
 * - `choice`: the subject is one of `options`; a score: its band.
 * - `includes`: the set field has any, or all, of `options`.
 * - `number`: the value lies between the bounds. Numbers, money, percents, dates, moments and scores.
 * - `age`: `as_of − value`, in ms, lies between the bounds. Dates and moments.
 * - `text`: after folding (NFC, then ASCII letters to lower case) equals, contains, starts or ends with one of `values` (folded).
 * - `event`: how many events of `events` (up to `as_of`, after the latest of `since` if that happened, not older than
 *   `within_ms`, with `where`) lies between `min` and `max` (inclusive; `null` is open).
 * - `event_age`: there is such an event and the latest is older than `older_than_ms` (strictly).
 */
export type Condition =
  | { readonly kind: 'all'; readonly of: readonly Condition[] }
  | { readonly kind: 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'some'; readonly at_least: number; readonly of: readonly Condition[] }
  | { readonly kind: 'present'; readonly subject: Subject }
  | { readonly kind: 'choice'; readonly subject: Subject; readonly options: readonly string[] }
  | {
      readonly kind: 'includes';
      readonly subject: Subject;
      readonly mode: 'any' | 'all';
      readonly options: readonly string[];
    }
  | { readonly kind: 'flag'; readonly subject: Subject; readonly is: boolean }
  | {
      readonly kind: 'number';
      readonly subject: Subject;
      readonly min: Bound | null;
      readonly max: Bound | null;
      readonly decimals: number;
    }
  | {
      readonly kind: 'age';
      readonly subject: Subject;
      readonly min: Bound | null;
      readonly max: Bound | null;
    }
  | {
      readonly kind: 'text';
      readonly subject: Subject;
      readonly op: 'equals' | 'contains' | 'starts_with' | 'ends_with';
      readonly values: readonly string[];
    }
  | {
      readonly kind: 'event';
      readonly events: readonly string[];
      readonly min: number | null;
      readonly max: number | null;
      readonly within_ms: number | null;
      readonly since: readonly string[];
      readonly where: Condition | null;
    }
  | {
      readonly kind: 'event_age';
      readonly events: readonly string[];
      readonly older_than_ms: number;
      readonly since: readonly string[];
      readonly where: Condition | null;
    };

// ── Scores and grades ───────────────────────────────────────────────────────────────────────────────────────────

interface RuleBase {
  readonly id: string;
  /** Scaled by the score's decimals, as are `cap` and `floor`. */
  readonly points: number;
  readonly group: string | null;
  readonly cap: number | null;
  readonly floor: number | null;
  readonly when: Condition | null;
  readonly because: string | null;
  readonly in_force: InForce | null;
  readonly span: SourceSpan;
}

/** Points for what a lead is. */
export interface LeadRule extends RuleBase {
  readonly kind: 'lead_rule';
  /** The table of points that it is a row of; at most one row of a table gives points. */
  readonly table: string | null;
}

/** Points for each event that `at_most` keeps, faded by its age. */
export interface EventRule extends RuleBase {
  readonly kind: 'event_rule';
  readonly on: readonly string[];
  readonly where: Condition | null;
  readonly at_most: AtMost | null;
  readonly fades: Fade | null;
}

/** Points for each whole idle span since the latest of: creation, the events `without`, the score's `since`. */
export interface IdleRule extends RuleBase {
  readonly kind: 'idle_rule';
  readonly every_ms: number;
  readonly without: readonly string[];
}

export type Rule = LeadRule | EventRule | IdleRule;

/** Keeps an event, in time order, only if fewer than `count` kept ones are younger than `per_ms` at it (`null`: in all). */
export interface AtMost {
  readonly count: number;
  readonly per_ms: number | null;
}

/**
 * - `half_life`: points × factors[whole days of age] / 1,000,000; 0 past the table's end.
 * - `expires`: full points while age ≤ `after_ms`, then 0.
 * - `lose`: points move toward 0 by `points` for each whole `every_ms` of age, and stay at 0.
 */
export type Fade =
  | { readonly kind: 'half_life'; readonly half_life_days: number; readonly factors: readonly number[] }
  | { readonly kind: 'expires'; readonly after_ms: number }
  | { readonly kind: 'lose'; readonly points: number; readonly every_ms: number };

export interface Group {
  readonly kind: 'group';
  readonly id: string;
  readonly cap: number | null;
  readonly floor: number | null;
  readonly when: Condition | null;
  readonly span: SourceSpan;
}

/** A named interval of a score; the bands of a score cover every value once. */
export interface Band {
  readonly id: string;
  readonly min: Bound | null;
  readonly max: Bound | null;
  readonly span: SourceSpan;
}

export interface Score {
  readonly kind: 'score';
  readonly id: string;
  readonly title: string;
  readonly means: string | null;
  readonly decimals: number;
  /** Outside it the score is 0. */
  readonly when: Condition | null;
  /** Only events after the latest of these count. */
  readonly since: readonly string[];
  readonly cap: number | null;
  readonly floor: number | null;
  readonly groups: readonly Group[];
  readonly rules: readonly Rule[];
  /** Scores that this one adds up; then `rules` is empty. */
  readonly sum: readonly string[];
  readonly bands: readonly Band[];
  readonly span: SourceSpan;
}

export interface GradeRow {
  readonly kind: 'grade_row';
  readonly id: string;
  readonly when: Condition;
  readonly grade: string;
  readonly because: string | null;
  readonly in_force: InForce | null;
  readonly span: SourceSpan;
}

export interface Grades {
  readonly kind: 'grades';
  /** Best first. */
  readonly order: readonly string[];
  readonly match: 'first' | 'exactly_one';
  readonly rows: readonly GradeRow[];
  readonly otherwise: string | null;
  /** How the author wrote it, for showing; `null` when it was written as a table. */
  readonly matrix: {
    readonly rows: string;
    readonly columns: string;
    readonly row_bands: readonly string[];
    readonly column_bands: readonly string[];
  } | null;
  readonly span: SourceSpan;
}

export interface Persona {
  readonly kind: 'persona';
  readonly id: string;
  readonly title: string;
  readonly who: string | null;
  readonly when: Condition;
  readonly goals: readonly string[];
  readonly pains: readonly string[];
  readonly questions: readonly string[];
  readonly needs: readonly PersonaNeed[];
  readonly span: SourceSpan;
}

export interface PersonaNeed {
  readonly stage: string;
  readonly content: readonly string[];
  readonly offer: string | null;
  readonly talking_points: readonly string[];
}

// ── Funnel ──────────────────────────────────────────────────────────────────────────────────────────────────────

export interface Stage {
  readonly kind: 'stage';
  readonly id: string;
  readonly title: string;
  /** An exit stands beside the funnel: disqualified, recycled. */
  readonly exit: boolean;
  readonly zone: Zone | null;
  readonly owner: Owner | null;
  readonly definition: string;
  readonly not: string | null;
  /** Nothing follows: a customer, or an exit for good. */
  readonly end: boolean;
  /** Why an exit has no way back; `null` for others. */
  readonly final_because: string | null;
  readonly reasons: readonly Option[];
  readonly stale_after: {
    readonly after_ms: number;
    readonly to: string;
    readonly without: readonly string[];
  } | null;
  readonly span: SourceSpan;
}

/**
 * A way from one stage to another, tried in the order of the list.
 *
 * - `rule`: when the condition holds; happens at `as_of`.
 * - `people`: at the first event of `on` (with `where`) strictly after the lead entered its stage, if the condition holds at `as_of`.
 * - `time`: `after_ms` after the latest of: entering the stage, the events `without` since then. Tried after all others.
 */
export interface Transition {
  readonly kind: 'transition';
  readonly id: string;
  readonly by: 'rule' | 'people' | 'time';
  readonly from: readonly string[];
  readonly to: string;
  readonly on: readonly string[];
  readonly where: Condition | null;
  readonly when: Condition | null;
  readonly after_ms: number | null;
  readonly without: readonly string[];
  readonly because: string | null;
  readonly in_force: InForce | null;
  readonly span: SourceSpan;
}

// ── Handoff ─────────────────────────────────────────────────────────────────────────────────────────────────────

export interface Queue {
  readonly kind: 'queue';
  readonly id: string;
  readonly title: string;
  readonly party: Party;
  readonly calendar: string | null;
  /** Ids of people. */
  readonly members: readonly string[];
  readonly assign: 'round_robin' | 'least_loaded' | 'by_hand';
  readonly manager: string | null;
  readonly span: SourceSpan;
}

/** Somebody who can own a lead; `name` is what stands in owner fields of a lead, compared folded. */
export interface Person {
  readonly kind: 'person';
  readonly id: string;
  readonly name: string;
  readonly calendar: string | null;
  readonly span: SourceSpan;
}

export type RouteTarget =
  | { readonly kind: 'queue'; readonly queue: string }
  | { readonly kind: 'owner'; readonly field: string };

export interface RouteRow {
  readonly kind: 'route';
  readonly id: string;
  readonly when: Condition;
  readonly to: RouteTarget;
  readonly because: string | null;
  readonly in_force: InForce | null;
  readonly span: SourceSpan;
}

export interface Routing {
  readonly kind: 'routing';
  /** A lead is routed while it is in one of these. */
  readonly stages: readonly string[];
  readonly match: 'first' | 'exactly_one';
  readonly rows: readonly RouteRow[];
  readonly otherwise: RouteTarget | null;
  readonly span: SourceSpan;
}

/** A message to people, due when a lead enters one of the stages `on`. */
export interface Notice {
  readonly kind: 'notice';
  readonly id: string;
  readonly on: readonly string[];
  /** A role, or `owner`: whoever the lead is routed to. */
  readonly to: string;
  readonly by: readonly ('email' | 'slack' | 'sms' | 'task')[];
  readonly says: string;
  /** Fields that the message shows. */
  readonly shows: readonly string[];
  readonly when: Condition | null;
  readonly in_force: InForce | null;
  readonly span: SourceSpan;
}

export interface Acceptance {
  readonly on: readonly string[];
  readonly means: string;
  readonly checklist: readonly string[];
  readonly span: SourceSpan;
}

export interface Rejection {
  readonly on: readonly string[];
  readonly means: string;
  readonly reasons: readonly Option[];
  readonly span: SourceSpan;
}

/** What happens with a lead that left with one of these reasons. */
export interface Recycling {
  readonly kind: 'recycling';
  readonly id: string;
  readonly exit: string;
  readonly reasons: readonly string[];
  readonly owner: Party;
  readonly does: string;
  readonly span: SourceSpan;
}

// ── Promises ────────────────────────────────────────────────────────────────────────────────────────────────────

export interface Hours {
  /** Minutes after local midnight, 0 to 1440. */
  readonly open: number;
  readonly close: number;
}

export interface Calendar {
  readonly kind: 'calendar';
  readonly id: string;
  readonly title: string;
  readonly zone: string;
  /** Version of the tz database that resolved the zone. */
  readonly tzdb: string;
  /** Monday first, seven entries. */
  readonly hours: readonly (readonly Hours[])[];
  readonly holidays: readonly { readonly date: string; readonly name: string | null }[];
  readonly special_days: readonly {
    readonly date: string;
    readonly name: string | null;
    readonly hours: readonly Hours[];
  }[];
  /** What `intervals` covers. */
  readonly from: number;
  readonly until: number;
  /** The open intervals in UTC, packed by `time/encode.ts`. */
  readonly intervals: string;
  readonly span: SourceSpan;
}

export type Period = {
  readonly count: number;
  readonly unit: 'day' | 'week' | 'month' | 'quarter' | 'year';
};

interface PromiseBase {
  readonly id: string;
  readonly by: Party;
  readonly says: string;
  readonly because: string | null;
  readonly in_force: InForce | null;
  readonly span: SourceSpan;
}

/** Something happens within a working time after something else. */
export interface ClockPromise extends PromiseBase {
  readonly kind: 'clock';
  readonly when: Condition | null;
  /** Events, here and below; a stage was turned into `entered_<stage>`. */
  readonly starts: readonly string[];
  readonly stops: readonly string[];
  readonly pauses: readonly { readonly from: readonly string[]; readonly until: readonly string[] }[];
  readonly restarts: readonly string[];
  readonly within_ms: number;
  /** A calendar's id, or `owner`: the calendar of whoever holds the lead. `always` is open day and night. */
  readonly calendar: string;
  /** Share of clocks kept that counts as a promise kept, in hundredths of a percent (9000 is 90%). */
  readonly kept_for: number | null;
  readonly per: Period | null;
  readonly remind_ms: number | null;
  readonly escalate: readonly { readonly after_ms: number; readonly to: string }[];
}

/** Something is tried so many times within a time after something else. */
export interface AttemptsPromise extends PromiseBase {
  readonly kind: 'attempts';
  readonly when: Condition | null;
  readonly of: readonly string[];
  readonly at_least: number;
  readonly within_ms: number;
  readonly calendar: string;
  readonly starts: readonly string[];
  readonly stops: readonly string[];
  readonly kept_for: number | null;
  readonly per: Period | null;
  readonly escalate: readonly { readonly after_ms: number; readonly to: string }[];
}

/** So many leads enter a stage in a period. */
export interface DeliverPromise extends PromiseBase {
  readonly kind: 'deliver';
  readonly stage: string;
  /** Already multiplied by the people of `for_each`. */
  readonly at_least: number;
  readonly per: Period;
  readonly for_each: string | null;
  readonly when: Condition | null;
}

/** So large a share of those who enter one stage comes to another. */
export interface RatioPromise extends PromiseBase {
  readonly kind: 'ratio';
  readonly of: string;
  readonly from: string;
  /** Hundredths of a percent. */
  readonly at_least: number;
  readonly per: Period;
  /** `entered`: those who entered `from` in the period, whenever they came on; `same_period`: counts of one period. */
  readonly cohort: 'entered' | 'same_period';
  readonly when: Condition | null;
}

export type PromiseRule = ClockPromise | AttemptsPromise | DeliverPromise | RatioPromise;

// ── Goals, cadence, forecast ────────────────────────────────────────────────────────────────────────────────────

export interface Goal {
  readonly kind: 'goal';
  readonly id: string;
  /** `revenue` or a stage. */
  readonly metric: string;
  /** Revenue in hundredths of the currency; leads as a count. */
  readonly target: number;
  readonly from: string;
  readonly by: string;
  readonly owner: Owner;
  readonly because: string;
  /** Hundredths of the currency; revenue goals only. */
  readonly deal_size: number | null;
  /** From the last stage backwards, in hundredths of a percent. */
  readonly rates: readonly { readonly from: string; readonly to: string; readonly rate: number }[];
  /** The plan worked backwards, last stage first: how many leads have to reach each stage. */
  readonly needs: readonly { readonly stage: string; readonly count: number }[];
  readonly span: SourceSpan;
}

export interface Incentive {
  readonly kind: 'incentive';
  readonly id: string;
  readonly for: Owner;
  /** A goal or a promise. */
  readonly on: string;
  readonly says: string;
  readonly span: SourceSpan;
}

export interface Attribution {
  readonly weights: readonly { readonly touch: string; readonly label: string; readonly weight: number }[];
  readonly span: SourceSpan;
}

export interface Meeting {
  readonly kind: 'meeting';
  readonly id: string;
  readonly title: string;
  readonly every: Period;
  readonly on: string | null;
  readonly at: string | null;
  readonly minutes: number;
  readonly owner: Owner;
  readonly who: readonly string[];
  readonly agenda: readonly string[];
  readonly span: SourceSpan;
}

/** A number that may be uncertain: `low` and `high` bound the middle 90%. */
export interface Estimate {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** One assumption of the forecast: data for the simulator, each with where it comes from. */
export interface Assumption {
  readonly kind: 'arrivals' | 'mix' | 'behaviour' | 'conversion' | 'capacity' | 'money' | 'response';
  readonly id: string;
  readonly source: string;
  readonly as_of: string | null;
  readonly because: string | null;
  /** The author's own keys, checked and normalised: percents as hundredths, durations in ms, estimates as {@link Estimate}. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly span: SourceSpan;
}

// ── Mappings and examples ───────────────────────────────────────────────────────────────────────────────────────

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

// ── The whole ───────────────────────────────────────────────────────────────────────────────────────────────────

export interface PartyInfo {
  readonly id: Party;
  readonly title: string;
  readonly head: string;
  readonly approvers: readonly string[];
}

export interface Role {
  readonly id: string;
  readonly title: string;
  readonly party: Owner;
}

export interface Agreement {
  readonly kind: 'agreement';
  readonly ir_version: typeof irVersion;
  /** SHA-256, hex, of this value without `hash` and without any `span`: the same meaning has the same hash. */
  readonly hash: string;
  readonly name: string;
  readonly title: string;
  readonly summary: string | null;
  readonly parties: readonly PartyInfo[];
  readonly roles: readonly Role[];
  readonly currency: string;
  readonly time_zone: string;
  readonly effective_from: string;
  readonly review_by: string;
  readonly notice_period_days: number;
  readonly terms: readonly Term[];
  readonly fields: readonly Field[];
  /** In the order of the vocabulary, then `entered_<stage>` in the order of the stages. */
  readonly events: readonly EventType[];
  /** Funnel first, then exits. A lead without any `entered_*` event is in the first, since its creation. */
  readonly stages: readonly Stage[];
  readonly transitions: readonly Transition[];
  readonly personas: readonly Persona[];
  /** In the order in which they can be computed. */
  readonly scores: readonly Score[];
  readonly grades: Grades | null;
  /** The order in which scores, `persona` and `grade` are computed. */
  readonly order: readonly string[];
  readonly queues: readonly Queue[];
  readonly people: readonly Person[];
  readonly routing: Routing | null;
  readonly notices: readonly Notice[];
  readonly acceptance: Acceptance | null;
  readonly rejection: Rejection | null;
  readonly recycling: readonly Recycling[];
  readonly calendars: readonly Calendar[];
  readonly default_calendar: string;
  readonly promises: readonly PromiseRule[];
  readonly goals: readonly Goal[];
  readonly attribution: Attribution | null;
  readonly incentives: readonly Incentive[];
  readonly meetings: readonly Meeting[];
  readonly assumptions: readonly Assumption[];
  readonly mappings: readonly Mapping[];
  readonly examples: readonly Example[];
}

// ── Leads and decisions ─────────────────────────────────────────────────────────────────────────────────────────

/** A lead as the reference evaluator takes it: read, checked, every field there (`null` is missing). */
export interface Lead {
  readonly id: string;
  readonly created_at: number;
  /** By field id: a natural number, an option, a list of options, a flag, a text; dates and moments in ms. */
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** Without duplicates, sorted by moment, then by the order of the vocabulary, then by id. */
  readonly events: readonly LeadEvent[];
}

export type FieldValue = string | number | boolean | readonly string[] | null;

export interface LeadEvent {
  readonly id: string | null;
  readonly event: string;
  readonly at: number;
  readonly properties: Readonly<Record<string, FieldValue>>;
}

export type PromiseState = 'running' | 'paused' | 'met' | 'broken' | 'beyond_calendar';

/** One line of a score's ledger; the points of all lines add up to the score. Natural numbers, not scaled. */
export interface LedgerLine {
  readonly kind:
    | 'rule'
    | 'score'
    | 'rule_cap'
    | 'rule_floor'
    | 'group_cap'
    | 'group_floor'
    | 'score_cap'
    | 'score_floor';
  /** The rule, score or group. */
  readonly id: string;
  readonly points: number;
}

export interface Move {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly at: number;
}

export interface PromiseStatus {
  readonly id: string;
  readonly state: PromiseState;
  readonly started_at: number;
  /** `null` while paused and beyond the calendar. */
  readonly due_at: number | null;
  readonly remind_at: number | null;
  readonly stopped_at: number | null;
  readonly escalations: readonly { readonly to: string; readonly at: number | null }[];
}

export interface Decision {
  readonly agreement: { readonly name: string; readonly hash: string };
  readonly lead: string;
  readonly as_of: number;
  readonly stage: string;
  readonly stage_since: number;
  readonly moves: readonly Move[];
  readonly scores: Readonly<Record<string, number>>;
  readonly bands: Readonly<Record<string, string>>;
  readonly ledger: Readonly<Record<string, readonly LedgerLine[]>>;
  readonly grade: string | null;
  readonly persona: string | null;
  readonly route: {
    readonly id: string;
    readonly queue: string | null;
    readonly owner: string | null;
  } | null;
  readonly promises: readonly PromiseStatus[];
  readonly notices: readonly string[];
  /** Ids of all rules, rows and transitions that made it, in the order in which they were applied. */
  readonly reasons: readonly string[];
}

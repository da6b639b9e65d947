import type {
  Agreement,
  AttemptsPromise,
  Bound,
  Calendar,
  ClockPromise,
  Condition,
  Explanation,
  EventRule,
  EventType,
  Field,
  FieldType,
  IdleRule,
  LeadInput,
  LeadRule,
  Score,
  SourceSpan,
  Stage,
  Subject,
  Transition,
} from '../../src/ir/index.ts';
import { evaluate, readLead } from '../../src/ir/index.ts';
import { usualApprovals } from '../../src/lower/lower.ts';
import { packIntervals } from '../../src/time/index.ts';

export const minute = 60_000;
export const hour: number = 60 * minute;
export const day: number = 24 * hour;

/** Tuesday, 24 November 2026, 10:00 UTC. */
export const now: number = Date.UTC(2026, 10, 24, 10);

export const span: SourceSpan = { file: 'test.yaml', line: 1, col: 1, end_line: 1, end_col: 2 };

export function field(id: string, type: FieldType, parts: Partial<Field> = {}): Field {
  const decimals = type === 'money' || type === 'percent' ? 2 : type === 'decimal' ? 1 : 0;
  const isNumber = type === 'integer' || type === 'decimal' || type === 'money' || type === 'percent';
  return {
    kind: 'field',
    id,
    type,
    label: id,
    means: null,
    required: false,
    personal: false,
    unit: null,
    options: [],
    decimals,
    min: isNumber ? -100_000 : null,
    max: isNumber ? 100_000 : null,
    max_length: type === 'text' ? 50 : null,
    span,
    ...parts,
  };
}

export function options(...ids: string[]): Pick<Field, 'options'> {
  return { options: ids.map((id) => ({ id, label: id })) };
}

export function eventType(id: string, ...properties: Field[]): EventType {
  return { kind: 'event', id, by: 'lead', label: id, means: null, properties, enters: null, span };
}

export function stage(id: string, parts: Partial<Stage> = {}): Stage {
  return {
    kind: 'stage',
    id,
    title: id,
    exit: false,
    zone: null,
    owner: 'shared',
    definition: id,
    not: null,
    end: false,
    final_because: null,
    reasons: [],
    stale_after: null,
    span,
    ...parts,
  };
}

export function transition(
  id: string,
  by: Transition['by'],
  from: string | string[],
  to: string,
  parts: Partial<Transition> = {},
): Transition {
  return {
    kind: 'transition',
    id,
    by,
    from: [from].flat(),
    to,
    on: [],
    where: null,
    when: null,
    after_ms: null,
    without: [],
    because: null,
    in_force: null,
    span,
    ...parts,
  };
}

const ruleBase = { group: null, cap: null, floor: null, when: null, because: null, in_force: null, span };

export function leadRule(id: string, points: number, parts: Partial<LeadRule> = {}): LeadRule {
  return { kind: 'lead_rule', id, points, table: null, ...ruleBase, ...parts };
}

export function eventRule(id: string, points: number, parts: Partial<EventRule> = {}): EventRule {
  const events = { on: ['visit'], where: null, at_most: null, fades: null, stacks_with: [] };
  return { kind: 'event_rule', id, points, ...ruleBase, ...events, ...parts };
}

export function idleRule(id: string, points: number, parts: Partial<IdleRule> = {}): IdleRule {
  return { kind: 'idle_rule', id, points, ...ruleBase, every_ms: 30 * day, without: ['visit'], ...parts };
}

export function score(id: string, parts: Partial<Score> = {}): Score {
  return {
    kind: 'score',
    id,
    title: id,
    means: null,
    decimals: 0,
    when: null,
    since: [],
    cap: null,
    floor: null,
    groups: [],
    rules: [],
    tables: [],
    sum: [],
    bands: [],
    span,
    ...parts,
  };
}

export function group(id: string, parts: Partial<Score['groups'][number]> = {}): Score['groups'][number] {
  return { kind: 'group', id, cap: null, floor: null, when: null, span, ...parts };
}

const promiseBase = {
  by: 'sales',
  says: '',
  because: null,
  in_force: null,
  span,
  when: null,
  kept_for: null,
  per: null,
} as const;

export function clock(parts: Partial<ClockPromise> = {}): ClockPromise {
  return {
    kind: 'clock',
    id: 'contact',
    ...promiseBase,
    starts: ['asked'],
    stops: ['called'],
    pauses: [],
    restarts: [],
    within_ms: hour,
    calendar: 'always',
    remind_ms: null,
    escalate: [],
    ...parts,
  };
}

export function attempts(parts: Partial<AttemptsPromise> = {}): AttemptsPromise {
  return {
    kind: 'attempts',
    id: 'persistence',
    ...promiseBase,
    of: ['tried'],
    at_least: 3,
    within_ms: hour,
    calendar: 'always',
    starts: ['asked'],
    stops: ['called'],
    escalate: [],
    ...parts,
  };
}

/** A calendar that is open in these `[open, close)` of UTC. */
export function calendar(id: string, intervals: readonly (readonly [number, number])[]): Calendar {
  const opens = intervals.map(([open]) => open);
  const closes = intervals.map(([, close]) => close);
  return {
    kind: 'calendar',
    id,
    title: id,
    zone: 'UTC',
    tzdb: 'test',
    hours: [],
    holidays: [],
    special_days: [],
    from: now - 30 * day,
    until: now + 30 * day,
    intervals: packIntervals({ opens, closes }),
    span,
  };
}

/** An agreement of one stage without anything that decides; its vocabulary is below. */
export function agreement(parts: Partial<Agreement> = {}): Agreement {
  const stages = parts.stages ?? [
    stage('lead'),
    stage('mql'),
    stage('sql'),
    stage('recycled', { exit: true }),
  ];
  const scores = parts.scores ?? [];
  const text = field('path', 'text');
  const events = parts.events ?? [
    ...['visit', 'asked', 'called', 'tried', 'waits', 'answers', 'waits_too', 'answers_too'].map((id) =>
      eventType(id, ...(id === 'visit' ? [text, field('seconds', 'integer')] : [])),
    ),
    eventType('handed', field('owner', 'text')),
  ];
  const entries = stages.map(({ id }) => ({ ...eventType(`entered_${id}`), enters: id }));
  return {
    kind: 'agreement',
    ir_version: 1,
    hash: '0'.repeat(64),
    name: 'test',
    title: 'Test',
    summary: null,
    parties: [],
    roles: [],
    currency: 'EUR',
    time_zone: 'UTC',
    effective_from: '2026-10-01',
    review_by: '2027-03-31',
    notice_period_days: 14,
    approvals: usualApprovals,
    terms: [],
    fields: [
      field('level', 'choice', options('low', 'mid', 'top')),
      field('topics', 'choices', options('a', 'b', 'c')),
      field('flagged', 'flag'),
      field('staff', 'integer'),
      field('nps', 'decimal'),
      field('deal', 'money'),
      field('share', 'percent'),
      field('title', 'text'),
      field('ends', 'date'),
      field('tried_at', 'moment'),
      field('account_owner', 'text'),
    ],
    transitions: [],
    personas: [],
    grades: null,
    order: [...scores.map(({ id }) => id), 'persona', 'grade'],
    queues: [],
    people: [],
    routing: null,
    notices: [],
    acceptance: null,
    rejection: null,
    recycling: [],
    calendars: [],
    default_calendar: 'always',
    promises: [],
    assertions: [],
    waivers: [],
    goals: [],
    attribution: null,
    incentives: [],
    meetings: [],
    assumptions: [],
    mappings: [],
    examples: [],
    ...parts,
    scores,
    stages,
    events: [...events, ...entries],
  };
}

export function about(id: string): Subject {
  return { kind: 'field', id };
}

export function least(value: number, inclusive = true): { min: Bound; max: null } {
  return { min: { value, inclusive }, max: null };
}

export function most(value: number, inclusive = true): { min: null; max: Bound } {
  return { min: null, max: { value, inclusive } };
}

export function happened(
  events: string | string[],
  parts: Partial<Extract<Condition, { kind: 'event' }>> = {},
): Condition {
  const open = { min: 1, max: null, within_ms: null, since: [], where: null };
  return { kind: 'event', events: [events].flat(), ...open, ...parts };
}

/** A lead that was created ten days ago. */
export function lead(parts: Partial<LeadInput> = {}): LeadInput {
  return { id: 'l1', created_at: now - 10 * day, ...parts };
}

export function decide(agreement: Agreement, input: LeadInput, asOf: number = now): Explanation {
  const reading = readLead(agreement, input);
  if ('problems' in reading) throw new Error(JSON.stringify(reading.problems));
  return evaluate(agreement, reading.lead, { asOf });
}

/** Whether a condition holds for a lead: asked through a score's rule. */
export function isTrue(condition: Condition, input: LeadInput, parts: Partial<Agreement> = {}): boolean {
  const asked = score('asked_about', { rules: [leadRule('it', 1, { when: condition })] });
  const scores = [...(parts.scores ?? []), asked];
  const order = [...(parts.order ?? []), 'asked_about'];
  return decide(agreement({ ...parts, scores, order }), input).scores['asked_about'] === 1;
}

// What who installs the engine relies on, checked by the compiler: `npm run typecheck`. Nothing here is run.
import {
  agreement,
  assign,
  type Assignment,
  decide,
  type Decision,
  type EventInput,
  explain,
  type Lead,
  type LeadInput,
  parseLead,
  type PersonId,
  type PromiseId,
  type QueueId,
  readLead,
  release,
  slaStatus,
  type SlaStatus,
  type SlaStep,
  type StageId,
} from '@smarketing/engine-acme';
import { expectTypeOf } from 'vitest';

// Choices are literal unions
type Seniority = NonNullable<Lead['seniority']>;
expectTypeOf<Seniority>().toEqualTypeOf<'individual' | 'manager' | 'director' | 'vp' | 'c_level'>();
expectTypeOf<Extract<StageId, 'mql' | 'sal' | 'sql'>>().toEqualTypeOf<'mql' | 'sal' | 'sql'>();
expectTypeOf<Extract<PersonId, 'somebody'>>().toEqualTypeOf<never>();

// Leads: required fields, options, properties of events
const input: LeadInput = { id: '1', created_at: '2026-11-20T10:00:00Z', source: 'website', seniority: 'vp' };
const event: EventInput = { event: 'page_viewed', at: 0, properties: { path: '/pricing' } };
// @ts-expect-error: no such option
export const option: LeadInput = { ...input, seniority: 'boss' };
// @ts-expect-error: no such field
export const field: LeadInput = { id: '1', created_at: 0, source: 'website', senority: 'vp' };
// @ts-expect-error: a number is asked
export const text: LeadInput = { ...input, employees: 'many' };
// @ts-expect-error: no such event
export const unknown: EventInput = { event: 'page_view', at: 0 };
// @ts-expect-error: the path is missing
export const bare: EventInput = { event: 'page_viewed', at: 0, properties: {} };
// @ts-expect-error: a request has no properties
export const more: EventInput = { event: 'demo_requested', at: 0, properties: { path: '/pricing' } };
export const empty: EventInput = { event: 'demo_requested', at: 0, properties: {} };

// Only what was read is decided
const lead = parseLead({ ...input, events: [event] });
// @ts-expect-error: it has to be read first
decide(input, { asOf: 0 });
// @ts-expect-error: and at a moment
decide(lead, {});
const reading = readLead(input);
// @ts-expect-error: there may be problems instead
export const early = reading.lead;

// Decisions
const decision = decide(lead, { asOf: 0 });
expectTypeOf(decision).toEqualTypeOf<Decision>();
expectTypeOf<Decision['agreement']['name']>().toEqualTypeOf<'acme'>();
expectTypeOf<Decision['bands']['fit']>().toEqualTypeOf<'A' | 'B' | 'C' | 'D'>();
expectTypeOf<Decision['stage']>().toEqualTypeOf<StageId>();
expectTypeOf<NonNullable<Decision['route']>['queue']>().toEqualTypeOf<QueueId | null>();
expectTypeOf<Decision['promises'][number]['id']>().toEqualTypeOf<PromiseId>();
// @ts-expect-error: what explains it is of `explain`
export const why = decision.reasons;
const first: string | undefined = explain(lead, { asOf: 0 }).reasons[0];
const because: string | null = agreement.rules.size_core.because;

// Every kind of step can be told apart, and none can be forgotten
function told(step: SlaStep): string | number {
  switch (step.kind) {
    case 'started':
    case 'restarted':
    case 'paused':
    case 'resumed':
    case 'attempted':
    case 'stopped':
      return step.event;
    case 'open':
      return step.counted ? step.work_ms : step.until;
    case 'overdue':
      return step.work_ms;
    case 'holiday':
      return step.name ?? step.day;
    case 'closed':
      return step.day;
    case 'reminder':
    case 'due':
      return step.at;
    case 'escalation':
      return step.to;
    default:
      return step satisfies never;
  }
}
const [status] = slaStatus(lead, { asOf: 0 });
expectTypeOf(status).toEqualTypeOf<SlaStatus | undefined>();
expectTypeOf<SlaStatus['id']>().toEqualTypeOf<PromiseId>();
// @ts-expect-error: it may not have started
export const due: number = status?.due_at;

// Assignments
const { person, state } = assign(null, 'dach_desk');
expectTypeOf(person).toEqualTypeOf<PersonId | null>();
const next: Assignment = assign(state, decision.route);
// @ts-expect-error: no such queue
assign(state, 'dach');
// @ts-expect-error: no such person
release(state, 'somebody');

export { because, first, next, told };

import { overlay } from '../broken/cases.ts';

/** Each text that people read, in an agreement that says `Plain words of <where>.` there. */
export const said = overlay(
  new Map([
    [
      'agreement.yaml',
      `smarketing: 1
title: Agreement of the broken cases
parties:
  marketing: { title: Marketing, head: Head of Marketing, approvers: ['@north/marketing'] }
  sales: { title: Sales, head: Head of Sales, approvers: ['@north/sales'] }
roles:
  sales_manager: { title: Sales manager, party: sales }
currency: EUR
time_zone: Europe/Berlin
effective_from: 2026-10-01
review_by: 2027-03-31
notice_period: 14 days
assertions:
  - id: big_are_fit
    says: Plain words of an assertion.
    when: { employees: { at_least: 1000 } }
    never: { fit: { below: 0 } }
    because: Plain words of the reason of an assertion.
waivers:
  - { finding: queue-unused, of: later_desk, because: Plain words of a waiver., until: 2027-01-31 }
`,
    ],
    [
      'vocabulary/terms.yaml',
      `terms:
  mql: { title: Qualified lead, means: That is no hot lead., not: Any hot lead., avoid: [hot lead] }
  sql: { title: Plain words of the title of a term., means: Plain words of the meaning of a term., not: Plain words of the limit of a term. }
`,
    ],
    [
      'vocabulary/more.yaml',
      `fields:
  region: { type: text, max_length: 9, label: Plain words of a field., means: Plain words of the meaning of a field. }
events:
  lead_called: { by: sales, label: Plain words of an event., means: Plain words of the meaning of an event. }
`,
    ],
    [
      'funnel/exits.yaml',
      `exits:
  recycled:
    owner: marketing
    title: Plain words of the title of an exit.
    definition: Plain words of the definition of an exit.
    not: Plain words of the limit of an exit.
    enter: { from: [mql, sql], on: sales_rejected, because: Plain words of a way in. }
    back: { to: mql, on: demo_requested, because: Plain words of a way back. }
    stale_after: { after: 365 days, to: mql }
  gone:
    owner: marketing
    definition: Never again.
    enter: { from: mql, on: lead_called }
    final: Plain words of a final exit.
`,
    ],
    [
      'personas.yaml',
      `personas:
  decider:
    title: Plain words of the title of a persona.
    who: Plain words of a persona.
    when: { seniority: [director, vp] }
    goals: [Plain words of a goal of a persona.]
    pains: [Plain words of a pain.]
    questions: [Plain words of a question.]
`,
    ],
    [
      'scoring/fit.yaml',
      `scores:
  fit:
    title: Plain words of the title of a score.
    means: Plain words of a score.
    rules:
      - { id: senior, points: 30, when: { seniority: vp }, because: Plain words of a scoring rule. }
    bands:
      A: { at_least: 30 }
      B: { below: 30 }
`,
    ],
    [
      'scoring/grades.yaml',
      `grades:
  match: first
  order: [A1, B1]
  worse_grade_because: Plain words of a worse grade.
  table:
    - { id: best, fit: { at_least: 30 }, grade: A1, because: Plain words of a row of grades. }
  otherwise: B1
`,
    ],
    [
      'handoff/queues.yaml',
      `queues:
  big_desk: { party: sales, title: Plain words of a queue., calendar: office, assign: by_hand }
  inbound: { party: sales, calendar: office, assign: by_hand }
  later_desk: { party: sales, calendar: office, assign: by_hand }
`,
    ],
    [
      'handoff/routing.yaml',
      `routing:
  stages: [mql, sql]
  match: first
  table:
    - { id: big, employees: { at_least: 1000 }, to: big_desk, because: Plain words of a route. }
  otherwise: inbound
`,
    ],
    [
      'handoff/notify.yaml',
      `notify:
  - { id: tell_owner, on: mql, to: owner, by: [email], says: Plain words of a notice. }
`,
    ],
    [
      'handoff/returns.yaml',
      `acceptance: { on: sales_accepted, means: Plain words of acceptance., checklist: [Plain words of a check.] }
rejection:
  on: sales_rejected
  means: Plain words of rejection.
  reasons: { bad_timing: Plain words of the reason of a rejection., no_budget: No budget }
recycling:
  - { id: later, exit: recycled, reasons: [bad_timing, no_budget], owner: marketing, does: Plain words of recycling. }
`,
    ],
    [
      'sla/promises.yaml',
      `promises:
  first_call:
    by: sales
    says: Plain words of a promise.
    because: Plain words of the reason of a promise.
    clock: { starts: sql, stops: [first_contact] }
    within: 1 hour
`,
    ],
    [
      'goals.yaml',
      `goals:
  new_revenue:
    metric: revenue
    target: 10000
    by: 2026-12-31
    owner: shared
    because: Plain words of a goal.
    deal_size: 1000
    rates: [{ from: lead, to: customer, rate: 2% }]
    needs: { customer: 10, lead: 500 }
incentives:
  - { id: dinner, for: shared, on: new_revenue, says: Plain words of an incentive. }
`,
    ],
    [
      'cadence.yaml',
      `meetings:
  weekly:
    title: Plain words of a meeting.
    every: week
    on: monday
    at: '09:30'
    minutes: 30
    owner: shared
    who: [sales_manager]
    agenda: [Plain words of a point of an agenda.]
`,
    ],
    ['examples/basics.yaml.removed', ''],
  ]),
);

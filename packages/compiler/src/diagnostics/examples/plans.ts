import type { planCodes } from '../codes/plans.ts';
import type { Example } from './example.ts';

export const planExamples = {
  'goal-not-smart': {
    file: 'goals.yaml',
    text: `
  goals:
-   ⟦more_customers⟧:
+   more_customers:
      metric: customer
      target: 10
+     by: 2026-12-31
+     owner: sales
+     because: Pays for the second team.
`,
  },
  'goal-arithmetic': {
    file: 'goals.yaml',
    text: `
  goals:
    new_revenue:
      metric: revenue
      target: 10000
      by: 2026-12-31
      owner: shared
      because: Pays for the second team.
      deal_size: 1000
      rates: [{ from: lead, to: customer, rate: 2% }]
-     needs: { customer: 10, lead: ⟦200⟧ }
+     needs: { customer: 10, lead: 500 }
`,
  },
  'goal-needs-deal-size': {
    file: 'goals.yaml',
    text: `
  goals:
-   ⟦new_revenue⟧:
+   new_revenue:
      metric: revenue
      target: 10000
      by: 2026-12-31
      owner: shared
      because: Pays for the second team.
+     deal_size: 1000
`,
  },
  'goal-rates-broken': {
    file: 'goals.yaml',
    text: `
  goals:
    more_customers:
      metric: customer
      target: 10
      by: 2026-12-31
      owner: sales
      because: Pays for the second team.
      rates:
        - { from: sql, to: customer, rate: 25% }
-       - { from: lead, to: ⟦mql⟧, rate: 10% }
+       - { from: mql, to: sql, rate: 40% }
+       - { from: lead, to: mql, rate: 10% }
`,
  },
  'goal-too-late': {
    file: 'goals.yaml',
    text: `
  goals:
    more_customers:
      metric: customer
      target: 10
-     by: ⟦2026-09-30⟧
+     by: 2026-12-31
      owner: sales
      because: Pays for the second team.
`,
    given: {
      'agreement.yaml': `
  effective_from: 2026-10-01
`,
    },
  },
  'promise-below-goal': {
    file: 'sla.yaml',
    text: `
  promises:
-   ⟦lead_volume:
+   lead_volume:
      by: marketing
-     says: Deliver 100 leads a month.
-     deliver: { stage: lead, at_least: 100, per: month }⟧
+     says: Deliver 500 leads a month.
+     deliver: { stage: lead, at_least: 500, per: month }
`,
    given: {
      'goals.yaml': `
  goals:
    more_customers:
      metric: customer
      target: 10
      by: 2026-12-31
      owner: sales
      because: Pays for the second team.
      rates: [{ from: lead, to: customer, rate: 2% }]
`,
    },
  },
  'weights-sum': {
    file: 'goals.yaml',
    text: `
  attribution:
-   ⟦weights⟧:
+   weights:
      first_touch: 40%
-     last_touch: 50%
+     last_touch: 60%
`,
  },
  'estimate-reversed': {
    file: 'forecast.yaml',
    text: `
  assumptions:
    web:
      kind: arrivals
-     leads: ⟦{ value: 100, low: 120, high: 130 }⟧
+     leads: { value: 100, low: 80, high: 130 }
      per: month
      with: { seniority: vp }
      source: CRM
`,
  },
  'capacity-without-calendar': {
    file: 'forecast.yaml',
    text: `
  assumptions:
    desk:
      kind: capacity
-     queue: ⟦big_desk⟧
+     queue: inbound
      people: 3
      per_person: 20
      per: day
      source: CRM
`,
    given: {
      'sla/calendars.yaml': `
  calendars:
    office: { zone: Europe/Berlin, hours: { weekdays: [09:00-18:00] } }
`,
      'handoff.yaml': `
  queues:
    big_desk: { party: marketing, members: [ann], assign: round_robin }
    inbound: { party: sales, calendar: office, assign: by_hand }
`,
    },
  },
  'spread-unfit': {
    file: 'forecast.yaml',
    text: `
  assumptions:
-   ⟦sizes⟧:
+   sizes:
      kind: mix
      field: employees
-     shares: { '10': 100% }
+     ranges: [{ between: [10, 49], share: 100% }]
      source: CRM
`,
  },
  'assumption-twice': {
    file: 'forecast.yaml',
    text: `
  assumptions:
    accepting: { kind: conversion, from: mql, to: sql, rate: 40%, source: CRM }
-   ⟦accepting_now: { kind: conversion, from: mql, to: sql, rate: 45%, source: CRM }⟧
`,
  },
  'arrivals-without-leads': {
    file: 'forecast.yaml',
    text: `
  assumptions:
-   ⟦web: { kind: arrivals, leads: 0, per: month, with: { seniority: vp }, source: CRM }⟧
+   web: { kind: arrivals, leads: 100, per: month, with: { seniority: vp }, source: CRM }
`,
  },
  'required-not-drawn': {
    file: 'forecast.yaml',
    text: `
  assumptions:
-   ⟦web: { kind: arrivals, leads: 100, per: month, source: CRM }⟧
+   web: { kind: arrivals, leads: 100, per: month, with: { seniority: vp }, source: CRM }
`,
  },
  'behaviour-below-once': {
    file: 'forecast.yaml',
    text: `
  assumptions:
-   ⟦asking: { kind: behaviour, event: demo_requested, share: 10%, times: 0.5, within: 7 days, source: CRM }⟧
+   asking: { kind: behaviour, event: demo_requested, share: 5%, within: 7 days, source: CRM }
`,
  },
  'conversion-without-way': {
    file: 'forecast.yaml',
    text: `
  assumptions:
-   ⟦winning: { kind: conversion, from: lead, to: customer, rate: 2%, source: CRM }⟧
+   winning: { kind: conversion, from: sql, to: customer, rate: 20%, source: CRM }
`,
  },
  'conversion-over-whole': {
    file: 'forecast.yaml',
    text: `
  assumptions:
    accepting: { kind: conversion, from: mql, to: sql, rate: 70%, source: CRM }
-   ⟦sending_back: { kind: conversion, from: mql, to: recycled, rate: 40%, source: CRM }⟧
+   sending_back: { kind: conversion, from: mql, to: recycled, rate: 25%, source: CRM }
`,
  },
  'activity-in-circle': {
    file: 'forecast.yaml',
    text: `
  assumptions:
-   ⟦calling: { kind: activity, event: call_made, after: [mql, call_made], takes: 2 days, source: CRM }⟧
+   calling: { kind: activity, event: call_made, after: mql, times: 3, takes: 2 days, source: CRM }
`,
  },
  'effort-without-person': {
    file: 'forecast.yaml',
    text: `
  assumptions:
-   asking: { kind: activity, event: demo_requested, after: mql, share: 20%, effort: ⟦5 minutes⟧, source: CRM }
+   asking: { kind: activity, event: demo_requested, after: mql, share: 20%, source: CRM }
`,
  },
  'queue-without-capacity': {
    file: 'forecast.yaml',
    text: `
  assumptions:
    inbound_hands: { kind: capacity, queue: inbound, people: 3, per_person: 20, per: day, source: CRM }
+   big_hands: { kind: capacity, queue: big_desk, people: 1, per_person: 5, per: day, source: CRM }
`,
  },
  'unknown-column': {
    file: 'mappings/crm.yaml',
    text: `
  system: A CRM export
  columns: [Lead ID, Created, Level, Staff]
  id: Lead ID
  created_at: Created
  fields:
    seniority: Level
-   employees: { column: ⟦Employees⟧ }
+   employees: { column: Staff }
`,
    also: ['column-not-mapped'],
  },
  'column-mapped-twice': {
    file: 'mappings/crm.yaml',
    text: `
  system: A CRM export
  columns: [Lead ID, Created, Level, Staff]
  id: Lead ID
  created_at: Created
  fields:
    seniority: Level
    employees: Staff
-   job_title: ⟦Level⟧
`,
  },
  'column-not-mapped': {
    file: 'mappings/crm.yaml',
    text: `
  system: A CRM export
- columns: [Lead ID, Created, Level, ⟦Notes⟧]
+ columns: [Lead ID, Created, Level, Notes]
  id: Lead ID
  created_at: Created
  fields:
    seniority: Level
+ ignore: [Notes]
`,
  },
  'required-not-mapped': {
    file: 'mappings/crm.yaml',
    text: `
  system: A CRM export
  id: Lead ID
  created_at: Created
- ⟦fields⟧:
+ fields:
    employees: Staff
+   seniority: Level
`,
    given: {
      'vocabulary.yaml': `
  fields:
    seniority:
      type: choice
      options: [individual, manager, director, vp]
      required: true
`,
    },
  },
  'bad-example': {
    file: 'examples/basics.yaml',
    text: `
  examples:
    - id: new_lead
      says: Nobody knows enough of a new lead.
      as_of: 2026-11-24 10:00
-     lead: { seniority: manager, ⟦employees: 0⟧ }
+     lead: { seniority: manager, employees: 1 }
      expect: { stage: lead }
`,
  },
} as const satisfies Record<keyof typeof planCodes, Example>;

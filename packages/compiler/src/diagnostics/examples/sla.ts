import type { slaCodes } from '../codes/sla.ts';
import type { Example } from './example.ts';

export const slaExamples = {
  'calendar-never-open': {
    file: 'sla.yaml',
    text: `
  calendars:
-   ⟦office⟧:
+   office:
      zone: Europe/Berlin
-     hours: {}
+     hours: { weekdays: [09:00-18:00] }
`,
  },
  'hours-overlap': {
    file: 'sla.yaml',
    text: `
  calendars:
    office:
      zone: Europe/Berlin
-     hours: { weekdays: [09:00-13:00, ⟦12:30-18:00⟧] }
+     hours: { weekdays: [09:00-13:00, 14:00-18:00] }
`,
  },
  'date-twice': {
    file: 'sla.yaml',
    text: `
  calendars:
    office:
      zone: Europe/Berlin
      hours: { weekdays: [09:00-18:00] }
-     holidays: [2026-12-25, ⟦2026-12-25⟧]
+     holidays: [2026-12-25, 2026-12-26]
`,
  },
  'days-on-calendar': {
    file: 'sla.yaml',
    text: `
  promises:
    offer:
      by: sales
      says: Send an offer within two working days.
      clock: { starts: mql, stops: [deal_won] }
-     within: ⟦2 days⟧
+     within: 16 hours
      calendar: office
`,
  },
  'event-in-two-roles': {
    file: 'sla.yaml',
    text: `
  promises:
-   ⟦offer:
+   offer:
      by: sales
      says: Send an offer.
-     clock: { starts: mql, stops: [deal_won, mql] }
-     within: 16 hours⟧
+     clock: { starts: mql, stops: [deal_won] }
+     within: 16 hours
`,
  },
  'clock-misses-new-leads': {
    file: 'sla.yaml',
    text: `
  promises:
-   ⟦answer:
+   answer:
      by: marketing
      says: Answer every new lead.
-     clock: { starts: lead, stops: [call_made] }
-     within: 16 hours⟧
+     clock: { starts: demo_requested, stops: [call_made] }
+     within: 16 hours
`,
    given: {
      'mappings/crm.yaml': `
  system: A CRM export
  id: Lead ID
  created_at: Created
  fields: { seniority: Level, employees: Staff }
`,
    },
  },
  'remind-after-deadline': {
    file: 'sla.yaml',
    text: `
  promises:
    offer:
      by: sales
      says: Send an offer.
      clock: { starts: mql, stops: [deal_won] }
      within: 2 hours
-     remind: ⟦3 hours⟧
+     remind: 30 minutes
`,
  },
  'queue-has-no-members': {
    file: 'sla.yaml',
    text: `
  promises:
    per_head:
      by: marketing
      says: 100 MQLs a month for each of the desk.
      deliver:
        stage: mql
        at_least: 100
        per: month
-       for_each: ⟦inbound⟧
+       for_each: big_desk
`,
    given: {
      'handoff.yaml': `
  queues:
    big_desk: { party: sales, members: [ann], assign: round_robin }
    inbound: { party: sales, calendar: office, assign: by_hand }
`,
    },
  },
  'promise-infeasible': {
    none: 'It takes a whole agreement: leads, rules, desks, calendars and a forecast, which are simulated together.',
  },
} as const satisfies Record<keyof typeof slaCodes, Example>;

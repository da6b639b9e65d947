import type { shapeCodes } from '../codes/shape.ts';
import type { Example } from './example.ts';

export const shapeExamples = {
  'unknown-key': {
    file: 'cadence.yaml',
    text: `
  meetings:
    weekly:
      title: Weekly
-     ⟦evry⟧: week
+     every: week
      minutes: 30
      owner: shared
      who: [sales_manager]
      agenda: [Promises]
`,
  },
  'missing-key': {
    file: 'cadence.yaml',
    text: `
  meetings:
-   ⟦weekly⟧:
+   weekly:
      title: Weekly
      every: week
      minutes: 30
+     owner: shared
      who: [sales_manager]
      agenda: [Promises]
`,
  },
  'wrong-type': {
    file: 'cadence.yaml',
    text: `
  meetings:
    weekly:
      title: Weekly
      every: week
-     minutes: ⟦half an hour⟧
+     minutes: 30
      owner: shared
      who: [sales_manager]
      agenda: [Promises]
`,
  },
  'not-one-of': {
    file: 'cadence.yaml',
    text: `
  meetings:
    weekly:
      title: Weekly
      every: week
      minutes: 30
-     owner: ⟦everybody⟧
+     owner: shared
      who: [sales_manager]
      agenda: [Promises]
`,
  },
  'out-of-range': {
    file: 'cadence.yaml',
    text: `
  meetings:
    weekly:
      title: Weekly
      every: week
-     minutes: ⟦3⟧
+     minutes: 30
      owner: shared
      who: [sales_manager]
      agenda: [Promises]
`,
  },
  'empty-list': {
    file: 'cadence.yaml',
    text: `
  meetings:
    weekly:
      title: Weekly
      every: week
      minutes: 30
      owner: shared
      who: [sales_manager]
-     agenda: ⟦[]⟧
+     agenda: [Promises, Rejected leads]
`,
  },
  'empty-text': {
    file: 'personas.yaml',
    text: `
  personas:
    decider:
-     title: ⟦''⟧
+     title: Decider
      when: { seniority: vp }
`,
  },
  'bad-name': {
    file: 'personas.yaml',
    text: `
  personas:
-   ⟦Decision-Maker⟧:
+   decision_maker:
      title: Decision-Maker
      when: { seniority: vp }
`,
  },
  'reserved-name': {
    file: 'vocabulary.yaml',
    text: `
  fields:
    region:
      type: choice
-     options: { se: Sweden, ⟦no⟧: Norway }
+     options: { swe: Sweden, nor: Norway }
`,
  },
  'bad-duration': {
    file: 'funnel.yaml',
    text: `
  stages:
    mql:
      zone: mofu
      owner: shared
      definition: Fits, and is interested.
      enter: { from: lead, when: { total: { at_least: 50 } } }
-     stale_after: { after: ⟦2 months⟧, to: recycled }
+     stale_after: { after: 60 days, to: recycled }
`,
  },
  'bad-period': {
    file: 'sla.yaml',
    text: `
  promises:
    lead_volume:
      by: marketing
      says: Deliver 500 leads a month.
-     deliver: { stage: lead, at_least: 500, per: ⟦monthly⟧ }
+     deliver: { stage: lead, at_least: 500, per: month }
`,
  },
  'bad-date': {
    file: 'agreement.yaml',
    text: `
- review_by: ⟦31.03.2027⟧
+ review_by: 2027-03-31
`,
  },
  'bad-moment': {
    file: 'examples/basics.yaml',
    text: `
  examples:
    - id: new_lead
      says: Nobody knows enough of a new lead.
-     as_of: ⟦24.11.2026, 10 am⟧
+     as_of: 2026-11-24 10:00
      lead: { seniority: manager }
      expect: { stage: lead }
`,
  },
  'bad-time': {
    file: 'cadence.yaml',
    text: `
  meetings:
    weekly:
      title: Weekly
      every: week
-     at: ⟦9:30am⟧
+     at: '09:30'
      minutes: 30
      owner: shared
      who: [sales_manager]
      agenda: [Promises]
`,
  },
  'bad-percent': {
    file: 'goals.yaml',
    text: `
  attribution:
    weights:
-     first_touch: ⟦0.4⟧
+     first_touch: 40%
      last_touch: 60%
`,
  },
  'bad-hours': {
    file: 'sla.yaml',
    text: `
  calendars:
    office:
      zone: Europe/Berlin
-     hours: { weekdays: [⟦9-18⟧] }
+     hours: { weekdays: [09:00-18:00] }
`,
  },
  'bad-limit': {
    file: 'scoring.yaml',
    text: `
  scores:
    interest:
      rules:
        - id: reads
          on: page_viewed
          points: 1
-         at_most: ⟦once a day⟧
+         at_most: 1 per day
`,
  },
  'too-many-decimals': {
    file: 'scoring.yaml',
    text: `
  scores:
    interest:
+     decimals: 1
      rules:
        - id: vp_asks
-         points: ⟦2.5⟧
+         points: 2.5
          when: { seniority: vp }
`,
  },
  'exactly-one-of': {
    file: 'sla.yaml',
    text: `
  promises:
-   ⟦lead_quality⟧:
+   lead_quality:
      by: marketing
      says: At least 35% of MQLs are accepted by sales.
-     deliver: { stage: sql, at_least: 100, per: month }
      ratio:
        of: sql
        from: mql
        at_least: 35%
        per: month
        cohort: entered
`,
  },
} as const satisfies Record<keyof typeof shapeCodes, Example>;

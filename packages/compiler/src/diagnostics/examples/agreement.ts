import type { agreementCodes } from '../codes/agreement.ts';
import type { Example } from './example.ts';

export const agreementExamples = {
  'review-overdue': {
    file: 'agreement.yaml',
    text: `
  effective_from: 2025-10-01
- review_by: ⟦2026-03-31⟧
+ review_by: 2027-03-31
`,
  },
  'dates-reversed': {
    file: 'agreement.yaml',
    text: `
- effective_from: 2027-10-01
+ effective_from: 2026-10-01
- review_by: ⟦2027-03-31⟧
+ review_by: 2027-03-31
`,
    also: ['goal-too-late'],
  },
  'unknown-zone': {
    file: 'agreement.yaml',
    text: `
- time_zone: ⟦CET⟧
+ time_zone: Europe/Berlin
`,
  },
  'unknown-currency': {
    file: 'agreement.yaml',
    text: `
- currency: ⟦Euro⟧
+ currency: EUR
`,
  },
  'word-to-avoid': {
    file: 'personas.yaml',
    text: `
  personas:
-   ⟦decider:
+   decider:
      title: Decider
-     who: Most often a hot lead.
-     when: { seniority: vp }⟧
+     who: Most often a qualified lead.
+     when: { seniority: vp }
`,
    given: {
      'vocabulary.yaml': `
  terms:
    mql:
      title: Qualified lead
      means: A lead that sales should look at.
      avoid: [hot lead]
`,
    },
  },
} as const satisfies Record<keyof typeof agreementCodes, Example>;

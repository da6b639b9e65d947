import type { conditionCodes } from '../codes/conditions.ts';
import type { Example } from './example.ts';

export const conditionExamples = {
  'empty-condition': {
    file: 'scoring.yaml',
    text: `
  scores:
    interest:
      rules:
-       - { id: fits, points: 5, when: ⟦{}⟧ }
+       - id: fits
+         points: 5
+         when: { seniority: vp }
`,
  },
  'wrong-test': {
    file: 'scoring.yaml',
    text: `
  scores:
    interest:
      rules:
        - id: large
          points: 5
-         when: { employees: ⟦'>= 50'⟧ }
+         when: { employees: { at_least: 50 } }
`,
  },
  'reversed-range': {
    file: 'scoring.yaml',
    text: `
  scores:
    interest:
      rules:
        - id: mid_market
          points: 5
-         when: { employees: ⟦{ from: 1000, below: 50 }⟧ }
+         when: { employees: { from: 50, below: 1000 } }
`,
  },
  'empty-range': {
    file: 'scoring.yaml',
    text: `
  scores:
    interest:
      rules:
        - id: fifty
          points: 5
-         when: { employees: ⟦{ from: 50, below: 50 }⟧ }
+         when: { employees: { between: [50, 50] } }
`,
  },
  'impossible-value': {
    file: 'scoring.yaml',
    text: `
  scores:
    interest:
      rules:
        - id: huge
          points: 5
-         when: { employees: { at_least: ⟦1000000⟧ } }
+         when: { employees: { at_least: 10000 } }
`,
    given: {
      'vocabulary.yaml': `
  fields:
    employees: { type: integer, min: 1, max: 100000 }
`,
    },
  },
  'never-missing': {
    file: 'scoring.yaml',
    text: `
  scores:
    interest:
      rules:
        - id: known
          points: 5
-         when: { seniority: ⟦present⟧ }
+         when: { country: present }
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
  'missing-slips-in': {
    file: 'scoring.yaml',
    text: `
  scores:
    interest:
      rules:
        - id: abroad
          points: 5
          when:
            all:
+             - { country: present }
-             - { country: { not: ⟦de⟧ } }
+             - { country: { not: de } }
`,
  },
  'option-twice': {
    file: 'scoring.yaml',
    text: `
  scores:
    interest:
      rules:
        - id: heads
          points: 5
-         when: { seniority: [vp, ⟦vp⟧] }
+         when: { seniority: [director, vp] }
`,
  },
  'where-without-properties': {
    file: 'scoring.yaml',
    text: `
  scores:
    interest:
      rules:
-       - id: demo
-         on: demo_requested
-         ⟦where⟧: { path: { starts_with: /pricing } }
+       - id: prices
+         on: page_viewed
+         where: { path: { starts_with: /pricing } }
          points: 5
          at_most: 1
`,
    given: {
      'vocabulary.yaml': `
  events:
    demo_requested: { by: lead }
    page_viewed:
      by: lead
      properties: { path: { type: text, max_length: 300, required: true } }
`,
    },
  },
  'where-differs': {
    file: 'scoring.yaml',
    text: `
  scores:
    growth:
      rules:
        - id: grows
-         on: [invoice_sent, seats_added]
-         ⟦where⟧: { amount: { at_least: 10 } }
+         on: seats_added
+         where: { amount: { at_least: 10 } }
          points: 5
`,
    given: {
      'vocabulary.yaml': `
  events:
    invoice_sent:
      by: sales
      properties: { amount: { type: money, min: 0, max: 1000000 } }
    seats_added:
      by: lead
      properties: { amount: { type: integer, min: 0, max: 1000 } }
`,
    },
  },
  'some-of-too-few': {
    file: 'scoring.yaml',
    text: `
  scores:
    interest:
      rules:
        - id: signals
          points: 5
          when:
            some:
-             ⟦at_least: 3
+             at_least: 2
              of: [{ seniority: vp }, { gave_consent: true }]⟧
`,
  },
  'circular-definition': {
    file: 'scoring.yaml',
    text: `
  scores:
-   ⟦interest:
+   interest:
      rules:
-       - { id: fits_well, points: 5, when: { suitability: { at_least: 5 } } }⟧
+       - id: heads
+         points: 5
+         when: { seniority: vp }
    suitability:
      rules:
        - id: keen
          points: 5
          when: { interest: { at_least: 5 } }
`,
  },
  'in-force-reversed': {
    file: 'scoring.yaml',
    text: `
  scores:
    interest:
      rules:
-       - ⟦id: christmas
+       - id: christmas
          points: 5
          when: { seniority: vp }
-         in_force: { from: 2026-12-31, until: 2026-12-01 }⟧
+         in_force: { from: 2026-12-01, until: 2026-12-31 }
`,
  },
} as const satisfies Record<keyof typeof conditionCodes, Example>;

import type { scoringCodes } from '../codes/scoring.ts';
import type { Example } from './example.ts';

export const scoringExamples = {
  'cap-below-floor': {
    file: 'scoring.yaml',
    text: `
  scores:
-   ⟦interest:
-     cap: 0
-     floor: 10
+   interest:
+     floor: 0
+     cap: 10
      rules:
-       - { id: reads, on: page_viewed, points: 1 }⟧
+       - { id: reads, on: page_viewed, points: 1 }
`,
  },
  'threshold-too-high': {
    file: 'handoff.yaml',
    text: `
  routing:
    stages: [mql, sql]
    match: first
    table:
      - { id: big, employees: { at_least: 1000 }, to: big_desk }
-     - { id: great, fit: { at_least: ⟦60⟧ }, to: big_desk }
+     - { id: great, fit: { at_least: 50 }, to: big_desk }
    otherwise: inbound
`,
    given: {
      'scoring.yaml': `
  scores:
    fit:
      floor: 0
      rules:
        - id: senior
          points: 20
          when: { seniority: [director, vp] }
        - id: mid_size
          points: 30
          when: { employees: { from: 50, below: 1000 } }
        - id: student
          points: -20
          when: { job_title: { contains: student } }
      bands:
        A: { at_least: 30 }
        B: { below: 30 }
`,
    },
  },
  'threshold-too-low': {
    file: 'handoff.yaml',
    text: `
  routing:
    stages: [mql, sql]
    match: first
    table:
      - { id: big, employees: { at_least: 1000 }, to: big_desk }
-     - { id: poor, fit: { below: ⟦0⟧ }, to: big_desk }
+     - { id: poor, fit: { below: 10 }, to: big_desk }
    otherwise: inbound
`,
  },
  'bands-overlap': {
    file: 'scoring.yaml',
    text: `
  scores:
    interest:
      rules:
        - { id: reads, on: page_viewed, points: 1 }
      bands:
        high: { at_least: 10 }
-       ⟦low: { at_most: 10 }⟧
+       low: { below: 10 }
`,
  },
  'bands-gap': {
    file: 'scoring.yaml',
    text: `
  scores:
    interest:
      rules:
        - { id: reads, on: page_viewed, points: 1 }
      bands:
-       ⟦high: { at_least: 10 }⟧
+       high: { at_least: 10 }
-       low: { from: 1, below: 10 }
+       low: { below: 10 }
`,
  },
  'mixed-rule': {
    file: 'scoring.yaml',
    text: `
  scores:
    interest:
      rules:
        - id: heads
          points: 5
          when: { seniority: vp }
-         ⟦at_most⟧: 1 per day
`,
  },
  'rule-without-cause': {
    file: 'scoring.yaml',
    text: `
  scores:
    interest:
      rules:
-       - ⟦{ id: heads, points: 5 }⟧
+       - id: heads
+         points: 5
+         when: { seniority: vp }
`,
  },
  'empty-score': {
    file: 'scoring.yaml',
    text: `
  scores:
-   ⟦interest⟧:
+   interest:
      title: Interest
+     rules:
+       - { id: reads, on: page_viewed, points: 1 }
`,
  },
  'sum-with-rules': {
    file: 'scoring.yaml',
    text: `
  scores:
    interest:
      rules:
        - id: heads
          points: 5
          when: { seniority: vp }
    everything:
-     sum: [fit]
-     ⟦rules⟧:
-       - id: german
-         points: 1
-         when: { country: de }
+     sum: [fit, interest]
`,
  },
  'decimals-lost': {
    file: 'scoring.yaml',
    text: `
  scores:
    interest:
      decimals: 1
      rules:
        - id: heads
          points: 2.5
          when: { seniority: vp }
    everything:
-     sum: [fit, ⟦interest⟧]
+     decimals: 1
+     sum: [fit, interest]
`,
  },
  'group-unused': {
    file: 'scoring.yaml',
    text: `
  scores:
    interest:
-     groups: { ⟦web: { cap: 10 }⟧ }
+     groups: { web: { cap: 10 } }
      rules:
-       - { id: reads, on: page_viewed, points: 1 }
+       - { id: reads, on: page_viewed, group: web, points: 1 }
`,
  },
  'cap-never-reached': {
    file: 'scoring.yaml',
    text: `
  scores:
-   ⟦interest:
-     cap: 50
+   interest:
      rules:
-       - { id: heads, points: 5, when: { seniority: vp } }⟧
+       - id: heads
+         points: 5
+         when: { seniority: vp }
`,
  },
  'grade-cell-missing': {
    file: 'scoring.yaml',
    text: `
  grades:
    rows: fit
    columns: engagement
    order: [A1, B1]
    matrix:
      A: { hot: A1, cold: A1 }
-     ⟦B⟧: { cold: B1 }
+     B: { hot: A1, cold: B1 }
`,
  },
  'grade-unused': {
    file: 'scoring.yaml',
    text: `
- ⟦grades:
+ grades:
    rows: fit
    columns: engagement
-   order: [A1, A2, B1]
+   order: [A1, B1]
    matrix:
      A: { hot: A1, cold: A1 }
-     B: { hot: A1, cold: B1 }⟧
+     B: { hot: A1, cold: B1 }
`,
  },
  'table-without-otherwise': {
    file: 'handoff.yaml',
    text: `
- ⟦routing:
+ routing:
    stages: [mql, sql]
    match: first
    table:
      - { id: big, employees: { at_least: 1000 }, to: big_desk }
-     - { id: small, employees: { below: 1000 }, to: inbound }⟧
+   otherwise: inbound
`,
  },
  'rows-overlap': {
    file: 'handoff.yaml',
    text: `
  routing:
    stages: [mql, sql]
    match: exactly_one
    table:
      - { id: big, employees: { at_least: 1000 }, to: big_desk }
-     - ⟦{ id: small, employees: { at_most: 1000 }, to: inbound }⟧
+     - { id: small, employees: { below: 1000 }, to: inbound }
    otherwise: inbound
`,
  },
  'rows-gap': {
    file: 'scoring.yaml',
    text: `
  scores:
    interest:
      tables:
-       ⟦size⟧:
+       size:
          match: exactly_one
          rows:
            - { id: small, employees: { below: 100 }, points: 1 }
-           - { id: large, employees: { more_than: 100 }, points: 2 }
+           - { id: large, employees: { at_least: 100 }, points: 2 }
+           - { id: unknown, employees: missing, points: 0 }
`,
  },
} as const satisfies Record<keyof typeof scoringCodes, Example>;

import type { nameCodes } from '../codes/names.ts';
import type { Example } from './example.ts';

export const nameExamples = {
  'unknown-name': {
    file: 'scoring.yaml',
    text: `
  scores:
    interest:
      rules:
        - id: large
          points: 5
-         when: { ⟦company_size⟧: { at_least: 50 } }
+         when: { employees: { at_least: 50 } }
`,
  },
  'unknown-reference': {
    file: 'handoff.yaml',
    text: `
  routing:
    stages: [mql, sql]
    match: first
    table:
-     - { id: big, employees: { at_least: 1000 }, to: ⟦big_dusk⟧ }
+     - { id: big, employees: { at_least: 1000 }, to: big_desk }
    otherwise: inbound
`,
  },
  'unknown-option': {
    file: 'scoring.yaml',
    text: `
  scores:
    interest:
      rules:
        - id: vp_asks
          points: 5
-         when: { seniority: ⟦vice_president⟧ }
+         when: { seniority: vp }
`,
  },
  'gives-way-downwards': {
    file: 'personas.yaml',
    text: `
  personas:
    decider:
      title: Decider
      when: { seniority: [director, vp] }
-     gives_way_to: ⟦german⟧
    german:
      title: German buyer
      when: { country: de }
+     gives_way_to: decider
`,
  },
  'duplicate-name': {
    file: 'scoring.yaml',
    text: `
  scores:
-   ⟦employees⟧:
+   company_size:
      rules:
        - id: large
          points: 5
          when: { employees: { at_least: 50 } }
`,
  },
  'duplicate-id': {
    file: 'scoring.yaml',
    text: `
  scores:
    interest:
      rules:
        - id: large
          points: 5
          when: { employees: { at_least: 50 } }
-       - id: ⟦large⟧
-         points: 5
-         when: { employees: { at_least: 500 } }
+       - id: very_large
+         points: 5
+         when: { employees: { at_least: 500 } }
`,
  },
} as const satisfies Record<keyof typeof nameCodes, Example>;

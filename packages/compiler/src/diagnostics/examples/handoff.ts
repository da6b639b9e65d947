import type { handoffCodes } from '../codes/handoff.ts';
import type { Example } from './example.ts';

export const handoffExamples = {
  'owner-may-be-missing': {
    file: 'handoff.yaml',
    text: `
  routing:
    stages: [mql, sql]
    match: first
    table:
-     - ⟦id: big
+     - id: big
        employees: { at_least: 1000 }
-       to: { owner: account_owner }⟧
+       account_owner: present
+       to: { owner: account_owner }
      - { id: small, employees: { below: 20 }, to: big_desk }
    otherwise: inbound
`,
  },
  'owner-not-text': {
    file: 'handoff.yaml',
    text: `
  routing:
    stages: [mql, sql]
    match: first
    table:
      - { id: big, employees: { at_least: 1000 }, to: big_desk }
-     - { id: known, country: present, to: { owner: ⟦country⟧ } }
+     - { id: known, account_owner: present, to: { owner: account_owner } }
    otherwise: inbound
`,
  },
  'queue-without-people': {
    file: 'handoff.yaml',
    text: `
  people:
    ann: { name: Ann, calendar: office }
  queues:
-   ⟦big_desk⟧:
+   big_desk:
      party: sales
      assign: round_robin
+     members: [ann]
`,
  },
  'queue-unused': {
    file: 'handoff.yaml',
    text: `
  queues:
-   ⟦south: { party: sales, assign: by_hand }⟧
+   south: { party: sales, assign: by_hand }
  routing:
    stages: [mql, sql]
    match: first
    table:
      - { id: big, employees: { at_least: 1000 }, to: big_desk }
+     - { id: french, country: fr, to: south }
    otherwise: inbound
`,
  },
  'reason-without-recycling': {
    file: 'handoff.yaml',
    text: `
  rejection:
    on: sales_rejected
    means: Sales says why not.
    reasons: { bad_timing: Bad timing, no_budget: No budget }
  recycling:
-   - ⟦id: later
+   - id: later
      exit: recycled
-     reasons: [bad_timing]
+     reasons: [bad_timing, no_budget]
      owner: marketing
-     does: Writes again.⟧
+     does: Writes again.
`,
  },
  'reason-recycled-twice': {
    file: 'handoff.yaml',
    text: `
  recycling:
    - id: later
      exit: recycled
-     reasons: [bad_timing, no_budget]
+     reasons: [bad_timing]
      owner: marketing
      does: Writes again.
    - id: next_year
      exit: recycled
-     reasons: [⟦no_budget⟧]
+     reasons: [no_budget]
      owner: sales
      does: Calls in January.
`,
  },
  'unknown-reason': {
    file: 'handoff.yaml',
    text: `
  rejection:
    on: sales_rejected
    means: Sales says why not.
    reasons: { bad_timing: Bad timing, no_budget: No budget }
  recycling:
    - id: later
      exit: recycled
-     reasons: [bad_timing, no_budget, ⟦no_answer⟧]
+     reasons: [bad_timing, no_budget]
      owner: marketing
      does: Writes again.
`,
  },
} as const satisfies Record<keyof typeof handoffCodes, Example>;

import type { waiverCodes } from '../codes/waivers.ts';
import type { Example } from './example.ts';

export const waiverExamples = {
  'waiver-expired': {
    file: 'agreement.yaml',
    text: `
  waivers:
-   - ⟦finding: cap-never-reached
+   - finding: cap-never-reached
      of: interest
      because: More rules follow.
-     until: 2026-10-31⟧
+     until: 2027-01-31
`,
    given: {
      'scoring.yaml': `
  scores:
    interest:
      cap: 50
      rules:
        - id: heads
          points: 5
          when: { seniority: vp }
`,
    },
    also: ['cap-never-reached'],
  },
  'waiver-unused': {
    file: 'agreement.yaml',
    text: `
  waivers:
-   - ⟦finding: queue-unused
-     of: inbound
+   - finding: queue-unused
+     of: south
      because: It opens in January.
-     until: 2027-01-31⟧
+     until: 2027-01-31
`,
    given: {
      'handoff.yaml': `
  queues:
    south: { party: sales, assign: by_hand }
`,
    },
    also: ['queue-unused'],
  },
  'waiver-not-allowed': {
    file: 'agreement.yaml',
    text: `
  waivers:
-   - finding: ⟦stage-without-owner⟧
-     of: mql
-     because: We look for somebody.
-     until: 2027-01-31
    - finding: queue-unused
      of: south
      because: It opens in January.
      until: 2027-01-31
`,
    given: {
      'handoff.yaml': `
  queues:
    south: { party: sales, assign: by_hand }
`,
    },
  },
} as const satisfies Record<keyof typeof waiverCodes, Example>;

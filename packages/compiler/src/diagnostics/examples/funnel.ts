import type { funnelCodes } from '../codes/funnel.ts';
import type { Example } from './example.ts';

export const funnelExamples = {
  'stage-unreachable': {
    file: 'funnel.yaml',
    text: `
  stages:
-   ⟦trial:
+   trial:
      zone: bofu
      owner: sales
      definition: Tries the product.
-     stale_after: { after: 30 days, to: recycled }⟧
+     enter: { from: sql, on: call_made }
+     stale_after: { after: 30 days, to: recycled }
`,
  },
  'stage-dead-end': {
    file: 'funnel.yaml',
    text: `
  stages:
-   ⟦trial:
+   trial:
      zone: bofu
      owner: sales
      definition: Tries the product.
-     enter: { from: sql, on: call_made }⟧
+     enter: { from: sql, on: call_made }
+     stale_after: { after: 30 days, to: recycled }
`,
  },
  'stage-without-owner': {
    file: 'funnel.yaml',
    text: `
  stages:
-   ⟦mql:
+   mql:
      zone: mofu
+     owner: shared
      definition: Fits, and is interested.
      enter: { from: lead, when: { total: { at_least: 50 } } }
-     stale_after: { after: 30 days, to: recycled }⟧
+     stale_after: { after: 30 days, to: recycled }
`,
  },
  'stage-without-limit': {
    file: 'funnel.yaml',
    text: `
  stages:
-   ⟦mql:
+   mql:
      zone: mofu
      owner: shared
      definition: Fits, and is interested.
-     enter: { from: lead, when: { total: { at_least: 50 } } }⟧
+     enter: { from: lead, when: { total: { at_least: 50 } } }
+     stale_after: { after: 30 days, to: recycled }
`,
  },
  'rule-cycle': {
    file: 'funnel.yaml',
    text: `
  stages:
    lead:
      zone: tofu
      owner: marketing
      definition: Somebody who told us a name.
-     ⟦enter: { from: mql, when: { employees: missing } }⟧
+     enter: { from: mql, on: call_made }
      stale_after: { after: 180 days, to: recycled }
    mql:
      zone: mofu
      owner: shared
      definition: Fits, and is interested.
      enter: { from: lead, when: { total: { at_least: 50 } } }
      stale_after: { after: 30 days, to: recycled }
`,
  },
  'way-in-without-cause': {
    file: 'funnel.yaml',
    text: `
  stages:
    mql:
      zone: mofu
      owner: shared
      definition: Fits, and is interested.
-     ⟦enter⟧: { from: lead }
+     enter: { from: lead, when: { total: { at_least: 50 } } }
      stale_after: { after: 30 days, to: recycled }
`,
  },
  'where-without-event': {
    file: 'funnel.yaml',
    text: `
  stages:
    mql:
      zone: mofu
      owner: shared
      definition: Fits, and is interested.
-     enter: { from: lead, ⟦where⟧: { path: /demo }, when: { total: { at_least: 50 } } }
+     enter: { from: lead, on: page_viewed, where: { path: /demo } }
      stale_after: { after: 30 days, to: recycled }
`,
  },
  'exit-without-way-back': {
    file: 'funnel.yaml',
    text: `
  exits:
-   ⟦disqualified:
+   disqualified:
      owner: marketing
      definition: Can never buy.
-     enter: { from: lead, on: call_made }⟧
+     enter: { from: lead, on: call_made }
+     final: Students and competitors never buy.
`,
  },
  'end-with-way-out': {
    file: 'funnel.yaml',
    text: `
  exits:
    disqualified:
      owner: marketing
      definition: Can never buy.
      enter: { from: lead, on: call_made }
-     ⟦back: { to: lead, on: demo_requested }⟧
      final: Students and competitors never buy.
`,
  },
  'loop-to-itself': {
    file: 'funnel.yaml',
    text: `
  exits:
    disqualified:
      owner: marketing
      definition: Can never buy.
-     ⟦enter: { from: [lead, disqualified], on: call_made }⟧
+     enter: { from: lead, on: call_made }
      final: Students and competitors never buy.
`,
  },
  'reasons-twice': {
    file: 'funnel.yaml',
    text: `
  exits:
    recycled:
      owner: marketing
      definition: Not now.
-     reasons: { bad_timing: Bad timing, no_budget: No budget }
      enter: { from: [mql, sql], on: sales_rejected }
      back: { to: mql, on: demo_requested }
      stale_after: { after: 365 days, to: mql }
`,
    given: {
      'handoff.yaml': `
  rejection:
    on: sales_rejected
    means: Sales says why not.
    reasons: { bad_timing: Bad timing, no_budget: No budget }
`,
    },
  },
} as const satisfies Record<keyof typeof funnelCodes, Example>;

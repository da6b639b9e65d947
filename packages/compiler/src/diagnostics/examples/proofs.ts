import type { proofCodes } from '../codes/proofs.ts';
import type { Example } from './example.ts';

export const proofExamples = {
  'stage-without-way-on': {
    file: 'funnel.yaml',
    text: `
  stages:
-   ⟦trial:
+   trial:
      zone: bofu
      owner: sales
      definition: Tries the product.
-     enter: { from: mql, on: call_made }⟧
+     enter: { from: mql, on: call_made }
+     stale_after: { after: 30 days, to: recycled }
    customer:
      zone: bofu
      definition: Has signed.
      enter:
        - { id: buys, from: sql, on: deal_won }
        - { id: keeps_it, from: trial, on: deal_won, when: { gave_consent: true } }
      end: true
`,
    given: {
      'sla.yaml': `
  promises:
    ask_again:
      by: sales
      says: Ask how the trial goes.
      clock: { starts: trial, stops: [deal_won] }
      within: 8 hours
`,
    },
  },
  'transitions-disagree': {
    file: 'funnel.yaml',
    text: `
  stages:
    sql:
      zone: bofu
      owner: sales
      definition: Accepted by sales.
      enter: { from: mql, on: sales_accepted, when: { gave_consent: true } }
    customer:
      zone: bofu
      definition: Has signed.
      enter:
        - { id: buys, from: sql, on: deal_won }
-       - ⟦{ id: buys_at_once, from: mql, on: sales_accepted }⟧
+       - { id: buys_at_once, from: mql, on: deal_won }
      end: true
`,
  },
  'transition-never-fires': {
    file: 'funnel.yaml',
    text: `
  stages:
    mql:
      zone: mofu
      owner: shared
      definition: Fits, and is interested.
      enter:
        - { id: enough_points, from: lead, when: { total: { at_least: 50 } } }
-       - ⟦id: points_and_consent
+       - id: consent_and_demo
          from: lead
-         when: { total: { at_least: 50 }, gave_consent: true }⟧
+         when: { gave_consent: true, demo_requested: ever }
      stale_after: { after: 30 days, to: recycled }
`,
  },
  'never-holds': {
    file: 'handoff.yaml',
    text: `
  routing:
    stages: [mql, sql]
    match: first
    table:
      - { id: big, employees: { at_least: 1000 }, to: big_desk }
-     - ⟦id: heads
-       all: [{ seniority: vp }, { seniority: director }]
-       to: big_desk⟧
+     - id: heads
+       any: [{ seniority: vp }, { seniority: director }]
+       to: big_desk
    otherwise: inbound
`,
  },
  'always-holds': {
    file: 'handoff.yaml',
    text: `
  notify:
-   - ⟦id: tell_size
+   - id: tell_size
      on: mql
      when:
-       any:
+       all:
          - { employees: { at_least: 50 } }
-         - { employees: { below: 1000 } }
-         - { employees: missing }
+         - { employees: { below: 1000 } }
      to: owner
      by: [email]
-     says: A mid-sized company.⟧
+     says: A mid-sized company.
`,
  },
  'row-never-taken': {
    file: 'handoff.yaml',
    text: `
  routing:
    stages: [mql, sql]
    match: first
    table:
+     - { id: giant, employees: { at_least: 5000 }, to: inbound }
      - { id: big, employees: { at_least: 1000 }, to: big_desk }
-     - ⟦{ id: giant, employees: { at_least: 5000 }, to: inbound }⟧
    otherwise: inbound
`,
  },
  'rows-contradict': {
    file: 'handoff.yaml',
    text: `
  routing:
    stages: [mql, sql]
    match: first
    table:
      - { id: big, employees: { at_least: 1000 }, to: big_desk }
-     - ⟦{ id: thousand, employees: { more_than: 999 }, to: inbound }⟧
    otherwise: inbound
`,
    also: ['row-never-taken'],
  },
  'test-adds-nothing': {
    file: 'handoff.yaml',
    text: `
  notify:
-   - ⟦id: tell_size
+   - id: tell_size
      on: mql
-     when: { all: [{ employees: present }, { employees: { at_least: 50 } }] }
+     when: { employees: { at_least: 50 } }
      to: owner
      by: [email]
-     says: We know the size.⟧
+     says: We know the size.
`,
  },
  'rule-without-effect': {
    file: 'scoring.yaml',
    text: `
  scores:
    interest:
      rules:
        - id: heads
          points: 20
          when: { seniority: vp }
-       - ⟦{ id: large_deal, points: 3, when: { deal_size: present } }⟧
+       - id: large_deal
+         points: 10
+         when: { deal_size: present }
      bands:
        high: { at_least: 10 }
        low: { below: 10 }
`,
  },
  'notice-never-sent': {
    file: 'handoff.yaml',
    text: `
  notify:
-   - ⟦id: tell_sales
+   - id: tell_sales
      on: sql
-     when: { stage: lead }
      to: owner
      by: [email]
-     says: Please call.⟧
+     says: Please call.
`,
  },
  'promise-never-starts': {
    file: 'sla.yaml',
    text: `
  promises:
-   ⟦call_later:
+   call_later:
      by: sales
      says: Call every new SQL within four hours.
      clock: { starts: sql, stops: [first_contact] }
-     within: 4 hours
-     in_force: { from: 2027-05-01 }⟧
+     within: 4 hours
+     in_force: { from: 2027-01-01 }
`,
    given: {
      'agreement.yaml': `
  review_by: 2027-03-31
`,
    },
  },
  'grade-unreachable': {
    file: 'scoring.yaml',
    text: `
- ⟦grades:
+ grades:
    order: [A1, B1, C1]
    match: first
    table:
      - { id: good, fit: A, grade: A1 }
-     - { id: fair, fit: B, grade: B1 }
-   otherwise: C1⟧
+     - { id: fair, fit: B, engagement: hot, grade: B1 }
+   otherwise: C1
`,
  },
  'persona-unreachable': {
    file: 'personas.yaml',
    text: `
  personas:
    decider:
      title: Decider
      when: { seniority: [director, vp] }
-   ⟦boss:
+   boss:
      title: Boss
-     when: { seniority: vp }
-     gives_way_to: decider⟧
+     when: { seniority: manager }
`,
  },
  'queue-unreachable': {
    file: 'handoff.yaml',
    text: `
  queues:
-   ⟦big_desk: { party: sales, assign: by_hand }⟧
+   big_desk: { party: sales, assign: by_hand }
  routing:
    stages: [mql, sql]
    match: first
    table:
      - { id: known, employees: present, to: inbound }
-     - { id: unknown, employees: missing, to: inbound }
    otherwise: big_desk
`,
  },
  'band-unreachable': {
    file: 'scoring.yaml',
    text: `
  scores:
    interest:
      floor: 0
      rules:
        - { id: reads, on: page_viewed, points: 1 }
      bands:
        high: { at_least: 10 }
-       low: { from: 0, below: 10 }
-       ⟦none: { below: 0 }⟧
+       low: { below: 10 }
`,
  },
  'cap-blocks-threshold': {
    file: 'handoff.yaml',
    text: `
  routing:
    stages: [mql, sql]
    match: first
    table:
      - { id: big, employees: { at_least: 1000 }, to: big_desk }
-     - { id: great, fit: { at_least: ⟦45⟧ }, to: big_desk }
+     - { id: great, fit: { at_least: 40 }, to: big_desk }
    otherwise: inbound
`,
    given: {
      'scoring.yaml': `
  scores:
    fit:
      cap: 40
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
  'floor-never-reached': {
    file: 'scoring.yaml',
    text: `
  scores:
-   ⟦interest:
-     floor: -30
+   interest:
+     floor: -10
      rules:
        - id: heads
          points: 20
          when: { seniority: vp }
-       - { id: intern, points: -20, when: { job_title: { contains: intern } } }⟧
+       - id: intern
+         points: -20
+         when: { job_title: { contains: intern } }
`,
  },
  'stage-skipped': {
    file: 'funnel.yaml',
    text: `
  stages:
    mql:
      zone: mofu
      owner: shared
      definition: Fits, and is interested.
      enter: { from: lead, when: { total: { at_least: 50 } } }
      stale_after: { after: 30 days, to: recycled }
    sql:
      zone: bofu
      owner: sales
      definition: Accepted by sales.
      enter:
        - { id: accepted, from: mql, on: sales_accepted }
-       - ⟦id: large
-         from: lead
-         when: { employees: { at_least: 1000 }, total: { below: 50 } }⟧
+       - id: large
+         from: mql
+         when: { employees: { at_least: 1000 } }
`,
  },
  'grade-falls': {
    file: 'scoring.yaml',
    text: `
  grades:
    rows: fit
    columns: engagement
    order: [A1, B1]
    matrix:
-     A: { ⟦hot: B1⟧, cold: A1 }
+     A: { hot: A1, cold: A1 }
      B: { hot: A1, cold: B1 }
`,
  },
  'personas-overlap': {
    file: 'personas.yaml',
    text: `
  personas:
    decider:
      title: Decider
      when: { seniority: [director, vp] }
-   ⟦large:
+   large:
      title: Large company
-     when: { employees: { at_least: 1000 } }⟧
+     when: { employees: { at_least: 1000 } }
+     gives_way_to: decider
`,
  },
  'double-counting': {
    file: 'scoring.yaml',
    text: `
  scores:
    interest:
      rules:
        - { id: reads, on: page_viewed, points: 1, at_most: 5 per day }
-       - ⟦id: prices
+       - id: prices
          on: page_viewed
          where: { path: { starts_with: /pricing } }
-         points: 10⟧
+         points: 10
+         stacks_with: reads
`,
  },
  'assertion-refuted': {
    file: 'agreement.yaml',
    text: `
  assertions:
-   - ⟦id: no_individuals
-     says: Nobody without a team becomes an MQL.
-     never: { becomes: mql, seniority: individual }⟧
+   - id: only_with_points
+     says: Nobody with fewer than 50 points becomes an MQL.
+     never: { becomes: mql, stage: lead, total: { below: 50 } }
`,
  },
  'not-proved': {
    file: 'agreement.yaml',
    text: `
  assertions:
-   - ⟦id: never_a_third
-     says: Nobody has exactly a third of the points.
-     never: { fresh: 3.333 }⟧
+   - id: never_too_many
+     says: Nobody has more than all of the points.
+     never: { fresh: { more_than: 10 } }
`,
    given: {
      'scoring.yaml': `
  scores:
    fresh:
      decimals: 3
      rules:
        - id: fading
          on: demo_requested
          points: 10
          at_most: 1
          fades: { half_life: 30 days }
      bands: { high: { at_least: 5 }, low: { below: 5 } }
`,
    },
  },
} as const satisfies Record<keyof typeof proofCodes, Example>;

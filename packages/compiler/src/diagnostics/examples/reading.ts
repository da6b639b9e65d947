import type { readingCodes } from '../codes/reading.ts';
import type { Example } from './example.ts';

export const readingExamples = {
  'folder-not-found': {
    shows: 'terminal',
    text: `
- smarketing check agreements/nortwind
+ smarketing check agreements/northwind
`,
  },
  'file-missing': {
    shows: 'folder',
    text: `
  agreement.yaml
  funnel.yaml
+ sla.yaml
  vocabulary.yaml
`,
  },
  'file-unknown': {
    shows: 'folder',
    text: `
  agreement.yaml
  funnel.yaml
- goal.yaml
+ goals.yaml
  sla.yaml
  vocabulary.yaml
`,
  },
  'file-twice': {
    shows: 'folder',
    text: `
  agreement.yaml
  funnel.yaml
- sla.yaml
  sla/calendars.yaml
  sla/promises.yaml
  vocabulary.yaml
`,
  },
  'file-empty': {
    file: 'cadence.yaml',
    text: `
- ⟦⟧
+ meetings:
+   weekly:
+     title: Weekly
+     every: week
+     minutes: 30
+     owner: shared
+     who: [sales_manager]
+     agenda: [Promises]
`,
  },
  'file-too-large': { none: 'The smallest file that is too large has more lines than anybody writes.' },
  'folder-too-large': { none: 'It takes more than 1,000 files, or 16 megabytes of them.' },
  'file-not-utf8': {
    shows: 'terminal',
    text: `
- iconv --to WINDOWS-1252 goals.txt > goals.yaml
+ iconv --to UTF-8 goals.txt > goals.yaml
`,
  },
  'file-is-link': {
    shows: 'terminal',
    text: `
- ln -s ../northwind/sla.yaml sla.yaml
+ cp ../northwind/sla.yaml sla.yaml
`,
  },
  'yaml-syntax': {
    file: 'personas.yaml',
    text: `
  personas:
    decider:
      title: Decider
-     who: ⟦Runs sales: from the first call on⟧
+     who: 'Runs sales: from the first call on'
      when: { seniority: vp }
`,
  },
  'yaml-tab': {
    file: 'personas.yaml',
    text: `
  personas:
- ⟦\t⟧decider:
- \t\ttitle: Decider
- \t\twhen: { seniority: vp }
+   decider:
+     title: Decider
+     when: { seniority: vp }
`,
  },
  'yaml-anchor': {
    file: 'personas.yaml',
    text: `
  personas:
    decider:
      title: Decider
-     when: ⟦&heads⟧ { seniority: [director, vp] }
+     when: { seniority: [director, vp] }
`,
  },
  'yaml-merge-key': {
    file: 'personas.yaml',
    text: `
  personas:
    decider:
-     ⟦<<⟧: { title: Decider }
+     title: Decider
      when: { seniority: [director, vp] }
`,
  },
  'yaml-tag': {
    file: 'personas.yaml',
    text: `
  personas:
    decider:
-     title: ⟦!!str⟧ Decider
+     title: Decider
      when: { seniority: [director, vp] }
`,
  },
  'yaml-directive': {
    file: 'personas.yaml',
    text: `
- ⟦%YAML 1.1⟧
- ---
  personas:
    decider: { title: Decider, when: { seniority: vp } }
`,
  },
  'yaml-documents': {
    file: 'personas.yaml',
    text: `
  personas:
    decider: { title: Decider, when: { seniority: vp } }
- ⟦---⟧
- personas:
    user: { title: User, when: { seniority: individual } }
`,
  },
  'yaml-explicit-key': {
    file: 'personas.yaml',
    text: `
  personas:
-   ⟦?⟧ decider
-   : title: Decider
+   decider:
+     title: Decider
      when: { seniority: vp }
`,
  },
  'yaml-too-deep': {
    none: 'It takes more than 32 levels, one in the other, and no rule needs more than six.',
  },
  'yaml-too-many': {
    none: 'It takes more than 1,000 keys or words, more than anybody agrees on one by one.',
  },
  'bad-character': {
    file: 'personas.yaml',
    text: `
  personas:
    decider:
-     title:⟦\u00a0⟧Decider
+     title: Decider
      when: { seniority: vp }
`,
  },
  'comment-cuts-text': {
    file: 'personas.yaml',
    text: `
  personas:
    decider:
-     title: Buyer ⟦#1⟧
+     title: 'Buyer #1'
      when: { seniority: vp }
`,
  },
  'duplicate-key': {
    file: 'personas.yaml',
    text: `
  personas:
    decider:
      title: Decider
      when: { seniority: vp }
-     ⟦when⟧: { country: de }
`,
  },
  'spread-twice': {
    given: {
      'scoring/leads.yaml': `
  scores:
    interest:
      rules:
        - id: vp_asks
          points: 5
          when: { seniority: vp }
`,
    },
    file: 'scoring/web.yaml',
    text: `
  scores:
-   ⟦interest⟧:
+   web_interest:
      rules:
        - { id: reads, on: page_viewed, points: 1, at_most: 9 }
`,
  },
  'bad-number': {
    file: 'scoring.yaml',
    text: `
  scores:
    interest:
      rules:
        - id: vp_asks
-         points: ⟦05⟧
+         points: 5
          when: { seniority: vp }
`,
  },
} as const satisfies Record<keyof typeof readingCodes, Example>;

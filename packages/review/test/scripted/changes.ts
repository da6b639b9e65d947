import type { SourceFile } from '@smarketing/compiler';
import { acmeFiles, type Edit, edited } from '../acme.ts';

/** A change of `acme` that somebody could propose. */
export interface Scripted {
  readonly name: string;
  readonly files: readonly SourceFile[];
  /** It is only written otherwise: no approval is needed, and that it decides the same is proved. */
  readonly isEquivalent?: true;
}

function change(name: string, ...edits: readonly Edit[]): Scripted {
  return { name, files: edited(acmeFiles, edits) };
}

function equivalent(name: string, ...edits: readonly Edit[]): Scripted {
  return { ...change(name, ...edits), isEquivalent: true };
}

const canada = '    - { id: canada, country: ca, to: america_east_desk }\n';
const unknown =
  '    - { id: america_unknown, country: us, us_region: missing, to: america_east_desk, because: New York finds out where they are. }\n';

const consultant = `  consultant:
    title: Consultant
    who: Advises others on what to buy.
    when: { job_title: { contains: consultant }, department: other }
    gives_way_to: [managing_founder, data_lead]
    goals: [Know the market]
    pains: [No time]
    questions: [Is there a partner programme?]
`;

function fileOf(name: string, text: string): SourceFile {
  return { path: `acme/${name}`, name, text };
}

/** The file of the handoff, in two. */
function splitFile(): Scripted {
  const [whole] = acmeFiles.filter(({ name }) => name === 'handoff.yaml');
  const others = acmeFiles.filter(({ name }) => name !== 'handoff.yaml');
  const at = whole?.text.indexOf('\nnotify:') ?? 0;
  const text = whole?.text ?? '';
  const parts = [
    fileOf('handoff/1_who.yaml', text.slice(0, at + 1)),
    fileOf('handoff/2_messages.yaml', text.slice(at + 1)),
  ];
  return { name: 'split-file', files: [...others, ...parts], isEquivalent: true };
}

export const scripted: readonly Scripted[] = [
  change('threshold-lowered', {
    file: 'scoring/fit.yaml',
    replace: [
      ['A: { at_least: 55 }', 'A: { at_least: 50 }'],
      ['B: { from: 35, below: 55 }', 'B: { from: 35, below: 50 }'],
    ],
  }),
  change('weight-raised', {
    file: 'scoring/fit.yaml',
    replace: [['id: trade_core, group: company, points: 12', 'id: trade_core, group: company, points: 18']],
  }),
  change('rule-added', {
    file: 'scoring/fit.yaml',
    replace: [
      [
        '      # what they want\n',
        '      - { id: title_chief, group: person, points: 4, when: { job_title: { contains: chief } } }\n      # what they want\n',
      ],
    ],
  }),
  change('term-renamed', {
    file: 'vocabulary/1_terms.yaml',
    replace: [['title: Territory', 'title: Region of a desk']],
  }),
  change('term-redefined', {
    file: 'vocabulary/1_terms.yaml',
    replace: [
      [
        'Working time from the moment a lead becomes an MQL until',
        'Time on the clock from the moment a lead becomes an MQL until',
      ],
    ],
  }),
  change('route-moved', { file: 'handoff.yaml', replace: [[canada, canada.replace('east', 'west')]] }),
  change('route-widened', {
    file: 'handoff.yaml',
    replace: [
      [
        'id: best_large, grade: A1, employees: { at_least: 2000 }',
        'id: best_large, grade: A1, employees: { at_least: 1500 }',
      ],
    ],
  }),
  change('promise-tightened', {
    file: 'sla.yaml',
    replace: [
      ['two working hours of its owner', 'ninety working minutes of its owner'],
      ['    within: 2 hours\n', '    within: 90 minutes\n'],
    ],
  }),
  change('promise-loosened', {
    file: 'sla.yaml',
    replace: [
      ['Call each A1 lead within 30 working minutes.', 'Call each A1 lead within 45 working minutes.'],
      ['    within: 30 minutes\n', '    within: 45 minutes\n'],
    ],
  }),
  change('promise-removed', {
    file: 'sla.yaml',
    replace: [
      [
        `  opportunities:
    by: sales
    says: Open 80 opportunities a month.
    deliver: { stage: opportunity, at_least: 80, per: month }
`,
        '',
      ],
    ],
  }),
  change('holiday-removed', {
    file: 'sla.yaml',
    replace: [['      - { date: 2026-12-25, name: Christmas Day }\n', '']],
  }),
  equivalent('holiday-on-a-saturday', {
    file: 'sla.yaml',
    replace: [['      - { date: 2026-12-26, name: Second day of Christmas }\n', '']],
  }),
  change('holiday-added', {
    file: 'sla.yaml',
    replace: [
      [
        '      - { date: 2026-10-12, name: Columbus Day }\n',
        '      - { date: 2026-10-12, name: Columbus Day }\n      - { date: 2026-11-03, name: Election Day }\n',
      ],
    ],
  }),
  change('persona-added', {
    file: 'personas.yaml',
    replace: [['  billing_manager:\n', `${consultant}  billing_manager:\n`]],
  }),
  change('way-narrowed', {
    file: 'funnel.yaml',
    replace: [['grade: [A1, A2, B1, B2], gave_consent', 'grade: [A1, A2, B1], gave_consent']],
  }),
  change('goal-raised', { file: 'goals.yaml', replace: [['target: 1700', 'target: 1800']] }),
  change('cadence-changed', {
    file: 'cadence.yaml',
    replace: [["at: '10:00'\n    minutes: 45", "at: '10:00'\n    minutes: 30"]],
  }),
  change('option-added', {
    file: 'vocabulary/2_fields.yaml',
    replace: [
      [
        '      partner: A partner\n',
        '      partner: A partner\n      marketplace: A marketplace for software\n',
      ],
    ],
  }),
  change('notice-period', {
    file: 'agreement.yaml',
    replace: [['notice_period: 28 days', 'notice_period: 14 days']],
  }),
  change('wording', {
    file: 'sla.yaml',
    replace: [['says: Deliver 2,500 leads a month.', 'says: Deliver 2,500 new leads in each month.']],
  }),
  change('reason-reworded', {
    file: 'scoring/fit.yaml',
    replace: [['because: Two thirds of our customers.', 'because: Two of three customers are of this size.']],
  }),
  change(
    'several',
    { file: 'sla.yaml', replace: [['    kept_for: 85%', '    kept_for: 90%']] },
    { file: 'handoff.yaml', replace: [[`${canada}${unknown}`, `${unknown}${canada}`]] },
  ),
  equivalent('table-reordered', {
    file: 'handoff.yaml',
    replace: [[`${canada}${unknown}`, `${unknown}${canada}`]],
  }),
  equivalent('condition-rewritten', {
    file: 'handoff.yaml',
    replace: [
      [
        '    - { id: giant, employees: { at_least: 5000 }, to: enterprise_desk }',
        '    - { id: giant, employees: { more_than: 4999 }, to: enterprise_desk }',
      ],
    ],
  }),
  equivalent('comment', {
    file: 'sla.yaml',
    replace: [['# public holidays of the state of Berlin', '# holidays of Berlin, see the intranet']],
  }),
  splitFile(),
];

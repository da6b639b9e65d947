import { describe, expect, test } from 'vitest';
import { type Edit, foundAfter, messageOf, toldAfter } from './edited.ts';

const reviewed = (from: string, by: string): string[] =>
  toldAfter(
    ['agreement.yaml', '2026-10-01', from],
    ['agreement.yaml', '2027-03-31', by],
    ['goals.yaml', '    by: 2026-12-31', `    from: 2026-10-01\n    by: 2026-12-31`],
  ).filter((line) => /^(dates|review)/.test(line));

describe('the dates of an agreement', () => {
  test.each([
    ['2026-11-22', '2026-11-22', []],
    ['2026-10-01', '2026-11-22', []],
    ['2026-10-01', '2026-11-21', [messageOf('review-overdue')]],
    ['2026-11-20', '2026-11-20', [messageOf('review-overdue')]],
    ['2026-11-23', '2026-11-22', [messageOf('dates-reversed')]],
    ['2026-11-20', '2026-11-19', [messageOf('dates-reversed')]],
  ])('from %s, reviewed by %s, on 2026-11-22', (from, by, told) => {
    expect(reviewed(from, by)).toEqual(told);
  });
});

describe('a cap', () => {
  test.each([
    ['equal to its floor is one', 0, []],
    ['below it is none', -1, [messageOf('cap-below-floor')]],
  ])('of a score %s', (_, cap, told) => {
    expect(toldAfter(['scoring/fit.yaml', 'cap: 50', `cap: ${cap}`])).toEqual(told);
  });

  test('that is none is not below a floor, and none is below a floor that is none', () => {
    expect(toldAfter(['scoring/engagement.yaml', 'floor: 0', 'floor: 5'])).toEqual([]);
    expect(toldAfter(['scoring/engagement.yaml', 'floor: -20 }', 'cap: -2 }'])).toEqual([]);
  });

  test('of a rule and of a group is looked at too, and told as it is written', () => {
    expect(
      toldAfter(
        ['scoring/engagement.yaml', 'floor: 0', 'floor: 0\n    decimals: 1'],
        ['scoring/engagement.yaml', 'web: { cap: 30 }', 'web: { cap: 1.5, floor: 2.5 }'],
        ['scoring/engagement.yaml', 'floor: -20 }', 'floor: -2, cap: -4.5 }'],
        ['scoring/fit.yaml', 'cap: 50', 'cap: 50\n    decimals: 1'],
        ['scoring/engagement.yaml', 'total: { sum', 'total: { decimals: 1, sum'],
      ),
    ).toEqual([
      expect.stringMatching(/^cap-below-floor: .*1\.5.*2\.5/),
      expect.stringMatching(/^cap-below-floor: .*-4\.5.*-2/),
    ]);
  });
});

test('bands with decimals overlap at the number that is written', () => {
  expect(
    toldAfter(
      ['scoring/engagement.yaml', 'floor: 0', 'floor: 0\n    decimals: 1'],
      ['scoring/engagement.yaml', 'below: 40', 'below: 42.5'],
      ['scoring/engagement.yaml', 'total: { sum', 'total: { decimals: 1, sum'],
    ),
  ).toEqual(['bands-overlap: 40 lies in two bands: hot and cold.']);
});

const clock = (parts: string): string[] =>
  toldAfter(['sla/promises.yaml', 'clock: { starts: sql, stops: [first_contact] }', `clock: { ${parts} }`]);

describe('a clock', () => {
  test.each([
    ['starts: sql, stops: [first_contact], restarts: [call_made]', []],
    ['starts: sql, stops: [first_contact], restarts: [first_contact]', ['restarts', 'stops']],
    ['starts: sql, stops: [first_contact], restarts: [sql]', ['starts', 'restarts']],
    [
      'starts: sql, stops: [first_contact], pauses: [{ from: call_made, until: call_made }]',
      ['pauses: from', 'pauses: until'],
    ],
    [
      'starts: sql, stops: [first_contact], pauses: [{ from: call_made, until: first_contact }]',
      ['pauses: until', 'stops'],
    ],
    [
      'starts: sql, stops: [first_contact], pauses: [{ from: call_made, until: page_viewed }, { from: call_made, until: demo_requested }]',
      [],
    ],
  ])('%s', (parts, roles) => {
    const told = clock(parts);
    expect(told).toEqual(roles.length === 0 ? [] : [messageOf('event-in-two-roles')]);
    for (const role of roles) expect(told[0]).toContain(role);
  });
});

test('no clock starts where a lead begins, so the first stage needs a limit of its own', () => {
  const clock = 'clock: { starts: lead, stops: [first_contact] }\n    within: 1 hour\n    calendar: office';
  expect(
    toldAfter(
      ['funnel/stages.yaml', '    stale_after: { after: 180 days, to: recycled }\n', ''],
      [
        'sla/promises.yaml',
        '  lead_volume:',
        `  greeting:\n    by: sales\n    says: Greet them.\n    ${clock}\n  lead_volume:`,
      ],
    ),
  ).toEqual([messageOf('stage-without-limit')]);
});

const inForce = (dates: string): string[] =>
  toldAfter([
    'scoring/fit.yaml',
    'when: { seniority: [director, vp] } }',
    `when: { seniority: vp }, in_force: { ${dates} } }`,
  ]);

describe('what is in force', () => {
  test('for one day is in order, and for none is not', () => {
    expect(inForce('from: 2026-12-01, until: 2026-12-01')).toEqual([]);
    expect(inForce('from: 2026-12-01')).toEqual([]);
    expect(inForce('until: 2026-12-01')).toEqual([]);
    expect(inForce('from: 2026-12-02, until: 2026-12-01')).toEqual([
      expect.stringMatching(
        /^in-force-reversed: .*2026-12-02.*2026-12-01|^in-force-reversed: .*2026-12-01.*2026-12-02/,
      ),
    ]);
  });

  test.each([
    ['funnel/stages.yaml', 'on: deal_won', 'on: deal_won, in_force: @'],
    ['handoff/routing.yaml', 'to: big_desk', 'to: big_desk, in_force: @'],
    ['handoff/notify.yaml', 'by: [email]', 'by: [email], in_force: @'],
    ['sla/promises.yaml', 'says: Call', 'in_force: @\n    says: Call'],
  ] as const)('is looked at in %s', (file, from, to) => {
    const dates = '{ from: 2026-12-02, until: 2026-12-01 }';
    expect(toldAfter([file, from, to.replace('@', dates)])).toEqual([messageOf('in-force-reversed')]);
  });
});

describe('the reasons to leave', () => {
  test('of an exit itself and of a rejection that leads to it are both recycled', () => {
    const gone = `  gone:
    owner: marketing
    definition: Never answers.
    reasons: { silent: Never answers }
    enter: { from: mql, on: call_made }
    back: { to: mql, on: demo_requested }
    stale_after: { after: 365 days, to: mql }
`;
    const exits: readonly Edit[] = [
      ['funnel/exits.yaml', 'exits:\n', `exits:\n${gone}`],
      [
        'funnel/exits.yaml',
        '[mql, sql], on: sales_rejected }\n    back: { to: mql, on: demo_requested }',
        '[mql, sql], on: sales_rejected }\n    back: [{ to: mql, on: demo_requested }, { id: given_up, to: gone, on: sales_rejected }]',
      ],
    ];
    const recycled = (reasons: string): string[] =>
      toldAfter(...exits, [
        'handoff/returns.yaml',
        'recycling:\n',
        `recycling:\n  - { id: letter, exit: gone, reasons: [${reasons}], owner: marketing, does: Writes once. }\n`,
      ]);
    expect(recycled('bad_timing, no_budget, silent')).toEqual([]);
    expect(recycled('bad_timing, no_budget')).toEqual([
      expect.stringMatching(/^reason-without-recycling: .*silent/),
    ]);
    expect(recycled('silent, bad_timing')).toEqual([
      expect.stringMatching(/^reason-without-recycling: .*no_budget/),
    ]);
  });

  test.each([
    [
      'leads elsewhere',
      'enter: { from: mql, on: sales_accepted }',
      'enter: [{ from: mql, on: sales_accepted }, { id: kept, from: mql, on: sales_rejected }]',
    ],
    ['leads nowhere', '', ''],
  ])('of a rejection that %s are unknown to the exit', (_, from, to) => {
    const edits: readonly Edit[] = [
      ['funnel/exits.yaml', 'on: sales_rejected', 'on: call_made'],
      ['funnel/stages.yaml', from, to],
    ];
    expect(toldAfter(...edits)).toEqual([
      expect.stringMatching(/^unknown-reason: .*bad_timing/),
      expect.stringMatching(/^unknown-reason: .*no_budget/),
    ]);
    expect(foundAfter(...edits).map(({ help }) => help)).toEqual([
      'Reasons are: none.',
      'Reasons are: none.',
    ]);
  });

  test('are those of the exit alone where no lead is rejected', () => {
    const rejection = `rejection:
  on: sales_rejected
  means: Sales says why not.
  reasons: { bad_timing: Bad timing, no_budget: No budget }
`;
    const own = 'reasons: { bad_timing: Bad timing, no_budget: No budget }';
    expect(
      toldAfter(
        ['handoff/returns.yaml', rejection, ''],
        ['funnel/exits.yaml', 'definition: Not now.', `definition: Not now.\n    ${own}`],
      ),
    ).toEqual([]);
  });
});

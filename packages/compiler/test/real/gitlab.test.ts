import { describe, expect, test } from 'vitest';
import type { Example, Transition } from '../../src/ir/index.ts';
import { compiled } from './agreements.ts';
import { referenceOf } from './engines.ts';
import { type Line, linesOf, scoreOf } from './rules.ts';

const agreement = compiled('gitlab');
const decide = referenceOf(agreement);
const asOf = Date.UTC(2026, 10, 24, 10);

describe('the tables of the handbook', () => {
  test('auto-MQL, behavior, boosters and decay, each with its points and its limit', () => {
    const autoMql: readonly Line[] = [
      ['auto_follow_up', 100, 'every time', 'follow_up_requested conference_meeting_attended'],
      [
        'auto_inbound',
        100,
        '1/1 days',
        'contact_requested renewal_requested hand_raise_pql health_check_requested duo_requested',
      ],
      ['auto_propensity', 100, '1/90 days', 'propensity_scored'],
      ['auto_web_chat', 100, '1/1 days', 'web_chat meeting_scheduled'],
      ['auto_inbound_med', 100, '1/1 days', 'inbound_form_sent'],
    ];
    const behavior: readonly Line[] = [
      ['b_registered', 20, 'every time', 'registered conference_meeting_requested'],
      [
        'b_program_high',
        40,
        'every time',
        'executive_roundtable owned_event speaking_session vendor_meeting webcast',
      ],
      ['b_program_med', 20, 'every time', 'visited_booth sponsored_webcast workshop'],
      ['b_program_low', 10, 'every time', 'conference_attended paid_social'],
      ['b_content_high', 35, 'every time', 'analyst_report'],
      ['b_content_med', 15, 'every time', 'gated_content'],
      ['b_content_low', 10, 'every time', 'content_syndication'],
      ['b_survey_med', 30, 'every time', 'survey_med'],
      ['b_survey_low', 15, 'every time', 'survey_low'],
      ['b_pathfactory', 10, 'every time', 'pathfactory'],
      ['b_subscription', 5, '1/7 days', 'subscribed'],
      ['b_trial_default', 20, '1/1 days', 'saas subscription_portal'],
      ['b_trial_personal', 10, '1/1 days', 'trial_started'],
      ['b_trial', 30, '1/1 days', 'trial_started'],
    ];
    const scored = [
      'follow_up_requested conference_meeting_attended contact_requested renewal_requested hand_raise_pql',
      'health_check_requested duo_requested web_chat meeting_scheduled inbound_form_sent registered',
      'conference_meeting_requested campaign_succeeded subscribed trial_started',
    ].join(' ');
    const boosters: readonly Line[] = [
      ['boost_re_mql', 20, '1/30 days', scored],
      [
        'boost_key_page',
        25,
        '1/7 days',
        '/pricing/ /sales /install /features /direction /solutions/startups/ /releases/gitlab-com/',
      ],
      ['boost_intent', 15, '1/90 days', 'intent_identified'],
    ];
    const activity = [
      'follow_up_requested conference_meeting_attended contact_requested renewal_requested hand_raise_pql',
      'health_check_requested duo_requested propensity_scored web_chat meeting_scheduled inbound_form_sent',
      'contact_info_given registered conference_meeting_requested campaign_joined campaign_succeeded',
      'subscribed trial_started page_visited intent_identified',
    ].join(' ');
    const decay: readonly Line[] = [
      ['decay_quiet', -10, 'each 30 days without', activity],
      ['decay_low_value_page', -10, '1/1 days', '/jobs /careers /unsubscribe'],
      ['decay_bounce', -20, '1/30 days', 'hard_bounced'],
    ];
    expect(linesOf(agreement, 'behavior')).toEqual([...autoMql, ...behavior, ...boosters, ...decay]);
    // Recycling and unsubscribing set the person back to the demographic score.
    expect(scoreOf(agreement, 'behavior').since).toEqual(['entered_recycle', 'unsubscribed']);
  });

  test('demographic, capped at 70', () => {
    expect(linesOf(agreement, 'demographic')).toEqual([
      ['d_team', 25, 'once', 'setup_for_team'],
      ['d_business_domain', 35, 'once', 'business'],
      ['d_seniority_high', 15, 'once', 'high'],
      ['d_seniority_med', 15, 'once', 'med'],
      ['d_seniority_low', 5, 'once', 'low'],
      ['d_function_high', 20, 'once', 'high'],
      ['d_function_med', 15, 'once', 'med'],
      ['d_function_low', 10, 'once', 'low'],
      ['d_country', 5, 'once', 'tier_1 tier_2'],
      ['d_generic_domain', -10, 'once', 'generic'],
      ['d_seniority_negative', -10, 'once', 'negative'],
      ['d_function_negative', -20, 'once', 'negative'],
    ]);
    expect(scoreOf(agreement, 'demographic')).toMatchObject({ cap: 70, floor: 0 });
    expect(scoreOf(agreement, 'person').sum).toEqual(['behavior', 'demographic']);
  });

  test('five reasons not to score', () => {
    expect(linesOf(agreement, 'exclusion').map(([, , , what]) => what)).toEqual([
      '@gitlab.com',
      'competitor',
      'disqualified ineligible',
      'student personal test',
      'sending_to_partner accepted pending',
    ]);
  });

  test('an MQL has 100 points and a behavior that is not 0, the first time and every time after', () => {
    const when = {
      kind: 'all',
      of: [
        { subject: { id: 'person' }, min: { value: 100, inclusive: true }, max: null },
        { subject: { id: 'behavior' }, min: { value: 0, inclusive: false }, max: null },
      ],
    };
    expect(transition('mql_by_score')).toMatchObject({ by: 'rule', from: ['raw', 'inquiry'], when });
    expect(transition('re_mql')).toMatchObject({ by: 'rule', from: ['recycle'], to: 'mql', when });
  });

  test('sixteen classes, and two that override them', () => {
    const cells = [1, 2, 3, 4].flatMap((row) => ['A', 'B', 'C', 'D'].map((column) => `${column}${row}`));
    expect(agreement.grades?.order).toEqual([...cells, 'Disqualified', 'Ineligible']);
    const given = [...(agreement.grades?.rows.map(({ grade }) => grade) ?? []), agreement.grades?.otherwise];
    expect(given).toHaveLength(cells.length + 2);
    expect(new Set(given)).toEqual(new Set(agreement.grades?.order));
  });

  test('nine statuses and their lists of reasons; the deletion is not one of them', () => {
    const reasons = agreement.stages.map(({ title, reasons }) => [title, reasons.length]);
    expect(reasons).toEqual([
      ['Raw', 0],
      ['Inquiry', 0],
      ['MQL', 0],
      ['Accepted', 0],
      ['Qualifying', 0],
      ['Qualified', 0],
      ['Recycle', 12],
      ['Disqualified', 10],
      ['Ineligible', 9],
      ['Deleted', 0],
    ]);
    const disqualifies = agreement.events.find(({ id }) => id === 'lead_disqualified');
    expect(disqualifies?.properties.find(({ id }) => id === 'bad_data')?.options).toHaveLength(4);
    const waiting = ['raw', 'inquiry', 'recycle', 'disqualified', 'ineligible'];
    const queues = agreement.routing?.rows.flatMap(({ to }) => (to.kind === 'queue' ? [to.queue] : []));
    expect(queues).toEqual(expect.arrayContaining(waiting.map((status) => `${status}_queue`)));
  });

  test('two business hours of the owner, and a new timer for each owner', () => {
    expect(agreement.promises).toMatchObject([
      {
        id: 'mql_sla',
        by: 'sales',
        starts: ['entered_mql'],
        stops: ['accepted', 'qualifying', 'qualified', 'recycle', 'disqualified', 'ineligible'].map(
          (status) => `entered_${status}`,
        ),
        restarts: ['owner_changed'],
        within_ms: 2 * 3_600_000,
        calendar: 'owner',
      },
    ]);
  });

  test('the weights of attribution, which are all of it', () => {
    const weights = agreement.attribution?.weights.map(({ weight }) => weight) ?? [];
    expect(weights).toEqual([1920, 2250, 1590, 2920, 1320]);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBe(10_000);
  });
});

describe('the vectors G1 to G5', () => {
  const business = { email_domain: 'business', seniority: 'high', job_function: 'high' };
  const all = { ...business, setup_for_team: true, country_tier: 'tier_1' };
  const other = { ...all, seniority: 'med', country_tier: 'tier_2' };

  test.each([
    ['g1_demographic_and_trial', business, ['trial_started'], [70, 70, 30, 100], 'mql'],
    ['g2_demographic_and_key_page', business, ['page_visited'], [70, 70, 25, 95], 'raw'],
    ['g3_capped_and_did_nothing', all, [], [100, 70, 0, 70], 'raw'],
    [
      'g4_negative_demographic_is_floored',
      { email_domain: 'generic' },
      ['contact_requested'],
      [-10, 0, 100, 100],
      'mql',
    ],
    ['g5_cap_makes_behavior_necessary', other, ['page_visited'], [100, 70, 25, 95], 'raw'],
    ['g5_thirty_is_enough', other, ['page_visited', 'subscribed'], [100, 70, 30, 100], 'mql'],
  ] as const)('%s', (id, fields, events, [raw, demographic, behavior, person], stage) => {
    const example = exampleOf(id);
    expect(example.lead).toMatchObject(fields);
    expect(example.lead.events?.map(({ event }) => event)).toEqual(events);
    expect(example.expect).toMatchObject({ stage, scores: { demographic, behavior, person } });
    const { ledger } = decide(example.lead, example.as_of);
    const uncapped = (ledger['demographic'] ?? []).filter(({ kind }) => kind === 'rule');
    expect(uncapped.reduce((sum, { points }) => sum + points, 0)).toBe(raw);
  });

  test('G5: whoever somebody is, 25 points of behavior are too few, and 30 are enough only at the cap', () => {
    const page = { event: 'page_visited', at: asOf, properties: { path: '/pricing/' } };
    const form = { event: 'subscribed', at: asOf };
    for (const fields of everybody()) {
      const lead = { id: '1', created_at: asOf, ...fields };
      const few = decide({ ...lead, events: [page] }, asOf);
      const enough = decide({ ...lead, events: [page, form] }, asOf);
      expect([few.scores['behavior'], few.stage]).toEqual([25, 'raw']);
      expect(enough.scores['behavior']).toBe(30);
      expect(enough.stage).toBe(enough.scores['demographic'] === 70 ? 'mql' : 'inquiry');
    }
  });
});

/** Every combination of what the demographic score asks. */
function everybody(): readonly object[] {
  const classes = ['high', 'med', 'low', 'negative', null];
  const asked = {
    email_domain: ['business', 'generic', null],
    seniority: classes,
    job_function: classes,
    country_tier: ['tier_1', 'tier_3'],
    setup_for_team: [true, false],
  };
  return Object.entries(asked).reduce<readonly object[]>(
    (leads, [field, values]) => leads.flatMap((lead) => values.map((value) => ({ ...lead, [field]: value }))),
    [{}],
  );
}

function exampleOf(id: string): Example {
  const example = agreement.examples.find((one) => one.id === id);
  if (example === undefined) throw new Error(`There is no example ${id}`);
  return example;
}

function transition(id: string): Transition | undefined {
  return agreement.transitions.find((one) => one.id === id);
}

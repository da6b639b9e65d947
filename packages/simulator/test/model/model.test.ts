import { describe, expect, test } from 'vitest';
import { modelOf } from '../../src/model/model.ts';
import { agreementOf } from '../support/starter.ts';

const acme = agreementOf('acme');

describe('the model of acme', () => {
  const model = modelOf(acme);

  test('has each number of its forecast, with its unit, range and source', () => {
    expect(model.parameters.find(({ id }) => id === 'accepting.rate')).toEqual({
      id: 'accepting.rate',
      unit: 'share',
      known: 'not',
      value: 7000,
      low: 6400,
      high: 7600,
      min: 0,
      max: 10_000,
      source: 'CRM export, Q3 2026',
      as_of: '2026-09-30',
    });
  });

  test('leaves no promise out', () => {
    expect(model.gaps).toEqual([]);
  });

  test('knows what stops a clock', () => {
    const clocks = model.clocks.map(({ id, by_work: byWork, by_steps: bySteps, acts }) => [
      id,
      byWork,
      bySteps.map((step) => model.steps[step]?.id),
      acts.map(({ activity, transfer, does }) => [
        does,
        model.activities[activity]?.event ?? model.transfers[transfer]?.event,
      ]),
    ]);
    const moved = [['restart', 'owner_changed']];
    expect(clocks).toEqual([
      ['receipt', false, [], [['stop', 'receipt_sent']]],
      ['care', false, [], [['stop', 'care_mail_sent']]],
      ['speed_to_lead', true, ['meeting', 'sending_back'], moved],
      ['speed_for_a1', true, ['sending_back'], moved],
      ['answer', false, ['accepting', 'meeting', 'sending_back'], []],
      ['persistence', false, ['meeting', 'sending_back'], [['try', 'call_made']]],
      ['two_tries', true, ['sending_back'], []],
      [
        'offer',
        false,
        ['winning'],
        [
          ['resume', 'lead_replied'],
          ['pause', 'asked_lead'],
          ['stop', 'offer_sent'],
        ],
      ],
    ]);
  });

  test('says what is left out where nothing is assumed of it, why, and what to write', () => {
    const bare = {
      ...acme,
      assumptions: acme.assumptions.filter(({ kind }) => kind !== 'activity' && kind !== 'transfer'),
    };
    expect(modelOf(bare).gaps.map(({ what, why }) => `${what}: ${why}`)).toEqual([
      'promise receipt: no assumption says when receipt_sent happens: write an activity of it after demo_requested',
      'promise care: no assumption says when care_mail_sent happens: write an activity of it after recycled',
      'promise speed_to_lead: its clock is never started anew: no assumption says how often owner_changed happens (a transfer would)',
      'promise speed_for_a1: its clock is never started anew: no assumption says how often owner_changed happens (a transfer would)',
      'promise persistence: no assumption says how often call_made happens: write an activity of it after sal',
    ]);
  });

  test('leaves out what nothing would ever bring about', () => {
    const calls = acme.assumptions.find((one) => one.kind === 'activity' && one.event === 'call_made')!;
    const of = (changes: object): readonly string[] =>
      modelOf({ ...acme, assumptions: [...acme.assumptions, { ...calls, id: 'more', ...changes }] })
        .gaps.filter(({ what }) => what === 'assumption more')
        .map(({ why }) => why);
    expect(of({ event: 'meeting_held', after: ['entered_sal'] })).toEqual([
      'meeting_held leads on in the funnel: a conversion says when, not an activity',
    ]);
    expect(of({ event: 'meeting_missed', after: ['meeting_booked'] })).toEqual([
      'no assumption says when meeting_booked happens: write a behaviour or an activity of it',
    ]);
    expect(of({ event: 'meeting_missed', after: ['lead_replied'] })).toEqual([]);
  });

  test('says which pauses it leaves out', () => {
    const bare = {
      ...acme,
      assumptions: acme.assumptions.filter(({ id }) => id !== 'questions' && id !== 'answers'),
    };
    expect(modelOf(bare).gaps).toEqual([
      {
        what: 'promise offer',
        why: 'its clock runs without a pause: no assumption says how often asked_lead happens (an activity would)',
      },
    ]);
  });

  test('begins before the first week, and knows when rules change', () => {
    expect(new Date(model.origin).toISOString()).toBe('2026-04-02T00:00:00.000Z');
    expect(model.changes.map((moment) => new Date(moment).toISOString().slice(0, 10))).toEqual([
      '2026-09-30',
      '2026-11-30',
      '2026-12-31',
      '2027-03-31',
    ]);
  });
});

function value(name: string, given: number): unknown {
  return modelOf(acme, { settings: [{ name, value: given }] }).parameters.find(({ id }) => id === name);
}

describe('a setting', () => {
  test('moves the range along, to bounds that can be written', () => {
    expect(value('inbound_hands.people', 1)).toMatchObject({ value: 1, low: null, high: null });
    expect(value('deals.deal_size', 4_800_000)).toMatchObject({ low: 1_400_000, high: 18_000_000 });
    expect(value('accepting.rate', 3333)).toMatchObject({ low: 3047, high: 3619 });
    expect(value('winning.rate', 9000)).toMatchObject({ low: 6954, high: 10_000 });
    expect(value('accepting.takes', 3_600_000)).toMatchObject({ low: 780_000, high: 9_600_000 });
    expect(value('from_the_site.leads', 4000)).toMatchObject({ low: 3529.41, high: 4588.24 });
  });

  test('of a rule leaves the model as it is', () => {
    expect(modelOf(acme, { settings: [{ name: 'fit.A', value: 60 }] })).toEqual(modelOf(acme));
  });

  test('scales all arrivals', () => {
    const { parameters } = modelOf(acme, { settings: [{ name: 'volume', value: 20_000 }] });
    expect(parameters.find(({ id }) => id === 'from_papers.leads')).toMatchObject({
      value: 1500,
      low: 1200,
      high: 1800,
    });
  });

  test('gives a promise another time', () => {
    const { clocks } = modelOf(acme, { settings: [{ name: 'speed_to_lead.within', value: 3_600_000 }] });
    expect(clocks.find(({ id }) => id === 'speed_to_lead')).toMatchObject({ within_ms: 3_600_000 });
  });

  test.each([
    [
      'accepting.rate',
      7200,
      'accepting.rate and sending_back.rate add up to 101%: not more than 100% can go on from Marketing-qualified lead (MQL).',
    ],
    [
      'speed_to_lead.within',
      9e12,
      'speed_to_lead.within cannot be 2,500,000 hours: it must be from 0 days to 370 days.',
    ],
    ['luck.share', 5, 'There is no number called luck.share.'],
    ['accepting.rate', 10_001, 'accepting.rate cannot be 100.01%: it must be from 0% to 100%.'],
    ['volume', Number.NaN, 'volume cannot be NaN%: it must be from 0% to 10,000%.'],
  ])('%s=%d is refused', (name, given, message) => {
    expect(() => value(name, given)).toThrow(message);
  });
});

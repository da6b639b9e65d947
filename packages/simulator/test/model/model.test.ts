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

  test('says what is left out, and why', () => {
    expect(model.gaps.map(({ what }) => what)).toEqual([
      'promise receipt',
      'promise care',
      'promise persistence',
      'promise two_tries',
    ]);
  });

  test('knows what stops a clock', () => {
    const clocks = model.clocks.map(({ id, by_work: byWork, by_steps: bySteps }) => [
      id,
      byWork,
      bySteps.map((step) => model.steps[step]?.id),
    ]);
    expect(clocks).toEqual([
      ['speed_to_lead', true, ['meeting', 'sending_back']],
      ['speed_for_a1', true, ['sending_back']],
      ['answer', false, ['accepting', 'meeting', 'sending_back']],
      ['offer', true, ['winning']],
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
    expect(clocks[0]).toMatchObject({ id: 'speed_to_lead', within_ms: 3_600_000 });
  });

  test.each([
    [
      'accepting.rate',
      7200,
      'accepting.rate and sending_back.rate add up to 101%: not more than 100% can go on from Marketing-qualified lead (MQL).',
    ],
    ['luck.share', 5, 'There is no number called luck.share.'],
    ['accepting.rate', 10_001, 'accepting.rate cannot be 10001: it must be from 0 to 10000.'],
    ['volume', Number.NaN, 'volume cannot be NaN: it must be from 0 to 1000000.'],
  ])('%s=%d is refused', (name, given, message) => {
    expect(() => value(name, given)).toThrow(message);
  });
});

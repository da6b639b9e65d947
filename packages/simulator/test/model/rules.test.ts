import { describe, expect, test } from 'vitest';
import { modelOf } from '../../src/model/model.ts';
import { amended, ruleNumbers } from '../../src/model/rules.ts';
import { SettingError } from '../../src/model/settings.ts';
import { agreementOf } from '../support/starter.ts';

const acme = agreementOf('acme');
const numbers = new Map(ruleNumbers(acme).map((one) => [one.name, one]));

describe('the numbers of the rules of acme', () => {
  test('are points, borders of bands and thresholds of ways, each as it is written', () => {
    expect(numbers.get('size_core.points')).toMatchObject({ kind: 'points', value: 20, decimals: 0 });
    expect(numbers.get('mail_clicked.points')).toMatchObject({ kind: 'points', value: 1.5, decimals: 1 });
    expect(numbers.get('engagement.hot')).toMatchObject({ kind: 'border', value: 45, decimals: 1 });
    expect(numbers.get('mql_by_trial.usage')).toMatchObject({ kind: 'threshold', value: 20 });
    expect(numbers.get('back_by_engagement.engagement')).toMatchObject({ kind: 'threshold', value: 35 });
    expect(numbers.has('engagement.cold')).toBe(false);
  });

  test('are known by one name each', () => {
    const { parameters, clocks } = modelOf(acme);
    const names = [...ruleNumbers(acme).map(({ name }) => name), ...parameters.map(({ id }) => id)];
    const all = [...names, ...clocks.map(({ id }) => `${id}.within`), 'volume'];
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('an amended agreement', () => {
  test('has the new numbers, and nothing else is new', () => {
    const changed = amended(acme, [
      { name: 'size_core.points', value: 25 },
      { name: 'engagement.warm', value: 22.5 },
      { name: 'mql_by_trial.usage', value: 18 },
      { name: 'accepting.rate', value: 5000 },
    ]);
    expect(
      ruleNumbers(changed).flatMap(({ name, value }) =>
        numbers.get(name)?.value === value ? [] : [`${name} ${value}`],
      ),
    ).toEqual(['size_core.points 25', 'engagement.warm 22.5', 'mql_by_trial.usage 18']);
    const bands = changed.scores.find(({ id }) => id === 'engagement')?.bands;
    expect(bands?.map(({ id, min, max }) => [id, min?.value, max?.value])).toEqual([
      ['hot', 450, undefined],
      ['warm', 225, 450],
      ['cool', 50, 225],
      ['cold', undefined, 50],
    ]);
    expect(
      amended(
        changed,
        [...numbers].map(([name, { value }]) => ({ name, value })),
      ),
    ).toEqual(acme);
  });

  test.each([
    ['engagement.warm', 45, 'The band warm of engagement would be empty: it must begin below its end.'],
    ['engagement.warm', 5, 'The band cool of engagement would be empty: it must begin below its end.'],
    ['size_core.points', 1.5, 'size_core.points cannot be 1.5: it must be a whole number.'],
    [
      'engagement.hot',
      Number.NaN,
      'engagement.hot cannot be NaN: it must be a number with at most 1 decimals.',
    ],
  ])('%s=%d is refused', (name, value, message) => {
    expect(() => amended(acme, [{ name, value }])).toThrow(new SettingError(message));
  });

  test('may move two borders past where one of them was', () => {
    const settings = [
      { name: 'engagement.warm', value: 50 },
      { name: 'engagement.hot', value: 60 },
    ];
    expect(() => amended(acme, settings)).not.toThrow();
  });
});

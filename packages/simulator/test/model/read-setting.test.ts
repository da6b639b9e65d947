import { expect, test } from 'vitest';
import { modelOf } from '../../src/model/model.ts';
import { readSetting } from '../../src/model/read-setting.ts';
import { agreementOf } from '../support/starter.ts';

const model = modelOf(agreementOf('starter'));

test.each([
  ['accepting.rate=65%', 6500],
  ['accepting.rate = 12.5%', 1250],
  ['desk.people=3', 3],
  ['opening.takes=2 hours', 7_200_000],
  ['opening.takes=1 day', 86_400_000],
  ['deals.deal_size=1200', 120_000],
  ['reading.times=1.5', 1.5],
  ['volume=150%', 15_000],
  ['first_call.within=30 minutes', 1_800_000],
  ['can_decide.points=25', 25],
  ['quiet.points=-15', -15],
  ['mql_by_score.lead_score=52.5', 52.5],
])('%s', (text, value) => {
  expect(readSetting(model, text)).toMatchObject({ value });
});

test.each([
  ['volume', '“volume” is not a setting: write name=value, such as volume=150%.'],
  ['volume=2', 'volume cannot be “2”: write a percent, such as 35%.'],
  ['volume=NaN%', 'volume cannot be “NaN%”: write a percent, such as 35%.'],
  ['luck=3', 'There is no number called luck.'],
  ['desk.people=three', 'desk.people cannot be “three”: write a number, such as 3.'],
  ['opening.takes=2 moons', 'opening.takes cannot be “2 moons”: write a duration, such as 2 hours.'],
  ['can_decide.points=5%', 'can_decide.points cannot be “5%”: write a number, such as 20.'],
  ['deals.deal_size=5%', 'deals.deal_size cannot be “5%”: write an amount, such as 1200.'],
])('%s is refused', (text, message) => {
  expect(() => readSetting(model, text)).toThrow(message);
});

import { type Setting, SettingError, unknownNumber } from './settings.ts';
import type { Model, Parameter } from './types.ts';

const lengths: Readonly<Record<string, number>> = {
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
};

/**
 * Reads `name=value` as people write it: `accepting.rate=65%`, `desk.people=3`, `accepting.takes=4 hours`, `deals.deal_size=1200`,
 * `speed_to_lead.within=1 hour`, `size_core.points=25`, `fit.A=60`, `volume=150%`. Throws a {@link SettingError}.
 */
export function readSetting(model: Model, text: string): Setting {
  const at = text.indexOf('=');
  const name = text.slice(0, Math.max(0, at)).trim();
  const written = text.slice(at + 1).trim();
  if (at < 1) throw new SettingError(`“${text}” is not a setting: write name=value, such as volume=150%.`);
  return { name, value: valueOf(written, name, unitOf(model, name)) };
}

type Unit = Parameter['unit'] | 'points';

function unitOf(model: Model, name: string): Unit {
  if (model.rules.some((rule) => rule.name === name)) return 'points';
  if (name === 'volume') return 'share';
  if (model.clocks.some(({ id }) => `${id}.within` === name)) return 'ms';
  const parameter = model.parameters.find(({ id }) => id === name);
  if (!parameter) throw unknownNumber(name);
  return parameter.unit;
}

function valueOf(written: string, name: string, unit: Unit): number {
  const [, digits, word] = /^(-?\d+(?:\.\d+)?)\s*(%|[a-z]*)$/.exec(written) ?? [];
  const value = digits === undefined ? Number.NaN : Number(digits);
  const wrong = (expected: string): never => {
    throw new SettingError(`${name} cannot be “${written}”: write ${expected}.`);
  };
  if (Number.isNaN(value)) return wrong(expectedOf[unit]);
  switch (unit) {
    case 'share':
      return word === '%' ? Math.round(value * 100) : wrong(expectedOf.share);
    case 'ms': {
      const length = lengths[(word ?? '').replace(/s$/, '')];
      return length === undefined ? wrong(expectedOf.ms) : Math.round(value * length);
    }
    case 'money':
      return word === '' ? Math.round(value * 100) : wrong(expectedOf.money);
    default:
      return word === '' ? value : wrong(expectedOf[unit]);
  }
}

const expectedOf: Readonly<Record<Unit, string>> = {
  share: 'a percent, such as 35%',
  ms: 'a duration, such as 2 hours',
  money: 'an amount, such as 1200',
  people: 'a number, such as 3',
  leads: 'a number, such as 250',
  times: 'a number, such as 1.5',
  points: 'a number, such as 20',
};

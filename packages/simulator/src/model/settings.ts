import type { Clock, Model, Parameter } from './types.ts';

/** `name=value`: another value for one parameter, or another time of a promise (`speed_to_lead.within`, in ms). */
export interface Setting {
  readonly name: string;
  /** In the unit of the parameter: hundredths of a percent, ms, hundredths of the currency. */
  readonly value: number;
}

/** A setting that cannot be: the message says which and why. */
export class SettingError extends Error {}

/** The model with other numbers: a number that is set is certain. `volume` scales all arrivals, in hundredths of a percent. */
export function applySettings(model: Model, settings: readonly Setting[]): Model {
  let result = model;
  for (const setting of settings) result = applySetting(result, setting);
  return result;
}

function applySetting(model: Model, { name, value }: Setting): Model {
  if (name === 'volume') return scaled(model, value);
  const clock = model.clocks.find(({ id }) => `${id}.within` === name);
  if (clock) return withClocks(model, clock, within(name, value, { min: 0, max: 3.2e10 }));
  const parameter = model.parameters.find(({ id }) => id === name);
  if (!parameter) throw new SettingError(`There is no number called ${name}.`);
  const set = { ...parameter, value: within(name, value, parameter), ...rangeAround(parameter, value) };
  return { ...model, parameters: model.parameters.map((one) => (one === parameter ? set : one)) };
}

/** What varies from lead to lead still does; what was not known is. */
function rangeAround(
  { known, value: before, low, high }: Parameter,
  value: number,
): Pick<Parameter, 'low' | 'high'> {
  if (known === 'not' || before === 0) return { low: null, high: null };
  const scale = value / before;
  return { low: low === null ? null : low * scale, high: high === null ? null : high * scale };
}

function scaled(model: Model, percent: number): Model {
  const factor = within('volume', percent, { min: 0, max: 1e6 }) / 10_000;
  const leads = new Set(model.sources.map((source) => source.leads));
  const times = (value: number | null): number | null => (value === null ? null : value * factor);
  const parameters = model.parameters.map((one, index) =>
    leads.has(index)
      ? { ...one, value: one.value * factor, low: times(one.low), high: times(one.high) }
      : one,
  );
  return { ...model, parameters };
}

function withClocks(model: Model, clock: Clock, withinMs: number): Model {
  const clocks = model.clocks.map((one) => (one === clock ? { ...one, within_ms: withinMs } : one));
  return { ...model, clocks };
}

function within(
  name: string,
  value: number,
  { min, max }: { readonly min: number; readonly max: number },
): number {
  if (Number.isFinite(value) && value >= min && value <= max) return value;
  throw new SettingError(`${name} cannot be ${value}: it must be from ${min} to ${max}.`);
}

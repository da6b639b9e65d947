import type { Clock, Model, Parameter } from './types.ts';

const day = 86_400_000;
const lengths = [
  ['days', day],
  ['hours', 3_600_000],
] as const;

/**
 * `name=value`: another value for one parameter, another time of a promise (`speed_to_lead.within`), or another number in a rule
 * (`size_core.points`, `fit.A`, `mql_by_trial.usage`).
 */
export interface Setting {
  readonly name: string;
  /** In the unit of the parameter: hundredths of a percent, ms, hundredths of the currency; points as they are. */
  readonly value: number;
}

/** A setting that cannot be: the message says which and why. */
export class SettingError extends Error {
  /** The name, where there is no number of this name. */
  readonly unknown: string | undefined;

  constructor(message: string, unknown?: string) {
    super(message);
    this.unknown = unknown;
  }
}

/** There is no number of this name. */
export function unknownNumber(name: string): SettingError {
  return new SettingError(`There is no number called ${name}.`, name);
}

/**
 * The model with other numbers; the range of a number moves along in proportion. `volume` scales all arrivals, in hundredths of a
 * percent. What is set in rules changes no model, but the engine: see {@link amended}.
 */
export function applySettings(model: Model, settings: readonly Setting[]): Model {
  let result = model;
  for (const setting of settings) result = applySetting(result, setting);
  if (settings.length > 0) refuseRates(result);
  return result;
}

/** Not more than all can go on from a stage. */
function refuseRates({ stages, steps, parameters }: Model): void {
  for (const { title, steps: own } of stages) {
    const rates = own.flatMap((step) => parameters[steps[step]?.rate ?? -1] ?? []);
    const sum = rates.reduce((all, { value }) => all + value, 0);
    if (sum <= 10_000) continue;
    const names = rates.map(({ id }) => id).join(' and ');
    throw new SettingError(`${names} add up to ${sum / 100}%: not more than 100% can go on from ${title}.`);
  }
}

/**
 * Whether leads have other lives with a setting: then their pool is to be drawn again. Other settings change what is made of the same
 * leads.
 */
export function changesLives({ rules, behaviours, parameters }: Model, { name }: Setting): boolean {
  const index = parameters.findIndex(({ id }) => id === name);
  return (
    rules.some((rule) => rule.name === name) ||
    (index >= 0 && behaviours.some(({ share, times }) => share === index || times === index))
  );
}

function applySetting(model: Model, { name, value }: Setting): Model {
  if (name === 'volume') return scaled(model, value);
  if (model.rules.some((rule) => rule.name === name)) return model;
  const clock = model.clocks.find(({ id }) => `${id}.within` === name);
  if (clock) return withClocks(model, clock, within(name, value, { unit: 'ms', min: 0, max: 370 * day }));
  const parameter = model.parameters.find(({ id }) => id === name);
  if (!parameter) throw unknownNumber(name);
  const set = { ...parameter, value: within(name, value, parameter), ...rangeAround(parameter, value) };
  return { ...model, parameters: model.parameters.map((one) => (one === parameter ? set : one)) };
}

/** The range moves along, to bounds that the language can write. */
function rangeAround(
  { unit, value: before, low, high, min, max }: Parameter,
  value: number,
): Pick<Parameter, 'low' | 'high'> {
  const scale = value / before;
  const moved = (bound: number | null, round: (value: number) => number): number | null => {
    if (bound === null || before === 0) return null;
    // Whole minutes; hundredths of everything else, which shares and money are counted in already.
    const at = Math.min(max, Math.max(min, bound * scale));
    if (unit === 'ms') return round(at / 60_000) * 60_000;
    return unit === 'share' || unit === 'money' ? round(at) : round(at * 100) / 100;
  };
  return { low: moved(low, Math.floor), high: moved(high, Math.ceil) };
}

function scaled(model: Model, percent: number): Model {
  const factor = within('volume', percent, { unit: 'share', min: 0, max: 1e6 }) / 10_000;
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
  { unit, min, max }: Pick<Parameter, 'unit' | 'min' | 'max'>,
): number {
  if (Number.isFinite(value) && value >= min && value <= max) return value;
  const [given, low, high] = [value, min, max].map((one) => written(one, unit));
  throw new SettingError(`${name} cannot be ${given}: it must be from ${low} to ${high}.`);
}

/** A number as people write it: see `readSetting`. */
function written(value: number, unit: Parameter['unit']): string {
  if (unit === 'share') return `${plain(value / 100)}%`;
  if (unit === 'money') return plain(value / 100);
  if (unit !== 'ms') return plain(value);
  const [word, length] = lengths.find(([, one]) => value % one === 0) ?? ['minutes', 60_000];
  return `${plain(value / length)} ${word}`;
}

function plain(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 2 });
}

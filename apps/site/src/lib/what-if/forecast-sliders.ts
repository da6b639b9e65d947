import type { Assumption } from '@smarketing/compiler/ir';
import { type Book, every, stageName } from '@smarketing/compiler/words';
import type { Model, Parameter } from '@smarketing/simulator';
import { whatIs } from '../outcomes/assumptions.ts';
import type { Base } from './base.ts';
import { rangeAround, unitOfTime } from './ranges.ts';
import type { Slider } from './slider.ts';

const mostAssumptions = 6;

export function promises({ model }: Base): readonly Slider[] {
  return model.clocks.map(({ id, within_ms: within, calendar }) => {
    const label = `Promise “${id.replaceAll('_', ' ')}”: within`;
    return inTime(`${id}.within`, label, within, calendar === 'always' ? '' : 'working ');
  });
}

/** How long people take who have begun with a lead, in the first stage that people work. */
export function answers(book: Book, { model }: Base): readonly Slider[] {
  const stage = model.stages.findIndex(({ steps }) => steps.length > 0);
  return model.steps.flatMap(({ id, from, to, takes }) => {
    const parameter = model.parameters[takes];
    if (from !== stage || parameter?.id !== `${id}.takes`) return [];
    const [a, b] = [from, to].map((index) => stageName(book, model.stages[index]?.id ?? ''));
    return [inTime(parameter.id, `From ${a} to ${b} it takes`, parameter.value)];
  });
}

function inTime(name: string, label: string, ms: number, kind = ''): Slider {
  const { unit, length, step } = unitOfTime(ms);
  const value = ms / length;
  const range = rangeAround(value, { low: step, high: 4 * value, step });
  return { name, label, unit: `${kind}${unit}`, suffix: ` ${unit}`, ...range };
}

export function people({ model }: Base): readonly Slider[] {
  return model.desks.flatMap(({ title, people: index }) => {
    const parameter = model.parameters[index];
    if (!parameter) return [];
    const range = rangeAround(parameter.value, { low: 1, high: Math.max(3 * parameter.value, 4), step: 1 });
    return [{ name: parameter.id, label: title, unit: 'people', suffix: '', ...range }];
  });
}

export function volumes(book: Book, { model }: Base): readonly Slider[] {
  return model.sources.flatMap(({ id, leads }) => {
    const parameter = model.parameters[leads];
    const assumption = book.agreement.assumptions.find((one) => one.id === id);
    return parameter && assumption ? [sliderOf(book, parameter, assumption)] : [];
  });
}

export function assumptions(
  book: Book,
  { model, results }: Base,
  taken: ReadonlySet<string>,
): readonly Slider[] {
  const names = results.influences.map(({ parameter }) => parameter).filter((name) => !taken.has(name));
  return names.slice(0, mostAssumptions).flatMap((name) => {
    const parameter = model.parameters.find(({ id }) => id === name);
    const assumption = book.agreement.assumptions.find(({ id }) => name.startsWith(`${id}.`));
    if (!parameter || !assumption) return [];
    const one = sliderOf(book, parameter, assumption);
    return [{ ...one, max: Math.min(one.max, mostOf(model, parameter)) }];
  });
}

/** Not more than all can go on from a stage: a rate has only what the others leave. */
function mostOf({ stages, steps, parameters }: Model, { id, value }: Parameter): number {
  const rates = steps.map(({ rate }) => parameters[rate]);
  const stage = stages.find((one) => one.steps.some((step) => rates[step]?.id === id));
  if (!stage) return Infinity;
  const sum = stage.steps.reduce((all, step) => all + (rates[step]?.value ?? 0), 0);
  return (value + 10_000 - sum) / 100;
}

/** A number of the forecast. */
function sliderOf(book: Book, { id: name, unit, value }: Parameter, assumption: Assumption): Slider {
  const { currency } = book.agreement;
  const label = whatIs(book, name);
  if (unit === 'ms') return inTime(name, label, value);
  if (unit === 'share') {
    const share = value / 100;
    const step = share < 5 ? 0.1 : share < 20 ? 0.5 : 1;
    const range = rangeAround(share, { low: 0, high: Math.min(100, 3 * share), step });
    return { name, label, unit: '%', suffix: '%', ...range };
  }
  const shown = unit === 'money' ? value / 100 : value;
  const range = rangeAround(shown, { low: unit === 'times' ? 1 : 0, high: 2.5 * shown });
  return {
    name,
    label,
    unit: unit === 'money' ? currency : unitWords(unit, assumption),
    suffix: '',
    ...range,
  };
}

function unitWords(unit: Parameter['unit'], assumption: Assumption): string {
  return unit === 'leads' && 'per' in assumption ? `leads ${every(assumption.per)}` : unit;
}

import type { Agreement, Assumption, Condition, Rule } from '@smarketing/compiler/ir';
import {
  bandTitle,
  type Book,
  every,
  plain,
  ruleAsks,
  separated,
  stageName,
  upperFirst,
} from '@smarketing/compiler/words';
import {
  decidingPart,
  type Model,
  type Parameter,
  type RuleNumber,
  ruleNumbers,
} from '@smarketing/simulator';
import type { Base } from './base.ts';
import { type Range, rangeAround, unitOfTime } from './ranges.ts';

/** A number that the page lets people move. `name=value` with its suffix is what `--set` of the command line takes. */
export interface Slider extends Range {
  readonly name: string;
  readonly label: string;
  /** What stands behind the number: `points`, `people`, `leads every month`. */
  readonly unit: string;
  readonly suffix: Suffix;
}

export type Suffix = '' | '%' | ' minutes' | ' hours' | ' days';

export interface SliderGroup {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly sliders: readonly Slider[];
}

const mostRules = 8;
const mostAssumptions = 6;

/** What can be moved, in groups; those that an agreement has nothing for are left out. */
export function slidersOf(book: Book, base: Base): readonly SliderGroup[] {
  const groups: readonly SliderGroup[] = [
    {
      id: 'thresholds',
      title: 'Thresholds',
      about: 'From how many points on a lead is in a band, or goes on to a stage.',
      sliders: thresholds(book),
    },
    {
      id: 'points',
      title: 'Points',
      about: 'The rules that give the most points to the leads that are expected.',
      sliders: points(book, base),
    },
    {
      id: 'response',
      title: 'Response times',
      about: 'What the promises say, and how fast people decide about a lead that they have begun with.',
      sliders: [...promises(base), ...answers(book, base)],
    },
    { id: 'people', title: 'People', about: 'How many work at each desk.', sliders: people(base) },
    { id: 'volumes', title: 'Leads', about: 'How many come from each source.', sliders: volumes(book, base) },
  ];
  const taken = new Set(groups.flatMap(({ sliders }) => sliders.map(({ name }) => name)));
  const assumed: SliderGroup = {
    id: 'assumptions',
    title: 'Assumptions',
    about: 'What the forecast knows least and depends on most. Moving one is a supposition, not a proposal.',
    sliders: assumptions(book, base, taken),
  };
  return [...groups, assumed].filter(({ sliders }) => sliders.length > 0);
}

function thresholds(book: Book): readonly Slider[] {
  const { agreement } = book;
  const deciding = new Set(decidingPart(agreement).scores.map(({ id }) => id));
  const isAsked = asksForBands(agreement);
  const borders = agreement.scores.flatMap((score) => {
    if (!deciding.has(score.id) || !isAsked(score.id)) return [];
    const from = score.bands.flatMap((band) => (band.min ? [band] : []));
    return from.flatMap((band) => {
      const rule = numberOf(agreement, `${score.id}.${band.id}`);
      return rule
        ? [slider(rule, `${score.title}: “${bandTitle(band)}” from`, bordersAround(agreement, rule))]
        : [];
    });
  });
  const exits = new Set(agreement.stages.filter(({ exit }) => exit).map(({ id }) => id));
  const ways = agreement.transitions.filter(
    ({ by, from, to }) => by === 'rule' && !exits.has(to) && from.some((id) => !exits.has(id)),
  );
  const bounds = ways.flatMap((way) =>
    agreement.scores.flatMap((score) => {
      const rule = numberOf(agreement, `${way.id}.${score.id}`);
      if (!rule || isShared(agreement, rule)) return [];
      const how = way.id.replace(`${way.to}_`, '').replaceAll('_', ' ');
      return [slider(rule, `${stageName(book, way.to)} ${how}: ${score.title} from`)];
    }),
  );
  return [...borders, ...bounds];
}

/** Several ways ask for the same of a score: to move it for one of them alone is not what anybody means. */
function isShared(agreement: Agreement, { name, value }: RuleNumber): boolean {
  const score = name.split('.')[1];
  return ruleNumbers(agreement).some(
    (one) =>
      one.kind === 'threshold' &&
      one.name !== name &&
      one.name.split('.')[1] === score &&
      one.value === value,
  );
}

/** Whether anything that decides asks for the band of a score. */
function asksForBands(agreement: Agreement): (score: string) => boolean {
  const rows = [
    ...(agreement.grades?.rows ?? []),
    ...agreement.transitions,
    ...(agreement.routing?.rows ?? []),
  ];
  const asked = rows.flatMap(({ when }) => (when ? bandsAskedIn(when) : []));
  return (score) => asked.includes(score);
}

function bandsAskedIn(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'some':
      return condition.of.flatMap(bandsAskedIn);
    case 'not':
      return bandsAskedIn(condition.of);
    case 'choice':
      return condition.subject.kind === 'score' ? [condition.subject.id] : [];
    default:
      return [];
  }
}

const numberOf = (agreement: Agreement, name: string): RuleNumber | undefined =>
  ruleNumbers(agreement).find((one) => one.name === name);

/** A border stays between those beside it. */
function bordersAround(agreement: Agreement, { name, value }: RuleNumber): { low?: number; high?: number } {
  const [score] = name.split('.');
  const others = ruleNumbers(agreement)
    .filter((one) => one.kind === 'border' && one.name.startsWith(`${score}.`) && one.name !== name)
    .map((one) => one.value);
  const below = others.filter((other) => other < value);
  const above = others.filter((other) => other > value);
  return {
    ...(below.length > 0 && { low: Math.max(...below) + 1 }),
    ...(above.length > 0 && { high: Math.min(...above) - 1 }),
  };
}

function slider(
  { name, value, decimals }: RuleNumber,
  label: string,
  limits: { readonly low?: number; readonly high?: number } = {},
): Slider {
  const step = Number.isInteger(value) ? 1 : 10 ** -decimals;
  const range = rangeAround(value, {
    low: Math.min(0, 2 * value),
    high: Math.max(0, 2 * value),
    step,
    ...limits,
  });
  return { name, label, unit: 'points', suffix: '', ...range };
}

function points(book: Book, { weights }: Base): readonly Slider[] {
  const { scores } = decidingPart(book.agreement);
  const rules = scores.flatMap(({ rules: own }) => own.map(({ id }) => id));
  const weightiest = rules
    .toSorted((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0))
    .slice(0, mostRules);
  return weightiest.flatMap((id) => {
    const number = numberOf(book.agreement, `${id}.points`);
    const rule = book.agreement.scores.flatMap(({ rules: own }) => own).find((one) => one.id === id);
    if (!number || !rule || number.value === 0) return [];
    const range = { low: Math.min(number.value * 2, 1), high: Math.max(number.value * 2, -1) };
    return [slider(number, labelOf(book, rule), range)];
  });
}

const longest = 90;

/** What a rule asks; its name, where that is long. */
function labelOf(book: Book, rule: Rule): string {
  const asks = plain(separated(ruleAsks(book, rule), ', '));
  return upperFirst(asks.length <= longest ? asks : rule.id.replaceAll('_', ' '));
}

function promises({ model }: Base): readonly Slider[] {
  return model.clocks.map(({ id, within_ms: within, calendar }) => {
    const label = `Promise “${id.replaceAll('_', ' ')}”: within`;
    return inTime(`${id}.within`, label, within, calendar === 'always' ? '' : 'working ');
  });
}

/** How long people take who have begun with a lead, in the first stage that people work. */
function answers(book: Book, { model }: Base): readonly Slider[] {
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

function people({ model }: Base): readonly Slider[] {
  return model.desks.flatMap(({ title, people: index }) => {
    const parameter = model.parameters[index];
    if (!parameter) return [];
    const range = rangeAround(parameter.value, { low: 1, high: Math.max(3 * parameter.value, 4), step: 1 });
    return [{ name: parameter.id, label: title, unit: 'people', suffix: '', ...range }];
  });
}

function volumes({ agreement }: Book, { model }: Base): readonly Slider[] {
  return model.sources.flatMap(({ id, leads }) => {
    const parameter = model.parameters[leads];
    const assumption = agreement.assumptions.find((one) => one.id === id);
    return parameter && assumption ? [sliderOf(parameter, assumption, agreement.currency)] : [];
  });
}

function assumptions(book: Book, { model, results }: Base, taken: ReadonlySet<string>): readonly Slider[] {
  const names = results.influences.map(({ parameter }) => parameter).filter((name) => !taken.has(name));
  return names.slice(0, mostAssumptions).flatMap((name) => {
    const parameter = model.parameters.find(({ id }) => id === name);
    const assumption = book.agreement.assumptions.find(({ id }) => name.startsWith(`${id}.`));
    if (!parameter || !assumption) return [];
    const one = sliderOf(parameter, assumption, book.agreement.currency);
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
function sliderOf({ id: name, unit, value }: Parameter, assumption: Assumption, currency: string): Slider {
  const key = name.slice(assumption.id.length + 1);
  const label = `${upperFirst(assumption.id.replaceAll('_', ' '))}${keys[key] ?? `: ${key}`}`;
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

const keys: Readonly<Record<string, string>> = {
  leads: '',
  rate: ': how many go on',
  share: ': how many do so',
  times: ': how often',
  takes: ': how long it takes',
  people: ': people',
  per_person: ': leads that one person can work',
  deal_size: ': what a deal is worth',
  cycle: ': how long a deal takes',
  cost: ': what a lead costs',
};

function unitWords(unit: Parameter['unit'], assumption: Assumption): string {
  return unit === 'leads' && 'per' in assumption ? `leads ${every(assumption.per)}` : unit;
}

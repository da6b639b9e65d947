import { type Agreement, type Condition, parts, type Rule } from '@smarketing/compiler/ir';
import {
  bandTitle,
  type Book,
  plain,
  ruleAsks,
  separated,
  stageName,
  upperFirst,
} from '@smarketing/compiler/words';
import { decidingPart, type RuleNumber, ruleNumbers } from '@smarketing/simulator';
import type { Base } from './base.ts';
import { rangeAround } from './ranges.ts';
import type { Slider } from './slider.ts';

const mostRules = 8;

/** Where bands begin, and from how many points a lead goes on to a stage. */
export function thresholds(book: Book): readonly Slider[] {
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
  return [...parts(condition)].flatMap((part) =>
    part.kind === 'choice' && part.subject.kind === 'score' ? [part.subject.id] : [],
  );
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

/** The rules that give the most points to the leads that are expected. */
export function points(book: Book, { weights }: Base): readonly Slider[] {
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

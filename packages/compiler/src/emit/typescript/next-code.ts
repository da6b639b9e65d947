import { found } from '../../found.ts';
import type { Bound, Condition, Transition } from '../../ir/types.ts';
import { checkedId } from '../encode/name.ts';
import { literal, numeral } from '../encode/typescript.ts';
import { and, block, type Code, lines, or, sections, when } from './code.ts';
import type { Model } from './model.ts';
import { type EventSlot, type FieldSlot, slotsOf } from './next-slots.ts';
import { inForce } from './scope.ts';

/** How many changed leads one explanation tries; each costs about as much as a decision. */
const mostTries = 1_000;

/** `nextStageOf`: what brings a lead to the next stage, tried with the engine's own judgement. */
export function nextCode(model: Model): string {
  const { fields, events } = slotsOf(model.agreement);
  const funnel = model.agreement.stages.filter(({ exit }) => !exit).map(({ id }) => id);
  return sections(
    `/** The stages in the order of the funnel, without exits. */\nconst funnel: readonly StageId[] = ${literal(funnel)};`,
    lines(
      '/** The fields that may change, and to what. */',
      list('FieldSlot', 'fieldSlots', fields.map(fieldSlot)),
    ),
    lines(
      '/** The events that a lead may cause; and those of our own people. */',
      list('EventSlot', 'leadSlots', events.filter((slot) => !isOurs(slot)).map(eventSlot)),
      list('EventSlot', 'peopleSlots', events.filter(isOurs).map(eventSlot)),
    ),
    nextFunction(model, funnel),
    `/** A move as the event that it is. */
function entered({ to, at }: Move): LeadEvent {
  const event = \`entered_\${to}\`;
  return { code: eventNames.indexOf(event), event, at, id: null, properties: null, folded: null } as LeadEvent;
}`,
    missingCode(model, funnel),
  );
}

/** Whether it is for our own people to cause it. */
function isOurs({ type }: EventSlot): boolean {
  return type.by === 'sales' || type.by === 'marketing';
}

function list(type: string, name: string, rows: readonly string[]): string {
  return `const ${name}: readonly ${type}[] = [${rows.map((row) => `\n  ${row},`).join('')}${rows.length > 0 ? '\n' : ''}];`;
}

function fieldSlot({ field, values, others }: FieldSlot): string {
  const rest = others.length === 0 ? '' : `, others: ${literal(others)}`;
  return `{ field: ${literal(field.id)}, values: ${literal(values)}${rest}${field.type === 'choices' ? ', many: true' : ''} }`;
}

function eventSlot({ type, plain, values, isWhole }: EventSlot): string {
  const own = type.properties.length === 0 ? '' : `, plain: ${literal(plain)}`;
  const asked =
    Object.keys(values).length === 0 ? '' : `, values: ${literal(values)}${isWhole ? ', isWhole: true' : ''}`;
  return `{ event: ${literal(type.id)}${own}${asked} }`;
}

/** Stages out of which a way of rules or people leads on. */
function onward({ agreement: { transitions } }: Model, funnel: readonly string[]): readonly string[] {
  const from = transitions.flatMap(({ by, from, to }) =>
    by === 'time' ? [] : from.filter((stage) => funnel.indexOf(to) > funnel.indexOf(stage)),
  );
  return [...new Set(from)];
}

function nextFunction(model: Model, funnel: readonly string[]): string {
  const stages = onward(model, funnel).map((stage) => `stage === ${literal(stage)}`);
  return lines(
    '/** What brings a lead further that was just decided. */',
    block(
      "function nextStageOf(lead: Lead, asOf: number, { stage, moves }: Decision, ledger: Explanation['ledger']): Next | null",
      `if (!(${or(stages)})) return null;`,
      'const from = funnel.indexOf(stage);',
      'const missing = pointsMissing(asOf, stage, ledger);',
      '// A moment later, and when the moves are written down.',
      'const at = asOf + 1;',
      'const happened = lead.events.slice(0, tally.events);',
      'const base = withEvents({ ...lead, events: happened }, moves.map(entered));',
      block(
        'const rankOf = (changed: Lead): number =>',
        'judge(changed, at);',
        'movesOf(changed, at);',
        'const rank = funnel.indexOf(known.stage);',
        'return rank > from ? rank : -1;',
      ) + ';',
      'if (rankOf(base) >= 0) return null;',
      `const search = { at, names: eventNames, rankOf, left: ${mostTries} };`,
      'const byLead = waysOn(base, { ...search, fields: fieldSlots, events: leadSlots });',
      block(
        'if (byLead !== null)',
        'const to = funnel[byLead.rank] as StageId;',
        "return { stage: to, by: 'lead', points_missing: missing?.stage === to ? missing.points : null, ways: byLead.ways };",
      ),
      'const byPeople = waysOn(base, { ...search, fields: [], events: peopleSlots });',
      block(
        'if (byPeople !== null)',
        "return { stage: funnel[byPeople.rank] as StageId, by: 'people', points_missing: null, ways: byPeople.ways };",
      ),
      "return missing === null ? null : { stage: missing.stage, by: 'lead', points_missing: missing.points, ways: [] };",
    ),
  );
}

/** Straight from the conditions: how many points the first rule that leads on still asks for. */
function missingCode({ agreement, scores }: Model, funnel: readonly string[]): string {
  const rows = agreement.transitions
    .filter(({ by }) => by === 'rule')
    .flatMap((transition) => {
      const threshold = thresholdOf(transition.when);
      const from = transition.from.filter((stage) => funnel.indexOf(transition.to) > funnel.indexOf(stage));
      return threshold === null || from.length === 0 ? [] : [row(transition, from, threshold)];
    });
  function row({ in_force, to }: Transition, from: readonly string[], { score, least }: Threshold): Code {
    const { decimals, bands, floor } = found(scores, score);
    const at =
      typeof least === 'number'
        ? least
        : Math.min(
            ...bands.flatMap(({ id, min }) =>
              least.includes(id) ? [min === null ? -Infinity : lowest(min)] : [],
            ),
          );
    if (!Number.isFinite(at)) return null;
    const value = `known._points_${checkedId(score)}`;
    const unit = 10 ** decimals;
    const lifted = floor === null ? '' : ` + lifted(ledger.${checkedId(score)}, ${unit})`;
    const scaled = `${numeral(at)} - ${value}${lifted}`;
    const points = unit === 1 ? scaled : `(${scaled}) / ${unit}`;
    return when(
      and([
        or(from.map((stage) => `stage === ${literal(stage)}`)),
        `${value} < ${numeral(at)}`,
        inForce(in_force),
      ]),
      `return { stage: ${literal(to)}, points: { score: ${literal(score)}, points: ${points} } };`,
    );
  }
  return lines(
    '/** How many points are missing for the next stage, where a rule asks for points. */',
    block(
      "function pointsMissing(asOf: number, stage: StageId, ledger: Explanation['ledger']): { stage: StageId; points: NonNullable<Next['points_missing']> } | null",
      rows,
      'return null;',
    ),
  );
}

interface Threshold {
  readonly score: string;
  /** Scaled; or the bands that will do. */
  readonly least: number | readonly string[];
}

/** The first score of which the condition asks for a number of points whatever else holds. */
function thresholdOf(condition: Condition | null): Threshold | null {
  if (condition === null) return null;
  if (condition.kind === 'all') return condition.of.map(thresholdOf).find((one) => one !== null) ?? null;
  if (!('subject' in condition) || condition.subject.kind !== 'score') return null;
  const score = condition.subject.id;
  if (condition.kind === 'choice') return { score, least: condition.options };
  if (condition.kind !== 'number' || condition.min === null) return null;
  return { score, least: lowest(condition.min) };
}

function lowest({ value, inclusive }: Bound): number {
  return inclusive ? value : value + 1;
}

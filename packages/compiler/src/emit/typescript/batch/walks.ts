import { found } from '../../../found.ts';
import type { AtMost, EventType } from '../../../ir/types.ts';
import { checkedId, identifier } from '../../encode/name.ts';
import { numeral } from '../../encode/typescript.ts';
import { and, block, type Code, lines, or, when } from '../code.ts';
import { expression } from '../condition.ts';
import { addFaded, type FadeTables } from '../fade-tables.ts';
import { eventsOf, hasRing, limitOf, type Tally, whereOf } from '../tallies.ts';
import type { Layout } from './layout.ts';
import { eventRowScope } from './tests.ts';

/** Where the events of a type begin, and end, as local variables. */
export function begin({ id }: EventType): string {
  return identifier('begin', id);
}

export function end({ id }: EventType): string {
  return identifier('end', id);
}

/** How many events there are of some types. */
export function allOf(types: readonly EventType[]): string {
  return types.map((type) => `${end(type)} - ${begin(type)}`).join(' + ') || '0';
}

/** Whether each event of a type counts, at whatever time. */
export function countsAlways(layout: Layout, tally: Tally, type: EventType): boolean {
  return eventsOf(tally).since.length === 0 && whereTest(layout, tally, type) === 'true';
}

/** What is done with an event; and how many of the latest are counted already. */
interface Step {
  readonly add: Code;
  readonly from?: string | null;
}

/** From the latest event of a type on, as long as they are young enough. Where all count alike, no look is needed. */
export function backward(layout: Layout, tally: Tally, type: EventType, { add, from = null }: Step): Code {
  const window = tally.kind === 'count' ? tally.test.within_ms : null;
  const { since } = eventsOf(tally);
  const test = whereTest(layout, tally, type);
  if (test === 'false') return `// ${checkedId(type.id)} cannot count`;
  const old = or([
    window === null ? 'false' : `at < from_${numeral(window)}`,
    since.length === 0 ? 'false' : `at <= ${layout.plan.last(since)}`,
  ]);
  if (old === 'false' && test === 'true' && lines(add) === `${tally.name}++;`)
    return `${tally.name} += ${allOf([type])};`;
  return block(
    `for (let index = ${end(type)} - 1${from === null ? '' : ` - ${from}`}; index >= ${begin(type)}; index--)`,
    'const at = moments[index] as number;',
    old === 'false' ? null : `if (${old}) break;`,
    when(test, add),
  );
}

/** From the earliest event of a type on, as long as the limit lets more of them count. */
export function forward(layout: Layout, tally: Tally, type: EventType, add: Code): Code {
  const { since } = eventsOf(tally);
  const limit = limitOf(tally) as AtMost;
  const test = whereTest(layout, tally, type);
  if (test === 'false') return `// ${checkedId(type.id)} cannot count`;
  const { name } = tally;
  const more = limit.per_ms === null ? ` && kept_${name} < ${numeral(limit.count)}` : '';
  return [
    limitStart(tally),
    block(
      `for (let index = ${begin(type)}; index < ${end(type)}${more}; index++)`,
      'const at = moments[index] as number;',
      since.length === 0 ? null : `if (at <= ${layout.plan.last(since)}) continue;`,
      when(test, kept(tally, add)),
    ),
  ];
}

/** Events of several types in their order, of which the limit lets some count. */
export function merged(layout: Layout, tally: Tally, types: readonly EventType[], add: Code): Code {
  const { since } = eventsOf(tally);
  const limit = limitOf(tally) as AtMost;
  const { name } = tally;
  const next = (type: EventType): string => `next_${name}_${types.indexOf(type)}`;
  return [
    limitStart(tally),
    types.map((type) => `let ${next(type)} = ${begin(type)};`),
    block(
      limit.per_ms === null ? `while (kept_${name} < ${numeral(limit.count)})` : 'for (;;)',
      'let at = Infinity;',
      'let type = -1;',
      types.map((type, place) =>
        when(
          `${next(type)} < ${end(type)} && (moments[${next(type)}] as number) < at`,
          `at = moments[${next(type)}] as number;`,
          `type = ${place};`,
        ),
      ),
      'if (type === -1) break;',
      'let index = 0;',
      'let counts = false;',
      block(
        'switch (type)',
        types.map((type, place) => [
          `case ${place}:`,
          `  index = ${next(type)}++;`,
          `  counts = ${whereTest(layout, tally, type)};`,
          '  break;',
        ]),
        'default:',
        '  break;',
      ),
      when(
        and(['counts', since.length === 0 ? 'true' : `at > ${layout.plan.last(since)}`]),
        kept(tally, add),
      ),
    ),
  ];
}

function whereTest(layout: Layout, tally: Tally, type: EventType): string {
  return expression(whereOf(tally), eventRowScope(layout, found(layout.model.events, type.id)));
}

function kept(tally: Tally, add: Code): Code {
  const limit = limitOf(tally) as AtMost;
  const { name } = tally;
  if (limit.per_ms === null) return [`kept_${name}++;`, add];
  const per = numeral(limit.per_ms);
  if (!hasRing(limit)) return when(`at - kept_${name} >= ${per}`, `kept_${name} = at;`, add);
  return when(
    `at - (ring_${name}[slot_of_${name}] as number) >= ${per}`,
    `ring_${name}[slot_of_${name}] = at;`,
    `slot_of_${name} = slot_of_${name} === ${numeral(limit.count - 1)} ? 0 : slot_of_${name} + 1;`,
    add,
  );
}

function limitStart(tally: Tally): Code {
  const limit = limitOf(tally) as AtMost;
  const { name } = tally;
  if (hasRing(limit)) return [`ring_${name}.fill(never);`, `let slot_of_${name} = 0;`];
  return `let kept_${name} = ${limit.per_ms === null ? '0' : 'never'};`;
}

/** What an event that counts adds to the sum of a rule. */
export function addEvent(tally: Extract<Tally, { kind: 'rule' }>, fades: FadeTables): Code {
  const { fades: fade, points } = tally.rule;
  return fade === null ? `${tally.name}++;` : addFaded(tally.name, points, fade, fades);
}

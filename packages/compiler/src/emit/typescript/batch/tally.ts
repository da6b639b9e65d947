import type { EventType } from '../../../ir/types.ts';
import { checkedId } from '../../encode/name.ts';
import { numeral } from '../../encode/typescript.ts';
import { block, type Code, lines, when } from '../code.ts';
import type { FadeTables } from '../fade-tables.ts';
import { eventsOf, hasRing, limitOf, type Tally } from '../tallies.ts';
import type { Layout } from './layout.ts';
import { phase } from './phase.ts';
import { addEvent, allOf, backward, begin, countsAlways, end, forward, merged } from './walks.ts';

/** What the events of each row leave for the phases after it. */
export function batchTallyMemory({ plan, model }: Layout): string {
  return lines(
    '/** What the events of each row add up to. */',
    block(
      'const tally =',
      plan.tallies.map(({ name }) => `${name}: new Float64Array(rowsAtOnce),`),
    ) + ';',
    plan.tallies.map((tally) => {
      const limit = limitOf(tally);
      if (limit === null || !hasRing(limit)) return null;
      return `const ring_${tally.name} = new Float64Array(${numeral(limit.count)});`;
    }),
    '',
    '/** What is known of each row so far; scores are whole numbers, times what their functions say. */',
    block(
      'const known =',
      'stage: new Uint16Array(rowsAtOnce),',
      'holder: new Uint16Array(rowsAtOnce),',
      model.agreement.scores.map(({ id }) => `score_${checkedId(id)}: new Float64Array(rowsAtOnce),`),
    ) + ';',
  );
}

/** All that the rules ask of the events of each row; those of one type stand together. */
export function batchTallies(layout: Layout, fades: FadeTables): string {
  const { model, plan, groups } = layout;
  const { stages } = model.agreement;
  const entering = groups.filter(({ enters }) => enters !== null);
  const needed = groups.filter(
    (type) => entering.includes(type) || plan.tallies.some((tally) => concerns(tally, type)),
  );
  return phase(layout, {
    name: 'tallyEvents',
    says: 'All that the rules ask of the events of each row. Those of one type stand together, sorted.',
    arrays: {
      ...eventArrays(layout),
      ...Object.fromEntries(plan.tallies.map(({ name }) => [`of_${name}`, `tally.${name}`])),
      known_stage: 'known.stage',
      all_since: 'out.stage_since',
    },
    own: ['stage', ...plan.tallies.map(({ name }) => name)],
    body: [
      needed.length === 0 ? null : `const group = row * ${groups.length};`,
      needed.map((type) => groupEnds(layout, type)),
      'let stage = 0;',
      'let entered = never;',
      entering.map((type) =>
        when(
          `${end(type)} > ${begin(type)} && (moments[${end(type)} - 1] as number) >= entered`,
          `entered = moments[${end(type)} - 1] as number;`,
          `stage = ${stages.findIndex(({ id }) => id === type.enters)};`,
        ),
      ),
      windowsOf(plan.tallies).map((ms) => `const from_${ms} = asOf - ${ms};`),
      plan.tallies.map((tally) => [
        `let ${tally.name} = ${tally.kind === 'last' || tally.kind === 'latest' ? 'never' : '0'};`,
        tallied(layout, tally, fades),
      ]),
      'known_stage[i] = stage;',
      'all_since[row] = entered === never ? created_at : entered;',
      plan.tallies.map(({ name }) => `of_${name}[i] = ${name};`),
    ],
  });
}

/** The columns of events. */
export function eventArrays({ slots }: Layout): Readonly<Record<string, string>> {
  const properties = Array.from({ length: slots }, (_, slot) => [
    `slot_${slot}`,
    `columns.events.properties[${slot}] as Float64Array`,
  ]);
  return {
    starts: 'columns.events.starts',
    moments: 'columns.events.moments',
    ...Object.fromEntries(properties),
  };
}

/** Where the events of a type stand; those after `asOf` are not looked at. */
function groupEnds({ groups }: Layout, type: EventType): Code {
  const place = groups.indexOf(type);
  return [
    `const ${begin(type)} = starts[group${place === 0 ? '' : ` + ${place}`}] as number;`,
    `let ${end(type)} = starts[group + ${place + 1}] as number;`,
    `while (${end(type)} > ${begin(type)} && (moments[${end(type)} - 1] as number) > asOf) ${end(type)}--;`,
  ];
}

function concerns(tally: Tally, { id }: EventType): boolean {
  const { on, since } = eventsOf(tally);
  return on.includes(id) || since.includes(id);
}

/** The types that a tally looks at, in the order of the vocabulary. */
function typesOf({ model }: Layout, tally: Tally): readonly EventType[] {
  const { on } = eventsOf(tally);
  return model.agreement.events.filter(({ id }) => on.includes(id));
}

function tallied(layout: Layout, tally: Tally, fades: FadeTables): Code {
  const types = typesOf(layout, tally);
  switch (tally.kind) {
    case 'last':
      return types.map((type) =>
        when(
          `${end(type)} > ${begin(type)}`,
          `${tally.name} = ${types.length === 1 ? '' : `Math.max(${tally.name}, `}moments[${end(type)} - 1] as number${types.length === 1 ? '' : ')'};`,
        ),
      );
    case 'count': {
      const known = types.length === 1 ? narrower(layout, tally, types[0] as EventType) : null;
      return [
        known && `${tally.name} += ${known};`,
        types.map((type) => backward(layout, tally, type, { add: [`${tally.name}++;`], from: known })),
      ];
    }
    case 'latest':
      return types.map((type) =>
        backward(layout, tally, type, {
          add: [
            types.length === 1 ? `${tally.name} = at;` : `${tally.name} = Math.max(${tally.name}, at);`,
            'break;',
          ],
        }),
      );
    case 'rule': {
      const add = addEvent(tally, fades);
      const limit = limitOf(tally);
      if (limit === null) return types.map((type) => backward(layout, tally, type, { add }));
      const isCount = add === `${tally.name}++;` && types.every((type) => countsAlways(layout, tally, type));
      if (limit.per_ms === null && isCount)
        return `${tally.name} += Math.min(${numeral(limit.count)}, ${allOf(types)});`;
      return types.length === 1
        ? forward(layout, tally, types[0] as EventType, add)
        : merged(layout, tally, types, add);
    }
  }
}

/** The tally before that counted all events of the type in the longest time that is shorter: they need not be counted again. */
function narrower(layout: Layout, tally: Tally, type: EventType): string | null {
  const { tallies } = layout.plan;
  const windowOf = (one: Tally): number =>
    one.kind === 'count' && countsAlways(layout, one, type) ? (one.test.within_ms ?? NaN) : NaN;
  const shorter = tallies
    .slice(0, tallies.indexOf(tally))
    .filter((one) => eventsOf(one).on.join() === type.id && windowOf(one) < windowOf(tally));
  return shorter.toSorted((one, other) => windowOf(other) - windowOf(one))[0]?.name ?? null;
}

function windowsOf(tallies: readonly Tally[]): readonly string[] {
  const windows = tallies.flatMap((tally) =>
    tally.kind === 'count' && tally.test.within_ms !== null ? [numeral(tally.test.within_ms)] : [],
  );
  return [...new Set(windows)];
}

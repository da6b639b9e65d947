import { there } from '../../../found.ts';
import type { Transition } from '../../../ir/types.ts';
import { checkedId, place } from '../../encode/name.ts';
import { numeral } from '../../encode/typescript.ts';
import { and, block, type Code, lines, or, sections, when, wrapped } from '../code.ts';
import { expression } from '../condition.ts';
import { applies } from '../scope.ts';
import type { Layout } from './layout.ts';
import { phase } from './phase.ts';
import { eventArrays } from './tally.ts';
import { eventRowScope, rowScope } from './tests.ts';

/** The moves of each row, one after the other in one list. */
export function batchMoves(layout: Layout): string {
  return sections(wayTables(layout), movesPhase(layout));
}

/** Where each way leads. */
function wayTables({ model }: Layout): string {
  const { transitions, stages } = model.agreement;
  const to = transitions.map((way) => String(stages.findIndex(({ id }) => id === way.to)));
  return lines(
    '/** The stage that each way leads to. */',
    wrapped('const way_to = new Uint16Array([', to, ']);'),
  );
}

function movesPhase(layout: Layout): string {
  const { transitions, stages } = layout.model.agreement;
  const ordered = [
    ...transitions.filter(({ by }) => by !== 'time'),
    ...transitions.filter(({ by }) => by === 'time'),
  ];
  const exits = stages.flatMap(({ exit }, index) => (exit ? [`now === ${index}`] : []));
  return phase(layout, {
    name: 'move',
    says: 'Each row moves by the first way that is open, until none is. Once it has left for an exit, rules move it no more.',
    arrays: {
      ...eventArrays(layout),
      known_stage: 'known.stage',
      stage_of: 'out.stage',
      since_of: 'out.stage_since',
      firsts: 'out.moves.starts',
      moves: 'out.moves',
    },
    body: [
      'let now = stage;',
      'let since = since_of[row] as number;',
      exits.length === 0 ? null : 'let left = false;',
      'let count = firsts[row] as number;',
      block(
        'for (;;)',
        'let way = -1;',
        'let at = 0;',
        block(
          'choice:',
          ordered.map((way) => [
            `// ${checkedId(way.id)}, to ${checkedId(way.to)}, by ${way.by} (${place(way.span)})`,
            wayCode(layout, way, transitions.indexOf(way), exits.length > 0),
          ]),
        ),
        'if (way === -1) break;',
        'if (count === moves.way.length) makeRoom(moves);',
        'moves.way[count] = way;',
        'moves.from[count] = now;',
        'moves.at[count] = at;',
        'count++;',
        'now = way_to[way] as number;',
        'since = at;',
        exits.length === 0 ? null : `if (${or(exits)}) left = true;`,
      ),
      'firsts[row + 1] = count;',
      'known_stage[i] = now;',
      'stage_of[row] = now;',
      'since_of[row] = since;',
    ],
  });
}

function wayCode(layout: Layout, way: Transition, number: number, canLeave: boolean): Code {
  const { stages } = layout.model.agreement;
  const from = way.from.map((stage) => stages.findIndex(({ id }) => id === stage));
  const tests = and([
    or(from.map((stage) => `now === ${stage}`)),
    way.by === 'rule' && canLeave ? '!left' : 'true',
    applies(way, rowScope(layout)),
  ]);
  const take = (at: string): Code => [`way = ${number};`, `at = ${at};`, 'break choice;'];
  const body = moment(layout, way, take);
  return tests === 'false' ? '// is never open' : when(tests, body);
}

function moment(layout: Layout, way: Transition, take: (at: string) => Code): Code {
  const { plan } = layout;
  switch (way.by) {
    case 'rule':
      return take('asOf');
    case 'people':
      return firstEvent(layout, way, take);
    case 'time': {
      const { without, after_ms } = way;
      const from = without.length === 0 ? 'since' : `Math.max(since, ${plan.last(without)})`;
      return [
        `const end_${checkedId(way.id)} = ${from} + ${numeral(there(after_ms, `time of ${way.id}`))};`,
        when(`end_${way.id} <= asOf`, take(`end_${way.id}`)),
      ];
    }
  }
}

/** Of the events of each type, the first one since the lead came into its stage. */
function firstEvent(layout: Layout, { id, on, where }: Transition, take: (at: string) => Code): Code {
  const { groups, plan } = layout;
  const first = `first_${checkedId(id)}`;
  const looks = groups.flatMap((type, place) => {
    if (!on.includes(type.id)) return [];
    return block(
      `for (let index = starts[row * ${groups.length} + ${place}] as number; index < (starts[row * ${groups.length} + ${place + 1}] as number); index++)`,
      'const moment = moments[index] as number;',
      `if (moment >= ${first}) break;`,
      when(and(['moment > since', expression(where, eventRowScope(layout, type))]), `${first} = moment;`),
    );
  });
  return when(
    `${plan.last(on)} > since`,
    `let ${first} = asOf + 1;`,
    looks,
    when(`${first} <= asOf`, take(first)),
  );
}

import type { RouteTarget } from '../../../ir/types.ts';
import { checkedId, place } from '../../encode/name.ts';
import { and, block, type Code, lines, or, sections, wrapped } from '../code.ts';
import { applies } from '../scope.ts';
import { bitsAWord } from './bits.ts';
import { chosen } from './judging.ts';
import type { Layout } from './layout.ts';
import { phase } from './phase.ts';
import { rowScope } from './tests.ts';

/** Who holds each row, and where it is routed. */
export function batchRouting(layout: Layout): string {
  const { routing, stages, queues } = layout.model.agreement;
  if (routing === null) return '';
  const scope = rowScope(layout);
  const routed = routing.stages.map((stage) => `stage === ${stages.findIndex(({ id }) => id === stage)}`);
  const queueOf = (to: RouteTarget): string =>
    String(to.kind === 'queue' ? queues.findIndex(({ id }) => id === to.queue) + 1 : 0);
  const targets = [...routing.rows.map(({ to }) => to), ...(routing.otherwise ? [routing.otherwise] : [])];
  const set = (code: number): Code => [
    layout.byOwner ? `holder_of[i] = ${code};` : null,
    layout.byOwner ? `if (!(${or(routed)})) continue;` : null,
    `route_of[row] = ${code};`,
    `queue_of[row] = ${code === 0 ? 0 : queueOf(targets[code - 1] as RouteTarget)};`,
  ];
  return phase(layout, {
    name: 'route',
    says: layout.byOwner
      ? 'Who holds the lead of each row, whatever its stage, and where it is routed if its stage is one in which leads are.'
      : 'Where each row is routed, if its stage is one in which leads are.',
    arrays: { route_of: 'out.route', queue_of: 'out.queue', holder_of: 'known.holder' },
    body: [
      'route_of[row] = 0;',
      'queue_of[row] = 0;',
      layout.byOwner ? null : `if (!(${or(routed)})) continue;`,
      routing.rows.map((row, index) => [
        `// ${checkedId(row.id)} (${place(row.span)})`,
        chosen(applies(row, scope), set(index + 1)),
      ]),
      set(routing.otherwise === null ? 0 : targets.length),
    ],
  });
}

/** The notices that are due because of the moves, a bit each. */
export function batchNotices(layout: Layout): string {
  const { notices, stages, transitions } = layout.model.agreement;
  if (notices.length === 0) return '';
  const scope = rowScope(layout);
  const entered = notices.map((notice) => [
    `enters_${checkedId(notice.id)}`,
    notice.on.map((stage) => stages.findIndex(({ id }) => id === stage)),
  ]) as readonly (readonly [string, readonly number[]])[];
  const words = Math.ceil(notices.length / bitsAWord);
  return sections(
    lines(
      '/** Whether each way leads into a stage of the notice. */',
      entered.map(([name, on]) =>
        wrapped(
          `const ${name} = new Uint8Array([`,
          transitions.map(({ to }) => (on.includes(stages.findIndex(({ id }) => id === to)) ? '1' : '0')),
          ']);',
        ),
      ),
    ),
    phase(layout, {
      name: 'notify',
      says: 'The notices of the stages that each row moved into.',
      arrays: {
        firsts: 'out.moves.starts',
        ways: 'out.moves.way',
        ...Object.fromEntries(
          Array.from({ length: words }, (_, index) => [
            `due_${index}_of`,
            `out.notices[${index}] as Int32Array`,
          ]),
        ),
      },
      body: [
        Array.from({ length: words }, (_, index) => `due_${index}_of[row] = 0;`),
        'const first = firsts[row] as number;',
        'const end = firsts[row + 1] as number;',
        'if (first === end) continue;',
        entered.map(([name]) => `let now_${name} = 0;`),
        block(
          'for (let move = first; move < end; move++)',
          'const way = ways[move] as number;',
          entered.map(([name]) => `now_${name} |= ${name}[way] as number;`),
        ),
        Array.from({ length: words }, (_, index) => `let due_${index} = 0;`),
        notices.map((notice, index): Code => {
          const test = and([`now_enters_${notice.id} === 1`, applies(notice, scope)]);
          const bit = 2 ** (index % bitsAWord);
          return [
            `// ${checkedId(notice.id)} (${place(notice.span)})`,
            `if (${test}) due_${Math.floor(index / bitsAWord)} |= ${bit};`,
          ];
        }),
        Array.from({ length: words }, (_, index) => `due_${index}_of[row] = due_${index};`),
      ],
    }),
  );
}

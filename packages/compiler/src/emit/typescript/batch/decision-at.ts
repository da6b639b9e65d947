import { checkedId } from '../../encode/name.ts';
import { literal } from '../../encode/typescript.ts';
import { block, type Code, lines, sections } from '../code.ts';
import { leadPromises } from '../promise-code.ts';
import { bitsAWord } from './bits.ts';
import type { Layout } from './layout.ts';

/** `decisionAt`: a row as the decision that `decide` would have returned. */
export function decisionAtCode(layout: Layout): string {
  const { agreement } = layout.model;
  const promises = leadPromises(agreement);
  return sections(
    lines(
      '/** What is decided about the lead of a row, as `decide` returns it. */',
      block(
        'export function decisionAt(columns: LeadColumns, out: DecisionColumns, row: number): Decision',
        "if (!(Number.isInteger(row) && row >= 0 && row < out.count)) throw new RangeError('there is no such row');",
        block(
          'return',
          `agreement: { name: ${literal(agreement.name)}, hash: ${literal(agreement.hash)} },`,
          'lead: columns.ids[row] as string,',
          `as_of: ${at('out.as_of')},`,
          `stage: words.stages[${at('out.stage')}] as StageId,`,
          `stage_since: ${at('out.stage_since')},`,
          'moves: movesAt(out.moves, row),',
          block(
            'scores:',
            agreement.scores.map(({ id }) => `${checkedId(id)}: ${at(`out.scores.${id}`)},`),
          ) + ',',
          block(
            'bands:',
            agreement.scores
              .filter(({ bands }) => bands.length > 0)
              .map(
                ({ id }) =>
                  `${checkedId(id)}: words.bands.${id}[${at(`out.bands.${id}`)}] as Decision['bands']['${id}'],`,
              ),
          ) + ',',
          `grade: words.grades[${at('out.grade')}] as GradeId | null,`,
          `persona: words.personas[${at('out.persona')}] as PersonaId | null,`,
          'route: routeAt(columns, out, row),',
          promises.length === 0
            ? 'promises: [],'
            : [
                'promises: [',
                promises.map(({ id, escalate }) => {
                  const to = literal(escalate.map((step) => step.to));
                  return `  promiseAt(${literal(id)}, out.promises.${checkedId(id)}, ${to}, row),`;
                }),
                '].filter((promise) => promise !== null),',
              ],
          agreement.notices.length === 0
            ? 'notices: [],'
            : `notices: words.notices.filter((_, index) => (((out.notices[Math.floor(index / ${bitsAWord})] as Int32Array)[row] as number) >> index % ${bitsAWord}) & 1),`,
        ) + ';',
      ),
    ),
    movesAt,
    routeAt(layout),
    promises.length === 0 ? null : promiseAt,
  );
}

const movesAt = `function movesAt({ starts, way, from, at }: MoveColumns, row: number): Move[] {
  const moves: Move[] = [];
  for (let index = starts[row] as number; index < (starts[row + 1] as number); index++) {
    const code = way[index] as number;
    moves.push({
      id: words.ways[code] as TransitionId,
      from: words.stages[from[index] as number] as StageId,
      to: words.destinations[code] as StageId,
      at: at[index] as number,
    });
  }
  return moves;
}`;

function routeAt({ model: { agreement } }: Layout): string {
  const { routing } = agreement;
  const targets = [...(routing?.rows ?? []).map(({ to }) => to), routing?.otherwise ?? null];
  const owners = targets.flatMap((to, index): Code =>
    to?.kind === 'owner'
      ? [
          `if (code === ${index + 1}) return { id, queue, owner: columns.owners.${checkedId(to.field)}[row] as string | null };`,
        ]
      : [],
  );
  return block(
    "function routeAt(columns: LeadColumns, out: DecisionColumns, row: number): Decision['route']",
    'const code = out.route[row] as number;',
    'if (code === 0) return null;',
    'const id = words.routes[code] as RouteId;',
    'const queue = words.queues[out.queue[row] as number] as QueueId | null;',
    owners,
    'return { id, queue, owner: null };',
  );
}

const promiseAt = `function promiseAt(
  id: PromiseStatus['id'],
  columns: PromiseColumns,
  escalate: readonly string[],
  row: number,
): PromiseStatus | null {
  const state = words.states[columns.state[row] as number] ?? null;
  if (state === null) return null;
  const moment = (column: Float64Array): number | null => {
    const at = column[row] as number;
    return Number.isNaN(at) ? null : at;
  };
  return {
    id,
    state,
    started_at: columns.started_at[row] as number,
    due_at: moment(columns.due_at),
    remind_at: moment(columns.remind_at),
    stopped_at: moment(columns.stopped_at),
    escalations: escalate.map((to, step) => ({ to, at: moment(columns.escalations[step] as Float64Array) })),
  };
}`;

function at(array: string): string {
  return `${array}[row] as number`;
}

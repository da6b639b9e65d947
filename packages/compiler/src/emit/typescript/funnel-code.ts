import { found, there } from '../../found.ts';
import type { EventType, Stage, Transition } from '../../ir/types.ts';
import { checkedId, identifier, place } from '../encode/name.ts';
import { literal, numeral } from '../encode/typescript.ts';
import { and, block, type Code, lines, not, or, sections, when } from './code.ts';
import { expression, type Scope } from './condition.ts';
import type { Model } from './model.ts';
import { applies, eventScope, leadScope } from './scope.ts';
import type { TallyPlan } from './tallies.ts';

/** A function for each way out of a stage, and one that takes the first that is open. */
export function funnelCode(model: Model, plan: TallyPlan): string {
  const scope = leadScope(model, plan);
  const { transitions, stages } = model.agreement;
  const ordered = [
    ...transitions.filter(({ by }) => by !== 'time'),
    ...transitions.filter(({ by }) => by === 'time'),
  ];
  const cases = stages.map((stage) =>
    stageCase(
      stage,
      ordered.filter(({ from }) => from.includes(stage.id)),
    ),
  );
  return sections(
    ...transitions.map((transition) => wayFunction(transition, model, plan, scope)),
    lines(
      '/** The first way out that is open. Once the lead has left for an exit, rules move it no more. */',
      block(
        'function nextMove(lead: Lead, asOf: number, from: StageId, since: number, left: boolean): Move | null',
        'let at: number;',
        block('switch (from)', cases),
      ),
    ),
    movesFunction(stages),
  );
}

function movesFunction(stages: readonly Stage[]): string {
  const toExit = or(stages.flatMap(({ id, exit }) => (exit ? [`stage === ${literal(id)}`] : [])));
  return `/** All moves from the recorded stage on; the last one's stage is known afterwards. */
function movesOf(lead: Lead, asOf: number): Move[] {
  let moves: Move[] = [];
  let stage: StageId = tally.stage;
  let since = tally.stage_since;
  let left = false;
  for (;;) {
    const move = nextMove(lead, asOf, stage, since, left);
    if (move === null) break;
    moves = added(moves, move);
    stage = move.to;
    since = move.at;${toExit === 'false' ? '' : `\n    if (${toExit}) left = true;`}
  }
  known.stage = stage;
  return moves;
}`;
}

function stageCase({ id: stage }: Stage, transitions: readonly Transition[]): Code {
  return block(
    `case ${literal(stage)}:`,
    transitions.map(({ id, to, by }) => [
      `at = ${by === 'rule' ? 'left ? never : ' : ''}${identifier('way', id)}(lead, asOf, since);`,
      `if (at !== never) return { id: ${literal(id)}, from, to: ${literal(to)}, at };`,
    ]),
    'return null;',
  );
}

/** When the way takes a lead that came into its stage at `since`; `never` if it is closed. */
function wayFunction(transition: Transition, model: Model, plan: TallyPlan, scope: Scope): string {
  const { id, by, span, to } = transition;
  const closed = not(applies(transition, scope));
  return lines(
    `/** ${checkedId(id)}, to ${checkedId(to)}, by ${by} (${place(span)}) */`,
    block(
      `function ${identifier('way', id)}(lead: Lead, asOf: number, since: number): number`,
      closed === 'false' ? null : `if (${closed}) return never;`,
      closed === 'true' ? null : way(transition, model, plan),
    ),
  );
}

function way(transition: Transition, model: Model, plan: TallyPlan): Code {
  switch (transition.by) {
    case 'rule':
      return 'return asOf;';
    case 'people':
      return firstEvent(transition, model, plan);
    case 'time': {
      const { without, after_ms } = transition;
      const from = without.length === 0 ? 'since' : `Math.max(since, tally.${plan.last(without)})`;
      return [
        `const end = ${from} + ${numeral(there(after_ms, `time of ${transition.id}`))};`,
        'return end <= asOf ? end : never;',
      ];
    }
  }
}

function firstEvent({ on, where }: Transition, model: Model, plan: TallyPlan): Code {
  const tests = model.agreement.events
    .filter(({ id }) => on.includes(id))
    .map((type) => eventTest(type, model, where));
  return [
    `if (tally.${plan.last(on)} <= since) return never;`,
    block(
      'for (let index = 0; index < tally.events; index++)',
      'const event = lead.events[index] as LeadEvent;',
      when(and(['event.at > since', or(tests)]), 'return event.at;'),
    ),
    'return never;',
  ];
}

function eventTest(type: EventType, model: Model, where: Transition['where']): string {
  const code = found(model.codes, type.id);
  return and([`event.code === ${code}`, expression(where, eventScope(model, type))]);
}

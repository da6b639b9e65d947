import { type Context, type Formula, type Model, type Session, under } from '@smarketing/logic';
import type { LeadInput } from '../../ir/types.ts';
import type { Given } from '../decide/rules.ts';
import type { World } from '../world/world.ts';
import { concretes } from './concrete.ts';
import type { Case } from './replay.ts';

/** A lead that has it; proved that none has; or why neither is known. */
export type Found =
  | { readonly verdict: 'found'; readonly lead: Case }
  | { readonly verdict: 'none' }
  | { readonly verdict: 'unknown'; readonly reason: string };

export interface Searching {
  readonly world: World;
  readonly session: Session;
  readonly given: readonly Given[];
  /** Decides a lead and keeps it; `undefined` if the agreement does not take it. */
  readonly meet: (input: LeadInput, asOf: number) => Case | undefined;
}

/** So many leads are made for a question before the next, less simple kind of lead is tried. */
const tries = 4;

/** Seeks a lead of which a formula holds: models of it are made real, and decided by the reference. */
export function search(searching: Searching, formula: Formula, holds: (found: Case) => boolean): Found {
  const { world, session } = searching;
  const { logic } = world;
  const { asked, kinds, tells } = waysTo(world, formula);
  const nothing = { told: logic.true, events: logic.true, classes: logic.true };
  let tried: Readonly<Record<Difference, Formula>> = nothing;
  let reason = 'no lead was found that shows it';
  let isPossible: boolean | undefined;
  for (const [kind, difference] of kinds) {
    for (let count = 0; count < tries; count += 1) {
      const other = logic.and(tried[difference], tried.classes);
      const answer = session.satisfiable(logic.and(asked, kind, other));
      isPossible ??=
        answer.verdict === 'satisfiable' || session.satisfiable(asked).verdict !== 'unsatisfiable';
      if (!isPossible) return { verdict: 'none' };
      if (answer.verdict === 'unknown') {
        reason = `it takes more than the budget (${answer.reason})`;
        break;
      }
      if (answer.verdict === 'unsatisfiable') break;
      const lead = shownBy(searching, answer.model, holds);
      if (lead) return { verdict: 'found', lead };
      const { told, events, classes } = tried;
      const { model } = answer;
      tried = {
        told: difference === 'told' ? logic.and(told, logic.not(alike(logic, tells, model))) : told,
        events: logic.and(events, logic.not(sameEvents(world, model))),
        classes: logic.and(classes, logic.not(logic.and(sameEvents(world, model), sameTimes(world, model)))),
      };
    }
  }
  return { verdict: 'unknown', reason };
}

/** In what the next lead that is tried is to differ: what a definition tells, its events, or the times besides. */
type Difference = 'told' | 'events' | 'classes';

interface Ways {
  readonly asked: Formula;
  /** Kinds of leads, the likeliest first, and in what each that is tried is to differ from the others. */
  readonly kinds: readonly (readonly [kind: Formula, difference: Difference])[];
  readonly tells: readonly Formula[];
}

function waysTo(world: World, formula: Formula): Ways {
  const { logic, definitions } = world;
  const { axioms, tidy, rough, tells } = definitions.behind(formula);
  const usual = logic.and(world.created.atLeastOld(0), withoutInstants(world));
  const made = [tidy, rough].map((kind) => logic.and(kind, usual));
  const kinds = [...new Set(made), logic.true];
  const inTold = tells.length > 0 ? made.slice(0, 1).map((kind) => [kind, 'told'] as const) : [];
  const inTimes = [...new Set(made)].map((kind) => [kind, 'classes'] as const);
  return {
    asked: logic.and(formula, axioms),
    kinds: [...inTold, ...kinds.map((kind) => [kind, 'events'] as const), ...inTimes],
    tells,
  };
}

/** Nothing happened in a stretch of time that is a single millisecond: what else is to be so seldom fits in. */
function withoutInstants({ logic, cells, entry }: World): Formula {
  const short = cells.all.filter(({ segment }) => segment.from === segment.to);
  const instants = entry.segments.flatMap(({ from, to }, at) => (from === to ? [at] : []));
  return logic.and(
    logic.not(logic.is(entry.age, instants)),
    ...short.map(({ variable }) => logic.is(variable, [0])),
  );
}

function shownBy(
  { world, given, meet }: Searching,
  model: Model,
  holds: (found: Case) => boolean,
): Case | undefined {
  for (const { input, asOf } of concretes(world, given, model)) {
    const lead = meet(input, asOf);
    if (lead && holds(lead)) return lead;
  }
  return undefined;
}

/** The same events as in a model. */
function sameEvents({ logic, cells }: World, model: Model): Formula {
  return logic.and(...cells.all.map(({ variable }) => logic.is(variable, [model.atoms.get(variable) ?? 0])));
}

/** The same times of creation, of the entry, and of the decision. */
function sameTimes({ logic, entry, created, asOf }: World, model: Model): Formula {
  const variables = [entry.recorded, entry.age, asOf.variable, ...created.variables];
  return logic.and(...variables.map((variable) => logic.is(variable, [model.atoms.get(variable) ?? 0])));
}

/** The same of these formulas hold as in a model. */
function alike(logic: Context, tells: readonly Formula[], model: Model): Formula {
  const { holds } = under(model);
  return logic.and(...tells.map((formula) => (holds(formula) ? formula : logic.not(formula))));
}

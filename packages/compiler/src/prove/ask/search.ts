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
  let blocked = logic.true;
  let reason = 'no lead was found that shows it';
  for (const [kind, isTold] of kinds) {
    let told = logic.true;
    for (let count = 0; count < tries; count += 1) {
      const answer = session.satisfiable(logic.and(asked, kind, blocked, told));
      if (answer.verdict === 'unknown') {
        reason = `it takes more than the budget (${answer.reason})`;
        break;
      }
      if (answer.verdict === 'unsatisfiable') {
        if (kind === logic.true && blocked === logic.true) return { verdict: 'none' };
        break;
      }
      const lead = shownBy(searching, answer.model, holds);
      if (lead) return { verdict: 'found', lead };
      blocked = logic.and(blocked, logic.not(sameEvents(world, answer.model)));
      if (isTold) told = logic.and(told, logic.not(alike(logic, tells, answer.model)));
    }
  }
  return { verdict: 'unknown', reason };
}

interface Ways {
  readonly asked: Formula;
  /** Kinds of leads, the likeliest first, and whether each that is tried is to differ in what tells leads apart. */
  readonly kinds: readonly (readonly [kind: Formula, isTold: boolean])[];
  readonly tells: readonly Formula[];
}

function waysTo({ logic, definitions, created }: World, formula: Formula): Ways {
  const { axioms, tidy, rough, tells } = definitions.behind(formula);
  const made = [tidy, rough].map((kind) => logic.and(kind, created.atLeastOld(0)));
  const kinds = [...new Set([...made, logic.true])];
  const told = tells.length > 0 ? made.slice(0, 1).map((kind) => [kind, true] as const) : [];
  return {
    asked: logic.and(formula, axioms),
    kinds: [...told, ...kinds.map((kind) => [kind, false] as const)],
    tells,
  };
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

/** The same of these formulas hold as in a model. */
function alike(logic: Context, tells: readonly Formula[], model: Model): Formula {
  const { holds } = under(model);
  return logic.and(...tells.map((formula) => (holds(formula) ? formula : logic.not(formula))));
}

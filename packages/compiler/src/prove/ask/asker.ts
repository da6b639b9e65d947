import { type Formula, type Session, type Sum } from '@smarketing/logic';
import type { Agreement, Example, LeadInput } from '../../ir/types.ts';
import { createEstimates } from '../decide/estimates.ts';
import { createJudge, type Judge } from '../decide/judge.ts';
import { lazy } from '../decide/memo.ts';
import type { Moves } from '../decide/moves.ts';
import type { Routes } from '../decide/routes.ts';
import { createRules, type Rules } from '../decide/rules.ts';
import type { OtherVersion } from '../decide/scores.ts';
import { createVersion, type Version } from '../decide/version.ts';
import { sessionOf } from '../world/session.ts';
import { createWorld, type World, type WorldOptions } from '../world/world.ts';
import { type Case, replay } from './replay.ts';
import { type Found, search } from './search.ts';
import { type Distance, walk } from './walk.ts';

/** A property that some lead has or none: as a formula, and as what a decided lead shows. */
export interface Question {
  /** Only made if no lead is known already. */
  readonly formula: Formula | (() => Formula);
  readonly holds: (found: Case) => boolean;
  /** Something that implies the formula and is easier: tried first. */
  readonly easier?: () => Formula;
  /** A quick test: leads for which it is false are not looked at before they are sought. */
  readonly likely?: (found: Case) => boolean;
}

export interface Asker {
  readonly world: World;
  readonly rules: Rules;
  readonly judge: Judge;
  readonly moves: Moves;
  readonly routes: Routes;
  /** The agreement as it is. */
  readonly version: Version;
  /** Another version of it, which differs in its scores as told. */
  readonly otherVersion: (agreement: Agreement, differs: Pick<OtherVersion, 'unless' | 'only'>) => Version;
  /** The agreement, with a guess at when its scores are at least so much. */
  readonly guessed: (guess: (score: string, points: number) => Formula) => Judge;
  readonly session: Session;
  /** Is there a lead such as this? */
  readonly find: (question: Question) => Found;
  /** A lead that is not further off than 0, walked to from another. */
  readonly walk: (start: Case, distance: Distance) => Case | undefined;
  /** The leads that are known already. */
  readonly known: readonly Case[];
  /** Is such a lead known already? */
  readonly knows: (holds: (found: Case) => boolean) => boolean;
  /** Is it proved that no lead is such as this? `undefined` if that is not known. */
  readonly isNever: (formula: Formula) => boolean | undefined;
  /** A bound of a sum that no lead passes; some lead reaches it as far as classes tell. */
  readonly extreme: (end: 'least' | 'most', sum: Sum) => number;
  /** The questions that were answered, and how. */
  readonly counts: { solved: number; known: number };
}

/** So many of the agreement's examples are looked at before a lead is made. */
const mostExamples = 600;

export function createAsker(agreement: Agreement, options: WorldOptions = {}): Asker {
  const world = createWorld(agreement, options);
  const rules = createRules(world);
  const estimates = createEstimates(world);
  // A comparison guesses first, and often need not ask the agreement as it is.
  const version = lazy(() => createVersion(world, { rules, estimates }));
  const { logic } = world;
  const pool = decidedExamples(agreement).filter(({ asOf }) => world.asOf.isInTerm(asOf));
  const counts = { solved: 0, known: 0 };
  const session = sessionOf(world);

  const meet = (input: LeadInput, asOf: number): Case | undefined => {
    const found = replay(agreement, input, asOf);
    if (found) pool.push(found);
    return found;
  };
  const seek = (formula: Formula, holds: Question['holds']): Found =>
    search({ world, session, given: rules.given, meet }, formula, holds);

  return {
    world,
    rules,
    get judge() {
      return version().judge;
    },
    get moves() {
      return version().moves;
    },
    get routes() {
      return version().routes;
    },
    get version() {
      return version();
    },
    otherVersion: (other, differs) => {
      const own = version();
      const to = { agreement: other, other: { score: own.judge.score, ...differs } };
      return createVersion(world, { rules, estimates }, to, own);
    },
    guessed: (guess) => createJudge(world, { rules, estimates }, { guess }),
    counts,
    session,
    walk: (start, distance) => {
      const end = walk(agreement, { start, known: pool.slice(0, mostExamples), distance });
      if (end) pool.push(end);
      return end;
    },
    known: pool,
    knows: (holds) => pool.some(holds),
    find: ({ formula, holds, easier, likely = () => true }) => {
      const lead = pool.find((found) => likely(found) && holds(found));
      if (lead) {
        counts.known += 1;
        return { verdict: 'found', lead };
      }
      counts.solved += 1;
      const quick = easier && seek(easier(), holds);
      if (quick?.verdict === 'found') return quick;
      const made = typeof formula === 'function' ? formula() : formula;
      return made === logic.false ? { verdict: 'none' } : seek(made, holds);
    },
    isNever: (formula) => {
      const asked = logic.and(formula, world.definitions.behind(formula).axioms);
      if (asked === logic.false) return true;
      const { verdict } = session.satisfiable(asked);
      return verdict === 'unknown' ? undefined : verdict === 'unsatisfiable';
    },
    extreme: (end, sum) => extreme(session, world, end, sum),
  };
}

const decided = new WeakMap<Agreement, readonly Case[]>();

/** The agreement's examples as it decides them, once however often it is asked about. */
function decidedExamples(agreement: Agreement): readonly Case[] {
  const known = decided.get(agreement);
  if (known) return known;
  const cases = fromEachFile(agreement.examples)
    .slice(0, mostExamples)
    .flatMap(({ lead, as_of: asOf }) => replay(agreement, lead, asOf) ?? []);
  decided.set(agreement, cases);
  return cases;
}

/** The first example of each file, then the second of each, and so on. */
function fromEachFile(examples: readonly Example[]): readonly Example[] {
  const files = [...Map.groupBy(examples, ({ span }) => span.file).values()];
  const longest = Math.max(0, ...files.map((file) => file.length));
  return Array.from({ length: longest }, (_, at) => files.flatMap((file) => file.slice(at, at + 1))).flat();
}

/** Mostly the bound that the terms add up to is reached, and one question shows it. */
function extreme(session: Session, { logic, definitions }: World, end: 'least' | 'most', sum: Sum): number {
  const reached =
    end === 'most' ? logic.sumAtLeast(sum, sum.most) : logic.not(logic.sumAtLeast(sum, sum.least + 1));
  const { axioms } = definitions.behind(reached);
  const asked = session.satisfiable(logic.and(reached, axioms));
  // What is too large to ask once is too large to ask by halving.
  if (asked.verdict === 'satisfiable' || (asked.verdict === 'unknown' && asked.reason === 'size'))
    return sum[end];
  const answer = end === 'most' ? session.maximum(sum, axioms) : session.minimum(sum, axioms);
  return answer.verdict === 'found' ? answer.points : sum[end];
}

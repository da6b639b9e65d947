import type { Context, Formula } from '@smarketing/logic';
import type { Agreement, Condition, Decision, InForce } from '../../ir/types.ts';
import type { Judge, View } from '../decide/judge.ts';
import type { Version } from '../decide/version.ts';
import type { Sides } from './sides.ts';

/** What of a decision can be another one. */
export type Aspect = 'stage' | 'grade' | 'persona' | 'band' | 'queue' | 'promise' | 'notice';

/** Leads for which one version says one thing and the other one another. */
export interface Pair {
  readonly from: string | null;
  readonly to: string | null;
  readonly formula: Formula;
  /** It holds of leads too that are decided alike. */
  readonly isLoose?: boolean;
}

/** All pairs of one aspect of a decision. */
export interface Outcomes {
  readonly aspect: Aspect;
  /** The score, promise or notice. */
  readonly about: string | null;
  readonly pairs: readonly Pair[];
  /** What of a decision it is. */
  readonly shown: (decision: Decision) => unknown;
  /** The conditions that decide it: first those of which something differs, then the others. */
  readonly asks: Asks;
  /** Whether it sees the stage in which a lead is recorded, or in which the decision leaves it. */
  readonly sees: 'recorded' | 'decided';
}

export interface Asks {
  readonly apart: readonly Condition[];
  /** What differs in the grades, personas and bands that they look at. */
  readonly beneath: readonly Condition[];
  readonly besides: readonly Condition[];
}

type Named = ReadonlyMap<string | null, Formula>;

/** What is judged of a lead: its grade, its persona, the bands of its scores. */
export function judgedOutcomes(sides: Sides): readonly Outcomes[] {
  const { logic } = sides.world;
  const [one, other] = [sides.one.judge, sides.other.judge];
  const otherwise = (named: ReadonlyMap<string, Formula>): Named =>
    new Map<string | null, Formula>([...named, [null, logic.not(logic.or(...named.values()))]]);
  const grades = ({ agreement, grade }: Judge): Named =>
    otherwise(new Map((agreement.grades?.order ?? []).map((id) => [id, grade(id)])));
  const personas = ({ agreement, persona }: Judge): Named =>
    otherwise(new Map(agreement.personas.map(({ id }) => [id, persona(id)])));
  const judged = {
    grade: { of: grades, rows: ({ grades: all }: Agreement) => all?.rows ?? [] },
    persona: { of: personas, rows: ({ personas: all }: Agreement) => all },
  } as const;
  const scores = one.agreement.scores.filter(({ id }) =>
    other.agreement.scores.some((score) => score.id === id),
  );
  return [
    ...(['grade', 'persona'] as const).map((aspect): Outcomes => {
      const { of, rows } = judged[aspect];
      const pairs = pairsOf(logic, of(one), of(other));
      return {
        aspect,
        about: null,
        pairs,
        shown: (decision) => decision[aspect],
        asks: asksOf(sides, rows),
        sees: 'recorded',
      };
    }),
    ...scores.map(({ id }): Outcomes => {
      const bands = ({ scores: all }: Agreement): readonly Asking[] => bandRows(all, id);
      return {
        aspect: 'band',
        about: id,
        pairs: pairsOf(logic, bandsOf(one, id), bandsOf(other, id)),
        shown: (decision) => decision.bands[id] ?? null,
        asks: asksOf(sides, bands),
        sees: 'recorded',
      };
    }),
  ];
}

function bandsOf(judge: Judge, id: string): Named {
  const bands = judge.agreement.scores.find((score) => score.id === id)?.bands ?? [];
  return new Map(bands.map((band) => [band.id, judge.band(id, band)]));
}

function bandRows(scores: Agreement['scores'], id: string): readonly Asking[] {
  const score = scores.find((one) => one.id === id);
  const subject = { kind: 'score', id } as const;
  return (score?.bands ?? []).map(({ id: band, min, max }) => ({
    id: band,
    when: { kind: 'number', subject, decimals: score?.decimals ?? 0, min, max },
  }));
}

const rows = ({ routing }: Agreement): readonly Asking[] => [
  ...(routing?.rows ?? []),
  { id: 'routed', when: { kind: 'choice', subject: { kind: 'stage' }, options: routing?.stages ?? [] } },
];

/** Where leads are routed, and which notices and promises there are about them; where both versions move them alike. */
export function routedOutcomes(sides: Sides): readonly Outcomes[] {
  const { world, one, other } = sides;
  const targets = ({ routes }: Version): Named => {
    const alike = Map.groupBy(routes.rows, ({ to }) => (to === null ? null : JSON.stringify(to)));
    const named = [...alike].map(
      ([to, rows]) => [to, world.logic.or(...rows.map(({ takes }) => takes))] as const,
    );
    const taken = named.flatMap(([to, formula]) => (to === null ? [] : [formula]));
    return new Map([...named, [null, world.logic.not(world.logic.or(...taken))]]);
  };
  const queue: Outcomes = {
    aspect: 'queue',
    about: null,
    pairs: pairsOf(world.logic, targets(one), targets(other)),
    shown: ({ route }) => (route?.queue || route?.owner ? [route.queue, route.owner] : null),
    asks: asksOf(sides, rows, true),
    sees: 'decided',
  };
  return [queue, ...appliedOutcomes(sides)];
}

/** A notice, or a promise about each lead; such that they are due is another question. */
function appliedOutcomes(sides: Sides): readonly Outcomes[] {
  const both = [sides.one.agreement, sides.other.agreement];
  return (['notice', 'promise'] as const).flatMap((aspect) => {
    const ids = [...new Set(both.flatMap((agreement) => applying(agreement, aspect).map(({ id }) => id)))];
    return ids.map((id) => appliedOutcome(sides, aspect, id));
  });
}

type Applying = Asking & { readonly in_force: InForce | null };

function applying({ notices, promises }: Agreement, aspect: 'notice' | 'promise'): readonly Applying[] {
  if (aspect === 'notice') return notices;
  return promises.filter(({ kind }) => kind === 'clock' || kind === 'attempts');
}

function appliedOutcome(sides: Sides, aspect: 'notice' | 'promise', id: string): Outcomes {
  const { logic } = sides.world;
  const own = (agreement: Agreement): readonly Applying[] =>
    applying(agreement, aspect).filter((one) => one.id === id);
  const named = ({ agreement, judge, routes }: Version): Named => {
    const [rule] = own(agreement);
    const is = rule ? logic.and(judge.inForce(rule), judge.holds(rule.when, routes.view)) : logic.false;
    return new Map([
      [id, is],
      [null, logic.not(is)],
    ]);
  };
  const pairs = pairsOf(logic, named(sides.one), named(sides.other));
  return {
    aspect,
    about: id,
    pairs: pairs.map((pair) => ({ ...pair, isLoose: true })),
    shown: ({ notices, promises }) =>
      aspect === 'notice' ? notices.includes(id) : promises.some((promise) => promise.id === id),
    asks: asksOf(sides, own, true),
    sees: 'decided',
  };
}

/** Something that asks a condition: a row, a rule, a promise. */
export interface Asking {
  readonly id: string;
  readonly when: Condition | null;
}

const conditions = (list: readonly Asking[]): readonly Condition[] =>
  list.flatMap(({ when }) => (when ? [when] : []));

/** Conditions that are not in both versions, or that do not hold for the same leads in both; and all others. */
export function asksOf(
  { one, other }: Sides,
  rows: (agreement: Agreement) => readonly Asking[],
  isDecided = false,
): Outcomes['asks'] {
  const view = ({ routes }: Version): View | undefined => (isDecided ? routes.view : undefined);
  const all = [rows(one.agreement), rows(other.agreement)].flat();
  const isApart = ({ id, when }: Asking): boolean => {
    const alike = all.filter((row) => row.id === id).map((row) => textOf(row));
    const isInBoth = alike.length === 2 && alike[0] === alike[1];
    return !isInBoth || one.judge.holds(when, view(one)) !== other.judge.holds(when, view(other));
  };
  return {
    apart: conditions(all.filter(isApart)),
    beneath: [],
    besides: conditions(all.filter((row) => !isApart(row))),
  };
}

function textOf(value: unknown): string {
  return JSON.stringify(value, (key, item: unknown) => (key === 'span' ? undefined : item));
}

/** Each thing that one version says together with each other one that the other says. */
function pairsOf(logic: Context, before: Named, after: Named): readonly Pair[] {
  const at = (named: Named, id: string | null): Formula => named.get(id) ?? logic.false;
  const ids = [...new Set([...before.keys(), ...after.keys()])];
  const apart = ids.filter((id) => at(before, id) !== at(after, id));
  return apart.flatMap((from) =>
    apart.flatMap((to): Pair[] => {
      const formula = from === to ? logic.false : logic.and(at(before, from), at(after, to));
      return formula === logic.false ? [] : [{ from, to, formula }];
    }),
  );
}

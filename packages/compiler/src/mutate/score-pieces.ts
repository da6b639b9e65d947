import { firstOf } from '../found.ts';
import { scale } from '../ir/decimal.ts';
import { evaluate } from '../ir/evaluate.ts';
import { eventFor, plainLead, withEvents } from '../ir/leads/draft.ts';
import type { World } from '../ir/leads/draft.ts';
import { readLead } from '../ir/read-lead.ts';
import type { LeadInput, Rule, Score } from '../ir/types.ts';
import { day, hour } from '../time/duration.ts';
import { withRule } from './candidates.ts';

/** Something that a lead can have or do, with the points that it gives in a score. */
export interface Piece {
  readonly rule: string;
  readonly points: number;
  /** What it adds to the least that a lead has. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly events: NonNullable<LeadInput['events']>;
}

/** At these ages fading events are tried: each gives other points. */
const ages = [hour, day, 3 * day, 10 * day, 40 * day, 80 * day];

/** What single rules give in a score, or in the scores that it adds up. */
export function piecesOf(world: World, score: Score): readonly Piece[] {
  const plain = plainLead(world);
  const before = pointsOf(world, plain, score);
  return leavesOf(world, score).flatMap((leaf) =>
    leaf.rules.flatMap((rule) =>
      leadsWith(world, leaf, rule).flatMap((lead) => {
        const points = pointsOf(world, lead, score) - before;
        return points === 0 ? [] : [{ rule: rule.id, points, ...addedTo(plain, lead) }];
      }),
    ),
  );
}

/** What a lead's rules give in a score before any cap or floor of a group or a score. */
export function pointsOf({ agreement, asOf }: World, lead: LeadInput, score: Score): number {
  const reading = readLead(agreement, lead);
  if (!('lead' in reading)) return 0;
  const { ledger } = evaluate(agreement, reading.lead, { asOf });
  const leaves = leavesOf({ agreement, asOf }, score);
  const lines = leaves.flatMap(({ id }) => ledger[id] ?? []).filter(({ kind }) => kind.startsWith('rule'));
  return lines.reduce((sum, { points }) => sum + (scale(points, score.decimals) ?? 0), 0);
}

function leavesOf(world: World, score: Score): readonly Score[] {
  if (score.sum.length === 0) return [score];
  return world.agreement.scores
    .filter(({ id }) => score.sum.includes(id))
    .flatMap((part) => leavesOf(world, part));
}

function leadsWith(world: World, score: Score, rule: Rule): readonly LeadInput[] {
  const plain = plainLead(world);
  const once = withRule(world, plain, score, rule);
  if (rule.kind !== 'event_rule') return [once];
  const met = { ...once, events: (once.events ?? []).slice(0, -1) };
  const at = rule.fades === null ? ages.slice(0, 1) : ages;
  return at.map((age) => withEvents(met, [eventFor(world, firstOf(rule.on), world.asOf - age, rule.where)]));
}

function addedTo(plain: LeadInput, lead: LeadInput): Pick<Piece, 'fields' | 'events'> {
  const { events = [], id: _, ...values } = lead;
  const added = Object.entries(values).filter(([name, value]) => plain[name] !== value);
  return { fields: Object.fromEntries(added), events };
}

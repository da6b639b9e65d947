import type { Context } from '../../ir/context.ts';
import { evaluate, evaluateWithContexts } from '../../ir/evaluate.ts';
import { readLead } from '../../ir/read-lead.ts';
import type { Agreement, Decision, Explanation, Lead, LeadInput } from '../../ir/types.ts';

/** A real lead with what the reference evaluator decides about it. */
export interface Case {
  readonly input: LeadInput;
  readonly lead: Lead;
  readonly asOf: number;
  readonly decision: Explanation;
  /** What rules, grades, personas and transitions see. */
  readonly recorded: Context;
  /** What routing, notices, promises and assertions see. */
  readonly final: Context;
}

/** Decides a lead by the reference; `undefined` if the agreement does not take it. */
export function replay(agreement: Agreement, input: LeadInput, asOf: number): Case | undefined {
  const reading = readLead(agreement, input);
  if (!('lead' in reading)) return undefined;
  const { decision, recorded, moved } = evaluateWithContexts(agreement, reading.lead, { asOf });
  const becomes = decision.moves.map(({ to }) => to);
  const outcome = { becomes, queue: decision.route?.queue ?? null };
  return { input, lead: reading.lead, asOf, decision, recorded, final: { ...moved, outcome } };
}

/** Whether a version decides the lead otherwise, in anything but scores, their ledgers and the reasons. */
export function isDecidedOtherwise(version: Agreement, { lead, asOf, decision }: Case): boolean {
  return areDecidedApart(evaluate(version, lead, { asOf }), decision);
}

/** Whether two decisions about a lead differ in anything but scores, their ledgers and the reasons. */
export function areDecidedApart(one: Decision, other: Decision): boolean {
  return shown(one) !== shown(other);
}

function shown({ stage, moves, bands, grade, persona, route, promises, notices }: Decision): string {
  const places = moves.map(({ from, to, at }) => [from, to, at]);
  const { queue = null, owner = null } = route ?? {};
  return JSON.stringify([stage, places, bands, grade, persona, queue, owner, promises, notices]);
}

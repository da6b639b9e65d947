import { isInForce } from './bounds.ts';
import { holds } from './conditions.ts';
import type { Context } from './context.ts';
import type { Decision, RouteTarget, Routing } from './types.ts';

/** Where a lead goes while it is in one of the routed stages. */
export function routeOf(routing: Routing | null, context: Context): Decision['route'] {
  return routing?.stages.includes(context.stage) ? holderOf(routing, context) : null;
}

/**
 * Who holds a lead, whatever stage it is in: by the first row in force that holds, else by `otherwise`, else nobody.
 * An owner is the text of the field as it stands in the lead.
 */
export function holderOf(routing: Routing | null, context: Context): Decision['route'] {
  if (routing === null) return null;
  const row = routing.rows.find((row) => isInForce(row, context.asOf) && holds(row.when, context));
  if (row !== undefined) return { id: row.id, ...targetOf(row.to, context) };
  if (routing.otherwise === null) return null;
  return { id: 'routing_otherwise', ...targetOf(routing.otherwise, context) };
}

function targetOf(to: RouteTarget, { lead }: Context): { queue: string | null; owner: string | null } {
  if (to.kind === 'queue') return { queue: to.queue, owner: null };
  const owner = lead.fields[to.field];
  return { queue: null, owner: typeof owner === 'string' ? owner : null };
}

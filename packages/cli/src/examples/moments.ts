import type { Agreement, LeadInput } from '@smarketing/compiler/ir';

/** A lead with every moment as a number, which is how examples are written from leads. */
export function withMoments({ fields }: Agreement, lead: LeadInput): LeadInput {
  const values = fields
    .filter(({ id, type }) => type === 'moment' && typeof lead[id] === 'string')
    .map(({ id }) => [id, momentOf(String(lead[id]))]);
  const events = lead.events?.map((event) => ({ ...event, at: momentOf(event.at) }));
  return {
    ...lead,
    ...Object.fromEntries(values),
    created_at: momentOf(lead.created_at),
    ...(events && { events }),
  };
}

function momentOf(moment: string | number): number {
  return typeof moment === 'number' ? moment : Date.parse(moment);
}
